package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

// A full disk accepts no object but deletes any, so a take-down works.
func TestAFullDiskStillDeletes(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may mount the small file system that this test fills")
	}
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=4m,nr_inodes=600"); err != nil {
		t.Skipf("cannot mount a small file system: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, 0) })
	dir, err := store.NewDir(filepath.Join(disk, "store"))
	if err != nil {
		t.Fatal(err)
	}
	const key = "public/main/articles/a1/narration.json"
	put(t, dir, key, "text")
	fill(t, disk)
	if _, err := dir.Put(t.Context(), "private/tombstone.json", nil, store.PutOptions{}); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	if err := dir.Delete(t.Context(), key); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(pathOf(t, dir, key)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("still there: %v", err)
	}
}

// fill creates files until the file system has no room for another.
func fill(t *testing.T, disk string) {
	t.Helper()
	for i := 0; ; i++ {
		err := os.WriteFile(filepath.Join(disk, fmt.Sprint(i)), nil, 0o600)
		if errors.Is(err, syscall.ENOSPC) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
