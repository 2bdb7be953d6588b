package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// release is one of the two releases that are measured.
type release struct {
	name   string
	source string // folder of its source
	binary string
	tests  string // test binary of package script, with the benchmark
}

// lastRelease returns the newest tag among this commit's ancestors.
func lastRelease(ctx context.Context) string {
	out, err := exec.CommandContext(ctx, "git", "describe", "--tags", "--abbrev=0", "HEAD^").Output()
	if err != nil {
		return firstCompared
	}
	return strings.TrimSpace(string(out))
}

// checkOut checks a commit out into a worktree below folder. drop makes git forget the worktree.
func checkOut(ctx context.Context, commit, folder string) (source string, drop func(), err error) {
	source = filepath.Join(folder, "source")
	if err := command(ctx, ".", "git", "worktree", "add", "--detach", source, commit); err != nil {
		return "", nil, err
	}
	return source, func() {
		_ = command(context.WithoutCancel(ctx), ".", "git", "worktree", "remove", "--force", source) // if this fails, git prunes it later
	}, nil
}

// build compiles the release as make build does, and its benchmark.
func (r *release) build(ctx context.Context, folder string) error {
	r.binary, r.tests = filepath.Join(folder, r.name), filepath.Join(folder, r.name+".test")
	if err := command(ctx, r.source, "go", "build", "-trimpath", "-o", r.binary, "./cmd/aloud"); err != nil {
		return err
	}
	return command(ctx, r.source, "go", "test", "-c", "-o", r.tests, "./internal/script")
}

// size returns the size of the binary in MB.
func (r *release) size() (float64, error) {
	info, err := os.Stat(r.binary)
	if err != nil {
		return 0, err
	}
	return float64(info.Size()) / 1e6, nil
}

// command runs a program and shows its output only if it fails.
func command(ctx context.Context, folder string, args ...string) error {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	var printed bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = folder, &printed, &printed
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, printed.Bytes())
	}
	return nil
}
