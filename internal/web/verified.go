package web

import (
	"net/netip"
	"sync"
	"time"
)

const (
	verifiedFor  = 24 * time.Hour
	mostVerified = 1000 // networks that are remembered
)

// verified remembers for a day which networks sent signed hooks, so that strangers cannot take all
// the memory for bodies from them.
type verified struct {
	mu    sync.Mutex
	until map[string]time.Time // by network
}

func (v *verified) add(client string, now time.Time) {
	from := network(client)
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.until == nil {
		v.until = map[string]time.Time{}
	}
	if _, known := v.until[from]; !known && len(v.until) >= mostVerified {
		v.forget(now)
	}
	v.until[from] = now.Add(verifiedFor)
}

// forget makes room: it drops networks until there is some, and all whose day is over.
func (v *verified) forget(now time.Time) {
	for name, until := range v.until {
		if now.After(until) || len(v.until) >= mostVerified {
			delete(v.until, name)
		}
	}
}

func (v *verified) has(client string, now time.Time) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return now.Before(v.until[network(client)])
}

// network is that of a client's address: a CMS sends from several addresses of one.
func network(client string) string {
	addr, err := netip.ParseAddr(client)
	if err != nil { // it is a network already
		return client
	}
	prefix, err := addr.Prefix(24)
	if err != nil {
		return client
	}
	return prefix.String()
}
