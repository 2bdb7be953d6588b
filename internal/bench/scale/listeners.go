package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

// measureListeners reads the memory of `aloud serve` with idle listeners, which have read the
// beginning of a track and wait, and with some that download.
func measureListeners(ctx context.Context, o options) error {
	fmt.Print("\n| aloud serve with | listeners that got an answer | resident MB, before | with them | kB a listener more |\n| --- | --: | --: | --: | --: |\n")
	for _, a := range []struct {
		name  string
		count int
		then  func(context.Context, net.Conn)
	}{{"idle listeners", o.listeners, idling}, {"listeners that download", o.downloads, reading}} {
		if err := measureAudience(ctx, o, fmt.Sprintf("%d %s", a.count, a.name), a.count, a.then); err != nil {
			return err
		}
	}
	return nil
}

// measureAudience reads the memory of a fresh process, since one does not return all that it had.
func measureAudience(ctx context.Context, o options, name string, count int, then func(context.Context, net.Conn)) error {
	s, err := newShelf(ctx, o)
	if err != nil {
		return err
	}
	defer s.Close()
	before := resident(s.aloud.process.PID())
	audience := s.listen(ctx, count, then)
	defer audience.leave()
	now := resident(s.aloud.process.PID())
	fmt.Printf("| %s | %d | %.0f | %.0f | %.1f |\n", name, audience.answered, before/1e6, now/1e6, (now-before)/1e3/float64(max(1, audience.answered)))
	return nil
}

// resident is a process's resident memory in bytes; 0 if it has ended.
func resident(pid int) float64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, after, _ := strings.Cut(string(text), "VmRSS:")
	value, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	kilobytes, _ := strconv.ParseFloat(value, 64)
	return kilobytes * 1024
}

// audience are connections to the server.
type audience struct {
	answered int
	leave    func()
}

// What a listener does after the first byte.
func idling(context.Context, net.Conn) {}

// reading takes as much as a track plays in that time, many times over.
func reading(ctx context.Context, conn net.Conn) {
	buffer := make([]byte, seekSize)
	for ctx.Err() == nil {
		if _, err := io.ReadFull(conn, buffer); err != nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// settle is how long the audience is given to get its answers: a server at its limit of connections
// lets further ones wait.
const settle = 5 * time.Second

// listen opens connections that request a track each.
func (s *shelf) listen(ctx context.Context, count int, then func(context.Context, net.Conn)) audience {
	ctx, cancel := context.WithCancel(ctx)
	var mu sync.Mutex
	var conns []net.Conn
	answered := 0
	var listening sync.WaitGroup
	for i := range count {
		conn, err := net.Dial("tcp", s.service.Listen)
		if err != nil {
			continue
		}
		conns = append(conns, conn)
		listening.Go(func() {
			fmt.Fprintf(conn, "GET /public/%s HTTP/1.1\r\nHost: localhost\r\n\r\n", track(i))
			if n, _ := conn.Read(make([]byte, 1)); n == 0 {
				return
			}
			mu.Lock()
			answered++
			mu.Unlock()
			then(ctx, conn)
		})
	}
	time.Sleep(settle)
	mu.Lock()
	defer mu.Unlock()
	return audience{answered, func() {
		cancel()
		for _, conn := range conns {
			conn.Close()
		}
		listening.Wait()
	}}
}
