// Package command speaks with programs on this machine: flite for English and espeak-ng for a
// hundred other languages. They cost nothing and need no network.
//
// Each request is one process, which gets the text on its standard input and no shell in between.
// The package keeps nothing but a temporary file while flite writes it. Whoever puts providers
// together (the commands) calls it.
package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// encoding of both programs' output.
const encoding = "WAV"

// check refuses what a program can't do.
func check(req speech.Request, rates speech.Rates, kinds ...string) error {
	if err := req.Check(kinds...); err != nil {
		return err
	}
	return req.CheckRate(rates)
}

// processes bounds how many programs run at once: more than there are processors finish none of
// them sooner.
var processes = make(chan struct{}, runtime.NumCPU())

// politeness is the nice value of the programs: answering a hook is more urgent than speaking.
const politeness = 10

// runPolitely runs a command when a processor is free for it, and behind everything that is urgent.
func runPolitely(ctx context.Context, cmd *exec.Cmd) error {
	select {
	case processes <- struct{}{}:
		defer func() { <-processes }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	_ = syscall.Setpriority(syscall.PRIO_PROCESS, cmd.Process.Pid, politeness) // speaks all the same if it may not
	return cmd.Wait()
}

// run executes a program with text on its standard input and returns its standard output. A program
// that fails is an *exec.ExitError with its standard error in the message.
func run(ctx context.Context, stdin, program string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.WaitDelay = 10 * time.Second // for the pipes of a process that has ended, on a machine that is very busy
	cmd.Stdin = strings.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := runPolitely(ctx, cmd)
	switch {
	case err == nil:
		return stdout.Bytes(), nil
	case ctx.Err() != nil:
		return nil, fmt.Errorf("%s was stopped: %w", program, context.Cause(ctx))
	case errors.Is(err, exec.ErrNotFound):
		return nil, fmt.Errorf("%s is not on the PATH: install it (Debian package %s): %w", program, program, err)
	}
	return nil, fmt.Errorf("%s: %w: %s", program, err, bytes.TrimSpace(stderr.Bytes()))
}
