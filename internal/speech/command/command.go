// Package command synthesizes speech with programs on this machine: flite for English and espeak-ng
// for a hundred other languages. They are free and need no network.
//
// Each request runs one process, with limits and without secrets (internal/subprocess), which reads
// the text from its standard input. The package stores nothing but a temporary file while flite
// writes it. internal/service creates the synthesizers.
package command

import (
	"context"
	"errors"
	"fmt"
	"os/exec"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/subprocess"
)

// encoding of both programs' output.
const encoding = "WAV"

// check returns an error for a request that a program cannot fulfil.
func check(req speech.Request, rates speech.Rates, kinds ...string) error {
	if err := req.Check(kinds...); err != nil {
		return err
	}
	return req.CheckRate(rates)
}

// run executes a program with text on its standard input and returns its standard output.
func run(ctx context.Context, stdin, program string, args ...string) ([]byte, error) {
	out, err := subprocess.Run(ctx, stdin, program, args...)
	if errors.Is(err, exec.ErrNotFound) {
		return nil, fmt.Errorf("%s is not on the PATH: install it (Debian package %s): %w", program, program, err)
	}
	return out, err
}
