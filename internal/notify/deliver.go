package notify

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// A receiver that is down for a day misses nothing; one that refuses has about ten minutes to be
// fixed. Retries wait 5 s, 10 s, 20 s … up to an hour, minus a random part of up to one half, so
// that the notices of an outage do not all come back at once.
const (
	firstRetry  = 5 * time.Second
	lastRetry   = time.Hour
	keepTrying  = 24 * time.Hour
	maxRefusals = 8
)

// Delivery counts what happened to an article's notices.
type Delivery struct {
	Delivered, Failed, Dropped int
	Again                      time.Duration // until the next attempt; 0 if no notice is left
}

// Deliver sends an article's notices to each receiver, oldest first. If a receiver fails, its later
// notices wait; other receivers do not. Only one caller at a time should deliver an article's
// notices, to keep their order. An error comes from the store; the Delivery counts what was done
// before it.
func (n *Notifier) Deliver(ctx context.Context, ref library.Ref) (Delivery, error) {
	var d Delivery
	queues, err := n.queues(ctx, ref)
	if err != nil {
		return d, err
	}
	for name, queue := range queues {
		receiver, known := n.receiver(ref.Site, name)
		if !known {
			err = n.dropAll(ctx, ref, queue, &d)
		} else {
			err = n.deliver(ctx, ref, receiver, queue, &d)
		}
		if err != nil {
			return d, err
		}
	}
	return d, nil
}

// queues returns an article's notices by receiver, oldest first. It deletes notices that cannot be
// read.
func (n *Notifier) queues(ctx context.Context, ref library.Ref) (map[string][]notice, error) {
	keys, err := n.keys(ctx, ref)
	if err != nil {
		return nil, err
	}
	queues := map[string][]notice{}
	for _, key := range keys {
		x, err := n.read(ctx, key)
		switch {
		case errors.Is(err, library.ErrNotFound): // delivered meanwhile
		case errors.Is(err, library.ErrDamaged):
			n.log(ref, x).Error("dropped a notice that cannot be read", "error", err)
			err = n.opts.Store.Delete(ctx, key)
		case err == nil:
			queues[x.Receiver] = append(queues[x.Receiver], x)
		}
		if library.IgnoreUnreadable(err) != nil {
			return nil, err
		}
	}
	return queues, nil
}

func (n *Notifier) dropAll(ctx context.Context, ref library.Ref, queue []notice, d *Delivery) error {
	n.log(ref, queue[0]).Error("dropped notices: their receiver was removed from the settings", "notices", len(queue))
	for _, x := range queue {
		if err := n.opts.Store.Delete(ctx, x.key); err != nil {
			return err
		}
		d.Dropped++
	}
	return nil
}

// deliver sends one receiver its notices. If any of them is due, it tries the first one even if
// that is not due: a new notice is a reason to retry.
func (n *Notifier) deliver(ctx context.Context, ref library.Ref, r Receiver, queue []notice, d *Delivery) error {
	if wait := n.untilDue(queue); wait > 0 {
		d.later(wait)
		return nil
	}
	for i, x := range queue {
		sendErr := n.send(ctx, r, x)
		if err := ctx.Err(); err != nil {
			return err // we are being stopped: not a failure of the receiver
		}
		log := n.log(ref, x).With("notice", x.Type, "receiver", r.url.Host, "attempt", x.Tries+1)
		if sendErr != nil && !n.countFailure(&x, sendErr) {
			log.Warn("notice not delivered, will retry", "error", sendErr)
			d.Failed++
			return n.postpone(ctx, append([]notice{x}, queue[i+1:]...), d)
		}
		if err := n.opts.Store.Delete(ctx, x.key); err != nil {
			return err
		}
		if sendErr != nil {
			log.Error("notice not delivered, gave up", "error", sendErr)
			d.Dropped++
			continue
		}
		log.Info("notice delivered")
		d.Delivered++
	}
	return nil
}

func (n *Notifier) untilDue(queue []notice) time.Duration {
	wait := queue[0].Next.Sub(n.now())
	for _, x := range queue[1:] {
		wait = min(wait, x.Next.Sub(n.now()))
	}
	return wait
}

// countFailure counts a failed attempt and reports whether it was the last one.
func (n *Notifier) countFailure(x *notice, err error) bool {
	x.Tries++
	x.Error = err.Error()
	if errors.Is(err, errRefused) {
		x.Refusals++
	}
	return x.Refusals >= maxRefusals || n.now().Sub(x.At) >= keepTrying
}

// postpone delays a queue whose first notice failed.
func (n *Notifier) postpone(ctx context.Context, queue []notice, d *Delivery) error {
	wait := retryDelay(queue[0].Tries)
	for _, x := range queue {
		x.Next = n.now().Add(wait).UTC()
		if err := n.write(ctx, x); err != nil {
			return err
		}
	}
	d.later(wait)
	return nil
}

// log returns the log for a notice about an article.
func (n *Notifier) log(ref library.Ref, x notice) *slog.Logger {
	ctx := logging.For(logging.Into(context.Background(), n.opts.Log), ref.Site, ref.ID)
	logging.Know(ctx, x.Revision, tracing.IDOf(x.Trace))
	return logging.From(ctx)
}

func (d *Delivery) later(wait time.Duration) {
	if d.Again == 0 || wait < d.Again {
		d.Again = wait
	}
}

func retryDelay(tries int) time.Duration {
	delay := lastRetry
	if tries <= 10 { // the eleventh would be above lastRetry
		delay = firstRetry << (tries - 1)
	}
	return delay - rand.N(delay/2)
}
