package web

import (
	"context"
	_ "embed"
	"encoding/json"
	"html/template"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

var (
	//go:embed testdata/article.html
	articleHTML string
	//go:embed testdata/article.js
	articleJS string
)

// report is what testdata/article.js posts.
type report struct {
	Narration, Missing, First, Last fetched
	Player                          struct {
		Label    string
		Visible  bool
		Controls bool
		Duration float64
		Captions string
		Cues     int
		Audios   int
	}
	Height     float64
	Silent     bool
	Says       string
	Written    int
	Violations []string
	Errors     []string
}

type fetched struct {
	Status      int
	Range, ETag string
	Size        int
	Refused     string
}

// newsdesk serves an article's page that embeds aloud's player, under a strict content security
// policy.
type newsdesk struct {
	*httptest.Server
	reports chan report
}

// newNewsroom opens its pages under a name for this machine. aloud is where the server under test
// will be.
func newNewsroom(t *testing.T, host string) (n *newsdesk, show func(aloud, track string) (page string)) {
	t.Helper()
	n = &newsdesk{reports: make(chan report, 1)}
	mux := http.NewServeMux()
	n.Server = httptest.NewServer(mux)
	t.Cleanup(n.Close)
	_, port, err := net.SplitHostPort(n.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	n.URL = "http://" + net.JoinHostPort(host, port)
	mux.HandleFunc("GET /article.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write([]byte(articleJS))
	})
	mux.HandleFunc("POST /report", func(_ http.ResponseWriter, r *http.Request) {
		var got report
		if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
			got.Errors = append(got.Errors, err.Error())
		}
		n.reports <- got
	})
	return n, func(aloud, track string) string {
		mux.HandleFunc("GET /article", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self' "+aloud+
				"; connect-src 'self' "+aloud+"; media-src "+aloud+"; frame-src "+aloud+"; require-trusted-types-for 'script'")
			_ = template.Must(template.New("").Parse(articleHTML)).Execute(w, map[string]string{"Aloud": aloud, "Track": track})
		})
		return n.URL + "/article"
	}
}

func (n *newsdesk) report(t *testing.T, browser *chromium) report {
	t.Helper()
	select {
	case got := <-n.reports:
		return got
	case <-time.After(time.Minute):
		t.Fatalf("no report within a minute; chromium says:\n%s", browser.stop())
	}
	return report{}
}

// visited is a server under test that records which files its embed page requests.
type visited struct {
	*fixture
	mu    sync.Mutex
	paths []string
}

func (v *visited) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.Contains(r.Referer(), "/embed/") {
		v.mu.Lock()
		v.paths = append(v.paths, r.URL.Path)
		v.mu.Unlock()
	}
	v.fixture.ServeHTTP(w, r)
}

// embedAskedFor says whether the embed page asked for a file whose path ends so.
func (v *visited) embedAskedFor(suffix string) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, path := range v.paths {
		if strings.HasSuffix(path, suffix) {
			return true
		}
	}
	return false
}

// serveTrack has aloud serve two narrated articles of the site whose pages are at siteURL: a1,
// whose track's address it returns, and framed, which no page has in its cache.
func serveTrack(t *testing.T, siteURL string) (v *visited, aloud, trackURL string) {
	t.Helper()
	v = &visited{fixture: newFixture(t, func(o *Options) { o.Sites["harbour"] = Site{URLs: []string{siteURL}} })}
	mp3 := sine(t)
	n := v.publish(t, library.Narration{ID: "a1", Title: "Night ferry returns", Language: "en"}, mp3)
	v.publish(t, library.Narration{ID: "framed", Title: "Night ferry returns", Language: "en"}, mp3)
	server := httptest.NewServer(v)
	t.Cleanup(server.Close)
	return v, server.URL, server.URL + "/public/harbour/articles/a1/" + n.Audio[0].URL
}

// sine is three seconds of a tone.
func sine(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sine.mp3")
	out, err := exec.CommandContext(t.Context(), tool(t, "ffmpeg", "ffmpeg"), "-v", "error", "-f", "lavfi",
		"-i", "sine=frequency=330:duration=3:sample_rate=24000", "-b:a", "64k", path).CombinedOutput()
	if err != nil {
		t.Fatalf("ffmpeg: %v\n%s", err, out)
	}
	mp3, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return mp3
}

func TestBrowserOnTheSite(t *testing.T) {
	site, show := newNewsroom(t, "127.0.0.1")
	v, aloud, trackURL := serveTrack(t, site.URL)
	browser := browse(t, show(aloud, trackURL))
	got := site.report(t, browser)

	if got.Narration.Status != 200 || got.Missing.Status != 404 {
		t.Errorf("narration.json: %+v, a missing one: %+v", got.Narration, got.Missing)
	}
	for name, part := range map[string]struct {
		fetched
		size int
	}{"the first bytes": {got.First, 100}, "the last bytes": {got.Last, 50}} {
		if part.Status != 206 || part.Size != part.size || !strings.HasPrefix(part.Range, "bytes ") || part.ETag == "" {
			t.Errorf("%s of the track: %+v", name, part.fetched)
		}
	}
	p := got.Player
	if p.Label != label || !p.Visible || !p.Controls || p.Duration < 2.9 || p.Duration > 3.1 || p.Captions != "load" || p.Cues != 1 || p.Audios != 1 {
		t.Errorf("player: %+v", p)
	}
	if !got.Silent || got.Written != 2 {
		t.Errorf("the player without narration is empty and hidden: %v; the written one has %d children, want its 2", got.Silent, got.Written)
	}
	if got.Height < 100 || got.Height > 300 {
		t.Errorf("the embed page says that it is %v px high", got.Height)
	}
	if len(got.Violations)+len(got.Errors) > 0 {
		t.Errorf("violations of the page's policy: %q, errors: %q", got.Violations, got.Errors)
	}
	browser.eventually(t, "the framed embed page asks for its audio", func() bool { return v.embedAskedFor(".mp3") })
	if said := browser.stop(); strings.Contains(said, "Content Security Policy") {
		t.Errorf("a page violates its policy:\n%s", said)
	}
}

func TestBrowserElsewhere(t *testing.T) {
	v, aloud, trackURL := serveTrack(t, "https://harbour.example")
	elsewhere, show := newNewsroom(t, "localhost")
	got := elsewhere.report(t, browse(t, show(aloud, trackURL)))

	refused := fetched{Refused: "TypeError"}
	if !reflect.DeepEqual([]fetched{got.Narration, got.Missing, got.First, got.Last}, []fetched{refused, refused, refused, refused}) {
		t.Errorf("fetched %+v", got)
	}
	if got.Silent || !strings.Contains(got.Says, "did not load") || len(got.Errors) > 0 {
		t.Errorf("the player does not say that it is refused, or fails: %+v", got)
	}
	if v.embedAskedFor("") {
		t.Errorf("the embed page was shown in a frame; it asked for %q", v.paths)
	}
}

func TestBrowserWithoutJavaScript(t *testing.T) {
	v, aloud, _ := serveTrack(t, "https://harbour.example")
	browser := browse(t, aloud+"/embed/harbour/a1", "--blink-settings=scriptEnabled=false")
	browser.eventually(t, "the embed page asks for its audio", func() bool { return v.embedAskedFor(".mp3") })
	if v.embedAskedFor("/player.js") {
		t.Error("JavaScript is not off")
	}
}

// chromium is a browser without a window.
type chromium struct {
	stop func() (said string)
}

// browse opens a page until the test ends.
func browse(t *testing.T, page string, flags ...string) *chromium {
	t.Helper()
	flags = append(flags, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(),
		"--autoplay-policy=no-user-gesture-required", "--enable-logging=stderr", page)
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, tool(t, "chromium", "chromium"), flags...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	said := &syncBuffer{}
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	stop := func() string { cancel(); <-ended; return said.String() }
	t.Cleanup(func() { stop() })
	return &chromium{stop: stop}
}

// eventually polls until it is so.
func (c *chromium) eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not within a minute: %s; chromium says:\n%s", what, c.stop())
		}
	}
}

func tool(t testing.TB, name, pkg string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("this test needs %s: install the Debian package %s", name, pkg)
	}
	return path
}
