package httpserver

import (
	"net"
	"sync"

	"github.com/aloud-audio/aloud/internal/clientaddr"
)

// fairListener closes the connections of a client that has its share of them already. Proxies and
// this machine have no share: their connections are of many clients.
type fairListener struct {
	net.Listener
	share   int
	proxies clientaddr.Proxies

	mu   sync.Mutex
	open map[string]int // by client
}

func newFairListener(l net.Listener, share int, proxies clientaddr.Proxies) *fairListener {
	return &fairListener{Listener: l, share: share, proxies: proxies, open: map[string]int{}}
}

// Accept implements net.Listener.
func (l *fairListener) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		addr := clientaddr.Of(conn)
		if !addr.IsValid() || addr.Unmap().IsLoopback() || l.proxies.Has(addr) {
			return conn, nil
		}
		client := clientaddr.Name(addr)
		if l.take(client) {
			return &countedConn{Conn: conn, closed: sync.OnceFunc(func() { l.give(client) })}, nil
		}
		_ = conn.Close()
	}
}

func (l *fairListener) take(client string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open[client] >= l.share {
		return false
	}
	l.open[client]++
	return true
}

func (l *fairListener) give(client string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open[client]--; l.open[client] == 0 {
		delete(l.open, client)
	}
}
