package proxy

import (
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// TCP passes bytes on to a server.
type TCP struct {
	Address string

	listener net.Listener
	backend  string
	delay    atomic.Int64 // nanoseconds

	mu    sync.Mutex
	conns map[net.Conn]bool
}

// ListenTCP passes connections on to the server at backend until Close.
func ListenTCP(backend string) (*TCP, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &TCP{Address: listener.Addr().String(), listener: listener, backend: backend, conns: map[net.Conn]bool{}}
	go p.accept()
	return p, nil
}

// Delay delays everything that either side sends from now on by d.
func (p *TCP) Delay(d time.Duration) { p.delay.Store(int64(d)) }

// Cut ends all connections, even in the middle of a message.
func (p *TCP) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for conn := range p.conns {
		conn.Close()
	}
}

// Close ends all connections and accepts no more.
func (p *TCP) Close() {
	p.listener.Close()
	p.Cut()
}

func (p *TCP) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return // closed
		}
		go p.pass(client)
	}
}

func (p *TCP) pass(client net.Conn) {
	defer p.forget(client)
	p.remember(client)
	server, err := net.Dial("tcp", p.backend)
	if err != nil {
		return
	}
	defer p.forget(server)
	p.remember(server)
	ended := make(chan struct{}, 2)
	for _, way := range [][2]net.Conn{{server, client}, {client, server}} {
		go func() {
			_, _ = io.Copy(slow{way[0], &p.delay}, way[1])
			ended <- struct{}{}
		}()
	}
	<-ended
}

func (p *TCP) remember(conn net.Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.conns[conn] = true
}

func (p *TCP) forget(conn net.Conn) {
	conn.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.conns, conn)
}

// slow writes after a delay.
type slow struct {
	io.Writer
	delay *atomic.Int64
}

func (s slow) Write(b []byte) (int, error) {
	time.Sleep(time.Duration(s.delay.Load()))
	return s.Writer.Write(b)
}
