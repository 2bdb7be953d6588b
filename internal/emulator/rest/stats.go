package rest

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/emulator/fault"
)

// Record is one request for speech and its result.
type Record struct {
	Number    int // from 1, in order of arrival
	AtOnce    int // requests at its arrival, itself included
	Utterance     // empty if it was refused
	Refused   string
	Fault     fault.Fault
	Audio     time.Duration // before any fault
}

// Stats are the sums of all requests for speech.
type Stats struct {
	Requests   int            `json:"requests"`
	Answered   int            `json:"answered"` // with audio, damaged or not
	Refused    map[string]int `json:"refused"`  // by the name of the error
	Faults     map[string]int `json:"faults"`   // injected
	Billed     int            `json:"billed"`   // characters
	AudioTime  float64        `json:"audio"`    // seconds
	MostAtOnce int            `json:"most_at_once"`
	Families   map[string]int `json:"families"` // billed characters by family
}

// keptRecords is how many of the newest requests are remembered.
const keptRecords = 10_000

type recorder struct {
	mu      sync.Mutex
	stats   Stats
	records []Record
	open    int
}

func newRecorder() recorder {
	return recorder{stats: Stats{Refused: map[string]int{}, Faults: map[string]int{}, Families: map[string]int{}}}
}

func (r *recorder) begin() *Record {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stats.Requests++
	r.open++
	r.stats.MostAtOnce = max(r.stats.MostAtOnce, r.open)
	return &Record{Number: r.stats.Requests, AtOnce: r.open}
}

// atOnce returns how many requests are running.
func (r *recorder) atOnce() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.open
}

func (r *recorder) end(record *Record) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.open--
	if r.records = append(r.records, *record); len(r.records) > keptRecords {
		r.records = slices.Delete(r.records, 0, keptRecords/10)
	}
	if record.Fault != "" {
		r.stats.Faults[string(record.Fault)]++
	}
	if record.Refused != "" {
		r.stats.Refused[record.Refused]++
		return
	}
	r.stats.Answered++
	r.stats.Billed += record.Billed
	r.stats.Families[record.Family] += record.Billed
	r.stats.AudioTime += record.Audio.Seconds()
}

// Stats returns the sums so far.
func (s *Server) Stats() Stats {
	s.stats.mu.Lock()
	defer s.stats.mu.Unlock()
	stats := s.stats.stats
	stats.Refused, stats.Faults, stats.Families = maps.Clone(stats.Refused), maps.Clone(stats.Faults), maps.Clone(stats.Families)
	return stats
}

// Records returns the newest requests, in the order in which they ended.
func (s *Server) Records() []Record {
	s.stats.mu.Lock()
	defer s.stats.mu.Unlock()
	return slices.Clone(s.stats.records)
}

// StatsHandler serves Stats as JSON.
func (s *Server) StatsHandler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(s.Stats()) // the client may be gone
	})
}
