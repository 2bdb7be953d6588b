package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// lock waits until the caller is the only writer of key in any process. The lock ends with the
// process that holds it, even if that is killed. All keys share 256 lock files: a writer may wait
// for the writer of another key, but never holds two locks.
func (d *Dir) lock(ctx context.Context, key string) (unlock func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(key))
	// A lock belongs to the open file: opening it again excludes other goroutines as well as other
	// processes.
	file, err := os.OpenFile(filepath.Join(d.locks(), hex.EncodeToString(sum[:1])), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	locked := make(chan error)
	go func() {
		err := flock(file)
		select {
		case locked <- err:
		case <-ctx.Done(): // the caller has given up
			file.Close()
		}
	}()
	select {
	case err = <-locked:
	case <-ctx.Done(): // the system call cannot be cancelled; it ends by itself
		return nil, fmt.Errorf("wait for another writer: %w", ctx.Err())
	}
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("lock %s: %w", file.Name(), err)
	}
	return func() { file.Close() }, nil
}

func flock(file *os.File) error {
	for {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
		if !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}
