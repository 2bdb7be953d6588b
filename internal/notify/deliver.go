package notify

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// A receiver that is down for a day misses nothing; one that refuses has about ten minutes to be mended. Tries wait 5 s,
// 10 s, 20 s … up to an hour, each shortened by up to a half at random so that an outage's notices do not all come back
// at once.
const (
	firstRetry  = 5 * time.Second
	lastRetry   = time.Hour
	keepTrying  = 24 * time.Hour
	maxRefusals = 8
)

// Delivery is what became of an article's notices.
type Delivery struct {
	Delivered, Failed, Dropped int
	Again                      time.Duration // until the next try; 0 if no notice waits
}

// Deliver sends an article's notices to each of its receivers, oldest first. A receiver that fails gets the later ones
// later, and does not hold up the others. Only one caller at a time should deliver those of one article, for the order's
// sake. The error is the store's: what was done until then is in the Delivery.
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

// queues are an article's notices by their receivers, oldest first. What cannot be read is dropped.
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
			n.opts.Log.Error("dropped a notice", "article", ref, "error", err)
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
	n.opts.Log.Error("dropped notices: the settings have their receiver no more", "article", ref, "notices", len(queue))
	for _, x := range queue {
		if err := n.opts.Store.Delete(ctx, x.key); err != nil {
			return err
		}
		d.Dropped++
	}
	return nil
}

// deliver sends one receiver its notices. If any of them is due the first is tried, whatever that one waits for: news is
// a reason to look again.
func (n *Notifier) deliver(ctx context.Context, ref library.Ref, r Receiver, queue []notice, d *Delivery) error {
	if wait := n.untilDue(queue); wait > 0 {
		d.later(wait)
		return nil
	}
	for i, x := range queue {
		sendErr := n.send(ctx, r, x)
		if err := ctx.Err(); err != nil {
			return err // we were told to stop: the receiver has done nothing wrong
		}
		log := n.opts.Log.With("article", ref, "notice", x.Type, "receiver", r.url.Host, "attempt", x.Tries+1)
		if sendErr != nil && !n.hopeless(&x, sendErr) {
			log.Warn("a notice was not taken: will try again", "error", sendErr)
			d.Failed++
			return n.postpone(ctx, append([]notice{x}, queue[i+1:]...), d)
		}
		if err := n.opts.Store.Delete(ctx, x.key); err != nil {
			return err
		}
		if sendErr != nil {
			log.Error("dropped a notice", "error", sendErr)
			d.Dropped++
			continue
		}
		log.Info("delivered a notice")
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

// hopeless counts a failed try, and says whether it was the last.
func (n *Notifier) hopeless(x *notice, err error) bool {
	x.Tries++
	if errors.Is(err, errRefused) {
		x.Refusals++
	}
	return x.Refusals >= maxRefusals || n.now().Sub(x.At) >= keepTrying
}

// postpone puts off the first of a queue, which failed, and with it all that wait behind.
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
