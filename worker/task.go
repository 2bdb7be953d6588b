package worker

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
)

// taskType is the only kind of task there is.
const taskType = "article:bring-up-to-date"

// Queues. What readers wait for goes before what an admin re-renders in bulk.
const (
	queueNews = "aloud"
	queueBulk = "aloud-bulk"
)

var queueWeights = map[string]int{queueNews: 9, queueBulk: 1}

// A task that keeps failing is tried for an hour and a half, longer than most outages of a provider, and is never without
// a retry: asynq would discard it when its worker is killed.
const (
	maxRetries  = 20
	taskTimeout = 30 * time.Minute // far above any render; frees the worker from a hung one
)

// newTask carries the article's name and nothing else. It has no TaskID and no Unique lock on purpose: an archived or
// retrying task would hold either, and the next edit could not be enqueued.
func newTask(ref library.Ref) *asynq.Task {
	payload, err := json.Marshal(ref)
	if err != nil {
		panic("worker: a ref is plain data: " + err.Error())
	}
	return asynq.NewTask(taskType, payload, asynq.MaxRetry(maxRetries), asynq.Timeout(taskTimeout))
}

func parseTask(t *asynq.Task) (library.Ref, error) {
	var ref library.Ref
	if err := json.Unmarshal(t.Payload(), &ref); err != nil {
		return ref, fmt.Errorf("task payload: %w", err)
	}
	return library.NewRef(ref.Site, ref.ID)
}
