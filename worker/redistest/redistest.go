// Package redistest runs a real redis-server for tests, and stops, freezes and wipes it.
package redistest

import (
	"context"
	"fmt"
	"net"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

// Server is a redis-server on this machine. It keeps nothing on disk: after a restart it is empty,
// unless it is started from a snapshot.
type Server struct {
	URL string // redis://127.0.0.1:port

	t    testing.TB
	addr string
	dir  string // of the snapshot
	cmd  *exec.Cmd

	options []string // further ones
}

// Start runs a server until the test ends.
func Start(t testing.TB) *Server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0") // the kernel knows a free port
	if err != nil {
		t.Fatal(err)
	}
	addr := listener.Addr().String()
	_ = listener.Close()
	s := &Server{URL: "redis://" + addr, t: t, addr: addr, dir: t.TempDir()}
	s.start(s.dir)
	t.Cleanup(s.Stop)
	return s
}

// StartNode is Start for the only node of a cluster.
func StartNode(t testing.TB) *Server {
	t.Helper()
	s := Start(t)
	s.Stop()
	s.options = []string{"--cluster-enabled", "yes"}
	s.Start()
	ctx, client := context.Background(), s.Client()
	if err := client.Do(ctx, "CLUSTER", "ADDSLOTSRANGE", 0, 16383).Err(); err != nil {
		t.Fatal(err)
	}
	for !strings.Contains(client.ClusterInfo(ctx).Val(), "cluster_state:ok") {
		time.Sleep(10 * time.Millisecond)
	}
	return s
}

// Start starts the server after Stop, empty, on the same port.
func (s *Server) Start() {
	s.t.Helper()
	s.start(s.t.TempDir())
}

// Snapshot has the server write what it holds now.
func (s *Server) Snapshot() {
	s.t.Helper()
	if err := s.Client().Save(context.Background()).Err(); err != nil {
		s.t.Fatal(err)
	}
}

// StartFromSnapshot starts the server after Stop, with what it held at the last Snapshot since the
// first Start.
func (s *Server) StartFromSnapshot() {
	s.t.Helper()
	s.start(s.dir)
}

func (s *Server) start(dir string) {
	s.t.Helper()
	binary, err := exec.LookPath("redis-server")
	if err != nil {
		s.t.Fatal("redis-server is missing: install the Debian package redis-server, or run make test")
	}
	_, port, _ := net.SplitHostPort(s.addr)
	s.cmd = exec.Command(binary, "--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", dir)
	s.cmd.Args = append(s.cmd.Args, s.options...)
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	if err := s.await(); err != nil {
		s.t.Fatal(err)
	}
}

func (s *Server) await() error {
	client := redis.NewClient(&redis.Options{Addr: s.addr})
	defer client.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for {
		err := client.Ping(ctx).Err()
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("redis-server does not answer: %w", err)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// Stop kills the server; what it held is lost.
func (s *Server) Stop() {
	if s.cmd == nil {
		return
	}
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	s.cmd = nil
}

// Freeze makes the server hang: connections stay open, but get no answers.
func (s *Server) Freeze() { _ = s.cmd.Process.Signal(syscall.SIGSTOP) }

// Thaw ends Freeze.
func (s *Server) Thaw() { _ = s.cmd.Process.Signal(syscall.SIGCONT) }

// Client connects to the server until the test ends.
func (s *Server) Client() redis.UniversalClient {
	client := redis.NewClient(&redis.Options{Addr: s.addr})
	s.t.Cleanup(func() { _ = client.Close() })
	return client
}
