// Package watch reports that files may have changed.
//
// It watches their folders, since editors and Kubernetes put a new file in the place of the old
// one, and waits until a burst of changes is over. Where the kernel reports nothing (network file
// systems, too few inotify watches) it asks to look every half minute. It never reads a file:
// internal/process, which calls it, compares the contents.
package watch

import (
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	quiet   = 300 * time.Millisecond // without a change, and a burst is over
	longest = 3 * time.Second        // that a burst is waited for
	anyway  = 30 * time.Second       // without a change, after which to look in any case
)

// Watcher watches a set of files. Close ends it.
type Watcher struct {
	log     *slog.Logger
	kernel  *fsnotify.Watcher // nil: it cannot be asked
	changed chan struct{}
	closing chan struct{}
	running sync.WaitGroup
}

// New returns a watcher without files.
func New(log *slog.Logger) *Watcher {
	w := &Watcher{log: log, changed: make(chan struct{}, 1), closing: make(chan struct{})}
	events := make(chan fsnotify.Event) // of no watcher
	if kernel, err := fsnotify.NewWatcher(); err != nil {
		log.Warn("cannot watch files: changes are noticed within half a minute", "error", err)
	} else {
		w.kernel, events = kernel, kernel.Events
		w.running.Go(w.logErrors)
	}
	w.running.Go(func() { w.run(events) })
	return w
}

// Close ends the watcher.
func (w *Watcher) Close() {
	close(w.closing)
	if w.kernel != nil {
		_ = w.kernel.Close()
	}
	w.running.Wait()
}

// Changed receives after a burst of changes, of these files or others beside them, and now and then
// without one: compare the contents.
func (w *Watcher) Changed() <-chan struct{} { return w.changed }

// Watch replaces the set of files. Files that do not exist are waited for.
func (w *Watcher) Watch(paths []string) {
	if w.kernel == nil {
		return
	}
	wanted := map[string]bool{}
	for _, path := range paths {
		wanted[folderOf(path)] = true
		if target, err := filepath.EvalSymlinks(path); err == nil {
			wanted[folderOf(target)] = true
		}
	}
	watched := map[string]bool{}
	for _, folder := range w.kernel.WatchList() {
		watched[folder] = true
		if !wanted[folder] {
			_ = w.kernel.Remove(folder)
		}
	}
	for folder := range wanted {
		if watched[folder] {
			continue
		}
		if err := w.kernel.Add(folder); err != nil {
			w.log.Warn("cannot watch a folder: changes in it are noticed within half a minute", "folder", folder, "error", err)
		}
		w.signal() // it may have changed before it was watched
	}
}

// folderOf returns the folder of a file, or the nearest one above it that exists.
func folderOf(path string) string {
	folder := filepath.Dir(path)
	for {
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return folder
		}
		folder = parent
	}
}

func (w *Watcher) run(events <-chan fsnotify.Event) {
	look := time.NewTimer(anyway)
	defer look.Stop()
	var began time.Time // of the burst; zero: there is none
	for {
		select {
		case <-w.closing:
			return
		case _, open := <-events:
			if !open {
				return
			}
			if began.IsZero() {
				began = time.Now()
			}
			look.Reset(min(quiet, longest-time.Since(began)))
		case <-look.C:
			began = time.Time{}
			look.Reset(anyway)
			w.signal()
		}
	}
}

func (w *Watcher) signal() {
	select {
	case w.changed <- struct{}{}:
	default: // it is known already
	}
}

func (w *Watcher) logErrors() {
	for err := range w.kernel.Errors {
		w.log.Warn("watching files failed: changes are noticed within half a minute", "error", err)
	}
}
