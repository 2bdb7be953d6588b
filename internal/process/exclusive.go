package process

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/store"
)

const leaseKey = "private/lease"

// takeStore makes this the only `aloud up` with an embedded queue on its store: two would share
// neither tasks nor budgets. The context that it returns ends when another one has taken over.
func takeStore(ctx context.Context, s *service.Service) (held context.Context, release func(), err error) {
	if s.Config.RedisURL != "" {
		return ctx, func() {}, nil
	}
	if dir, ok := store.As[*store.Dir](s.Store); ok {
		release, err = lockFolder(dir.Root())
		return ctx, release, err
	}
	host, err := os.Hostname()
	if err != nil {
		return nil, nil, err
	}
	held, release, err = store.Lease{Store: s.Store, Key: leaseKey, Host: host, Now: time.Now}.Acquire(ctx)
	var taken *store.HeldError
	if errors.As(err, &taken) {
		err = fmt.Errorf("another aloud up uses %s (%s: %w). Stop it, or set ALOUD_REDIS_URL for both. If its host is down, wait until the lease expires and start again",
			s.Config.Store, leaseKey, taken)
	}
	return held, release, err
}

// leaseLost is why takeStore's context ended, if another process took over.
func leaseLost(held context.Context) error {
	if cause := context.Cause(held); errors.Is(cause, store.ErrLeaseLost) {
		return fmt.Errorf("another aloud up took over this store: %w", cause)
	}
	return nil
}

// lockFolder locks a folder for as long as this process runs.
func lockFolder(root string) (unlock func(), err error) {
	file, err := os.OpenFile(filepath.Join(root, ".aloud", "up.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(fmt.Errorf("another aloud up runs on %s: stop it, or set ALOUD_REDIS_URL for both", root), file.Close())
	}
	return func() { _ = file.Close() }, nil
}
