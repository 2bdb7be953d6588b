//go:build compare

package player_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

const comparePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'"

// compared are players as their documentation has one put on a page; npm is tools/compare's folder.
var compared = []struct{ name, head, body, script, ready string }{
	{"aloud", `<link rel="stylesheet" href="/player.css"><script src="/player.js" defer></script>`,
		`<aloud-player src="/public/main/articles/ferry/narration.json"></aloud-player>`, "", `!!document.querySelector("aloud-player").shadowRoot?.querySelector(".play")`},
	{"media-chrome 4.19.4", `<script src="/npm/media-chrome/dist/iife/index.js" defer></script>`,
		`<media-controller audio><audio slot="media" src="/public/main/articles/ferry/track.mp3"></audio><media-control-bar><media-play-button></media-play-button><media-seek-backward-button></media-seek-backward-button><media-seek-forward-button></media-seek-forward-button><media-time-range></media-time-range><media-time-display showduration></media-time-display><media-playback-rate-button></media-playback-rate-button><media-mute-button></media-mute-button><media-volume-range></media-volume-range></media-control-bar></media-controller>`,
		"", `!!document.querySelector("media-play-button").shadowRoot`},
	{"Plyr 3.8.4", `<link rel="stylesheet" href="/npm/plyr/dist/plyr.css"><script src="/npm/plyr/dist/plyr.min.js" defer></script><script src="/start.js" defer></script>`,
		`<audio id="a" controls src="/public/main/articles/ferry/track.mp3"></audio>`, `new Plyr("#a")`, `!!document.querySelector(".plyr")`},
	{"Vidstack 1.15.6", `<link rel="stylesheet" href="/npm/vidstack/player/styles/default/theme.css"><link rel="stylesheet" href="/npm/vidstack/player/styles/default/layouts/audio.css"><script src="/npm/vidstack/cdn/with-layouts/vidstack.js" type="module"></script>`,
		`<media-player title="Ferry" src="/public/main/articles/ferry/track.mp3"><media-provider></media-provider><media-audio-layout></media-audio-layout></media-player>`, "", `!!document.querySelector("media-player [role=slider]")`},
}

// TestComparePlayers measures the players on a page of this server, and prints a table.
func TestComparePlayers(t *testing.T) {
	s := newSite(t)
	chromium := browsertest.Chromium(t)
	mux := s.Config.Handler
	var loaded []string
	var policy, page, script string
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/compared":
			w.Header().Set("Content-Security-Policy", policy)
			_, _ = w.Write([]byte(page))
		case r.URL.Path == "/start.js":
			serveBytes("text/javascript", []byte(script))(w, r)
		case strings.HasPrefix(r.URL.Path, "/npm/"):
			loaded = append(loaded, strings.TrimPrefix(r.URL.Path, "/npm/"))
			http.StripPrefix("/npm/", http.FileServer(http.Dir("../../tools/compare/node_modules"))).ServeHTTP(w, r)
		default:
			mux.ServeHTTP(w, r)
		}
	})
	table := "| player | JS + CSS, gzip | broken rules of a strict CSP | with Trusted Types | axe | asks others |\n| --- | --- | --- | --- | --- | --- |\n"
	for _, p := range compared {
		row := []string{p.name}
		loaded, script = nil, p.script
		page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>.</title><script src="/watch.js"></script>` + p.head + `</head><body><main>` + p.body + `</main></body></html>`
		var broken []int
		var violations []string
		var others []string
		for _, types := range []string{"", "; require-trusted-types-for 'script'"} {
			policy = comparePolicy + types
			chromium.Open(t, s.URL+"/compared")
			ready := starts(t, chromium, p.ready)
			var count int
			chromium.Eval(t, `await new Promise((done) => setTimeout(done, 500)); return new Set(trouble.filter((text) => text.startsWith("policy"))).size`, &count)
			broken = append(broken, count)
			t.Logf("%s, %q: ready %v, %d different violations", p.name, types, ready, count)
		}
		policy = "default-src * 'unsafe-inline' data: blob:" // what it is where nothing is forbidden
		chromium.Open(t, s.URL+"/compared")
		judged := "does not start without others"
		if starts(t, chromium, p.ready) {
			axe, err := os.ReadFile(axeFile)
			if err != nil {
				t.Fatal(err)
			}
			chromium.Eval(t, string(axe), nil)
			chromium.Eval(t, `const {violations} = await axe.run("main > *"); return violations.map(({id}) => id)`, &violations)
			judged = fmt.Sprintf("%d %s", len(violations), strings.Join(violations, ", "))
		}
		chromium.Eval(t, `return [...new Set(performance.getEntriesByType("resource").map(({name}) => new URL(name).host).filter((host) => host && host !== location.host))]`, &others)
		slices.Sort(loaded)
		size := 0
		for _, file := range slices.Compact(loaded) {
			content, err := os.ReadFile("../../tools/compare/node_modules/" + file)
			if err != nil {
				t.Fatal(err)
			}
			size += zipped(t, content)
		}
		if size == 0 {
			size = packedPlayer(t)
		}
		row = append(row, fmt.Sprintf("%.1f kB", float64(size)/1000), fmt.Sprint(broken[0]), fmt.Sprint(broken[1]),
			judged, fmt.Sprintf("%d %s", len(others), strings.Join(others, ", ")))
		table += "| " + strings.Join(row, " | ") + " |\n"
	}
	fmt.Print(table)
}

// starts says whether a player is ready within some seconds.
func starts(t *testing.T, b browsertest.Browser, ready string) (there bool) {
	t.Helper()
	for range 50 {
		if b.Eval(t, "await new Promise((done) => setTimeout(done, 100)); return "+ready, &there); there {
			break
		}
	}
	return there
}

func packedPlayer(t *testing.T) int {
	t.Helper()
	content, err := os.ReadFile("player.js")
	if err != nil {
		t.Fatal(err)
	}
	return zipped(t, content)
}

func zipped(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // a level that there is
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
