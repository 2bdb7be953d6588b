package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// writeTemp writes a temporary file and syncs it, before it becomes an object. It is never below
// public/, where it could be served.
func (d *Dir) writeTemp(body []byte, mode fs.FileMode) (path string, err error) {
	file, err := os.CreateTemp(d.tmp(), "put-")
	if err != nil {
		return "", err
	}
	err = fill(file, body, mode)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		_ = os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

func fill(file *os.File, body []byte, mode fs.FileMode) error {
	if _, err := file.Write(body); err != nil {
		return err
	}
	if err := file.Chmod(mode); err != nil { // whatever the umask says
		return err
	}
	// Before Linux 6.13, the kernel's own timestamps advance in milliseconds: an object that is
	// deleted and created again within one step would have the same ETag.
	if err := os.Chtimes(file.Name(), time.Time{}, time.Now()); err != nil {
		return err
	}
	return file.Sync()
}

// commit replaces path by the file tmp if cond holds. The caller holds the key's lock.
func (d *Dir) commit(tmp, path string, folderMode fs.FileMode, cond Condition) (etag string, err error) {
	previous, err := statFile(path)
	if err != nil {
		return "", err
	}
	if !cond.holds(etagOf(previous)) {
		return "", ErrConflict
	}
	info, err := makeLater(tmp, previous)
	if err != nil {
		return "", err
	}
	if err := d.move(tmp, path, folderMode); err != nil {
		return "", err
	}
	return etagOf(info), syncPath(filepath.Dir(path))
}

// makeLater gives the file a time strictly after that of the previous version, even if the clock
// was set back or the previous version's writer started later. Otherwise both could have the same
// ETag, and a condition meant for one would be true for the other.
func makeLater(path string, previous fs.FileInfo) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil || previous == nil || info.ModTime().After(previous.ModTime()) {
		return info, err
	}
	if err := os.Chtimes(path, time.Time{}, previous.ModTime().Add(1)); err != nil {
		return nil, err
	}
	if err := syncPath(path); err != nil {
		return nil, err
	}
	return os.Stat(path)
}

// move renames tmp to path. The folder may be missing, and a Delete may remove it between its
// creation and the rename; losing that race a hundred times means that something else is wrong.
func (d *Dir) move(tmp, path string, folderMode fs.FileMode) error {
	var err error
	for range 100 {
		err = os.Rename(tmp, path)
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err = d.makeFolders(filepath.Dir(path), folderMode); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return err
}

// makeFolders creates folder and its parents, and syncs them.
func (d *Dir) makeFolders(folder string, mode fs.FileMode) error {
	rel, err := filepath.Rel(d.root, folder)
	if err != nil {
		return err
	}
	parent := d.root
	for part := range strings.SplitSeq(rel, string(filepath.Separator)) {
		path := filepath.Join(parent, part)
		if err := makeFolder(path, mode); err != nil {
			return err
		}
		parent = path
	}
	return nil
}

func makeFolder(path string, mode fs.FileMode) error {
	err := os.Mkdir(path, mode)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := os.Chmod(path, mode); err != nil { // whatever the umask says
		return err
	}
	return syncPath(filepath.Dir(path))
}

// remove deletes the object's file and the folders that it leaves empty. The caller has the key's
// lock.
func (d *Dir) remove(path string) error {
	info, err := statFile(path)
	if err != nil || info == nil {
		return err
	}
	if err := os.Remove(path); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	if err := syncPath(folder); err != nil && !errors.Is(err, fs.ErrNotExist) { // another Delete may have removed it
		return err
	}
	d.prune(folder)
	return nil
}

// prune removes empty folders upwards, up to the root's first level. One that is in use stays, and
// so do those above it.
func (d *Dir) prune(folder string) {
	for filepath.Dir(folder) != d.root && folder != d.root {
		if err := syscall.Rmdir(folder); err != nil {
			return
		}
		folder = filepath.Dir(folder)
	}
}

// syncPath flushes a file's or folder's content to disk.
func syncPath(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return file.Sync()
}
