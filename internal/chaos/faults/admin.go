package main

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
)

// commandsAtOnce bounds the commands that run at a time.
const commandsAtOnce = 2

// admin runs a command of aloud on an article until it succeeds.
func (r *run) admin(ctx context.Context, command string, s *story, flags ...string) error {
	args := append([]string{command, s.id, "--site", s.site}, flags...)
	for {
		r.count("aloud " + strings.Join(append([]string{command}, flags...), " ")) // as the action is named
		said, err := r.command(ctx, args...)
		if err == nil {
			return nil
		}
		s.log("aloud %s failed: %s", strings.Join(args, " "), lastLine(said))
		r.count("commands run again")
		if !sleep(ctx, sendAgain) {
			return ctx.Err()
		}
	}
}

// command runs a command and returns what it says on both of its outputs.
func (r *run) command(ctx context.Context, args ...string) (said string, err error) {
	r.commands <- struct{}{}
	defer func() { <-r.commands }()
	cmd := exec.CommandContext(ctx, r.service.Binary, args...)
	cmd.Env, cmd.Dir = r.service.Environ, r.rig.Folder
	out, err := cmd.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("aloud %s: %w", strings.Join(args, " "), err)
	}
	return string(out), err
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}
