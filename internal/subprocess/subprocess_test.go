package subprocess

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The test binary is the program that misbehaves, too.
func TestMain(m *testing.M) {
	switch {
	case len(os.Args) > 1 && os.Args[1] == "run-and-hang": // a process that is killed while its program runs
		_, err := Run(context.Background(), "", "sh", "-c", "echo $$ > "+os.Args[2]+"; sleep 600")
		fmt.Println(err)
		return
	}
	os.Exit(m.Run())
}

func TestOutput(t *testing.T) {
	out, err := Run(t.Context(), "in the box", "sh", "-c", "cat; pwd; nice")
	if err != nil || string(out) != "in the box/\n10\n" {
		t.Errorf("%q, %v", out, err)
	}
	_, err = Run(t.Context(), "", "sh", "-c", "echo oh no >&2; exit 3")
	var failed *exec.ExitError
	if !errors.As(err, &failed) || failed.ExitCode() != 3 || !strings.Contains(err.Error(), "sh: exit status 3: oh no") {
		t.Errorf("%v", err)
	}
	if _, err := Run(t.Context(), "", "no-such-program"); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

// A program gets no variable that it does not need: keys of providers are among the others.
func TestNoSecretsInTheEnvironment(t *testing.T) {
	t.Setenv("ALOUD_OPENAI_KEY", "canary")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "canary")
	t.Setenv("LANG", "C.UTF-8")
	out, err := Run(t.Context(), "", "env", "-0")
	if err != nil || strings.Contains(string(out), "canary") || !strings.Contains(string(out), "LANG=C.UTF-8") {
		t.Errorf("%q, %v", out, err)
	}
	for pair := range strings.SplitSeq(strings.Trim(string(out), "\x00"), "\x00") {
		if name, _, _ := strings.Cut(pair, "="); !slices.Contains(inherited, name) {
			t.Errorf("it gets %s", name)
		}
	}
}

func TestLimits(t *testing.T) {
	out, err := Run(t.Context(), "go\n", "sh", "-c", "read line; cat /proc/self/limits")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{
		"Max cpu time": maxCPU, "Max address space": maxMemory, "Max file size": maxFile, "Max core file size": 0,
	} {
		_, line, _ := strings.Cut(string(out), name)
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] != fields[1] || fields[0] != strconv.Itoa(want) {
			t.Errorf("%s: %v, want %d", name, fields[:min(2, len(fields))], want)
		}
	}
	if _, err := Run(t.Context(), "", "head", "-c", "600M", "/dev/zero"); err == nil || !strings.Contains(err.Error(), "more than") {
		t.Errorf("endless output: %v", err)
	}
	_, err = Run(t.Context(), "go\n", "sh", "-c", "read line; exec python3 -c 'x = bytearray(3 << 30)'")
	if err == nil || !strings.Contains(err.Error(), "MemoryError") {
		t.Errorf("3 GB of memory: %v", err)
	}
}

// Whoever is told to stop takes what it started along.
func TestTheWholeGroupStops(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	file := filepath.Join(t.TempDir(), "pid")
	stopped := errors.New("stopped by the test")
	done := make(chan error, 1)
	go func() {
		_, err := Run(ctx, "", "sh", "-c", "sleep 600 & echo $! > "+file+".new; mv "+file+".new "+file+"; wait")
		done <- err
	}()
	pid := awaitPID(t, file)
	cancel(stopped)
	if err := <-done; !errors.Is(err, stopped) {
		t.Errorf("%v", err)
	}
	awaitEnd(t, pid)
}

// What a program leaves behind ends with it.
func TestNothingIsLeftBehind(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pid")
	if _, err := Run(t.Context(), "", "sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $! > "+file); err != nil {
		t.Fatal(err)
	}
	awaitEnd(t, awaitPID(t, file))
}

// A program dies with a process that is killed.
func TestProgramsDieWithTheProcess(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pid")
	self := exec.Command(os.Args[0], "run-and-hang", file)
	if err := self.Start(); err != nil {
		t.Fatal(err)
	}
	pid := awaitPID(t, file)
	if err := self.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = self.Wait()
	awaitEnd(t, pid)
}

func TestAbandonedFoldersAreRemoved(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir, remove, err := TempDir()
	if err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(os.TempDir(), tempPrefix+"old")
	other := filepath.Join(os.TempDir(), "others")
	for _, name := range []string{old, other} {
		if err := os.Mkdir(name, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, time.Time{}, time.Now().Add(-2*abandoned)); err != nil {
			t.Fatal(err)
		}
	}
	removeOlder(time.Now().Add(-abandoned))
	for name, want := range map[string]bool{dir: true, old: false, other: true} {
		if _, err := os.Stat(name); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	remove()
	if _, err := os.Stat(dir); err == nil {
		t.Errorf("%s is left", dir)
	}
}

func awaitPID(t *testing.T, file string) int {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if text, err := os.ReadFile(file); err == nil && len(text) > 0 {
			pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
			if err != nil {
				t.Fatal(err)
			}
			return pid
		}
	}
	t.Fatal("no program began")
	return 0
}

// awaitEnd waits until a process is gone, or a zombie that nobody has waited for.
func awaitEnd(t *testing.T, pid int) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil || strings.Contains(string(stat), ") Z ") {
			return
		}
	}
	_ = syscall.Kill(pid, syscall.SIGKILL)
	t.Errorf("process %d runs on", pid)
}
