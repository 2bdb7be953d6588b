package source

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// What a page proves about an article, and what it does not.
func TestWhatAPageProves(t *testing.T) {
	const text = `<p>The ferry runs again.</p>`
	own := func(href string) string { return `<link rel="canonical" href="` + href + `">` + text }
	ok := func(body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<!doctype html>" + body)) }
	}
	status := func(code int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
	}
	for name, test := range map[string]struct {
		page  http.HandlerFunc
		title string
		want  article.Status // "": nothing
		id    string
	}{
		"its own address":            {page: ok(own("/ferry/")), want: article.Published},
		"its own, with www and more": {page: ok(own("/ferry?utm_source=x#top")), want: article.Published},
		"its own, as og:url":         {page: ok(`<meta property="og:url" content="/ferry/">` + text), want: article.Published},
		"another of its own":         {page: ok(own("/2026/ferry/")), want: article.Published, id: "ferry-"},
		"the home page":              {page: ok(own("/"))},
		"another host":               {page: ok(own("https://elsewhere.example/ferry/"))},
		"nothing, over http":         {page: ok(text), title: "Ferry"},
		"the title, over http":       {page: ok("<h1>The  Ferry</h1>" + text), title: "The Ferry", want: article.Published},
		"404":                        {page: status(http.StatusNotFound), want: article.Removed},
		"410":                        {page: status(http.StatusGone), want: article.Removed},
		"451":                        {page: status(http.StatusUnavailableForLegalReasons), want: article.Removed},
		"403":                        {page: status(http.StatusForbidden)},
		"401":                        {page: status(http.StatusUnauthorized)},
		"500":                        {page: status(http.StatusInternalServerError)},
		"429":                        {page: status(http.StatusTooManyRequests)},
		"moved within the site":      {page: http.RedirectHandler("/moved/", http.StatusMovedPermanently).ServeHTTP},
		"moved to what is not there": {page: http.RedirectHandler("/none/", http.StatusMovedPermanently).ServeHTTP},
		"a login elsewhere":          {page: http.RedirectHandler("https://login.example/", http.StatusFound).ServeHTTP},
		"a picture": {page: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			_, _ = w.Write([]byte("x"))
		}},
	} {
		t.Run(name, func(t *testing.T) {
			mux := http.NewServeMux()
			mux.HandleFunc("/ferry/", test.page)
			mux.HandleFunc("/moved/", ok(own("/moved/")))
			server := httptest.NewServer(mux)
			defer server.Close()
			p := newPages("feed", http.DefaultClient, false)
			p.remember([]Listed{{Payload: article.Payload{ID: "a", URL: server.URL + "/ferry/", Title: test.title}}})
			answer, err := p.Ask(t.Context(), "a", "")
			if (err == nil) != (test.want != "") || answer.Payload.Status != test.want {
				t.Fatalf("%+v, %v", answer.Payload, err)
			}
			if err == nil && !strings.HasPrefix(answer.Payload.ID, "a"+test.id) && !strings.HasPrefix(answer.Payload.ID, test.id) {
				t.Errorf("its id is %s", answer.Payload.ID)
			}
		})
	}
}

func TestAPageThatIsNoArticle(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<!doctype html><link rel="canonical" href="%s"><h1>Imprint</h1>`, r.URL.Path)
	}))
	defer server.Close()
	if _, err := newPages("sitemap", http.DefaultClient, true).Ask(t.Context(), "a", server.URL+"/imprint"); !errors.Is(err, ErrNoArticle) {
		t.Error(err)
	}
}

func TestAddresses(t *testing.T) {
	for _, same := range [][]string{
		{"https://www.Example.com/2026/ferry/", "http://example.com/2026/ferry", "https://example.com/2026/ferry/index.html", "https://example.com/2026/ferry?utm_medium=x&fbclid=1#c"},
		{"https://example.com/?p=7", "https://example.com?p=7"},
		{"https://example.com/ferry", "https://example.com/ferry/amp?gbraid=1", "https://example.com/ferry?ref=home&at_medium=x"},
	} {
		for _, address := range same {
			if FoldAddress(address) != FoldAddress(same[0]) {
				t.Errorf("%s is %s, %s is %s", address, FoldAddress(address), same[0], FoldAddress(same[0]))
			}
		}
	}
	for address, prefix := range map[string]string{
		"https://example.com/2026/ferry-resumes/":              "ferry-resumes-",
		"https://example.com/?p=7":                             "page-",
		"https://example.com/новини":                           "page-",
		"https://example.com/" + strings.Repeat("long-", 60):   "long-long-",
		"https://example.com/a%2Fb":                            "b-",
		"https://example.com/2026/ferry-resumes/?utm_source=x": "ferry-resumes-",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if id := idOfAddress(u); !strings.HasPrefix(id, prefix) || len(id) > 128 || outsideID().MatchString(id) {
			t.Errorf("%s has the id %s", address, id)
		}
	}
}

// An answer is never later than it was, by the source's clock.
func TestAnsweredAt(t *testing.T) {
	asked := time.Now()
	date := func(d time.Duration) string { return asked.Add(d).UTC().Format(http.TimeFormat) }
	for name, test := range map[string]struct {
		header        http.Header
		oldest, newer time.Duration
	}{
		"its clock":       {http.Header{"Date": {date(-30 * time.Second)}}, -33 * time.Second, -30 * time.Second},
		"from a cache":    {http.Header{"Date": {date(0)}, "Age": {"60"}}, -63 * time.Second, -60 * time.Second},
		"no clock":        {http.Header{}, 0, 0},
		"an absurd clock": {http.Header{"Date": {date(time.Hour)}}, 0, 0},
		"no clock at all": {http.Header{"Date": {"yesterday"}}, 0, 0},
		"an absurd age":   {http.Header{"Date": {date(0)}, "Age": {"-5"}}, -3 * time.Second, 0},
	} {
		got := answeredAt(test.header, asked).Sub(asked)
		if got < test.oldest || got > test.newer {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// Ids that were given out stay: those of most pages are what they were, and the others are found.
func TestFormerIDs(t *testing.T) {
	for address, id := range map[string]string{
		"https://www.example.com/2026/ferry-resumes/":             "ferry-resumes-562fc9d799",
		"https://example.com/2026/ferry-resumes?utm_source=x#top": "ferry-resumes-562fc9d799",
		"https://example.com/?p=7":                                "page-a72c8296a2",
		"https://example.com/ferry?b=2&a=1":                       "ferry-24ee9c5070",
		"https://example.com/ferry/amp/":                          "amp-af402c8260",
		"https://example.com/index.html":                          "page-a379a6f6ee",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if got := FormerID(idOfAddress(u), address); got != id {
			t.Errorf("%s had the id %s, want %s", address, got, id)
		}
		if got := FormerID("blog-"+idOfAddress(u), address); got != "blog-"+id {
			t.Errorf("with a prefix: %s", got)
		}
	}
	if got := FormerID("ferry-2026", "https://example.com/ferry"); got != "ferry-2026" {
		t.Errorf("a hook's id became %s", got)
	}
}
