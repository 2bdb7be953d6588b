package worker

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// The kinds of tasks.
const (
	taskType       = "article:bring-up-to-date"
	noticeTaskType = "notice:deliver"
)

// A failing task is retried for an hour and a half, longer than most outages of a provider. No task
// is enqueued without retries: asynq would discard it if its worker were killed.
const (
	maxRetries  = 20
	taskTimeout = 30 * time.Minute // far longer than any render; frees the worker from one that hangs

	noticeTaskTimeout = 5 * time.Minute // for all notices of an article; the next attempt sends the rest
)

// newTask names the article and nothing else. It has no Unique lock on purpose, and no TaskID but a
// random one: an archived or retrying task would keep either, and the next edit could not be
// enqueued.
//
// Its header says which trace it continues, if there is one.
func newTask(ctx context.Context, ref library.Ref) *asynq.Task {
	return asynq.NewTaskWithHeaders(taskType, payload(ref), headers(ctx), asynq.MaxRetry(maxRetries), asynq.Timeout(taskTimeout))
}

func headers(ctx context.Context) map[string]string {
	if parent := tracing.Parent(ctx); parent != "" {
		return map[string]string{tracing.Header: parent}
	}
	return nil
}

// newNoticeTask names the article whose notices are to be delivered. Their text is in the store.
func newNoticeTask(ref library.Ref) *asynq.Task {
	return asynq.NewTask(noticeTaskType, payload(ref), asynq.MaxRetry(maxRetries), asynq.Timeout(noticeTaskTimeout))
}

func payload(ref library.Ref) []byte {
	payload, err := json.Marshal(ref)
	if err != nil {
		panic("worker: cannot encode a ref: " + err.Error())
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
