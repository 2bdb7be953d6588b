package main

import (
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/proxy"
)

// weather decides the fate of the store's requests, by the present faults and by the seed.
type weather struct {
	seed string

	mu       sync.Mutex
	storms   map[time.Duration]storm // by when the fault was to begin
	requests int
	ended    []span // storms that are over
	met      map[proxy.Kind]int
}

type storm struct {
	share float64
	kind  proxy.Kind
	from  time.Time
}

const (
	slowest = 400 * time.Millisecond // of a slow store
	latest  = 20 * time.Second       // that a request arrives after its sender gave it up
)

func newWeather(seed uint64) *weather {
	return &weather{seed: strconv.FormatUint(seed, 10), storms: map[time.Duration]storm{}, met: map[proxy.Kind]int{}}
}

func (w *weather) begin(f fault, share float64, kind proxy.Kind) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.storms[f.at] = storm{share, kind, time.Now()}
}

func (w *weather) end(f fault) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ended = append(w.ended, span{from: w.storms[f.at].from, until: time.Now()})
	delete(w.storms, f.at)
}

// fate implements the proxy's.
func (w *weather) fate(r *http.Request) proxy.Fate {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.requests++
	h := hash("fate", w.seed, strconv.Itoa(w.requests))
	var f proxy.Fate
	for _, s := range w.storms {
		switch {
		case s.kind == proxy.Passed:
			f.Wait = time.Duration(chance(mix(h+1)) * float64(slowest))
		case chance(h) >= s.share, s.kind == proxy.DeliveredLate && !isWrite(r):
		default:
			f.Kind = s.kind
		}
	}
	if f.Kind == proxy.DeliveredLate {
		f.Late = time.Duration(chance(mix(h+2)) * float64(latest))
	}
	w.met[f.Kind]++
	return f
}

// isWrite reports whether a request changes an object. Late deletes are not among the faults:
// storage that deletes late may delete anything.
func isWrite(r *http.Request) bool {
	return r.Method == http.MethodPut && !strings.Contains(r.URL.RawQuery, "uploadId")
}
