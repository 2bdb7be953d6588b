package player_test

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/aloud-audio/aloud/internal/pageid"
	"github.com/aloud-audio/aloud/internal/player"
	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

//go:embed testdata
var testdata embed.FS

// policy is what the player must run under.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self'; connect-src 'self'; img-src 'self'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'; report-uri /reports"

// texts reads the player's texts of a language.
func texts(t testing.TB, language string) (labels map[string]string) {
	t.Helper()
	text, err := os.ReadFile("../lang/" + language + "/player.yaml")
	if err == nil {
		err = yaml.Unmarshal(text, &labels)
	}
	if err != nil {
		t.Fatal(err)
	}
	return labels
}

// site serves article pages, and the public objects of their audio as a bucket does.
type site struct {
	*httptest.Server
	tracks map[string][]byte            // by article
	labels map[string]map[string]string // by language

	mu       sync.Mutex
	reports  []string
	requests []string
	broken   bool            // tracks are damaged
	down     bool            // narrations answer 503
	answer   string          // what narrations are instead, "" if they are right
	refusal  int             // status of tracks, 0 if they are there
	pending  map[string]bool // articles whose audio is being made
	beacons  []string        // listening figures
	counting bool            // the site wants them
	upNext   bool            // the site wants its newest articles listed
	edited   bool            // articles have one more paragraph, in front
}

// pagePlayer is an element of a page.
type pagePlayer struct {
	Src        string
	Attributes template.HTMLAttr
}

func newSite(t testing.TB) *site {
	t.Helper()
	s := &site{tracks: map[string][]byte{}, labels: map[string]map[string]string{}, pending: map[string]bool{}}
	for _, a := range articles {
		cues := a.cues()
		s.labels[a.Language] = texts(t, a.Language)
		s.tracks[a.ID] = tone(t, cues[len(cues)-1].end+gap)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /article/{id}", s.servePage)
	mux.HandleFunc("GET /public/main/articles/{id}/{file}", s.servePublic)
	mux.HandleFunc("GET /public/main/pages/{hash}", s.servePageObject)
	mux.HandleFunc("GET /player.js", serveBytes("text/javascript", player.JS))
	mux.HandleFunc("GET /bare.js", serveBytes("text/javascript", []byte(bareScript)))
	mux.HandleFunc("GET /figures.js", serveBytes("text/javascript", player.Figures))
	mux.HandleFunc("GET /next.js", serveBytes("text/javascript", player.Next))
	mux.HandleFunc("GET /public/main/feeds/{name...}", s.serveFeed)
	mux.HandleFunc("POST /events/main", s.takeBeacon)
	serveCorpus(mux)
	mux.Handle("GET /src/", http.FileServer(http.Dir(".")))
	mux.HandleFunc("POST /reports", s.takeReport)
	mux.HandleFunc("GET /robots.txt", serveBytes("text/plain", nil))
	mux.HandleFunc("GET /favicon.ico", serveBytes("image/png", nil))
	files, _ := testdata.ReadDir("testdata/themes")
	for _, file := range files {
		text, _ := testdata.ReadFile("testdata/themes/" + file.Name())
		mux.HandleFunc("GET /themes/"+file.Name(), serveBytes("text/css", text))
	}
	for _, name := range []string{"player.css", "watch.js"} {
		text, _ := testdata.ReadFile("testdata/" + name)
		mux.HandleFunc("GET /"+name, serveBytes(map[bool]string{true: "text/css", false: "text/javascript"}[strings.HasSuffix(name, ".css")], text))
	}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.requests = append(s.requests, r.URL.Path)
		s.mu.Unlock()
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func serveBytes(mediaType string, content []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	}
}

// bareScript does what no player can do without.
const bareScript = `fetch(document.querySelector("aloud-player").getAttribute("src")).then((r) => r.json()).then(() => dispatchEvent(new Event("aloud:ready")))`

// servePage has the parameters theme, players (addresses of narrations; "": none), attributes and
// snippet.
func (s *site) servePage(w http.ResponseWriter, r *http.Request) {
	a, query := articles[r.PathValue("id")], r.URL.Query()
	page := struct {
		article
		Theme, Path    string
		Players        []pagePlayer
		Body           template.HTML
		Cards          []string
		Snippet, Index bool
	}{article: a, Theme: query.Get("theme"), Path: "/" + a.ID + "/", Body: a.html(), Cards: a.cards, Snippet: query.Has("snippet"), Index: query.Has("index")}
	if page.Theme == "" {
		page.Theme = "plain"
	}
	for _, id := range query["player"] {
		page.Players = append(page.Players, pagePlayer{"/public/main/articles/" + id + "/narration.json", template.HTMLAttr(query.Get("attributes"))})
	}
	if page.Index {
		page.Path = "/"
	}
	w.Header().Set("Content-Security-Policy", policy)
	if err := template.Must(template.ParseFS(testdata, "testdata/page.html")).Execute(w, page); err != nil {
		panic(err)
	}
}

var articles = map[string]article{ferry.ID: ferry, station.ID: station, lighthouse.ID: lighthouse, unheard.ID: unheard, refused.ID: refused}

func (s *site) servePublic(w http.ResponseWriter, r *http.Request) {
	a, known := articles[r.PathValue("id")]
	s.mu.Lock()
	pending, broken, down, counting, upNext, answer, refusal := s.pending[r.PathValue("id")], s.broken, s.down, s.counting, s.upNext, s.answer, s.refusal
	if s.edited {
		a.blocks = append([]block{{"paragraph", "", []string{"There is news."}}}, a.blocks...)
	}
	s.mu.Unlock()
	switch file := r.PathValue("file"); {
	case file == "narration.json" && down:
		http.Error(w, "the store is away", http.StatusServiceUnavailable)
	case file == "narration.json" && pending:
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write([]byte(`{"version":1,"site":"main","id":"` + a.ID + `","state":"pending","nonce":"n","language":"` + a.Language + `","labels":{"pending":"` + s.labels[a.Language]["pending"] + `"}}`))
	case file == "narration.json" && answer != "":
		_, _ = w.Write([]byte(answer))
	case file == "track.mp3" && refusal > 0:
		w.WriteHeader(refusal)
	case !known, file != "narration.json" && broken:
		http.NotFound(w, r)
	case file == "narration.json":
		narration := a.narration(s.labels[a.Language])
		narration["events"], narration["up_next"] = counting, upNext
		_ = json.NewEncoder(w).Encode(narration)
	case file == "track.vtt":
		serveBytes("text/vtt; charset=utf-8", []byte(a.webVTT()))(w, r)
	default:
		w.Header().Set("Cache-Control", "no-store") // a broken track is broken at once
		serveBytes("audio/mpeg", s.tracks[a.ID])(w, r)
	}
}

// serveFeed has two other articles in every feed, and the ferry's, beside one without a page.
func (s *site) serveFeed(w http.ResponseWriter, r *http.Request) {
	item := `{"id":"aloud:main/%s","url":"https://pier.example/%s","title":%q,"attachments":[{"duration_in_seconds":%d}]}`
	fmt.Fprintf(w, `{"items":[`+item+","+item+","+item+`,{"id":"aloud:main/z","title":"no page","attachments":[{"duration_in_seconds":1}]}]}`,
		"x", "x", "Newest of "+r.PathValue("name")+" <b>", 65, ferry.ID, ferry.ID, ferry.Title, 60, "y", "y", "Second", 3725)
}

// servePageObject knows the articles by their addresses.
func (s *site) servePageObject(w http.ResponseWriter, r *http.Request) {
	for id := range articles {
		if r.PathValue("hash") == pageid.Hash("https://pier.example/"+id)+".json" {
			_, _ = w.Write([]byte(`{"version":1,"id":"` + id + `","narration":"../articles/` + id + `/narration.json"}`))
			return
		}
	}
	http.NotFound(w, r)
}

func (s *site) takeBeacon(w http.ResponseWriter, r *http.Request) {
	var body bytes.Buffer
	_, _ = body.ReadFrom(r.Body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.beacons = append(s.beacons, body.String())
	w.WriteHeader(http.StatusNoContent)
}

func (s *site) takeReport(_ http.ResponseWriter, r *http.Request) {
	var body bytes.Buffer
	_, _ = body.ReadFrom(r.Body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reports = append(s.reports, body.String())
}

// tone is an MP3 of a length in seconds.
func tone(t testing.TB, seconds float64) []byte {
	t.Helper()
	path := t.TempDir() + "/tone.mp3"
	out, err := exec.CommandContext(t.Context(), browsertest.Tool(t, "ffmpeg", "ffmpeg"), "-v", "error", "-f", "lavfi",
		"-i", "sine=frequency=330:sample_rate=24000:duration="+strconv.FormatFloat(seconds, 'f', 3, 64), "-b:a", "32k", path).CombinedOutput()
	if err != nil {
		t.Fatalf("ffmpeg: %v\n%s", err, out)
	}
	mp3, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return mp3
}

// set changes how the site answers.
func (s *site) set(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}
