package worker

import (
	"context"
	"slices"
	"time"

	"github.com/go-redis/redis_rate/v10"

	"github.com/aloud-audio/aloud/internal/library"
)

// The share is the rate limit of one site. Work above it goes to queueBursts: after other sites'
// news, before the archive. A newsroom publishes more slowly; an import, or an edit of a hundred
// articles at once, does not.
var share = redis_rate.Limit{Rate: 12, Burst: 4, Period: time.Minute}

// queueOf returns the queue for an article's next task. While Redis cannot count, everything is
// within the share.
func (c *Client) queueOf(ctx context.Context, site string, u library.Urgency) string {
	switch u {
	case library.Bulk:
		return queueBulk
	case library.Old:
		return queueOld
	}
	taken, err := c.limiter.Allow(ctx, c.names.key("share", site+":"+u.String()), share)
	switch {
	case err == nil && taken.Allowed == 0:
		return queueBursts
	case u == library.Update:
		return queueUpdates
	default:
		return queueNews
	}
}

// lastQueue is the last of renderQueues in which work of an urgency may wait.
var lastQueue = map[library.Urgency]string{
	library.Fresh: queueBursts, library.Update: queueBursts, library.Old: queueOld, library.Bulk: queueBulk,
}

// earlyEnough returns a function that reports whether a task waits in a queue that is not behind
// the last one for work of that urgency.
func (n names) earlyEnough(u library.Urgency) func(mark) bool {
	return func(m mark) bool { return n.rank(m.queue) <= n.rank(n.queue(lastQueue[u])) }
}

// rank is the place of a queue among those of renders; -1 for other queues, which never wait behind
// renders.
func (n names) rank(queue string) int {
	return slices.IndexFunc(renderQueues, func(name string) bool { return n.queue(name) == queue })
}
