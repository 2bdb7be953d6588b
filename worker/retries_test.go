package worker_test

import (
	"context"
	"testing"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// asynq archives a task without retries when its worker is killed. Nothing is enqueued that way.
func TestEveryTaskOutlivesAKilledWorker(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	client := worker.NewClient(s.redis, s.identity)
	for id, enqueue := range map[string]func(context.Context, library.Ref) error{
		"news": at(client.Enqueue, library.Fresh), "once": at(client.EnqueueOnce, library.Update), "old": at(client.Enqueue, library.Old),
		"bulk": at(client.Enqueue, library.Bulk), "removal": client.EnqueueRemoval, "notice": client.EnqueueNotices,
	} {
		if err := enqueue(t.Context(), s.accept(id, 1, "One boat.")); err != nil {
			t.Fatal(err)
		}
	}
	s.accept("swept", 1, "One boat.")
	if err := s.sweeper().Sweep(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	inspector := asynq.NewInspectorFromRedisClient(s.redis)
	queues, err := inspector.Queues()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, queue := range queues {
		tasks, err := inspector.ListPendingTasks(queue)
		if err != nil {
			t.Fatal(err)
		}
		for _, task := range tasks {
			if seen++; task.MaxRetry < 1 {
				t.Errorf("%s of %s has %d retries", task.Type, queue, task.MaxRetry)
			}
		}
	}
	if seen < 7 {
		t.Errorf("saw only %d tasks", seen)
	}
}

func at(enqueue func(context.Context, library.Ref, library.Urgency) error, u library.Urgency) func(context.Context, library.Ref) error {
	return func(ctx context.Context, ref library.Ref) error { return enqueue(ctx, ref, u) }
}
