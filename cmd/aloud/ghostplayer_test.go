//go:build ghost

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
	"github.com/aloud-audio/aloud/internal/source/ghosttest"
)

// TestRealGhostPlayer puts the player on articles by one line of code injection, in Ghost's own,
// unchanged themes.
func TestRealGhostPlayer(t *testing.T) {
	n := openGhostDesk(t)
	n.ghost.Inject(fmt.Sprintf(`<script src="%s/player.js" data-site="main" defer></script>`, n.serve.url))
	post := n.ghost.Publish("The night ferry sails again", `<p>The night ferry sails again from Monday, after a winter of repairs.</p>
<p>“We counted the days,” said the harbour’s master. Nobody was hurt.</p><h2>What it cost</h2><p>The repair took most of the county’s reserve, and it was worth it.</p>`, "boats")
	other := n.ghost.Publish("Rain until Thursday", `<p>It rains until Thursday, and then the sun comes back for a day or two.</p>`, "weather")
	for _, p := range []ghosttest.Post{post, other} {
		n.within(hookTime, "published, by hook", func() bool { return n.audible(p) })
	}
	chromium := browsertest.Chromium(t)
	for _, theme := range []string{"casper", "source"} {
		t.Run(theme, func(t *testing.T) {
			n.ghost.Theme(theme)
			playsIts(t, chromium, post, "night ferry", theme)
			playsIts(t, chromium, other, "rains", "")
			for _, path := range []string{"/", "/tag/boats/", "/author/olena/", "/about/"} {
				chromium.Open(t, n.ghost.URL+path)
				chromium.Eval(t, "await new Promise((done) => setTimeout(done, 500))", nil)
				var players int
				if chromium.Eval(t, `return document.querySelectorAll("aloud-player").length`, &players); players != 0 {
					t.Errorf("%s has %d players", path, players)
				}
			}
		})
	}
}

// playsIts opens an article, and plays its audio where the theme has its text.
func playsIts(t *testing.T, b *browsertest.WebDriver, p ghosttest.Post, marked, shot string) {
	t.Helper()
	for _, width := range []int{1280, 360} {
		b.Resize(t, width, 900)
		b.Open(t, p.URL)
		browsertest.Eventually(t, b, "the player", `return !!document.querySelector("aloud-player")?.shadowRoot.querySelector(".play")`)
		var off float64 // CSS pixels
		b.Eval(t, `const [a, b] = [document.querySelector("aloud-player"), document.querySelector(".gh-content > p")].map((e) => e.getBoundingClientRect());
			document.querySelector("aloud-player").scrollIntoView({block: "center", behavior: "instant"});
			return Math.abs(a.left - b.left) + Math.abs(a.right - b.right)`, &off)
		if off > 1 {
			t.Errorf("at %d px the player is %g px off the text's column", width, off)
		}
		if folder := os.Getenv("ALOUD_SCREENSHOTS"); folder != "" && shot != "" {
			_ = os.WriteFile(filepath.Join(folder, fmt.Sprintf("ghost-%s-%d.png", shot, width)), b.Screenshot(t), 0o644)
		}
	}
	var at struct{ X, Y float64 }
	b.Eval(t, `const {x, y, width, height} = document.querySelector("aloud-player").shadowRoot.querySelector(".play").getBoundingClientRect();
		return {x: x + width / 2, y: y + height / 2}`, &at)
	b.Click(t, at.X, at.Y)
	browsertest.Eventually(t, b, "the article plays", `const a = document.querySelector("audio"); return !a.paused && a.currentTime > 0 && a.src.includes("/`+p.ID+`/")`)
	b.Eval(t, `const a = document.querySelector("audio"); a.currentTime = [...a.textTracks[0].cues].find(({text}) => text.includes(`+fmt.Sprintf("%q", marked)+`)).startTime`, nil)
	browsertest.Eventually(t, b, "its text is marked", `return [...CSS.highlights.get("aloud-sentence")].map(String).join().includes(`+fmt.Sprintf("%q", strings.TrimSpace(marked))+`)`)
}
