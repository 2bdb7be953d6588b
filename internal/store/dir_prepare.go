package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// proveTimes fails if the file system's timestamps are coarser than nanoseconds: versions would
// share an ETag.
func (d *Dir) proveTimes() error {
	file, err := os.CreateTemp(d.tmp(), "times-")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	want := time.Now().Truncate(time.Second).Add(123_456_789)
	if err := os.Chtimes(file.Name(), time.Time{}, want); err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if !info.ModTime().Equal(want) {
		return errors.New("the file system has no timestamps in nanoseconds; use ext4, XFS, Btrfs or tmpfs")
	}
	return nil
}

// removeStaleTemp removes the files of writers that were killed. A file younger than an hour may be
// in use.
func (d *Dir) removeStaleTemp() error {
	entries, err := os.ReadDir(d.tmp())
	if err != nil {
		return err
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || time.Since(info.ModTime()) < time.Hour {
			continue
		}
		if err := os.Remove(filepath.Join(d.tmp(), entry.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
