package worker_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

const noticeSecret = "whsec_YSBsaWdodGhvdXNlIGtlZXBlcidzIHNlY3JldA=="

// inbox is a receiver that verifies what arrives; answer may hold it up, and says the status.
type inbox struct {
	notify.Receiver
	mu    sync.Mutex
	types []string
}

func openInbox(t *testing.T, answer func() int) *inbox {
	t.Helper()
	in := &inbox{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status := answer()
		if status == http.StatusNoContent {
			in.take(t, r)
		}
		w.WriteHeader(status)
	}))
	t.Cleanup(server.Close)
	receiver, err := notify.NewReceiver(server.URL, []string{noticeSecret}, nil, []string{"127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	in.Receiver = receiver
	return in
}

func (in *inbox) take(t *testing.T, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Error(err)
	}
	key, err := standardwebhooks.NewWebhook(noticeSecret)
	if err == nil {
		err = key.Verify(body, r.Header)
	}
	var m struct{ Type string }
	if err := errors.Join(err, json.Unmarshal(body, &m)); err != nil {
		t.Errorf("%v: %s", err, body)
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	in.types = append(in.types, m.Type)
}

func (in *inbox) taken() string {
	in.mu.Lock()
	defer in.mu.Unlock()
	return strings.Join(in.types, " ")
}

func (in *inbox) awaits(t *testing.T, want string) {
	t.Helper()
	await(t, func() bool { return in.taken() == want })
}

func ready() int { return http.StatusNoContent }

func TestOutcomesAreTold(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		in := openInbox(t, ready)
		s := open(t, rdb, voice{before: func(_ context.Context, req speech.Call) error {
			if strings.Contains(req.Input, "sinks") {
				return speech.ErrPermanent
			}
			return nil
		}}, in.Receiver)
		s.start()
		s.enqueue(s.accept("ferry", 1, "One boat."))
		in.awaits(t, "article.published")
		s.enqueue(s.accept("boat", 2, "The boat sinks."))
		in.awaits(t, "article.published article.failed")
	})
}

// The process was killed after the outcome, before anyone was asked to deliver its notice.
func TestTheSweepTakesUpNoticesThatTheQueueLost(t *testing.T) {
	in := openInbox(t, ready)
	s := open(t, redistest.Start(t).Client(), voice{}, in.Receiver)
	ref := s.accept("ferry", 1, "One boat.")
	if err := s.narrator.BringUpToDate(t.Context(), ref, 1); err != nil {
		t.Fatal(err)
	}
	w := s.sweeper()
	for range 2 {
		if err := w.Sweep(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if got := s.pending(worker.QueueNotices); got != 1 {
			t.Errorf("%d tasks, want 1", got)
		}
	}
	if err := s.redis.FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	s.start()
	in.awaits(t, "article.published")
	await(t, func() bool { waits, err := s.notices.AnyWaiting(t.Context(), ref); return err == nil && !waits })
}

// The process was killed between notice and outcome: the work is concluded again, and announced
// once if the notice still waits.
func TestACrashBeforeTheOutcomeIsToldOnce(t *testing.T) {
	in := openInbox(t, ready)
	s := open(t, redistest.Start(t).Client(), voice{}, in.Receiver)
	ref := s.accept("ferry", 1, "One boat.")
	ctx, kill := context.WithCancel(t.Context())
	s.narrator.LeaveNotice = func(_ context.Context, ref library.Ref, outcome library.Outcome) error {
		defer kill()
		return s.notices.Leave(t.Context(), ref, outcome)
	}
	if err := s.narrator.BringUpToDate(ctx, ref, 1); err == nil {
		t.Fatal("the work was concluded")
	}
	s.narrator.LeaveNotice = s.notices.Leave
	if err := s.narrator.BringUpToDate(t.Context(), ref, 1); err != nil {
		t.Fatal(err)
	}
	delivery, err := s.notices.Deliver(t.Context(), ref)
	if err != nil || delivery.Delivered != 1 || in.taken() != "article.published" {
		t.Errorf("%+v, %v: %s", delivery, err, in.taken())
	}
}

func TestAReceiverThatWasDownIsTold(t *testing.T) {
	var mu sync.Mutex
	failures := 1
	in := openInbox(t, func() int {
		mu.Lock()
		defer mu.Unlock()
		if failures--; failures >= 0 {
			return http.StatusBadGateway
		}
		return http.StatusNoContent
	})
	s := open(t, redistest.Start(t).Client(), voice{}, in.Receiver)
	s.start()
	s.enqueue(s.accept("ferry", 1, "One boat."))
	in.awaits(t, "article.published")
}

// More receivers hang than there are workers for notices, and as many as there are for articles.
func TestReceiversThatHangHoldUpNoArticle(t *testing.T) {
	hang := make(chan struct{})
	defer close(hang)
	in := openInbox(t, func() int { <-hang; return http.StatusNoContent })
	s := open(t, redistest.Start(t).Client(), voice{}, in.Receiver)
	s.start()
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		ref := s.accept(id, 1, "One boat.")
		s.enqueue(ref)
		if got := s.await(ref); got.State != library.Published {
			t.Errorf("%s: %+v", id, got)
		}
	}
	if got := in.taken(); got != "" {
		t.Errorf("taken: %s", got)
	}
}

// However many tasks an article's notices have, only one is retried while their receiver is dead.
func TestADeadReceiverKeepsOneTask(t *testing.T) {
	in := openInbox(t, func() int { return http.StatusBadGateway })
	s := open(t, redistest.Start(t).Client(), voice{}, in.Receiver)
	ref := s.accept("ferry", 1, "One boat.")
	if err := s.narrator.BringUpToDate(t.Context(), ref, 1); err != nil {
		t.Fatal(err)
	}
	const tasks = 5
	for range tasks {
		if err := worker.NewClient(s.redis, identity).EnqueueNotices(t.Context(), ref); err != nil {
			t.Fatal(err)
		}
	}
	s.start()
	queue := "asynq:{" + worker.Queue(identity, worker.QueueNotices) + "}:"
	await(t, func() bool {
		done, _ := s.redis.Get(t.Context(), queue+"processed").Int()
		return done >= tasks-1 && s.pending(worker.QueueNotices) == 0 && s.redis.ZCard(t.Context(), queue+"retry").Val() == 1
	})
}

func TestAnArticleThatIsParkedIsTold(t *testing.T) {
	in := openInbox(t, ready)
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error {
		return &speech.OverBudget{Until: time.Now().Add(time.Hour)}
	}}, in.Receiver)
	s.start()
	s.enqueue(s.accept("ferry", 1, "One boat."))
	in.awaits(t, "article.parked")
}
