package worker

// The queues: what readers wait for comes before bulk re-renders. Removals and notices have places
// of their own, so that neither waits for renders, nor a render for a receiver that hangs.
const (
	queueNews     = "aloud"
	queueBulk     = "aloud-bulk"
	queueRemovals = "aloud-removals"
	queueNotices  = "aloud-notices"
)

var (
	queueWeights        = map[string]int{queueNews: 9, queueBulk: 1}
	removalQueueWeights = map[string]int{queueRemovals: 1}
	noticeQueueWeights  = map[string]int{queueNotices: 1}
	allQueues           = []string{queueNews, queueBulk, queueRemovals, queueNotices}
)

// names are the names of one store's queues and keys in Redis; its value is the store's identity.
// So production and staging may share a Redis and take none of each other's tasks. What asynq and
// redis_rate keep there begins with asynq: and rate:.
type names string

// queue is asynq's name of a queue.
func (n names) queue(queue string) string { return queue + ":" + string(n) }

// key is where something is kept, such as a lease.
func (n names) key(kind, name string) string { return "aloud:" + string(n) + ":" + kind + ":" + name }

// weights are those of the queues, and of the ones that former releases filled.
func (n names) weights(queues map[string]int) map[string]int {
	named := map[string]int{}
	for queue, weight := range queues {
		named[n.queue(queue)] = weight
		named[formerQueue(queue)] = weight
	}
	return named
}
