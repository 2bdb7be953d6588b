package worker

// The queues. Lanes take from those of renders in the order of renderQueues. Removals and notices
// have places of their own, so that neither waits for renders, and no render waits for a hanging
// receiver.
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
// So production and staging may share a Redis without taking each other's tasks. The keys of asynq
// and redis_rate begin with asynq: and rate:.
type names string

// queue is asynq's name of a queue.
func (n names) queue(queue string) string { return queue + ":" + string(n) }

// key returns the key of something, such as a lease.
func (n names) key(kind, name string) string { return "aloud:" + string(n) + ":" + kind + ":" + name }

// priorities returns the priorities of the queues, highest first, and of those that former releases
// filled.
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
