package worker

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
)

// The kinds of tasks.
const (
	taskType       = "article:bring-up-to-date"
	noticeTaskType = "notice:deliver"
)

// Queues. What readers wait for goes before what an admin re-renders in bulk. Notices have workers of their own: a
// receiver that hangs takes none from the articles.
const (
	queueNews    = "aloud"
	queueBulk    = "aloud-bulk"
	queueNotices = "aloud-notices"
)

var (
	queueWeights       = map[string]int{queueNews: 9, queueBulk: 1}
	noticeQueueWeights = map[string]int{queueNotices: 1}
	allQueues          = []string{queueNews, queueBulk, queueNotices}
)

// A task that keeps failing is tried for an hour and a half, longer than most outages of a provider, and is never without
// a retry: asynq would discard it when its worker is killed.
const (
	maxRetries  = 20
	taskTimeout = 30 * time.Minute // far above any render; frees the worker from a hung one

	noticeTaskTimeout = 5 * time.Minute // for all notices of an article; those it does not come to are sent by its next try
)

// newTask carries the article's name and nothing else. It has no TaskID and no Unique lock on purpose: an archived or
// retrying task would hold either, and the next edit could not be enqueued.
func newTask(ref library.Ref) *asynq.Task {
	return asynq.NewTask(taskType, payload(ref), asynq.MaxRetry(maxRetries), asynq.Timeout(taskTimeout))
}

// newNoticeTask asks for an article's notices to be delivered. What they say is in the store.
func newNoticeTask(ref library.Ref) *asynq.Task {
	return asynq.NewTask(noticeTaskType, payload(ref), asynq.MaxRetry(maxRetries), asynq.Timeout(noticeTaskTimeout))
}

func payload(ref library.Ref) []byte {
	payload, err := json.Marshal(ref)
	if err != nil {
		panic("worker: a ref is plain data: " + err.Error())
	}
	return payload
}

func parseTask(t *asynq.Task) (library.Ref, error) {
	var ref library.Ref
	if err := json.Unmarshal(t.Payload(), &ref); err != nil {
		return ref, fmt.Errorf("task payload: %w", err)
	}
	return library.NewRef(ref.Site, ref.ID)
}
