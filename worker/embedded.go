package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"
)

// Embedded is a queue inside the process, for one machine without Redis. Its content is lost when
// the process ends; the first sweep of the next start enqueues it again.
type Embedded struct {
	mini *miniredis.Miniredis
}

// NewEmbedded starts an embedded queue. It does not listen.
func NewEmbedded() *Embedded {
	return &Embedded{mini: miniredis.NewMiniRedis()}
}

// Client connects within the process.
func (e *Embedded) Client() redis.UniversalClient {
	return redis.NewClient(&redis.Options{
		Dialer: func(context.Context, string, string) (net.Conn, error) { return e.mini.Dial() },
	})
}

// Offer serves the queue to other processes of the same user on a Unix socket until ctx ends.
func (e *Embedded) Offer(ctx context.Context, socket string) error {
	listener, err := listen(ctx, socket)
	if err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { _ = listener.Close() })
	defer stop()
	return e.serve(listener)
}

// listen opens the socket and replaces one that a killed process left behind.
func listen(ctx context.Context, socket string) (net.Listener, error) {
	if err := os.Remove(socket); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("queue socket: %w", err)
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "unix", socket)
	if err != nil {
		return nil, fmt.Errorf("queue socket: %w", err)
	}
	if err := os.Chmod(socket, 0o600); err != nil {
		return nil, errors.Join(fmt.Errorf("queue socket: %w", err), listener.Close())
	}
	return listener, nil
}

// Run advances the clock of the embedded Redis until ctx ends: it has none of its own, and keys
// would never expire.
func (e *Embedded) Run(ctx context.Context) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for last := time.Now(); ; {
		select {
		case <-ctx.Done():
			return
		case now := <-ticker.C:
			e.mini.FastForward(now.Sub(last))
			last = now
		}
	}
}

func (e *Embedded) serve(listener net.Listener) error {
	for {
		outside, err := listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("queue socket: %w", err)
		}
		inside, err := e.mini.Dial()
		if err != nil {
			return errors.Join(err, outside.Close())
		}
		go join(outside, inside)
	}
}

// join copies between two connections until either ends.
func join(a, b net.Conn) {
	copyTo := func(to, from net.Conn) {
		_, _ = io.Copy(to, from)
		_ = to.Close()
		_ = from.Close()
	}
	go copyTo(a, b)
	copyTo(b, a)
}
