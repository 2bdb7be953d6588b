package web

import (
	"sync"
	"time"
)

const (
	beaconsPerMinute = 60     // from one client: listeners may share an address
	mostSenders      = 10_000 // clients that are remembered, for a minute at most; further ones wait for the next
)

// senders bounds the beacons of each client. It forgets every address within a minute and stores
// none.
type senders struct {
	mu     sync.Mutex
	minute time.Time
	sent   map[string]int // by client
}

// allow counts a beacon and reports whether its client may send it.
func (s *senders) allow(client string, now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if minute := now.Truncate(time.Minute); !minute.Equal(s.minute) {
		s.minute, s.sent = minute, map[string]int{}
	}
	if _, known := s.sent[client]; !known && len(s.sent) >= mostSenders {
		return false
	}
	s.sent[client]++
	return s.sent[client] <= beaconsPerMinute
}
