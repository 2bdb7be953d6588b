package worker_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/hibiken/asynq"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// loseTasks deletes all tasks, and leaves whatever else Redis has.
func (s *service) loseTasks() {
	s.t.Helper()
	keys, err := s.redis.Keys(s.t.Context(), "asynq:*").Result()
	if err == nil {
		err = s.redis.Del(s.t.Context(), keys...).Err()
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// A mark outlives its task when Redis is wiped while the task runs. Whoever set the mark, the sweep
// enqueues the article again, as urgently as before, but not while the task exists.
func TestTheSweepBelievesNoMarkWithoutATask(t *testing.T) {
	for name, c := range map[string]struct {
		urgency library.Urgency
		enqueue func(*worker.Client, context.Context, library.Ref, library.Urgency) error
		queue   string
	}{
		"once":    {library.Fresh, (*worker.Client).EnqueueOnce, worker.QueueNews},
		"update":  {library.Update, (*worker.Client).EnqueueOnce, worker.QueueUpdates},
		"old":     {library.Old, (*worker.Client).Enqueue, worker.QueueOld},
		"bulk":    {library.Bulk, (*worker.Client).Enqueue, worker.QueueBulk},
		"to wait": {library.Fresh, (*worker.Client).EnqueueToWait, worker.QueueNews},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, redistest.Start(t).Client(), voice{})
			w, ref := s.sweeper(), s.acceptAt(c.urgency, "ferry", 1, "One boat.")
			if err := c.enqueue(worker.NewClient(s.redis, s.identity), t.Context(), ref, c.urgency); err != nil {
				t.Fatal(err)
			}
			before := s.pending(c.queue)
			sweep(t, w)
			if got := s.pending(c.queue); got != before {
				t.Errorf("%d tasks, want %d: it is there", got, before)
			}
			for range 2 { // the second mark is the sweep's
				s.loseTasks()
				sweep(t, w)
				if got := s.pending(c.queue); got != 1 {
					t.Errorf("%d tasks, want 1: it was gone", got)
				}
			}
		})
	}
}

// A task that will not run again is as good as none.
func TestTheSweepBelievesNoMarkOfAnArchivedTask(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	w, ref := s.sweeper(), s.accept("ferry", 1, "One boat.")
	if err := worker.NewClient(s.redis, s.identity).EnqueueOnce(t.Context(), ref, library.Fresh); err != nil {
		t.Fatal(err)
	}
	if n, err := asynq.NewInspectorFromRedisClient(s.redis).ArchiveAllPendingTasks(worker.Queue(s.identity, worker.QueueNews)); err != nil || n != 1 {
		t.Fatalf("%d archived, %v", n, err)
	}
	sweep(t, w)
	if got := s.pending(worker.QueueNews); got != 1 {
		t.Errorf("%d tasks, want 1", got)
	}
}

// A repeated removal, and notices, get a new task if Redis lost theirs.
func TestRemovalsAndNoticesBelieveNoMarkWithoutATask(t *testing.T) {
	in := openInbox(t, ready)
	s := open(t, redistest.Start(t).Client(), voice{}, in.Receiver)
	w, ref := s.sweeper(), s.accept("ferry", 1, "One boat.")
	if err := s.narrator.BringUpToDate(t.Context(), ref, 1); err != nil {
		t.Fatal(err)
	}
	client := worker.NewClient(s.redis, s.identity)
	for range 2 {
		sweep(t, w)
		if err := client.EnqueueRemoval(t.Context(), ref); err != nil {
			t.Fatal(err)
		}
		if notices, removals := s.pending(worker.QueueNotices), s.pending(worker.QueueRemovals); notices != 1 || removals != 1 {
			t.Errorf("%d tasks for notices, %d for removals, want 1 and 1", notices, removals)
		}
		s.loseTasks()
	}
}

// If an enqueue fails, or its process is killed, after the mark is set, the next sweep finds the
// article.
func TestAnEnqueueThatFailsLeavesNoMark(t *testing.T) {
	server := redistest.Start(t)
	s := open(t, server.Client(), voice{})
	w, ref := s.sweeper(), s.accept("ferry", 1, "One boat.")
	broken := server.Client()
	broken.AddHook(noScripts{})
	if err := worker.NewClient(broken, s.identity).EnqueueOnce(t.Context(), ref, library.Fresh); err == nil {
		t.Fatal("it was enqueued")
	}
	sweep(t, w)
	if got := s.pending(worker.QueueNews); got != 1 {
		t.Errorf("%d tasks, want 1", got)
	}
}

// Redis has executed a command although its answer is lost; the client repeats it.
func TestAnAnswerThatIsLostIsNoFailure(t *testing.T) {
	server := redistest.Start(t)
	s := open(t, server.Client(), voice{})
	ref := s.accept("ferry", 1, "One boat.")
	deaf := server.Client()
	deaf.AddHook(twice{})
	client := worker.NewClient(deaf, s.identity)
	if err := client.EnqueueOnce(t.Context(), ref, library.Fresh); err != nil {
		t.Fatal(err)
	}
	if got := s.pending(worker.QueueNews); got != 1 {
		t.Errorf("%d tasks, want 1", got)
	}
}

func sweep(t *testing.T, w *worker.Worker) {
	t.Helper()
	if err := w.Sweep(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
}

var errNoScripts = errors.New("no scripts")

// noScripts fails what asynq enqueues with.
type noScripts struct{ redis.Hook }

func (noScripts) DialHook(next redis.DialHook) redis.DialHook { return next }

func (noScripts) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return next
}

func (noScripts) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		if strings.HasPrefix(cmd.Name(), "eval") {
			cmd.SetErr(errNoScripts)
			return errNoScripts
		}
		return next(ctx, cmd)
	}
}

// twice sends every command twice, and returns only the second answer.
type twice struct{ noScripts }

func (twice) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		_ = next(ctx, cmd)
		return next(ctx, cmd)
	}
}
