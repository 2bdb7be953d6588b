package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

func TestDirWritesBodyBeforeItTakesTheLock(t *testing.T) {
	dir := newDir(t)
	body := bytes.Repeat([]byte("x"), 100_000)
	put(t, dir, "a", "former")
	unlock := lockAll(t, dir)

	written := make(chan error)
	go func() {
		_, err := dir.Put(t.Context(), "a", body, store.PutOptions{})
		written <- err
	}()
	tmp := filepath.Join(dir.Root(), ".aloud", "tmp")
	eventually(t, "the body in a temporary file", func() bool {
		paths, err := filepath.Glob(filepath.Join(tmp, "put-*"))
		if err != nil || len(paths) != 1 {
			return false
		}
		info, err := os.Stat(paths[0])
		return err == nil && info.Size() == int64(len(body))
	})
	if got, _, err := store.Read(t.Context(), dir, "a"); err != nil || string(got) != "former" {
		t.Errorf("while a writer waits, a reader gets %q, %v, want the former object", got, err)
	}
	unlock()
	if err := <-written; err != nil {
		t.Fatal(err)
	}
	if got, _, err := store.Read(t.Context(), dir, "a"); err != nil || !bytes.Equal(got, body) {
		t.Errorf("read %d bytes, %v, want the new object", len(got), err)
	}
}

func TestDirContextEndsWaitForLock(t *testing.T) {
	dir := newDir(t)
	put(t, dir, "a", "former")
	defer lockAll(t, dir)()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := dir.Put(ctx, "a", nil, store.PutOptions{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("put: %v, want the context's error", err)
	}
	if err := dir.Delete(ctx, "a"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("delete: %v, want the context's error", err)
	}
	if left := filesIn(t, filepath.Join(dir.Root(), ".aloud", "tmp")); len(left) > 0 {
		t.Errorf("the write that was given up left %v", left)
	}
}

// lockAll takes the store's locks as another process would.
func lockAll(t *testing.T, dir *store.Dir) (unlock func()) {
	t.Helper()
	var files []*os.File
	for i := range 256 {
		path := filepath.Join(dir.Root(), ".aloud", "locks", fmt.Sprintf("%02x", i))
		file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return func() {
		for _, file := range files {
			file.Close()
		}
	}
}

func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// The kernel reports all events in a public folder: objects are only moved there, and nothing is
// written there.
func TestDirWritesNothingBelowPublic(t *testing.T) {
	dir := newDir(t)
	put(t, dir, "public/x/a", "former")
	events := watch(t, filepath.Join(dir.Root(), "public", "x"))
	put(t, dir, "public/x/a", "new")
	put(t, dir, "public/x/b", "new")
	want := []string{"moved a", "moved b"}
	if got := events(); !slices.Equal(got, want) {
		t.Errorf("the folder saw %v, want %v", got, want)
	}
}

// watch returns a function that lists the files that were created, written, changed or moved in
// since.
func watch(t *testing.T, folder string) func() []string {
	t.Helper()
	fd, err := syscall.InotifyInit1(syscall.IN_CLOEXEC | syscall.IN_NONBLOCK)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Close(fd) })
	const mask = syscall.IN_CREATE | syscall.IN_MODIFY | syscall.IN_ATTRIB | syscall.IN_MOVED_TO
	if _, err := syscall.InotifyAddWatch(fd, folder, mask); err != nil {
		t.Fatal(err)
	}
	return func() (events []string) {
		buf := make([]byte, 64<<10)
		n, err := syscall.Read(fd, buf)
		if err != nil {
			t.Fatal(err)
		}
		for buf = buf[:n]; len(buf) > 0; {
			mask, size := binary.NativeEndian.Uint32(buf[4:]), binary.NativeEndian.Uint32(buf[12:])
			name := string(bytes.TrimRight(buf[syscall.SizeofInotifyEvent:][:size], "\x00"))
			events = append(events, eventName(mask)+" "+name)
			buf = buf[syscall.SizeofInotifyEvent+size:]
		}
		return events
	}
}

func eventName(mask uint32) string {
	if mask == syscall.IN_MOVED_TO {
		return "moved"
	}
	return fmt.Sprintf("event %#x", mask)
}
