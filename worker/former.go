package worker

import "context"

// The release before 1.0 left the store's identity out of every name. During an upgrade its workers
// run beside ours: we drain their queues, hold a lease under its former name too, and raise their
// counters. Delete this file after 1.0.

// formerQueue returns the former release's name of a queue, if it had that queue.
func formerQueue(queue string) (former string, ok bool) {
	return queue, queue != queueUpdates && queue != queueBursts && queue != queueOld
}

// raiseFormer makes running workers of the former release count what ours bought. It is no failure
// if that is impossible.
func (c *Counters) raiseFormer(ctx context.Context, name string, totals map[string]int64) {
	key := formerKey("spend", name)
	if n, err := c.rdb.Exists(ctx, key).Result(); err == nil && n == 1 {
		_, _ = c.raise(ctx, key, "raise", totals)
	}
}

// leaseKeys are the keys of a lease in the order in which they are taken, the former one first.
func (n names) leaseKeys(name string) []string {
	return []string{formerKey("lease", name), n.key("lease", name)}
}

func formerKey(kind, name string) string { return "aloud:" + kind + ":" + name }
