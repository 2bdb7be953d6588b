package track

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// heard is what Chromium makes of a track.
type heard struct {
	Duration float64 // audio.duration, in seconds
	Cues     []heardCue
}

type heardCue struct {
	ID         string
	Start, End float64
	Text       string
}

// The durations that a browser shows are those of our manifest.
func TestChromiumDuration(t *testing.T) {
	var tracks []Track
	for _, rate := range []int{16000, 22050, 24000} {
		for _, length := range []time.Duration{time.Second, 61234 * time.Millisecond} {
			said := part{text: "x", speech: chirp(rate, rate/2), pause: length - time.Second/2}
			tracks = append(tracks, encode(t, Options{SampleRate: rate, Tags: Tags{Title: "x"}}, said))
		}
	}
	for i, got := range chromium(t, tracks) {
		want := float64(tracks[i].Samples) / float64(tracks[i].SampleRate)
		if math.Abs(got.Duration-want) > 0.001 {
			t.Errorf("%d samples at %d Hz, %.6f s, are %.6f s in Chromium", tracks[i].Samples, tracks[i].SampleRate, want, got.Duration)
		}
	}
}

func TestChromiumCues(t *testing.T) {
	track := encode(t, Options{SampleRate: 16000},
		part{text: "Ham & eggs <b>today</b> --> here", speech: chirp(16000, 8000), pause: 250 * time.Millisecond},
		part{text: " \n", speech: chirp(16000, 800), pause: 0},
		part{text: "Перша\nновина\r\n\r\n«дня» 🎧 &amp;", speech: chirp(16000, 8009), pause: time.Second},
	)
	want := []heardCue{ // a pause ends where a frame begins, and is 88 ms at least
		{"1", 0, 0.5, "Ham & eggs <b>today</b> --> here"},
		{"3", 0.9, 1.4, "Перша новина «дня» 🎧 &amp;"},
	}
	if got := chromium(t, []Track{track})[0].Cues; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("Chromium reads the cues as\n%+v, want\n%+v", got, want)
	}
}

// page loads tracks with their cues, one after another, and posts what the audio elements tell.
const page = `<!doctype html><script>
const heard = path => new Promise((done, fail) => {
	const audio = new Audio(path + ".mp3"), cues = document.createElement("track"), result = {};
	const report = more => Object.keys(Object.assign(result, more)).length == 2 && done(result);
	audio.onloadedmetadata = () => report({duration: audio.duration});
	audio.onerror = () => fail(audio.error.message);
	cues.onload = () => report({cues: [...cues.track.cues].map(cue =>
		({id: cue.id, start: cue.startTime, end: cue.endTime, text: cue.getCueAsHTML().textContent}))});
	cues.onerror = () => fail("cues of " + path);
	cues.src = path + ".vtt";
	audio.append(cues);
	cues.track.mode = "hidden";
});
(async () => {
	const tracks = [];
	for (let i = 0; i < %d; i++) tracks.push(await heard("/" + i));
	return {tracks};
})().catch(error => ({error: String(error)})).then(result => fetch("/result", {method: "POST", body: JSON.stringify(result)}));
</script>`

// chromium plays the tracks in Chromium, as far as their metadata.
func chromium(t *testing.T, tracks []Track) []heard {
	t.Helper()
	mux := http.NewServeMux()
	for i, track := range tracks {
		serve(mux, fmt.Sprintf("/%d.mp3", i), track.MP3)
		serve(mux, fmt.Sprintf("/%d.vtt", i), track.WebVTT())
	}
	serve(mux, "/page.html", fmt.Appendf(nil, page, len(tracks)))
	results := make(chan []byte, 1)
	mux.HandleFunc("POST /result", func(_ http.ResponseWriter, r *http.Request) {
		var body bytes.Buffer
		_, _ = body.ReadFrom(r.Body)
		results <- body.Bytes()
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	stop := startChromium(t, server.URL+"/page.html")
	select {
	case result := <-results:
		return parseHeard(t, result, len(tracks))
	case <-time.After(time.Minute):
		t.Fatalf("Chromium told nothing within a minute; it says:\n%s", stop())
	}
	return nil
}

func serve(mux *http.ServeMux, path string, body []byte) {
	mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, path, time.Time{}, bytes.NewReader(body))
	})
}

func parseHeard(t *testing.T, result []byte, tracks int) []heard {
	t.Helper()
	var got struct {
		Tracks []heard
		Error  string
	}
	if err := json.Unmarshal(result, &got); err != nil || got.Error != "" || len(got.Tracks) != tracks {
		t.Fatalf("Chromium could not load the tracks: %s", result)
	}
	return got.Tracks
}

// startChromium opens a page until the test ends, or until stop, which returns what Chromium
// printed.
func startChromium(t *testing.T, url string) (stop func() string) {
	t.Helper()
	path := tool(t, "chromium")
	ctx, cancel := context.WithCancel(t.Context())
	cmd := exec.CommandContext(ctx, path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(),
		"--autoplay-policy=no-user-gesture-required", url)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = 10 * time.Second // for what it started
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stop = sync.OnceValue(func() string {
		cancel()
		_ = cmd.Wait() // killed
		return out.String()
	})
	t.Cleanup(func() { stop() })
	return stop
}
