package store

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"
	"syscall"
	"time"
)

// A lease outlives its holder by leaseTTL at most. The holder renews it three times in that time.
const (
	leaseTTL   = time.Minute
	leaseRenew = leaseTTL / 3
)

// Holder is the process that has a lease.
type Holder struct {
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Until time.Time `json:"until"` // by the holder's clock

	Nonce string `json:"nonce"` // distinguishes its own write from another's
}

// HeldError says who has a lease.
type HeldError struct{ Holder Holder }

func (e *HeldError) Error() string {
	return fmt.Sprintf("held by process %d on %s until %s", e.Holder.PID, e.Holder.Host, e.Holder.Until.Format(time.RFC3339))
}

// ErrLeaseLost is the cause of a lease's context once another process has the lease.
var ErrLeaseLost = errors.New("another process took the lease")

// Lease is the right to use a store alone, in an object under Key. Its conditional writes keep two
// processes from having it; its clock only says when a holder is given up.
type Lease struct {
	Store Store
	Key   string
	Host  string // of this process
	Now   func() time.Time
}

// Acquire takes the lease, or returns a *HeldError at once, and renews it until release is called.
// The context that it returns ends when the lease is lost. A lease of a process on this host that
// no longer runs is taken over at once, one of another host after a minute.
func (l Lease) Acquire(ctx context.Context) (held context.Context, release func(), err error) {
	mine := Holder{Host: l.Host, PID: os.Getpid(), Nonce: rand.Text()}
	before, etag, err := l.read(ctx)
	if err != nil {
		return nil, nil, err
	}
	if l.holds(before) {
		return nil, nil, &HeldError{before}
	}
	etag, err = l.write(ctx, mine, etag)
	if errors.Is(err, ErrConflict) { // another process was quicker
		if before, _, err = l.read(ctx); err == nil {
			err = &HeldError{before}
		}
	}
	if err != nil {
		return nil, nil, err
	}
	held, lose := context.WithCancelCause(ctx)
	var renewing sync.WaitGroup
	renewing.Go(func() { etag = l.renew(held, mine, etag, lose) })
	return held, sync.OnceFunc(func() {
		lose(nil)
		renewing.Wait()
		l.giveUp(ctx, mine, etag)
	}), nil
}

// holds reports whether a holder's lease is still valid.
func (l Lease) holds(h Holder) bool {
	return l.Now().Before(h.Until) && (h.Host != l.Host || h.PID != os.Getpid() && isRunning(h.PID))
}

// isRunning reports whether the process runs, or may run, on this machine.
func isRunning(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }

// read returns the zero Holder if nobody has, or had, the lease.
func (l Lease) read(ctx context.Context) (h Holder, etag string, err error) {
	body, entry, err := Read(ctx, l.Store, l.Key)
	if errors.Is(err, ErrNotFound) {
		return Holder{}, "", nil
	}
	if err != nil {
		return Holder{}, "", fmt.Errorf("read the lease: %w", err)
	}
	_ = json.Unmarshal(body, &h) // one that is damaged is nobody's
	return h, entry.ETag, nil
}

func (l Lease) write(ctx context.Context, h Holder, etag string) (string, error) {
	if h.Until.IsZero() {
		h.Until = l.Now().Add(leaseTTL).UTC().Truncate(time.Second)
	}
	body, err := json.Marshal(h)
	if err != nil {
		return "", err
	}
	return l.Store.Put(ctx, l.Key, body, PutOptions{If: IfUnchanged(etag), ContentType: "application/json"})
}

// renew extends the lease until its context ends, and returns its last ETag. While the store is
// unreachable nobody else can take it.
func (l Lease) renew(held context.Context, mine Holder, etag string, lose context.CancelCauseFunc) string {
	ticker := time.NewTicker(leaseRenew)
	defer ticker.Stop()
	for {
		select {
		case <-held.Done():
			return etag
		case <-ticker.C:
		}
		next, err := l.write(held, mine, etag)
		if errors.Is(err, ErrConflict) {
			var now Holder
			if now, next, err = l.read(held); err == nil && now.Nonce != mine.Nonce {
				lose(fmt.Errorf("%w: process %d on %s", ErrLeaseLost, now.PID, now.Host))
				return etag
			}
		}
		if err == nil {
			etag = next
		}
	}
}

// giveUp lets the next process take the lease at once. If the write fails, the lease expires.
func (l Lease) giveUp(ctx context.Context, mine Holder, etag string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	mine.Until = l.Now().UTC()
	_, _ = l.write(ctx, mine, etag)
}
