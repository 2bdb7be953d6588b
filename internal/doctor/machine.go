package doctor

import (
	"context"
	"errors"
	"os"
	"syscall"
)

// spool is how much room the track of an hour takes while it is made: half a megabyte a minute.
const spool = 32 << 20

// TempDir proves that tracks can be made in TMPDIR.
func TempDir() Check {
	return Check{Name: "temporary folder", Means: "no track can be made", Required: true, Run: func(context.Context) Result {
		if err := reserve(spool); err != nil {
			r := Failed("free some space, or set TMPDIR to a folder with 100 MB that this user may write to", "%v", err)
			r.MayPass = errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
			return r
		}
		return Found("%s has room for tracks", os.TempDir())
	}}
}

// reserve reserves room for a file, where the file system can. Writing zeros would take longer and
// prove less.
func reserve(size int64) error {
	file, err := os.CreateTemp("", "aloud-probe-")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	err = syscall.Fallocate(int(file.Fd()), 0, 0, size)
	if err == nil || errors.Is(err, syscall.EOPNOTSUPP) || errors.Is(err, syscall.ENOSYS) {
		return nil
	}
	return &os.PathError{Op: "reserve room in", Path: os.TempDir(), Err: err}
}
