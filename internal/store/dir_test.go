package store_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

func TestDir(t *testing.T) {
	storetest.TestStore(t, func(t *testing.T) store.Store { return newDir(t) })
}

func newDir(t *testing.T) *store.Dir {
	t.Helper()
	dir, err := store.NewDir(filepath.Join(t.TempDir(), "a", "store"))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func put(t *testing.T, s store.Store, key, body string) (etag string) {
	t.Helper()
	etag, err := s.Put(t.Context(), key, []byte(body), store.PutOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return etag
}

func pathOf(t *testing.T, dir *store.Dir, key string) string {
	t.Helper()
	path, err := dir.Path(key)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// Somebody who may write below public/ could expose private objects by a link. A first folder that
// is itself a link is the operator's: audio on another disk.
func TestLinksDoNotLeadOut(t *testing.T) {
	dir := newDir(t)
	put(t, dir, "private/hook-secret", "secret")
	put(t, dir, "public/main/a.txt", "audio")
	outside := filepath.Join(t.TempDir(), "passwd")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{
		"relative": "../../private/hook-secret", "absolute": pathOf(t, dir, "private/hook-secret"), "outside": outside,
		"folder": "../../private", "twice": "relative", "dangling": "nothing", "inside": "a.txt",
	} {
		if err := os.Symlink(target, filepath.Join(dir.Root(), "public", "main", name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"relative", "absolute", "outside", "folder", "folder/hook-secret", "twice", "dangling"} {
		if object, err := dir.Open(t.Context(), "public/main/"+name, 0); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: %+v, %v", name, object, err)
		}
	}
	get(t, dir, "public/main/inside", "audio")
	if err := os.Rename(filepath.Join(dir.Root(), "public"), filepath.Join(filepath.Dir(outside), "disk")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(filepath.Dir(outside), "disk"), filepath.Join(dir.Root(), "public")); err != nil {
		t.Fatal(err)
	}
	get(t, dir, "public/main/a.txt", "audio")
}

func get(t *testing.T, s store.Store, key, want string) {
	t.Helper()
	object, err := s.Open(t.Context(), key, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer object.Body.Close()
	if body, err := io.ReadAll(object.Body); err != nil || string(body) != want {
		t.Errorf("%s is %q, %v", key, body, err)
	}
}

func TestDirPath(t *testing.T) {
	dir := newDir(t)
	put(t, dir, "public/x/y.mp3", "sound")
	path := pathOf(t, dir, "public/x/y.mp3")
	if path != filepath.Join(dir.Root(), "public", "x", "y.mp3") || !filepath.IsAbs(path) {
		t.Errorf("path %s", path)
	}
	if body, err := os.ReadFile(path); err != nil || string(body) != "sound" {
		t.Errorf("file has %q, %v", body, err)
	}
	if _, err := dir.Path("../x"); !errors.Is(err, store.ErrBadKey) {
		t.Errorf("path of a bad key: %v, want ErrBadKey", err)
	}
}

func TestNewDirRefusesAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.NewDir(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v, want one that names %s", err, path)
	}
}

func TestDirModes(t *testing.T) {
	former := syscall.Umask(0o077) // as a hardened service may have it
	defer syscall.Umask(former)
	dir := newDir(t)
	put(t, dir, "public/a/b", "")
	put(t, dir, "private/a/b", "")
	put(t, dir, "publicity/b", "")
	for name, want := range map[string]fs.FileMode{
		"public": 0o755, "public/a": 0o755, "public/a/b": 0o644,
		"private": 0o700, "private/a": 0o700, "private/a/b": 0o600,
		"publicity": 0o700, "publicity/b": 0o600, ".aloud": 0o700,
	} {
		info, err := os.Stat(filepath.Join(dir.Root(), name))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
}

func TestDirDeleteRemovesEmptyFolders(t *testing.T) {
	dir := newDir(t)
	put(t, dir, "public/a/b/c", "")
	put(t, dir, "public/a/d", "")
	for _, tt := range []struct{ del, gone, stays string }{
		{"public/a/b/c", "public/a/b", "public/a"},
		{"public/a/d", "public/a", "public"},
	} {
		if err := dir.Delete(t.Context(), tt.del); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(dir.Root(), tt.gone)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("after deleting %s, %s is still there (%v)", tt.del, tt.gone, err)
		}
		if _, err := os.Stat(filepath.Join(dir.Root(), tt.stays)); err != nil {
			t.Errorf("after deleting %s: %v", tt.del, err)
		}
	}
}

func TestDirPutWhileFoldersVanish(t *testing.T) {
	dir := newDir(t)
	var wg sync.WaitGroup
	for _, key := range []string{"p/a/b/c/1", "p/a/b/c/2", "p/a/b/3"} {
		wg.Go(func() {
			for range 60 {
				if _, err := dir.Put(t.Context(), key, nil, store.PutOptions{}); err != nil {
					t.Error(err)
				}
				if err := dir.Delete(t.Context(), key); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func TestDirKeyAndFolderCollide(t *testing.T) {
	dir := newDir(t)
	put(t, dir, "a/b", "x")
	put(t, dir, "c", "x")
	for _, key := range []string{"a", "c/d"} {
		if _, err := dir.Put(t.Context(), key, nil, store.PutOptions{}); err == nil {
			t.Errorf("put %s: no error", key)
		}
	}
	if left := filesIn(t, filepath.Join(dir.Root(), ".aloud", "tmp")); len(left) > 0 {
		t.Errorf("failed writes left %v", left)
	}
}

// Without a strictly later time, the second of two versions of one size would have the first's
// ETag.
func TestDirETagsDifferWhenTheClockIsSetBack(t *testing.T) {
	dir := newDir(t)
	put(t, dir, "a", "1")
	future := time.Now().Add(time.Hour)
	if err := os.Chtimes(pathOf(t, dir, "a"), time.Time{}, future); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, body := range []string{"2", "3", "4"} {
		seen[put(t, dir, "a", body)] = true
	}
	info, err := os.Stat(pathOf(t, dir, "a"))
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) != 3 || !info.ModTime().After(future) {
		t.Errorf("ETags %v, last version of %v, want three and later than %v", seen, info.ModTime(), future)
	}
}

func TestNewDirRemovesStaleTemporaryFiles(t *testing.T) {
	dir := newDir(t)
	tmp := filepath.Join(dir.Root(), ".aloud", "tmp")
	for name, age := range map[string]time.Duration{"stale": 61 * time.Minute, "fresh": 59 * time.Minute} {
		path := filepath.Join(tmp, name)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Time{}, time.Now().Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.NewDir(dir.Root()); err != nil {
		t.Fatal(err)
	}
	if left := filesIn(t, tmp); !slices.Equal(left, []string{"fresh"}) {
		t.Errorf("left %v, want only fresh", left)
	}
}

func filesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func TestDirListReadsOnlyWhatThePrefixNames(t *testing.T) {
	dir := newDir(t)
	put(t, dir, "private/due/a/1", "")
	put(t, dir, "private/other/x/y", "")
	// A folder that was read would be an error: this one is no folder one can read.
	if err := os.Symlink("loop", filepath.Join(dir.Root(), "private", "other", "loop")); err != nil {
		t.Fatal(err)
	}
	keys, err := listKeys(t.Context(), dir, "private/due/")
	if err != nil || !slices.Equal(keys, []string{"private/due/a/1"}) {
		t.Errorf("list: %v, %v", keys, err)
	}
	if _, err := listKeys(t.Context(), dir, "private/"); err == nil {
		t.Error("a listing that meets the broken entry has no error")
	}
}

func listKeys(ctx context.Context, s store.Store, prefix string) (keys []string, err error) {
	for entry, err := range s.List(ctx, prefix) {
		if err != nil {
			return keys, err
		}
		keys = append(keys, entry.Key)
	}
	return keys, nil
}

func TestDirListProperty(t *testing.T) {
	key := rapid.StringMatching(`[ab](/?[a.0-]?[a0]){0,4}`).Filter(func(s string) bool { return store.CheckKey(s) == nil })
	root := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := store.NewDir(filepath.Join(root, rapid.StringMatching(`[a-z]{12}`).Draw(rt, "store")))
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir.Root())
		var keys []string
		for _, key := range rapid.SliceOfN(key, 0, 12).Draw(rt, "keys") {
			if writeFile(dir, key) == nil { // an error: the key is a folder of others, or below one
				keys = append(keys, key)
			}
		}
		slices.Sort(keys)
		keys = slices.Compact(keys)
		prefix := rapid.StringMatching(`([ab](/[a0]{0,2})?)?`).Draw(rt, "prefix")
		want := slices.DeleteFunc(keys, func(key string) bool { return !strings.HasPrefix(key, prefix) })
		got, err := listKeys(t.Context(), dir, prefix)
		if err != nil || !slices.Equal(got, want) {
			rt.Errorf("list %q: %v, %v, want %v", prefix, got, err, want)
		}
	})
}

// writeFile writes an object as fast as hundreds of examples need it.
func writeFile(dir *store.Dir, key string) error {
	path, err := dir.Path(key)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, nil, 0o600)
}
