package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/clientaddr"
	"github.com/aloud-audio/aloud/internal/figures"
	"github.com/aloud-audio/aloud/internal/library"
)

// counter is Figures in memory.
type counter struct {
	mu   sync.Mutex
	sums map[string]figures.Sums // by site, day and article
}

func (c *counter) Count(_ context.Context, site string, day figures.Day, id string, sums figures.Sums) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := fmt.Sprint(site, " ", day, " ", id)
	if c.sums[key] == nil {
		c.sums[key] = figures.Sums{}
	}
	c.sums[key].Add(sums)
	return nil
}

// counting has one site that wants figures, and an article of 40 seconds and three segments there.
func counting(t *testing.T) (*fixture, *counter) {
	t.Helper()
	c := &counter{sums: map[string]figures.Sums{}}
	f := newFixture(t, func(o *Options) {
		o.Figures = c
		o.Proxies, _ = clientaddr.ParseProxies("127.0.0.1")
		o.Sites["harbour"] = Site{URLs: []string{"https://harbour.example"}, Events: true}
		o.Sites["pier"] = Site{URLs: []string{"https://pier.example"}}
	})
	f.publish(t, library.Narration{ID: "ferry", Title: "Night ferry", Language: "en", Segments: make([]library.NarrationSegment, 3)}, track)
	return f, c
}

const beacon = `{"id":"ferry","plays":1,"heard":3,"quarters":[25],"speed":"1","skipped":[2]}`

func (f *fixture) beacon(site, body string, change func(*http.Request)) int {
	r := httptest.NewRequest(http.MethodPost, "/events/"+site, strings.NewReader(body))
	r.Header.Set("Origin", "https://harbour.example")
	r.Header.Set("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
	if change != nil {
		change(r)
	}
	return f.do(r).Code
}

func TestEventsAreCounted(t *testing.T) {
	f, c := counting(t)
	for range 2 {
		if code := f.beacon("harbour", beacon, nil); code != http.StatusNoContent {
			t.Errorf("answered %d", code)
		}
	}
	f.beacon("harbour", beacon, func(r *http.Request) { r.Header.Set("Origin", "http://example.com") }) // the embed page here
	if got := c.sums["harbour 2026-03-03 ferry"]; got["plays"] != 3 || got["heard"] != 9 || got["skip:2"] != 3 || len(c.sums) != 1 {
		t.Errorf("counted %v", c.sums)
	}
}

func TestEventsThatDoNotCount(t *testing.T) {
	f, c := counting(t)
	for name, test := range map[string]struct {
		site, body string
		change     func(*http.Request)
		want       int
	}{
		"a stranger's page":   {"harbour", beacon, func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, 204},
		"another site's page": {"harbour", beacon, func(r *http.Request) { r.Header.Set("Origin", "https://pier.example") }, 204},
		"no page":             {"harbour", beacon, func(r *http.Request) { r.Header.Del("Origin") }, 204},
		"a robot":             {"harbour", beacon, func(r *http.Request) { r.Header.Set("User-Agent", "Googlebot/2.1") }, 204},
		"an unknown article":  {"harbour", strings.Replace(beacon, "ferry", "a2", 1), nil, 204},
		"no id":               {"harbour", strings.Replace(beacon, "ferry", "../a2", 1), nil, 204},
		"a segment too many":  {"harbour", strings.Replace(beacon, "[2]", "[3]", 1), nil, 204},
		"an unknown field":    {"harbour", strings.Replace(beacon, "{", `{"ip":1,`, 1), nil, 204},
		"a site without":      {"pier", beacon, nil, 404},
		"an unknown site":     {"quay", beacon, nil, 404},
	} {
		if code := f.beacon(test.site, test.body, test.change); code != test.want {
			t.Errorf("%s: %d, want %d", name, code, test.want)
		}
	}
	if len(c.sums) > 0 {
		t.Errorf("counted %v", c.sums)
	}
}

// A flood is counted up to a limit for each address, and remembered up to a limit for all.
func TestEventsFlood(t *testing.T) {
	f, c := counting(t)
	from := func(address, forwarded string) func(*http.Request) {
		return func(r *http.Request) {
			r.RemoteAddr = address
			if forwarded != "" {
				r.Header.Set("X-Forwarded-For", forwarded)
			}
		}
	}
	plays := func() int { return c.sums["harbour 2026-03-03 ferry"]["plays"] }
	for i := range 100 {
		f.beacon("harbour", beacon, from("203.0.113.7:1", fmt.Sprintf("198.51.100.%d", i))) // nobody's proxy
	}
	if plays() != beaconsPerMinute {
		t.Errorf("%d counted of one address, want %d", plays(), beaconsPerMinute)
	}
	for i := range 100 {
		f.beacon("harbour", beacon, from(fmt.Sprintf("[2001:db8::%x]:1", i), "")) // one line
	}
	if plays() != 2*beaconsPerMinute {
		t.Errorf("%d counted after an IPv6 line, want %d", plays(), 2*beaconsPerMinute)
	}
	for i := range 100 {
		f.beacon("harbour", beacon, from("127.0.0.1:1", fmt.Sprintf("192.0.2.1, 198.51.100.%d", i))) // our proxy
	}
	if plays() != 2*beaconsPerMinute+100 {
		t.Errorf("%d counted behind a proxy, want %d", plays(), 2*beaconsPerMinute+100)
	}
	for i := range mostSenders + 100 {
		f.beacon("harbour", `{`, from(fmt.Sprintf("10.%d.%d.%d:1", 200+i>>16, i>>8&255, i&255), ""))
	}
	if n := len(f.senders.sent); n > mostSenders {
		t.Errorf("%d addresses are remembered, more than %d", n, mostSenders)
	}
	for i := range mostTracks + 100 {
		f.tracks.remember(library.Ref{Site: "harbour", ID: fmt.Sprint("a", i)}, length{})
	}
	if n := len(f.tracks.known); n > mostTracks {
		t.Errorf("%d articles are remembered, more than %d", n, mostTracks)
	}
}
