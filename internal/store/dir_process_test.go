package store_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

// The test binary runs itself as another process that writes to the same folder: childRole says
// what it does there.
const (
	childRole   = "ALOUD_TEST_CHILD"
	childFolder = "ALOUD_TEST_FOLDER"
	increments  = 40
)

func TestMain(m *testing.M) {
	switch role := os.Getenv(childRole); role {
	case "":
		os.Exit(m.Run())
	case "increment":
		exitWith(runIncrements(os.Getenv(childFolder)))
	case "put":
		exitWith(runPuts(os.Getenv(childFolder)))
	default:
		exitWith(fmt.Errorf("no role %q", role))
	}
}

func exitWith(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child is this test binary in a role. It ends with the test.
func child(t *testing.T, role, folder string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), childRole+"="+role, childFolder+"="+folder)
	return cmd
}

func TestDirProcessesLoseNoIncrement(t *testing.T) {
	dir := newDir(t)
	var children []*exec.Cmd
	for range 2 {
		cmd := child(t, "increment", dir.Root())
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		children = append(children, cmd)
	}
	for _, cmd := range children {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	body, _, err := store.Read(t.Context(), dir, "private/counter")
	if want := strconv.Itoa(2 * increments); err != nil || string(body) != want {
		t.Errorf("counter %q, %v, want %s", body, err, want)
	}
}

func runIncrements(folder string) error {
	dir, err := store.NewDir(folder)
	if err != nil {
		return err
	}
	for range increments {
		if err := storetest.Increment(context.Background(), dir, "private/counter"); err != nil {
			return err
		}
	}
	return nil
}

func TestDirProcessKilledWhileWriting(t *testing.T) {
	dir := newDir(t)
	cmd := child(t, "put", dir.Root())
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	const enough = 60
	var written []string
	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if written = append(written, lines.Text()); len(written) == enough {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait() // the error says that it was killed
	if len(written) < enough {
		t.Fatalf("the child wrote %d objects only", len(written))
	}
	checkWritten(t, dir, written)
	if _, err := dir.Put(t.Context(), "public/0", nil, store.PutOptions{}); err != nil {
		t.Errorf("put after the crash: %v", err)
	}
}

// checkWritten requires that every key that was reported as written exists, that all objects are
// complete, and that there are no others.
func checkWritten(t *testing.T, dir *store.Dir, written []string) {
	t.Helper()
	for _, key := range written {
		if body, _, err := store.Read(t.Context(), dir, key); err != nil || !isSealed(body) {
			t.Errorf("%s has %d bytes, %v: not whole", key, len(body), err)
		}
	}
	err := filepath.WalkDir(filepath.Join(dir.Root(), "public"), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if body, err := os.ReadFile(path); err != nil || !isSealed(body) {
			t.Errorf("%s has %d bytes, %v: not a whole object", path, len(body), err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// runPuts overwrites ten keys from three goroutines until it is killed, and prints each key when it
// is written.
func runPuts(folder string) error {
	dir, err := store.NewDir(folder)
	if err != nil {
		return err
	}
	errs := make(chan error)
	for worker := range 3 {
		go func() {
			for i := worker; ; i += 3 {
				key := fmt.Sprintf("public/%d", i%10)
				if _, err := dir.Put(context.Background(), key, sealed(i), store.PutOptions{}); err != nil {
					errs <- err
				}
				fmt.Fprintln(os.Stdout, key)
			}
		}()
	}
	return <-errs
}

// sealed returns the i-th object: its checksum and then up to 300 kB.
func sealed(i int) []byte {
	body := bytes.Repeat([]byte{byte(i)}, i*7919%300_000)
	sum := sha256.Sum256(body)
	return append(sum[:], body...)
}

func isSealed(body []byte) bool {
	if len(body) < sha256.Size {
		return false
	}
	return sha256.Sum256(body[sha256.Size:]) == [sha256.Size]byte(body)
}
