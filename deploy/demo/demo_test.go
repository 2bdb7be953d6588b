package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

// TestMakeDemo runs what the README tells a stranger to run, and reads on the pages it names.
func TestMakeDemo(t *testing.T) {
	t.Setenv("ALOUD_LISTEN", "127.0.0.1:0")
	t.Setenv("ALOUD_ADMIN_LISTEN", "127.0.0.1:0")
	folder := t.TempDir()
	cmd := exec.CommandContext(t.Context(), "make", "-C", "../..", "demo", "ONCE=1", "DEMO=-folder "+folder+" -listen 127.0.0.1:0")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("make demo ONCE=1: %v\n%s", err, out)
	}
	if tracks, _ := filepath.Glob(folder + "/aloud-data/public/main/articles/*/*.mp3"); len(tracks) != 2 {
		t.Errorf("make demo ONCE=1 published %d tracks, want 2:\n%s", len(tracks), out)
	}
	if t.Failed() {
		return
	}
	pages := serveDemo(t, folder)
	chromium := browsertest.Chromium(t)
	chromium.Media(t, "", map[string]string{"prefers-reduced-motion": "reduce"}) // no scrolling under the mouse
	for i, language := range []string{"en", "uk"} {
		t.Run(language, func(t *testing.T) {
			readAlong(t, chromium, pages[i])
			shot(t, chromium, "demo-"+language)
		})
		t.Run(language+": preview and embed page", func(t *testing.T) {
			chromium.Open(t, pages[i+2])
			expect(t, chromium, `document.querySelectorAll("table, ol, p").length > 5`)
			shot(t, chromium, "demo-preview-"+language)
			chromium.Open(t, pages[i+4])
			browsertest.Eventually(t, chromium, "the player", `return !!document.querySelector("aloud-player").shadowRoot?.querySelector(".play")`)
			shot(t, chromium, "demo-embed-"+language)
		})
	}
}

// serveDemo runs the demo until the test ends, and returns the addresses that it prints: of two
// articles' pages, their previews and their embed pages.
func serveDemo(t *testing.T, folder string) []string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	ended, said := make(chan struct{}), &output{}
	var failed error
	go func() {
		defer close(ended)
		failed = demo(ctx, options{binary: "../../bin/aloud", folder: folder, listen: "127.0.0.1:0"}, said)
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	for !strings.Contains(said.String(), "Serving") {
		select {
		case <-ended:
			t.Fatalf("the demo ended: %v\n%s", failed, said)
		case <-time.After(50 * time.Millisecond):
		}
	}
	_, list, _ := strings.Cut(said.String(), "Read and listen, on a newspaper's page:\n")
	addresses := regexp.MustCompile(`http://\S+`).FindAllString(list, -1)
	if len(addresses) != 6 {
		t.Fatalf("the demo prints %q", addresses)
	}
	return addresses
}

// readAlong plays an article on its page, and compares the highlighted text with what is heard.
func readAlong(t *testing.T, b *browsertest.WebDriver, page string) {
	b.Resize(t, 1000, 720)
	b.Open(t, page)
	browsertest.Eventually(t, b, "the player", `return !!document.querySelector("aloud-player").shadowRoot?.querySelector(".play")`)
	var at struct{ X, Y float64 }
	b.Eval(t, `const {x, y, width, height} = document.querySelector("aloud-player").shadowRoot.querySelector(".play").getBoundingClientRect();
		return {x: x + width / 2, y: y + height / 2}`, &at)
	b.Click(t, at.X, at.Y)
	browsertest.Eventually(t, b, "the article plays", `const a = document.querySelector("audio"); return !a.paused && a.currentTime > 0`)
	var wrong []string
	b.Eval(t, `const audio = document.querySelector("audio"), wrong = [];
		const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
		const heard = [...audio.textTracks[0].cues];
		if (heard.length < 15) return ["only " + heard.length + " cues"];
		for (const {startTime, text} of heard) {
			const seeked = new Promise((done) => audio.addEventListener("seeked", done, {once: true}));
			audio.currentTime = startTime;
			await seeked;
			await new Promise((done) => setTimeout(done, 100));
			const [range] = CSS.highlights.get("aloud-sentence");
			const inside = range?.startContainer.parentNode.closest("article") && !range.startContainer.parentNode.closest("figure, .banner");
			if (!inside || fold(String(range)) !== fold(text)) wrong.push(text + " / " + range);
		}
		return wrong`, &wrong)
	if len(wrong) > 0 {
		t.Errorf("heard / marked: %q", wrong)
	}
	b.Eval(t, `const audio = document.querySelector("audio"); audio.currentTime = [...audio.textTracks[0].cues][2].startTime;
		await new Promise((done) => setTimeout(done, 500))`, nil)
	var reports []string
	b.Eval(t, `return new Promise((done) => {
		new ReportingObserver((reports) => done(reports.map(({body}) => body.effectiveDirective + " " + body.blockedURL + " " + body.sourceFile)),
			{types: ["csp-violation"], buffered: true}).observe();
		setTimeout(done, 300, []);
	})`, &reports)
	if len(reports) > 0 {
		t.Errorf("the page's policy is violated: %q", reports)
	}
}

// expect fails the test unless an expression is true.
func expect(t *testing.T, b browsertest.Browser, expression string) {
	t.Helper()
	var got any
	if b.Eval(t, "return "+expression, &got); got != true {
		t.Errorf("%s is %v", expression, got)
	}
}

// shot writes a screenshot for people.
func shot(t *testing.T, b browsertest.Browser, name string) {
	t.Helper()
	if folder := os.Getenv("ALOUD_SCREENSHOTS"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, name+".png"), b.Screenshot(t), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// output is what the demo prints.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}
