// Package atomicfile replaces files: readers see the old content or the new, never a part of it.
//
// It is for files that people name: the commands' output and lexicons. The folder store has
// conditions and locks of its own and does not use it.
package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces the file at path, or creates it with mode. The folder must exist. The content is
// written to a temporary file beside path, synced, and renamed; on an error path is as it was, and
// no temporary file is left.
func Write(path string, content []byte, mode fs.FileMode) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".aloud-*")
	if err != nil {
		return named(path, err)
	}
	_, err = file.Write(content)
	if err == nil {
		err = file.Chmod(mode)
	}
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}

// named makes the error one of path: nobody knows the temporary file.
func named(path string, err error) error {
	var temporary *fs.PathError
	if errors.As(err, &temporary) {
		return &fs.PathError{Op: "write", Path: path, Err: temporary.Err}
	}
	return err
}
