package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
)

// Deliveries remember which deliveries were answered 202, for all servers. They may forget: then
// the order of revisions makes a repeat harmless.
type Deliveries interface {
	Seen(ctx context.Context, key string) (bool, error)
	Remember(ctx context.Context, key string, period time.Duration) error
}

const (
	rememberTimeout = 300 * time.Millisecond // which the sender waits for
	longestMemory   = 24 * time.Hour         // bounds what a site with a tolerance of years fills the memory with
)

// delivery is a verified hook that brings an article.
type delivery struct {
	source  string
	ref     library.Ref
	payload article.Payload
	sentAt  time.Time
}

// key names what the signature covers. The address is not part of it: a delivery sent to another
// event's address is the same.
func (d delivery) key(body []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s %d ", d.ref.Site, d.source, d.sentAt.UnixMilli())
	h.Write(body)
	return hex.EncodeToString(h.Sum(nil))
}

// seen reports false while the memory is unavailable.
func (s *Server) seen(ctx context.Context, key string) bool {
	var seen bool
	err := within(ctx, queueTimeout, func(ctx context.Context) (err error) {
		seen, err = s.deliveries.Seen(ctx, key)
		return err
	})
	return err == nil && seen
}

// remember keeps a delivery for as long as its timestamp can be within the tolerance: it may be as
// far ahead of our clock as behind it.
func (s *Server) remember(ctx context.Context, key string, tolerance time.Duration) {
	period := min(2*tolerance, longestMemory)
	err := within(context.WithoutCancel(ctx), rememberTimeout, func(ctx context.Context) error {
		return s.deliveries.Remember(ctx, key, period)
	})
	if err != nil {
		s.log.WarnContext(ctx, "cannot remember a delivery: if it is sent again, it is compared with the store, and still changes nothing", "error", err)
	}
}
