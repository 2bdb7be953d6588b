package worker

// The queues. Lanes take from those of renders in the order of renderQueues. Removals and notices
// have places of their own, so that neither waits for renders, nor a render for a receiver that
// hangs.
const (
	queueNews     = "aloud"         // library.Fresh
	queueUpdates  = "aloud-updates" // library.Update
	queueBursts   = "aloud-bursts"  // of either, what a site has beyond its share
	queueOld      = "aloud-old"     // library.Old
	queueBulk     = "aloud-bulk"    // library.Bulk
	queueRemovals = "aloud-removals"
	queueNotices  = "aloud-notices"
)

var (
	newsQueues   = []string{queueNews, queueUpdates, queueBursts}
	renderQueues = append(newsQueues[:len(newsQueues):len(newsQueues)], queueOld, queueBulk)
	allQueues    = append(renderQueues[:len(renderQueues):len(renderQueues)], queueRemovals, queueNotices)
)

// names are the names of one store's queues and keys in Redis; its value is the store's identity.
// So production and staging may share a Redis and take none of each other's tasks. What asynq and
// redis_rate keep there begins with asynq: and rate:.
type names string

// queue is asynq's name of a queue.
func (n names) queue(queue string) string { return queue + ":" + string(n) }

// key is where something is kept, such as a lease.
func (n names) key(kind, name string) string { return "aloud:" + string(n) + ":" + kind + ":" + name }

// priorities are those of the queues, the first of which has the highest, and of the ones that
// former releases filled.
func (n names) priorities(queues []string) map[string]int {
	named := map[string]int{}
	for i, queue := range queues {
		named[n.queue(queue)] = len(queues) - i
		if former, ok := formerQueue(queue); ok {
			named[former] = len(queues) - i
		}
	}
	return named
}
