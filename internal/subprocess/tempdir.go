package subprocess

import (
	"os"
	"path/filepath"
	"sync"
	"time"
)

const (
	tempPrefix = "aloud-run-"
	abandoned  = maxTime + time.Hour // no program runs that long
)

// TempDir returns a folder for a program's files, and a function that removes it. The first call
// removes the folders of processes that were killed.
func TempDir() (dir string, remove func(), err error) {
	removeAbandoned()
	dir, err = os.MkdirTemp("", tempPrefix)
	return dir, func() { _ = os.RemoveAll(dir) }, err
}

var removeAbandoned = sync.OnceFunc(func() { removeOlder(time.Now().Add(-abandoned)) })

// removeOlder removes what it may: folders of other users stay.
func removeOlder(than time.Time) {
	dirs, _ := filepath.Glob(filepath.Join(os.TempDir(), tempPrefix+"*"))
	for _, dir := range dirs {
		if info, err := os.Lstat(dir); err == nil && info.IsDir() && info.ModTime().Before(than) {
			_ = os.RemoveAll(dir)
		}
	}
}
