package web

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"
)

const (
	beaconsPerMinute = 60     // from one address: listeners may share one
	mostSenders      = 10_000 // addresses that are remembered, for a minute at most; further ones wait for the next
)

// senders bounds the beacons of each address. It forgets every address within a minute and writes
// none down.
type senders struct {
	mu     sync.Mutex
	minute time.Time
	sent   map[netip.Prefix]int
}

// allow counts a request and reports whether its address may send it.
func (s *senders) allow(r *http.Request, now time.Time) bool {
	from, err := netip.ParseAddr(clientAddress(r))
	if err != nil {
		return false
	}
	bits := 32
	if from = from.Unmap(); from.Is6() {
		bits = 64 // what one line is given
	}
	prefix, _ := from.Prefix(bits)
	s.mu.Lock()
	defer s.mu.Unlock()
	if minute := now.Truncate(time.Minute); !minute.Equal(s.minute) {
		s.minute, s.sent = minute, map[netip.Prefix]int{}
	}
	if _, known := s.sent[prefix]; !known && len(s.sent) >= mostSenders {
		return false
	}
	s.sent[prefix]++
	return s.sent[prefix] <= beaconsPerMinute
}

// clientAddress is who sent a request; behind a proxy of this machine or network, whom the proxy
// says it had before it.
func clientAddress(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	peer, err := netip.ParseAddr(host)
	forwarded := r.Header.Values("X-Forwarded-For")
	if err != nil || len(forwarded) == 0 || !peer.IsLoopback() && !peer.IsPrivate() {
		return host
	}
	hops := strings.Split(forwarded[len(forwarded)-1], ",")
	return strings.TrimSpace(hops[len(hops)-1])
}
