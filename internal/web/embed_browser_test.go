package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

// TestEmbedInChromium has an article page embed the player as editors' systems do.
func TestEmbedInChromium(t *testing.T) {
	embedInBrowser(t, browsertest.Chromium(t))
}

// embedInBrowser requests the frame through the discovery link of the embed page, wraps it in the
// figures that WordPress and Ghost make of it, and plays it.
func embedInBrowser(t *testing.T, b browsertest.Browser) {
	f := newFixture(t)
	f.publish(t, library.Narration{ID: "a1", Title: "Night ferry", Language: "en", Segments: []library.NarrationSegment{
		{Role: "headline", Text: "Night ferry returns", End: 3},
	}}, tone(t))
	var page string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/page" {
			_, _ = w.Write([]byte(page))
			return
		}
		f.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	for name, figure := range map[string][2]string{
		"WordPress": {`<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">`, `</div></figure>`},
		"Ghost":     {`<figure class="kg-card kg-embed-card">`, `</figure>`},
	} {
		t.Run(name, func(t *testing.T) {
			page = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>News</title><body>` + figure[0] + discovered(t, b, server.URL+"/embed/harbour/a1") + figure[1]
			b.Open(t, server.URL+"/page")
			playInFrame(t, b)
		})
	}
}

// discovered returns the HTML that a page's oEmbed address offers.
func discovered(t *testing.T, b browsertest.Browser, page string) string {
	t.Helper()
	b.Open(t, page)
	var text string
	b.Eval(t, `const {href} = document.querySelector('link[type="application/json+oembed"]'); return (await fetch(href)).text()`, &text)
	var answer oEmbed
	if err := json.Unmarshal([]byte(text), &answer); err != nil || !strings.HasPrefix(answer.HTML, "<iframe ") {
		t.Fatalf("oEmbed answers %s, %v", text, err)
	}
	return answer.HTML
}

// playInFrame presses play in the page's frame, and compares the height that the frame reports with
// the one that it has.
func playInFrame(t *testing.T, b browsertest.Browser) {
	t.Helper()
	b.Eval(t, `window.heights = []; addEventListener("message", ({data}) => data.type === "aloud:height" && heights.push(data.height));
		window.trouble = [];
		const frame = document.querySelector("iframe");
		window.inside = (what) => frame.contentDocument.querySelector("aloud-player")?.shadowRoot?.querySelector(what);`, nil)
	browsertest.Eventually(t, b, "the player", `return !!inside(".play")`)
	var at struct{ X, Y float64 }
	b.Eval(t, `const frame = document.querySelector("iframe"), {x, y} = frame.getBoundingClientRect(), play = inside(".play").getBoundingClientRect();
		for (const type of ["securitypolicyviolation", "error"]) frame.contentWindow.addEventListener(type, (e) => trouble.push(type + " " + (e.violatedDirective ?? e.message)));
		return {x: x + play.x + play.width / 2, y: y + play.y + play.height / 2}`, &at)
	b.Click(t, at.X, at.Y)
	browsertest.Eventually(t, b, "the audio plays", `return document.querySelector("iframe").contentDocument.querySelector("audio").currentTime > 0`)
	b.Eval(t, `inside(".transcript").click()`, nil) // it grows
	browsertest.Eventually(t, b, "the frame says its height", `return heights.at(-1) === document.querySelector("iframe").contentDocument.documentElement.offsetHeight`)
	var wrong string
	b.Eval(t, `const {performance, origin} = document.querySelector("iframe").contentWindow;
		return [...trouble, ...performance.getEntriesByType("resource").map(({name}) => name).filter((name) => !name.startsWith(origin))].join("; ")`, &wrong)
	if wrong != "" {
		t.Error(wrong)
	}
}

// tone is an MP3 of three seconds.
func tone(t testing.TB) []byte {
	t.Helper()
	mp3, err := exec.CommandContext(t.Context(), browsertest.Tool(t, "ffmpeg", "ffmpeg"), "-v", "error", "-f", "lavfi", "-i", "sine=frequency=330:duration=3", "-f", "mp3", "-").Output()
	if err != nil {
		t.Fatalf("ffmpeg: %v", err)
	}
	return mp3
}
