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

// queueOf is the queue for an article's next task. While Redis does not count, everything is within
// the share.
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

// isPrompt reports whether a queue is not behind the one where work of that urgency belongs.
func (n names) isPrompt(queue string, u library.Urgency) bool {
	last := queueBursts
	if u.Archive() {
		last = renderQueues[len(newsQueues)+int(u-library.Old)]
	}
	for _, behind := range renderQueues[slices.Index(renderQueues, last)+1:] {
		if queue == n.queue(behind) {
			return false
		}
	}
	return true
}
