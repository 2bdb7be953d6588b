package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// server is a running `aloud up`.
type server struct {
	binary string
	url    string // where it listens
	secret string // of its webhooks
	ended  chan struct{}
	err    error // how it exited
	cmd    *exec.Cmd
}

// What `aloud up` prints when it is ready.
const (
	sayListens = "aloud listens on "
	saySecret  = "webhook secret:"
)

// startServer returns when the server is ready. If the server exits before that, the error is what
// it printed.
func startServer(ctx context.Context, binary string) (*server, error) {
	s := &server{binary: binary, ended: make(chan struct{})}
	s.cmd = aloud(binary, "up")
	talk, err := s.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, fmt.Errorf("%w: run make build first", err)
	}
	ready := make(chan bool, 1)
	go func() {
		defer close(s.ended)
		s.listen(talk, ready)
		s.err = s.cmd.Wait()
	}()
	select {
	case <-ready:
		return s, nil
	case <-s.ended:
		return nil, fmt.Errorf("aloud up ended: %w", s.err)
	case <-ctx.Done():
		s.stop()
		return nil, fmt.Errorf("aloud up was not ready: %w", ctx.Err())
	}
}

// listen copies the server's output, and reads its address and secret from it.
func (s *server) listen(talk io.Reader, ready chan<- bool) {
	lines := bufio.NewScanner(talk)
	for lines.Scan() {
		line := lines.Text()
		fmt.Fprintln(os.Stderr, line)
		if _, url, found := strings.Cut(line, sayListens); found {
			s.url = url
		}
		// The secret itself is printed at the first start only, above the address; a line below the
		// address says where it is.
		if strings.Contains(line, saySecret) && s.url != "" {
			s.readSecret()
			ready <- true
		}
	}
}

func (s *server) readSecret() {
	secret, err := os.ReadFile(filepath.Join(folder, "aloud-data", "private", "sites", "main", "hook-secret"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	s.secret = string(secret)
}

// aloud returns a command with the demo's defaults, whatever the environment and the folder hold
// for a real service. It is not bound to a context, because stop lets the server shut down
// gracefully.
func aloud(binary string, args ...string) *exec.Cmd {
	cmd := exec.Command(binary, args...)
	cmd.Dir = folder
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "ALOUD_") || strings.HasPrefix(variable, "ALOUD_LISTEN=") {
			cmd.Env = append(cmd.Env, variable)
		}
	}
	return cmd
}

// wait returns when the server exits or ctx ends.
func (s *server) wait(ctx context.Context) error {
	select {
	case <-s.ended:
		return errors.Join(errors.New("aloud up ended"), s.err)
	case <-ctx.Done():
		return nil
	}
}

// stop asks the server to shut down and waits for it, half a minute at most.
func (s *server) stop() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-s.ended:
	case <-time.After(30 * time.Second):
		_ = s.cmd.Process.Kill()
	}
}
