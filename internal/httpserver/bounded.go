package httpserver

import (
	"net"
	"sync"
)

// boundedListener accepts a bounded number of connections at once. More wait in the kernel's queue.
type boundedListener struct {
	net.Listener
	places chan struct{} // one value for each open connection
	close  func() error  // once
	closed chan struct{}
}

func newBoundedListener(l net.Listener, connections int) *boundedListener {
	closed := make(chan struct{})
	return &boundedListener{
		Listener: l, places: make(chan struct{}, connections), closed: closed,
		close: sync.OnceValue(func() error { close(closed); return l.Close() }),
	}
}

// Accept implements net.Listener.
func (l *boundedListener) Accept() (net.Conn, error) {
	select {
	case l.places <- struct{}{}:
	case <-l.closed:
		return nil, net.ErrClosed
	}
	conn, err := l.Listener.Accept()
	if err != nil {
		<-l.places
		return nil, err
	}
	return &countedConn{Conn: conn, closed: sync.OnceFunc(func() { <-l.places })}, nil
}

// Close implements net.Listener.
func (l *boundedListener) Close() error { return l.close() }
