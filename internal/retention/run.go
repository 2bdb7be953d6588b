package retention

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/store"
)

// A pass over everything that is stored is made once a day. Where a site keeps things for less than
// a day, passes over what ended are made more often, but take no more than a hundredth of the time:
// a large store is looked at rarely.
const (
	daily    = 24 * time.Hour
	soon     = time.Minute
	share    = 100
	retryIn  = time.Hour // after a pass that failed
	passesAt = "private/retention.json"
)

// passes is when passes are due, as the store remembers it: a process that restarts makes none
// ahead of its time.
type passes struct {
	Next     time.Time `json:"next"`
	NextFull time.Time `json:"next_full"`
}

// Run makes a pass if one is due, and returns the time until the next one. One process at a time
// may call it.
func (c *Collector) Run(ctx context.Context) (next time.Duration) {
	due, err := c.readPasses(ctx)
	if err == nil {
		if wait := due.Next.Sub(c.Now()); wait > 0 {
			return min(wait, c.pause(0)) // the settings may have changed
		}
		due, err = c.pass(ctx, due)
	}
	if err == nil {
		err = c.writePasses(ctx, due)
	}
	if err != nil {
		if ctx.Err() == nil {
			logging.From(ctx).WarnContext(ctx, "cannot delete what no article needs, will retry", "in", retryIn, "error", err)
		}
		return retryIn
	}
	return due.Next.Sub(c.Now())
}

func (c *Collector) pass(ctx context.Context, due passes) (passes, error) {
	started := c.Now()
	full := !due.NextFull.After(started)
	erased, err := c.Collect(ctx, full)
	took := c.Now().Sub(started)
	if erased.Objects() > 0 {
		logging.From(ctx).InfoContext(ctx, "deleted what no article needs",
			"speech", erased.Speech, "pieces", erased.Pieces, "texts", erased.Texts, "bytes", erased.Bytes, "took", took)
	}
	if full && err == nil {
		due.NextFull = started.Add(daily)
	}
	due.Next = c.Now().Add(c.pause(took))
	return due, err
}

// pause is the time between two passes of which the last one took so long.
func (c *Collector) pause(took time.Duration) time.Duration {
	if c.shortest() >= daily {
		return daily
	}
	return min(max(share*took, soon), daily)
}

func (c *Collector) readPasses(ctx context.Context) (due passes, err error) {
	body, _, err := store.Read(ctx, c.Store, passesAt)
	if errors.Is(err, store.ErrNotFound) || err == nil && json.Unmarshal(body, &due) != nil {
		return passes{}, nil // a damaged one counts as missing
	}
	return due, err
}

func (c *Collector) writePasses(ctx context.Context, due passes) error {
	body, err := json.Marshal(due)
	if err == nil {
		_, err = c.Store.Put(ctx, passesAt, body, store.PutOptions{ContentType: "application/json"})
	}
	if err != nil {
		return fmt.Errorf("record when the next pass is due: %w", err)
	}
	return nil
}
