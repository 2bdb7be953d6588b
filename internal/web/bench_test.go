package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkGhostHook accepts a new article of 30 kB each time, into a folder store.
func BenchmarkGhostHook(b *testing.B) {
	f := newFixture(b)
	p := newPost("", now)
	p.HTML = strings.Repeat("<p>The night ferry sails again from Monday, at six and at nine.</p>", 450)
	var took []time.Duration
	for b.Loop() {
		p.ID = "a" + strconv.Itoa(len(took))
		body := publishedBody(b, p)
		r := ghostRequest("harbour", "published", body, ghostHeader(ghostSecret, body, now))
		began := time.Now()
		w := f.do(r)
		took = append(took, time.Since(began))
		if w.Code != http.StatusAccepted {
			b.Fatalf("%d %s", w.Code, w.Body)
		}
	}
	slices.Sort(took)
	for name, share := range map[string]int{"p50-ms": 50, "p99-ms": 99} {
		b.ReportMetric(float64(took[len(took)*share/100].Microseconds())/1000, name)
	}
}
