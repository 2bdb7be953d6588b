package player_test

import (
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

// visit is a page of the site in a browser.
type visit struct {
	browsertest.Browser
	testing.TB
	*site
}

// open loads an article's page and waits until its first player has said what there is. query has
// the parameters of servePage; none: the article's own player.
func (v visit) open(id string, query url.Values) {
	v.Helper()
	if query == nil {
		query = url.Values{}
	}
	if !query.Has("player") && !query.Has("snippet") {
		query.Set("player", id)
	}
	v.Open(v, v.URL+"/article/"+id+"?"+query.Encode())
	v.until("the player is ready", `return heard.some(({name}) => /ready|none|failed/.test(name))`)
}

func (v visit) until(what, condition string) {
	v.Helper()
	defer v.explain()
	browsertest.Eventually(v, v.Browser, what, condition)
}

// explain logs what the page's player does, if the test has failed.
func (v visit) explain() {
	v.Helper()
	if !v.Failed() {
		return
	}
	var state any
	v.Eval(v, `const {currentTime, paused, ended, seeking, readyState, networkState, error} = document.querySelector("aloud-player audio") ?? {};
		return {currentTime, paused, ended, seeking, readyState, networkState, error: error?.message, scrollY, heard: heard.slice(-12).map(({name, time}) => name + " " + time)}`, &state)
	v.Logf("the player: %v", state)
}

// press clicks the middle of an element that JavaScript names. The wheel keeps the page from
// following the sound meanwhile, as a reader's would. If the page moved under the mouse, it aims
// again.
func (v visit) press(element string) {
	v.Helper()
	for range 5 {
		var at struct{ X, Y float64 }
		v.Eval(v, `dispatchEvent(new WheelEvent("wheel")); const e = `+element+`, rect = () => e.getClientRects()[0];
			for (let former; former !== (former = rect().top); ) await new Promise((done) => setTimeout(done, 100)); // the page scrolls
			if (rect().top < 0 || rect().bottom > innerHeight) e.scrollIntoView({block: "center", behavior: "instant"});
			window.hit = undefined;
			addEventListener("click", (event) => { window.hit = event.composedPath().includes(e) }, {once: true, capture: true});
			const {x, y, width, height} = rect(); return {x: x + width / 2, y: y + height / 2}`, &at)
		v.Click(v, at.X, at.Y)
		var hit bool
		v.Eval(v, `for (let i = 0; i < 50 && window.hit === undefined; i++) await new Promise((done) => setTimeout(done, 100)); return !!window.hit`, &hit)
		if hit {
			return
		}
	}
	v.Fatalf("%s moves: five clicks missed it", element)
}

// play presses play and waits for sound.
func (v visit) play() {
	v.Helper()
	v.press(`inside(".play")`)
	v.until("the audio plays", `return !audio().paused && audio().currentTime > 0`)
}

// slow has the sound take its time: a busy machine must see each sentence while it is heard.
func (v visit) slow() {
	v.Helper()
	v.Eval(v, "audio().playbackRate = 0.25", nil)
}

// is compares the value of an expression.
func is[T comparable](v visit, expression string, want T) {
	v.Helper()
	var got T
	if v.Eval(v, "return "+expression, &got); got != want {
		v.Errorf("%s is %v, want %v", expression, got, want)
	}
}

// accessible fails the test if axe finds a violation in the page's present state.
func (v visit) accessible(state string) {
	v.Helper()
	axe, err := os.ReadFile(axeFile)
	if err != nil {
		v.Log("axe: skipped, as " + axeFile + " is missing: make tools/axe/node_modules")
		return
	}
	var there bool
	if v.Eval(v, `return !!window.axe`, &there); !there {
		v.Eval(v, string(axe), nil) // not as a script of the page, whose policy forbids that
	}
	var found []string
	v.Eval(v, `const {violations} = await axe.run(player()); return violations.map(({id, nodes}) => id + " " + nodes.map(({html}) => html).join())`, &found)
	if len(found) > 0 {
		v.Errorf("%s: axe finds %q", state, found)
	}
}

const axeFile = "../../tools/axe/node_modules/axe-core/axe.min.js"

// clean fails the test if the page had errors, or broke its policy, or anybody else was asked.
func (v visit) clean() {
	v.Helper()
	is(v, `trouble.join("; ")`, "")
	is(v, `performance.getEntriesByType("resource").filter(({name}) => !name.startsWith(location.origin)).map(({name}) => name).join()`, "")
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.reports) > 0 {
		v.Errorf("reports of the policy: %q", v.reports)
	}
}

// shot writes what the window shows, to be looked at.
func (v visit) shot(name string) {
	v.Helper()
	folder := os.Getenv("ALOUD_SCREENSHOTS")
	if folder == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), v.Screenshot(v), 0o644); err != nil {
		v.Fatal(err)
	}
}
