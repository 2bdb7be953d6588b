package watch

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"
)

// watching returns a watcher of a file whose first signal, that it is watched, is over.
func watching(t *testing.T, path string) *Watcher {
	t.Helper()
	w := New(slog.New(slog.DiscardHandler))
	t.Cleanup(w.Close)
	w.Watch([]string{path})
	<-w.Changed()
	return w
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFileThatIsWrittenAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "aloud.yaml")
	write(t, path, "a")
	w := watching(t, path)
	write(t, path, "b")
	<-w.Changed()
}

// Editors write a new file and rename it.
func TestAFileThatIsReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "aloud.yaml")
	write(t, path, "a")
	w := watching(t, path)
	for _, text := range []string{"b", "c"} {
		write(t, path+".new", text)
		must(t, os.Rename(path+".new", path))
		<-w.Changed()
	}
}

// Kubernetes links a file to ..data/file, and ..data to a folder, and replaces that link.
func TestAFileOfAConfigMap(t *testing.T) {
	dir := t.TempDir()
	for _, version := range []string{"..1", "..2"} {
		must(t, os.Mkdir(filepath.Join(dir, version), 0o700))
		write(t, filepath.Join(dir, version, "aloud.yaml"), version)
	}
	must(t, os.Symlink("..1", filepath.Join(dir, "..data")))
	path := filepath.Join(dir, "aloud.yaml")
	must(t, os.Symlink(filepath.Join("..data", "aloud.yaml"), path))
	w := watching(t, path)
	must(t, os.Symlink("..2", filepath.Join(dir, "..new")))
	must(t, os.Rename(filepath.Join(dir, "..new"), filepath.Join(dir, "..data")))
	<-w.Changed()
}

func TestAFileThatDoesNotExistYet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secrets", "ghost")
	w := watching(t, path)
	must(t, os.Mkdir(filepath.Dir(path), 0o700))
	<-w.Changed()
	w.Watch([]string{path})
	<-w.Changed()
	write(t, path, "a")
	<-w.Changed()
}

func TestOtherFoldersAreNotWatchedAnyMore(t *testing.T) {
	first, second := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	w := watching(t, first)
	w.Watch([]string{second})
	<-w.Changed()
	if list := w.kernel.WatchList(); len(list) != 1 || list[0] != filepath.Dir(second) {
		t.Errorf("%v", list)
	}
}
