package httpserver

import (
	"errors"
	"io"
	"net"
	"net/netip"
	"testing"

	"github.com/aloud-audio/aloud/internal/clientaddr"
)

// outside has all connections come from an address that is not this machine's.
type outside struct {
	net.Listener
	from string
}

type outsideConn struct {
	net.Conn
	from string
}

func (l outside) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	return outsideConn{conn, l.from}, err
}

func (c outsideConn) RemoteAddr() net.Addr {
	return net.TCPAddrFromAddrPort(netip.MustParseAddrPort(c.from))
}

func TestAClientHasAShareOfTheConnections(t *testing.T) {
	const share = 3
	for name, test := range map[string]struct {
		from   string
		served int
	}{
		"a client":     {"203.0.113.9:1", share},
		"a proxy":      {"10.0.0.1:1", share + 2},
		"this machine": {"127.0.0.1:1", share + 2},
	} {
		t.Run(name, func(t *testing.T) {
			inner, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			proxies, _ := clientaddr.ParseProxies("10.0.0.1")
			l := newFairListener(outside{inner, test.from}, share, proxies)
			accepted := make(chan net.Conn, 10)
			go func() {
				for conn, err := l.Accept(); err == nil; conn, err = l.Accept() {
					accepted <- conn
				}
				close(accepted)
			}()
			dial := func() net.Conn {
				conn, err := net.Dial("tcp", inner.Addr().String())
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = conn.Close() })
				return conn
			}
			var served []net.Conn
			for range test.served {
				dial()
				served = append(served, <-accepted)
			}
			if test.served == share {
				if _, err := dial().Read(make([]byte, 1)); err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
					t.Errorf("one connection too many: %v", err)
				}
				_ = served[0].Close() // gives its place back
				_ = served[0].Close()
				dial()
				<-accepted
			}
			_ = l.Close()
			if _, more := <-accepted; more {
				t.Error("more connections are served")
			}
		})
	}
}
