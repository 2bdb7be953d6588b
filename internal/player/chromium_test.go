package player_test

import (
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/pageid"
	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

// TestChromium visits the pages in one Chromium, one after the other.
func TestChromium(t *testing.T) {
	chromium := browsertest.Chromium(t)
	chromium.CDP(t, "Browser.grantPermissions", map[string]any{"permissions": []string{"clipboardReadWrite", "clipboardSanitizedWrite"}})
	s := newSite(t)
	chromium.Media(t, "", map[string]string{"prefers-reduced-motion": "reduce"}) // no scrolling under the mouse
	visitAll(t, chromium, s)
	t.Run("broken answers", func(t *testing.T) { brokenAnswers(visit{chromium, t, s}) })
	t.Run("layout shift", func(t *testing.T) { layoutShift(visit{chromium, t, s}, chromium) })
	t.Run("narrow, dark, forced colours", func(t *testing.T) { chromiumLooks(t, chromium, s) })
}

// visitAll does what every browser must do, each with nothing remembered.
func visitAll(t *testing.T, b browsertest.Browser, s *site) {
	for _, test := range visits {
		t.Run(test.name, func(t *testing.T) {
			v := visit{b, t, s}
			v.Resize(t, 900, 800)
			v.Open(t, s.URL+"/robots.txt")
			v.Eval(t, "localStorage.clear()", nil)
			test.run(v)
			if !t.Failed() {
				v.clean()
			}
		})
	}
}

// layoutShift measures how much of the page the player moves, as browsers count it for readers who
// want no less motion. With the element and its line of CSS nothing moves.
func layoutShift(v visit, chromium *browsertest.WebDriver) {
	chromium.Media(v, "", map[string]string{"prefers-reduced-motion": "no-preference"})
	defer chromium.Media(v, "", map[string]string{"prefers-reduced-motion": "reduce"})
	var most float64
	for _, theme := range []string{"source", "casper", "twentytwentythree"} {
		for _, width := range []int{1280, 390} {
			v.Resize(v, width, 844)
			v.open(ferry.ID, url.Values{"theme": {theme}})
			is(v, "shift.sum", 0.0)
			v.open(ferry.ID, url.Values{"theme": {theme}, "snippet": {""}})
			v.until("the player is open", "return player().style.zoom >= 1")
			var sum float64
			if v.Eval(v, "await new Promise(requestAnimationFrame); return shift.sum", &sum); sum > 0.05 {
				v.Errorf("%s, %d pixels: the script alone shifts the layout by %.3f, want 0.05 at most", theme, width, sum)
			}
			most = max(most, sum)
		}
	}
	v.Logf("the script alone shifts the layout by %.3f at most", most)
}

// chromiumLooks are what only Chromium can pretend.
func chromiumLooks(t *testing.T, chromium *browsertest.WebDriver, s *site) {
	v := visit{chromium, t, s}
	chromium.Resize(t, 320, 640)
	for _, a := range []article{ferry, station, lighthouse} {
		v.open(a.ID, nil)
		is(v, "document.documentElement.scrollWidth <= 320", true)
		is(v, "shift.sum < 0.01", true)
		is(v, `[...player().shadowRoot.querySelectorAll("button, select, a, input")].filter((e) => e.checkVisibility()).
			filter((e) => { const {width, height} = e.getBoundingClientRect(); return width < 24 || height < 24 }).map((e) => e.outerHTML).join()`, "")
		v.shot("narrow-" + a.Language)
		v.accessible("narrow, " + a.Language)
	}
	zoomed(v, chromium)
	chromium.Resize(t, 320, 640)
	chromium.Media(t, "", map[string]string{"prefers-color-scheme": "dark"})
	v.open(ferry.ID, nil)
	v.shot("narrow-dark")
	v.accessible("dark")
	chromium.Media(t, "", map[string]string{"forced-colors": "active"})
	v.shot("narrow-forced-colours")
	chromium.Media(t, "", map[string]string{"prefers-reduced-motion": "reduce"})
	v.play()
	v.shot("narrow-playing")
	chromium.Media(t, "print", nil)
	is(v, `inside(".bar").checkVisibility()`, false)
	is(v, `document.querySelector(".aloud-label").checkVisibility()`, true)
	v.clean()
}

// zoomed has a window of 640 pixels at 200 %, and one where the reader wants text twice as large.
func zoomed(v visit, chromium *browsertest.WebDriver) {
	chromium.CDP(v, "Emulation.setDeviceMetricsOverride", map[string]any{"width": 320, "height": 400, "deviceScaleFactor": 2, "mobile": false})
	v.open(ferry.ID, nil)
	v.fits()
	v.Eval(v, `player().scrollIntoView({block: "center", behavior: "instant"})`, nil)
	v.shot("zoom")
	v.accessible("zoomed")
	chromium.Resize(v, 640, 800)
	v.open(ferry.ID, nil)
	v.Eval(v, `player().style.setProperty("--aloud-font-size", "2em"); player().style.minHeight = "auto"`, nil)
	v.fits()
	v.shot("large-text")
}

// fits fails the test unless every control is inside the frame and covers no other.
func (v visit) fits() {
	v.Helper()
	is(v, `(() => {
		const box = (e) => e.getBoundingClientRect(), frame = box(inside(".frame"));
		const all = [...player().shadowRoot.querySelectorAll(".play, .title, .time, .seek, .tools > *")].filter((e) => e.checkVisibility());
		const out = all.filter((e) => box(e).left < frame.left || box(e).right > frame.right + 1 || box(e).bottom > frame.bottom);
		const over = all.filter((e, i) => all.some((f, j) => j < i && box(e).left < box(f).right - 1 && box(f).left < box(e).right - 1 && box(e).top < box(f).bottom - 1 && box(f).top < box(e).bottom - 1));
		return [...out, ...over].map((e) => e.className).join() + (document.documentElement.scrollWidth > innerWidth ? " the page scrolls sideways" : "");
	})()`, "")
}

// visits are what every browser must do.
var visits = []struct {
	name string
	run  func(visit)
}{
	{"plays, seeks, changes speed", playsSeeksChangesSpeed},
	{"keyboard only", keyboardOnly},
	{"reads along", readsAlong},
	{"clicks on paragraphs", clicksOnParagraphs},
	{"resumes", resumes},
	{"resumes in the same paragraph after an edit", resumesAfterEdit},
	{"comes back from the browser's memory", comesBack},
	{"an address with a time", addressWithTime},
	{"sticky", sticky},
	{"two players", twoPlayers},
	{"src changes", srcChanges},
	{"no audio", noAudio},
	{"audio in the making", inTheMaking},
	{"error and retry", errorAndRetry},
	{"tracks that are refused", brokenTracks},
	{"transcript, chapters, share, download", panels},
	{"disclosure", disclosure},
	{"languages", languages},
	{"listening figures", listeningFigures},
	{"up next", upNext},
	{"in the theme's column", inTheColumn},
	{"a script alone", scriptAlone},
	{"a script alone, with a router", routed},
	{"share by the system", sharesBySystem},
	{"addresses of pages", addressesOfPages},
}

func playsSeeksChangesSpeed(v visit) {
	v.open(ferry.ID, nil)
	is(v, `audio().paused && audio().preload === "none"`, true)
	is(v, `inside(".title").textContent + " " + inside(".time").textContent`, "Listen to this article 0:00 / 0:35")
	is(v, "(shift.sum ?? 0) < 0.01", true)
	v.shot("ready")
	v.accessible("ready")
	v.play()
	is(v, `inside(".play").ariaLabel`, "Pause")
	v.press(`inside(".forward")`)
	v.until("15 seconds further", "return audio().currentTime > 15")
	v.Eval(v, "window.before = audio().currentTime", nil)
	v.press(`inside(".back")`)
	v.until("back again", "return audio().currentTime < before")
	v.Eval(v, `const s = inside(".speed"); s.value = "1.5"; s.dispatchEvent(new Event("change"))`, nil)
	is(v, "audio().playbackRate", 1.5)
	v.press(`inside(".seek")`)
	v.until("the middle", "return Math.abs(audio().currentTime - 17.75) < 3")
	v.until("the slider says so", `return /^0:(1|2)\d of 0:35$/.test(inside(".seek").ariaValueText)`)
	v.press(`inside(".play")`)
	v.until("it pauses", "return audio().paused")
	v.shot("paused")
	v.accessible("paused")
	v.open(ferry.ID, nil)
	is(v, "audio().playbackRate", 1.5) // remembered
	is(v, `heard.filter(({name}) => name === "play").length`, 0)
}

func keyboardOnly(v visit) {
	v.open(ferry.ID, nil)
	v.until("the play button has the focus", `return document.hasFocus() && (inside(".play").focus(), player().shadowRoot.activeElement === inside(".play"))`)
	v.Keys(v, browsertest.Enter)
	v.until("Enter plays", "return !audio().paused && audio().currentTime > 0")
	v.Keys(v, "k")
	v.until("k pauses", "return audio().paused")
	v.Keys(v, "5")
	v.until("5 is the middle", "return Math.abs(audio().currentTime - 17.75) < 0.1")
	v.Keys(v, "l")
	v.until("l is 15 s on", "return Math.abs(audio().currentTime - 32.75) < 0.1")
	v.Keys(v, "j", browsertest.Left)
	v.until("j and the arrow are 20 s back", "return Math.abs(audio().currentTime - 12.75) < 0.1")
	v.Keys(v, browsertest.ShiftDown, ">")
	v.until("> is faster", "return audio().playbackRate === 1.25")
	v.Keys(v, browsertest.Tab)
	is(v, `player().shadowRoot.activeElement === inside(".seek")`, true)
	v.Keys(v, " ")
	v.until("the space bar plays", "return !audio().paused")
	v.shot("focus")
	v.Eval(v, `document.querySelector("input[type=email]").focus()`, nil)
	v.Keys(v, "k", "5")
	is(v, `document.querySelector("input[type=email]").value`, "k5")
	is(v, "audio().paused", false)
}

// readsAlong compares the marked sentence with the one that is heard, right after seeks to the
// begin of each and in their middle.
func readsAlong(v visit) {
	v.open(ferry.ID, nil)
	v.play()
	v.press(`inside(".play")`)
	v.until("the headline is marked", `return marked() === "`+ferry.Title+`"`)
	for i, cue := range ferry.cues() {
		for _, at := range []float64{cue.start, cue.start + 1} {
			v.Eval(v, `window.sought = false; audio().addEventListener("seeked", () => { window.sought = true }, {once: true}); audio().currentTime = `+number(at), nil)
			v.until("it is there", `await new Promise((done) => setTimeout(done, 100)); return sought && !audio().seeking`)
			var got string
			if v.Eval(v, `return marked().replace(/\s+/g, " ").replace(/\u00ad/g, "").replace(/[“”]/g, '"').replace(/’/g, "'")`, &got); strings.Trim(got, `."`) != strings.Trim(onPage(cue.text), `."`) {
				v.Errorf("at %.1f s %q is marked, want %q", at, got, cue.text)
			}
		}
		if i == 5 {
			v.shot("reads-along")
		}
	}
	is(v, `document.querySelectorAll("mark").length`, 0.0)
	is(v, `document.querySelector("h1").outerHTML`, "<h1>"+ferry.Title+"</h1>")
}

// onPage is a sentence as the page has it.
func onPage(text string) string {
	if text == ferry.blocks[3].sentences[0] {
		return "The repair cost $2.5 million, which the island and the county paid in equal parts."
	}
	return text
}

// number writes seconds for JavaScript.
func number(f float64) string { return formatFloat(math.Round(f*1000) / 1000) }

func clicksOnParagraphs(v visit) {
	v.open(ferry.ID, nil)
	v.press(`document.querySelector(".after")`)
	is(v, "audio().paused", true) // nobody listens yet
	v.play()
	v.slow()
	start := ferry.start(ferry.blocks[6])
	v.press(`document.querySelector(".after")`)
	v.until("it plays the paragraph", "return Math.abs(audio().currentTime - "+number(start)+") < 2")
	v.until("it marks it", `return marked().startsWith("The boat is older")`)
	v.press(`document.querySelector("article b")`) // inside a paragraph
	v.until("it plays the paragraph around", "return Math.abs(audio().currentTime - "+number(ferry.start(ferry.blocks[3]))+") < 2")
	v.until("it marks that", `return marked().startsWith("The repair")`)
	v.press(`document.querySelector("#body > p a")`)
	is(v, "location.hash", "#link") // links stay links
	is(v, "Math.abs(audio().currentTime - "+number(ferry.start(ferry.blocks[3]))+") < 4", true)
	v.Eval(v, `getSelection().selectAllChildren(document.querySelector("blockquote"));
		document.querySelector("blockquote").dispatchEvent(new MouseEvent("click", {bubbles: true}))`, nil)
	is(v, "Math.abs(audio().currentTime - "+number(ferry.start(ferry.blocks[7]))+") > 2", true) // so does selecting
}

func resumes(v visit) {
	v.open(ferry.ID, nil)
	v.play()
	v.slow()
	v.Eval(v, "audio().currentTime = 16", nil)
	v.until("it is there", "return audio().currentTime > 16 && !audio().seeking")
	v.press(`inside(".play")`)
	v.until("the place is kept", `return audio().paused && localStorage.aloud.includes("main/ferry")`)
	var left int
	v.Eval(v, "return Math.floor(audio().currentTime)", &left)
	v.open(ferry.ID, nil)
	is(v, "Math.floor(audio().currentTime)", left)
	is(v, `inside(".title").textContent`, fmt.Sprintf("Continue from 0:%02d", left))
	v.shot("resumes")
	v.accessible("resumes")
	v.press(`inside(".head .link")`)
	v.until("it starts over", "return !audio().paused && audio().currentTime < 5")
}

// resumesAfterEdit has an edit put a paragraph before the one where the reader left.
func resumesAfterEdit(v visit) {
	v.open(ferry.ID, nil)
	v.play()
	v.slow()
	v.Eval(v, "audio().currentTime = 16", nil)
	v.until("it is there", "return audio().currentTime > 16 && !audio().seeking")
	v.press(`inside(".play")`)
	v.until("the place is kept", `return audio().paused && localStorage.aloud.includes("main/ferry")`)
	var left float64 // seconds
	v.Eval(v, "return audio().currentTime", &left)
	v.set(func() { v.edited = true })
	defer v.set(func() { v.edited = false })
	v.open(ferry.ID, nil)
	is(v, "Math.abs(audio().currentTime - "+number(left+sentence+gap)+") < 0.5", true)
}

// comesBack leaves a page that plays, and goes back to it.
func comesBack(v visit) {
	v.open(ferry.ID, nil)
	v.play()
	v.Eval(v, `addEventListener("pageshow", ({persisted}) => { window.persisted = persisted }); audio().currentTime = 12`, nil)
	v.until("it is there", "return audio().currentTime > 12 && !audio().seeking")
	v.Eval(v, `setTimeout(() => { location.href = "/robots.txt" })`, nil)
	v.until("it is left", `return location.pathname === "/robots.txt" && document.readyState === "complete"`)
	v.Eval(v, `setTimeout(() => history.back())`, nil)
	v.until("it is back from memory", `return window.persisted === true`)
	v.until("the button says what is", `return inside(".play").ariaLabel === (audio().paused ? "Play" : "Pause")`)
	is(v, "audio().currentTime > 12", true)
	v.Eval(v, `audio().pause()`, nil)
	v.until("it is paused", `return inside(".play").ariaLabel === "Play"`)
	v.play()
	is(v, "audio().currentTime > 12", true)
}

func addressWithTime(v visit) {
	v.Open(v, v.URL+"/article/ferry?player=ferry#t=12")
	v.until("it is at 12 s", "return !!player().querySelector('audio') && audio().currentTime === 12")
	is(v, "audio().paused", true)
	v.Eval(v, `location.hash = "#t=20"`, nil)
	v.until("it is at 20 s", "return audio().currentTime === 20")
}

func sticky(v visit) {
	v.Resize(v, 900, 500)
	v.open(ferry.ID, nil)
	v.Eval(v, `scrollTo({top: 9999, behavior: "instant"})`, nil)
	v.Eval(v, "await new Promise((done) => setTimeout(done, 300))", nil)
	is(v, `!!inside(".docked")`, false) // nobody listens
	v.Eval(v, `scrollTo({top: 0, behavior: "instant"})`, nil)
	v.play()
	v.Eval(v, "audio().loop = true", nil) // a track that has ended has no bar
	var before float64
	v.Eval(v, "return document.documentElement.scrollHeight", &before)
	v.Eval(v, `scrollTo({top: document.querySelector(".after").offsetTop, behavior: "instant"})`, nil)
	v.until("the bar is there", `return !!inside(".docked")`)
	is(v, `document.documentElement.scrollHeight - Math.round(inside(".docked").getBoundingClientRect().height)`, before+9) // the page's end has room above the bar
	is(v, `Math.round(inside(".docked").getBoundingClientRect().bottom) === innerHeight`, true)
	v.shot("docked")
	v.accessible("docked")
	for range 12 { // Tab through what follows: the bar covers none of it
		v.Keys(v, browsertest.Tab)
		v.until("what has the focus is clear of the bar", `const f = document.activeElement; return f === document.body || f === player() || !inside(".docked") ||
			f.getBoundingClientRect().bottom <= inside(".docked").getBoundingClientRect().top + 1 ||
			[f.outerHTML, f.getBoundingClientRect().bottom, inside(".docked").getBoundingClientRect().top]`)
	}
	v.until("the page is at the headline", `if (audio().currentTime > 3) audio().currentTime = 0; return marked() === "`+ferry.Title+`"`)
	v.Eval(v, `dispatchEvent(new WheelEvent("wheel")); scrollTo({top: document.querySelector(".after").offsetTop, behavior: "instant"})`, nil) // the reader goes elsewhere
	v.until("the bar is there", `return !!inside(".docked")`)
	v.press(`inside(".close")`)
	v.until("it is closed", `return !inside(".docked")`)
	is(v, "audio().paused", false)
}

func twoPlayers(v visit) {
	v.open(ferry.ID, url.Values{"player": {ferry.ID, station.ID}})
	v.until("both are ready", `return heard.filter(({name}) => name === "ready").length === 2`)
	v.play()
	v.press(`document.querySelectorAll("aloud-player")[1].shadowRoot.querySelector(".play")`)
	v.until("the second plays, the first does not", `const [a, b] = document.querySelectorAll("audio"); return a.paused && !b.paused`)
}

func srcChanges(v visit) {
	v.open(ferry.ID, nil)
	v.play()
	v.Eval(v, `player().setAttribute("src", player().getAttribute("src").replace("ferry", "station"))`, nil)
	v.until("the other article is there", `return player().querySelectorAll("audio").length === 1 && inside(".title")?.textContent === "Слухати статтю"`)
	is(v, "audio().paused && audio().src.includes('station')", true)
	is(v, `document.querySelectorAll(".aloud-label").length`, 2)
	v.Eval(v, `const p = player(); p.replaceWith(p)`, nil) // as routers do
	v.play()
	v.Eval(v, `window.gone = audio(); player().remove(); await 0`, nil)
	v.until("what left the page is silent", `return gone.paused`)
}

func noAudio(v visit) {
	v.open(ferry.ID, url.Values{"player": {"unknown"}})
	is(v, `player().hidden && player().checkVisibility() === false`, true)
	v.Eval(v, `player().setAttribute("src", player().getAttribute("src").replace("unknown", "ferry"))`, nil)
	v.until("its audio shows", `return !player().hidden && !!inside(".play")`)
}

func inTheMaking(v visit) {
	v.set(func() { v.pending[station.ID] = true })
	defer v.set(func() { v.pending[station.ID] = false })
	v.Open(v, v.URL+"/article/station?player=station")
	v.until("it says so", `return inside(".message")?.textContent === "`+v.labels["uk"]["pending"]+`" && player().lang === "uk"`)
	v.shot("in-the-making")
	v.accessible("in the making")
	v.set(func() { v.pending[station.ID] = false })
	v.until("the audio shows", `return !!inside(".play")`)
}

func errorAndRetry(v visit) {
	v.set(func() { v.down = true })
	defer v.set(func() { v.down, v.broken = false, false })
	v.Open(v, v.URL+"/article/unheard?player=unheard")
	v.until("it says that it failed", `return inside(".message")?.textContent.includes("did not load")`)
	v.shot("failed")
	v.accessible("failed")
	v.set(func() { v.down, v.broken = false, true })
	v.press(`inside(".message button")`)
	v.until("the narration is there", `return !!inside(".play")`)
	v.press(`inside(".play")`)
	v.until("it says that the track failed", `return inside(".message").textContent.includes("could not be loaded")`)
	is(v, `player().querySelector(".aloud-label").checkVisibility()`, true) // also then
	v.shot("error")
	v.accessible("error")
	v.set(func() { v.broken = false })
	v.press(`inside(".message button")`)
	v.until("it plays", `return audio().currentTime > 0 && inside(".message").textContent === ""`)
}

func panels(v visit) {
	v.Resize(v, 900, 1000)
	v.open(ferry.ID, nil)
	v.slow()
	v.press(`inside(".transcript")`)
	v.until("the transcript is there", `return inside(".pane").querySelectorAll("p").length === `+formatFloat(float64(len(ferry.segments()))))
	is(v, `inside(".transcript").ariaExpanded`, "true")
	v.press(`inside(".pane p:nth-child(4) span")`)
	v.until("it plays the sentence", "return !audio().paused && Math.abs(audio().currentTime - "+number(ferry.start(ferry.blocks[1]))+") < 2")
	is(v, `inside("[aria-current]").textContent.trim()`, ferry.blocks[1].sentences[0])
	v.press(`inside(".more")`)
	is(v, `[...inside(".chapters").children].map((li) => li.textContent).join("|")`, ferry.Title+" 0:00|What it cost 0:14")
	v.Eval(v, "audio().playbackRate = 1", nil)
	v.shot("panels")
	v.slow()
	v.accessible("panels")
	v.press(`inside(".chapters li:last-child button")`)
	v.until("it plays the chapter", "return Math.abs(audio().currentTime - 14.5) < 1.5")
	v.until("the article's sentence is marked", `return marked().startsWith("The repair")`)
	is(v, `player().getBoundingClientRect().top >= 0`, true) // the page stays where the reader reads the transcript
	is(v, `inside("a[download]").href`, v.URL+"/public/main/articles/ferry/track.mp3")
	is(v, `(() => { const link = inside(".panel .link"), text = link.firstChild; audio().dispatchEvent(new Event("timeupdate")); return link.firstChild === text })()`, true) // else WebKit drops the click
	v.press(`inside(".panel .link")`)
	v.until("it says what it copied, or shows it", `return /#t=\d+$|Link copied/.test(inside(".message").textContent)`)
	v.Eval(v, `navigator.clipboard.writeText = () => new Promise(() => {})`, nil) // as WebKitGTK does at times
	v.press(`inside(".panel .link")`)
	v.until("it shows the address", `return inside(".message").textContent.startsWith(location.href.split("#")[0] + "#t=")`)
	v.Eval(v, `navigator.clipboard.writeText = async (text) => { window.copied = text }`, nil)
	v.press(`inside(".panel .link")`)
	v.until("it says that it copied it", `return inside(".message").textContent === "Link copied" && copied.includes("#t=")`)
	v.Eval(v, `const r = inside(".volume"); r.value = 0.5; r.dispatchEvent(new Event("input"))`, nil)
	is(v, "Math.round(audio().volume * 100)", 50)
}

func disclosure(v visit) {
	v.open(ferry.ID, nil)
	is(v, `player().querySelector("p.aloud-label").textContent`, "This audio is created with AI assistance")
	v.press(`player().querySelector("summary")`)
	v.until("it opens", `return player().querySelector("details").open`)
	is(v, `player().querySelector("details").textContent`, "How this is madeRead by the synthetic voice slt of flite. How we use AI")
	is(v, `player().querySelector("details a").getAttribute("href")`, "/imprint")
	v.shot("disclosure")
	v.accessible("disclosure")
}

func languages(v visit) {
	v.open(station.ID, nil)
	is(v, `inside(".title").textContent + "|" + inside(".play").ariaLabel + "|" + player().querySelector("p").textContent`,
		"Слухати статтю|Відтворити|Це аудіо створено за допомогою штучного інтелекту")
	v.open(lighthouse.ID, nil)
	is(v, `getComputedStyle(inside(".frame")).direction + " " + getComputedStyle(inside(".seek")).direction`, "rtl ltr")
	v.shot("arabic")
	v.accessible("Arabic")
	v.play()
	v.slow()
	v.Eval(v, "audio().currentTime = "+number(lighthouse.start(lighthouse.blocks[1])+0.5), nil)
	v.until("the marks of vowels do not matter", `return marked().startsWith("قال الحارس")`)
}

// listeningFigures are reported when the page is left, of people who did not object.
func listeningFigures(v visit) {
	v.set(func() { v.counting, v.beacons = true, nil })
	defer v.set(func() { v.counting = false })
	person := `Object.defineProperty(Navigator.prototype, "webdriver", {get: () => false});`
	for name, before := range map[string]string{
		"a robot":           ``,
		"global privacy":    person + `Object.defineProperty(Navigator.prototype, "globalPrivacyControl", {get: () => true})`,
		"do not track":      person + `Object.defineProperty(Navigator.prototype, "doNotTrack", {get: () => "1"})`,
		"played by a page":  person + `window.byPage = true`,
		"a person":          person,
		"a person, at once": person,
	} {
		v.open(ferry.ID, nil)
		v.Eval(v, before, nil)
		if name == "played by a page" {
			v.press(`document.querySelector("h1")`) // else the browser refuses
			v.Eval(v, "await audio().play()", nil)
		} else {
			v.play()
		}
		v.until("some is heard", `return audio().currentTime > 1.5 && performance.getEntriesByType("resource").some(({name}) => name.includes("figures.js")) === !window.byPage`)
		v.Eval(v, `await new Promise((done) => setTimeout(done, 600)); inside(".next").click()`, nil)
		v.until("a paragraph on", "return !audio().seeking && audio().currentTime > 2.4")
		v.Open(v, v.URL+"/robots.txt")
	}
	v.open(ferry.ID, nil) // by now the former pages' beacons are there
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.beacons) != 2 {
		v.Fatalf("beacons %q, want those of the two people who did not object", v.beacons)
	}
	for _, text := range v.beacons {
		var got struct {
			ID, Speed    string
			Plays, Heard int
		}
		if err := json.Unmarshal([]byte(text), &got); err != nil || got.ID != ferry.ID || got.Plays != 1 || got.Heard < 1 || got.Speed != "1" {
			v.Errorf("beacon %s, %v", text, err)
		}
	}
}

// upNext lists the newest articles of a feed, without the page's own, only where the site wants it.
func upNext(v visit) {
	const list = `[...player().shadowRoot.querySelectorAll("nav li")].map((e) => e.textContent + " " + e.querySelector("a").href).join("; ")`
	v.open(ferry.ID, nil)
	is(v, list, "")
	v.set(func() { v.upNext = true })
	defer v.set(func() { v.upNext = false })
	for attribute, feed := range map[string]string{"": ferry.Language, `up-next="tags/boats"`: "tags/boats"} {
		v.open(ferry.ID, url.Values{"attributes": {attribute}})
		v.until("the list is there", `return `+list+` !== ""`)
		is(v, list, "Newest of "+feed+".json <b> 1:05 https://pier.example/x; Second 1:02:05 https://pier.example/y")
	}
	v.shot("up-next")
	v.accessible("up next")
	v.open(ferry.ID, url.Values{"attributes": {`up-next="off"`}})
	v.until("the script is there", `return performance.getEntriesByType("resource").some(({name}) => name.endsWith("/next.js"))`)
	is(v, list, "")
}

// inTheColumn has the player take the width and type of the text it stands in.
func inTheColumn(v visit) {
	v.Resize(v, 1280, 800)
	for _, theme := range []string{"source", "casper", "twentytwentytwo", "twentytwentythree"} {
		v.open(ferry.ID, url.Values{"theme": {theme}})
		is(v, `(() => { const [a, b] = [player(), document.querySelector("#body > p")].map((e) => e.getBoundingClientRect());
			return Math.abs(a.left - b.left) + Math.abs(a.right - b.right) < 1 && a.bottom <= b.top; })()`, true)
		is(v, `getComputedStyle(inside(".title")).color === getComputedStyle(document.body).color`, true)
		is(v, "(shift.sum ?? 0) < 0.01", true)
		v.shot("theme-" + theme)
	}
}

// scriptAlone has a template with the script and no element.
func scriptAlone(v visit) {
	for _, theme := range []string{"source", "twentytwentythree"} {
		v.open(ferry.ID, url.Values{"snippet": {""}, "theme": {theme}})
		is(v, `player().parentNode.id === "body" && player().previousElementSibling === null`, true)
		is(v, `inside(".title").textContent`, "Listen to this article")
		v.shot("script-alone-" + theme)
	}
	v.play()
	v.Open(v, v.URL+"/article/ferry?snippet&index")
	v.until("the page was looked up", `return performance.getEntriesByType("resource").some(({name}) => name.includes("/pages/"))`)
	is(v, `player() === null`, true)
}

// routed has a router show one article after the other in one document, whose canonical address it
// never renews.
func routed(v visit) {
	v.open(ferry.ID, url.Values{"snippet": {""}})
	goTo := func(path string) {
		v.Eval(v, `history.pushState(null, "", "`+path+`");
			const text = document.createElement("section");
			text.id = "body";
			text.className = "gh-content";
			document.querySelector("#body").replaceWith(text);`, nil)
	}
	v.play()
	v.Eval(v, `window.former = audio()`, nil)
	goTo("/station?utm_source=letter")
	v.until("the other article is there", `return document.querySelectorAll("aloud-player").length === 1 && player().shadowRoot?.querySelector(".title")?.textContent === "Слухати статтю"`)
	is(v, "audio().src.includes('station') && former.paused", true)
	v.play()
	goTo("/")
	v.until("an index page has none", `return !player()`)
	goTo("/ferry/")
	v.until("the first one is back", `return !!player()?.querySelector("audio")?.src.includes("ferry")`)
	v.Eval(v, `history.replaceState(null, "", "#t=5"); document.body.append("a comment")`, nil)
	is(v, `document.querySelectorAll("aloud-player").length`, 1)
}

func sharesBySystem(v visit) {
	v.open(ferry.ID, nil)
	v.Eval(v, `Object.defineProperty(navigator, "share", {value: async ({url}) => { window.shared = url }}); audio().currentTime = 14`, nil)
	v.press(`inside(".more")`)
	v.press(`inside(".panel .link")`)
	v.until("the system has the address", `return shared === location.href.split("#")[0] + "#t=14"`)
}

// addressesOfPages has the script fold addresses as the server does.
func addressesOfPages(v visit) {
	text, err := os.ReadFile("../pageid/testdata/vectors.json")
	if err != nil {
		v.Fatal(err)
	}
	v.open(ferry.ID, nil)
	is(v, `await import("/src/page.js").then(async ({fold, hash}) => {
		const wrong = `+string(text)+`.filter(({address, page}) => fold(new URL(address)) !== page).map(({address}) => address + " " + fold(new URL(address)));
		return wrong.join("; ") + await hash("/ferry");
	})`, pageid.Hash("https://pier.example/ferry/"))
}
