package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// server is a running `aloud up`.
type server struct {
	binary string
	folder string // its working directory
	url    string // where it listens
	ended  chan struct{}
	err    error // how it exited
	cmd    *exec.Cmd
}

// sayListens is what `aloud up` prints before its address when it is ready.
const sayListens = "aloud listens on "

// startServer returns when the server is ready. If the server exits before that, the error is what
// it printed.
func startServer(ctx context.Context, o options) (*server, error) {
	s := &server{binary: o.binary, folder: o.folder, ended: make(chan struct{})}
	s.cmd = s.command("up")
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

// listen copies the server's output, and reads its address from it.
func (s *server) listen(talk io.Reader, ready chan<- bool) {
	lines := bufio.NewScanner(talk)
	for lines.Scan() {
		fmt.Fprintln(os.Stderr, lines.Text())
		if _, url, found := strings.Cut(lines.Text(), sayListens); found {
			s.url = url
			ready <- true
		}
	}
}

// command returns an aloud command with the demo's settings, whatever the environment holds for a
// real service. It is not bound to a context, because stop lets the server shut down gracefully.
func (s *server) command(args ...string) *exec.Cmd {
	cmd := exec.Command(s.binary, args...)
	cmd.Dir = s.folder
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "ALOUD_") || strings.HasPrefix(variable, "ALOUD_LISTEN=") || strings.HasPrefix(variable, "ALOUD_ADMIN_LISTEN=") {
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
