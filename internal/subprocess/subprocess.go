// Package subprocess runs programs on this machine on texts that strangers wrote: voices and the
// recogniser.
//
// A program gets an environment of its own without secrets, limits on processor time, memory, files
// and time, and a low priority. It dies with this process, and so do the processes that it starts.
// There is no shell. The package knows nothing of what a program says. Voices that are programs,
// and the recogniser, call it.
package subprocess

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// Limits of each process. A voice takes a second and 50 MB for a minute of speech at most, the
// recogniser ten seconds and 200 MB; text that takes a hundred times that is an attack on the
// program.
const (
	maxCPU    = 10 * 60 // s
	maxTime   = 15 * time.Minute
	maxMemory = 2 << 30 // bytes of address space
	maxFile   = 1 << 30 // bytes
	maxOutput = 128 << 20
	maxError  = 4 << 10
)

// politeness is the nice value of the programs: answering a hook is more urgent.
const politeness = 10

// inherited are the variables that a program gets. All others may be secrets.
var inherited = []string{"PATH", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH"}

// running bounds how many programs run at once: more than there are processors finish none of them
// sooner.
var running = make(chan struct{}, runtime.NumCPU())

// Run runs a program with stdin and returns its standard output, when a processor is free for it. A
// program that fails is an *exec.ExitError with its standard error in the message; one that is
// missing is exec.ErrNotFound.
func Run(ctx context.Context, stdin, program string, args ...string) ([]byte, error) {
	select {
	case running <- struct{}{}:
		defer func() { <-running }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, maxTime, fmt.Errorf("it ran for more than %v", maxTime))
	defer cancel()
	stdout, stderr := &bounded{limit: maxOutput}, &bounded{limit: maxError, quiet: true}
	cmd := command(ctx, program, args)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), stdout, stderr
	err := runLimited(cmd)
	switch {
	case err == nil:
		return stdout.kept.Bytes(), nil
	case ctx.Err() != nil:
		return nil, fmt.Errorf("%s was stopped: %w", program, context.Cause(ctx))
	case errors.Is(err, exec.ErrNotFound):
		return nil, err
	case stdout.full:
		return nil, fmt.Errorf("%s wrote more than %d bytes", program, maxOutput)
	}
	return nil, fmt.Errorf("%s: %w: %s", program, err, bytes.TrimSpace(stderr.kept.Bytes()))
}

func command(ctx context.Context, program string, args []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = environment()
	cmd.Dir = "/"
	cmd.WaitDelay = 10 * time.Second // for the pipes of a process that has ended, on a machine that is very busy
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) } // its own children too
	return cmd
}

func environment() (env []string) {
	for _, name := range inherited {
		if value, found := os.LookupEnv(name); found {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// runLimited stays on its thread: Linux sends Pdeathsig when the thread ends that started the
// process.
func runLimited(cmd *exec.Cmd) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := cmd.Start(); err != nil {
		return err
	}
	pid := cmd.Process.Pid
	if err := limit(pid); err != nil {
		_ = syscall.Kill(-pid, syscall.SIGKILL)
		return errors.Join(err, cmd.Wait())
	}
	_ = syscall.Setpriority(syscall.PRIO_PROCESS, pid, politeness) // it also works without
	err := cmd.Wait()
	_ = syscall.Kill(-pid, syscall.SIGKILL) // what it left behind in its group
	return err
}

// limit limits a process that has begun, before it has read its input to the end. One that is over
// already needs no limits.
func limit(pid int) error {
	for resource, most := range map[int]uint64{
		syscall.RLIMIT_CPU: maxCPU, syscall.RLIMIT_AS: maxMemory, syscall.RLIMIT_FSIZE: maxFile, syscall.RLIMIT_CORE: 0,
	} {
		var now syscall.Rlimit
		err := prlimit(pid, resource, nil, &now)
		if err == nil {
			most = min(most, now.Max)
			err = prlimit(pid, resource, &syscall.Rlimit{Cur: most, Max: most}, nil)
		}
		if err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("limit a process: %w", err)
		}
	}
	return nil
}

// bounded keeps what is written up to a limit. Beyond it a quiet one forgets, another one fails,
// which ends the program.
type bounded struct {
	kept  bytes.Buffer
	limit int
	quiet bool
	full  bool
}

func (b *bounded) Write(p []byte) (int, error) {
	room := b.limit - b.kept.Len()
	if len(p) <= room {
		return b.kept.Write(p)
	}
	b.full = true
	if !b.quiet {
		return 0, io.ErrShortWrite
	}
	_, _ = b.kept.Write(p[:room])
	return len(p), nil
}
