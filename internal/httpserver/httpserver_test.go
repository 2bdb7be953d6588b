package httpserver

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// served is a server until the test ends.
type served struct {
	*Server
	log  *bytes.Buffer // to be read after stop
	stop func() error  // as SIGTERM does
}

func serve(t *testing.T, writeTimeout time.Duration, connections int, handler http.HandlerFunc) *served {
	t.Helper()
	var log bytes.Buffer
	s, err := Listen("127.0.0.1:0", connections, nil, handler, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	s.http.Handler = goingOn(handler, writeTimeout)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	stop := sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { _ = stop() })
	return &served{s, &log, stop}
}

// dial asks for a path over a connection with a small receive buffer.
func (s *served) dial(t *testing.T, path string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", s.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	_ = conn.(*net.TCPConn).SetReadBuffer(4 << 10)
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: a\r\n\r\n", path)
	return conn
}

// track writes endless audio, and reports the error that ended it.
func track(ended chan<- error) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		_, err := io.Copy(w, endless{})
		ended <- err
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestAListenerThatStallsIsCutOff(t *testing.T) {
	ended := make(chan error, 1)
	s := serve(t, 50*time.Millisecond, 10, track(ended))
	s.dial(t, "/")
	if err := <-ended; err == nil {
		t.Error("the track ended without an error")
	}
}

// file is a file that notes whether the kernel was asked to send it.
type file struct {
	*os.File
	asked *atomic.Int32
}

func (f file) SyscallConn() (syscall.RawConn, error) {
	f.asked.Add(1)
	return f.File.SyscallConn()
}

// Read is for the first 512 bytes, which net/http sends with the header.
func (f file) Read(p []byte) (int, error) {
	if f.asked.Load() > 0 {
		return 0, errors.New("the file is copied")
	}
	return f.File.Read(p)
}

// The deadline is set for each part, and the connection is one that was counted.
func TestTheKernelSendsFiles(t *testing.T) {
	const size = 5*part/2 + 1
	path := filepath.Join(t.TempDir(), "track.mp3")
	if err := os.WriteFile(path, bytes.Repeat([]byte("0123456789"), size/10+1), 0o600); err != nil {
		t.Fatal(err)
	}
	var asked atomic.Int32
	ended := make(chan error, 1)
	s := serve(t, time.Hour, 10, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "audio/mpeg")
		w.Header().Set("Content-Length", strconv.Itoa(size))
		f, err := os.Open(path)
		if err == nil {
			defer f.Close()
			_, err = io.CopyN(w, file{f, &asked}, size)
		}
		ended <- err
	})
	response, err := http.Get("http://" + s.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	got, err := io.ReadAll(response.Body)
	if err := errors.Join(err, <-ended); err != nil || len(got) != size || !bytes.HasSuffix(got, []byte("4567890")) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	if asked.Load() != 3 {
		t.Errorf("the kernel was asked for %d parts, want 3", asked.Load())
	}
}

// An answer may take much longer than a write, as long as it goes on.
func TestASlowListenerGetsTheWholeTrack(t *testing.T) {
	const parts = 20
	turn := make(chan struct{})
	s := serve(t, 400*time.Millisecond, 10, func(w http.ResponseWriter, _ *http.Request) {
		for range parts {
			<-turn
			fmt.Fprintln(w, "some seconds of audio")
			_ = http.NewResponseController(w).Flush()
		}
	})
	lines := bufio.NewScanner(s.dial(t, "/"))
	got := 0
	for tick := time.NewTicker(30 * time.Millisecond); got < parts; got++ {
		<-tick.C
		turn <- struct{}{}
		for lines.Scan() && !strings.Contains(lines.Text(), "audio") {
		}
		if lines.Err() != nil {
			t.Fatalf("cut off after %d parts: %v", got, lines.Err())
		}
	}
}

func TestAStalledListenerDoesNotKeepTheProcess(t *testing.T) {
	began, ended := make(chan struct{}), make(chan error, 1)
	s := serve(t, time.Hour, 10, func(w http.ResponseWriter, r *http.Request) {
		close(began)
		track(ended)(w, r)
	})
	drained := false
	s.Drain, s.grace = func() { drained = true }, 20*time.Millisecond
	s.dial(t, "/")
	<-began
	if err := s.stop(); err != nil || !drained {
		t.Errorf("%v, drained %t", err, drained)
	}
	if <-ended; !strings.Contains(s.log.String(), "closed the connections") {
		t.Errorf("the log: %s", s.log)
	}
}

func TestRunningRequestsEnd(t *testing.T) {
	began, release := make(chan struct{}), make(chan struct{})
	s := serve(t, time.Hour, 10, func(w http.ResponseWriter, _ *http.Request) {
		close(began)
		<-release
		_, _ = io.WriteString(w, "done")
	})
	s.Drain = func() { close(release) }
	conn := s.dial(t, "/")
	<-began
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	if got, err := io.ReadAll(conn); err != nil || !bytes.HasSuffix(got, []byte("done")) {
		t.Errorf("%s, %v", got, err)
	}
}

func TestConnectionsAreBounded(t *testing.T) {
	const most = 3
	began, release := make(chan struct{}, most+1), make(chan struct{})
	s := serve(t, time.Hour, most, func(w http.ResponseWriter, r *http.Request) {
		began <- struct{}{}
		<-release
		w.Header().Set("Connection", "close")
	})
	var conns []net.Conn
	for range most + 1 {
		conns = append(conns, s.dial(t, "/"))
	}
	for range most {
		<-began
	}
	select {
	case <-began:
		t.Errorf("more than %d connections are served", most)
	default:
	}
	close(release)
	for _, conn := range conns { // the last one too, in its turn
		if _, err := io.ReadAll(conn); err != nil {
			t.Error(err)
		}
	}
	<-began
}

func TestLongHeadersAreRefused(t *testing.T) {
	s := serve(t, time.Hour, 10, func(http.ResponseWriter, *http.Request) { t.Error("handled") })
	conn, err := net.Dial("tcp", s.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "GET / HTTP/1.1\r\nHost: a\r\nX: %s\r\n\r\n", strings.Repeat("x", 2*maxHeader))
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil || resp.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("%v, %v", resp, err)
	}
}
