package google

import (
	"crypto/sha256"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"sync"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"google.golang.org/grpc/codes"

	"github.com/aloud-audio/aloud/internal/emulator/fault"
)

// Record describes one request and its result.
type Record struct {
	Number  int // from 1, in order of arrival
	Request *pb.SynthesizeSpeechRequest
	Family  string
	Said    string // the words, without markup; empty if it was refused
	Code    codes.Code
	Fault   fault.Fault
	Billed  int           // characters
	Audio   time.Duration // before any fault

	marks []mark
}

// Stats are sums over all requests since the start, for synthesis only.
type Stats struct {
	Requests   int            `json:"requests"`
	Answered   int            `json:"answered"`     // with audio, damaged or not
	Refused    map[string]int `json:"refused"`      // by the name of the code
	Faults     map[string]int `json:"faults"`       // injected
	Billed     int            `json:"billed"`       // characters
	Repeated   int            `json:"repeated"`     // billed requests identical to an earlier billed one
	AudioTime  float64        `json:"audio"`        // seconds
	MostAtOnce int            `json:"most_at_once"` // requests
	Families   map[string]int `json:"families"`     // billed characters by family
}

// recorder keeps the totals, and the records of the last requests.
type recorder struct {
	mu      sync.Mutex
	stats   Stats
	records []*Record
	open    int
	bought  map[[sha256.Size]byte]bool // requests by their hashes
}

// keptRecords bounds memory, so that the emulator can run for days.
const keptRecords = 10_000

func newRecorder() *recorder {
	return &recorder{
		stats:  Stats{Refused: map[string]int{}, Faults: map[string]int{}, Families: map[string]int{}},
		bought: map[[sha256.Size]byte]bool{},
	}
}

func (r *recorder) begin(req *pb.SynthesizeSpeechRequest) *Record {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stats.Requests++
	r.open++
	r.stats.MostAtOnce = max(r.stats.MostAtOnce, r.open)
	return &Record{Number: r.stats.Requests, Request: req}
}

func (r *recorder) end(record *Record, code codes.Code) {
	r.mu.Lock()
	defer r.mu.Unlock()
	record.Code = code
	r.open--
	if r.records = append(r.records, record); len(r.records) > keptRecords {
		r.records = r.records[keptRecords/10:]
	}
	if code == codes.OK {
		r.stats.Answered++
	} else {
		r.stats.Refused[code.String()]++
	}
	if record.Fault != "" {
		r.stats.Faults[string(record.Fault)]++
	}
	r.bill(record)
}

func (r *recorder) bill(record *Record) {
	if record.Billed == 0 {
		return
	}
	r.stats.Billed += record.Billed
	r.stats.Families[record.Family] += record.Billed
	r.stats.AudioTime += record.Audio.Seconds()
	hash := sha256.Sum256([]byte(record.Request.String())) // the same for equal requests, within one process
	if r.bought[hash] {
		r.stats.Repeated++
	}
	r.bought[hash] = true
}

// Stats returns the sums so far.
func (s *Server) Stats() Stats {
	s.stats.mu.Lock()
	defer s.stats.mu.Unlock()
	stats := s.stats.stats
	stats.Refused, stats.Faults, stats.Families = maps.Clone(stats.Refused), maps.Clone(stats.Faults), maps.Clone(stats.Families)
	return stats
}

// Records returns the last requests, in the order in which they were answered or refused.
func (s *Server) Records() []Record {
	s.stats.mu.Lock()
	defer s.stats.mu.Unlock()
	var all []Record
	for record := range slices.Values(s.stats.records) {
		all = append(all, *record)
	}
	return all
}

// StatsHandler serves Stats as JSON.
func (s *Server) StatsHandler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(s.Stats()) // the client may be gone
	})
}
