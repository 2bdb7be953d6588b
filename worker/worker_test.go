package worker_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hibiken/asynq"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// identity is that of the tests' stores.
const identity = "teststore2345672"

// voice is espeak-ng; before may hold a request up or make it fail.
type voice struct {
	command.EspeakNG
	before func(context.Context, speech.Call) error
}

func (v voice) Synthesize(ctx context.Context, req speech.Call) (speech.Speech, error) {
	if v.before != nil {
		if err := v.before(ctx, req); err != nil {
			return speech.Speech{}, err
		}
	}
	return v.EspeakNG.Synthesize(ctx, req)
}

type service struct {
	t        *testing.T
	identity string // of the store
	redis    redis.UniversalClient
	library  *library.Library
	narrator *narrate.Narrator
	notices  *notify.Notifier
	log      *slog.Logger
}

func open(t *testing.T, rdb redis.UniversalClient, v voice, receivers ...notify.Receiver) *service {
	t.Helper()
	st, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	lib := library.New(st)
	notices := notify.New(notify.Options{
		Store: st, Library: lib, Receivers: map[string][]notify.Receiver{"main": receivers}, Log: slog.New(slog.DiscardHandler),
	})
	return &service{
		t: t, identity: identity, redis: rdb, library: lib, log: slog.New(slog.DiscardHandler), notices: notices,
		narrator: &narrate.Narrator{
			Library: lib,
			Voices:  speech.Providers{"espeak-ng": speech.NewCache(v, st, worker.NewLeases(rdb, identity).Wait)},
			Sites:   map[string]narrate.Site{"main": {Name: "main", Language: "en", Voices: map[string][]string{"*": {"espeak-ng:en"}}}},
			Now:     time.Now, LeaveNotice: notices.Leave,
		},
	}
}

func (s *service) settings(jobs ...worker.Job) worker.Settings {
	return worker.Settings{Narrator: s.narrator, Library: s.library, Notices: s.notices, Jobs: jobs}
}

// fixed are settings that are never replaced.
func fixed(s worker.Settings) func() worker.Settings { return func() worker.Settings { return s } }

// start runs a worker until the test ends or stop is called; stop returns when the worker has
// ended.
func (s *service) start() (stop func()) { return s.startWith(4) }

// startWith is start for so many articles at once.
func (s *service) startWith(places int) (stop func()) {
	ctx, cancel := context.WithCancel(s.t.Context())
	w := worker.New(worker.Options{
		Redis: s.redis, Store: s.identity, Settings: fixed(s.settings()), Concurrency: places,
		Registry: prometheus.NewRegistry(), Log: s.log,
	})
	var running sync.WaitGroup
	running.Go(func() {
		if err := w.Run(ctx); err != nil {
			s.t.Error(err)
		}
	})
	stop = sync.OnceFunc(func() { cancel(); running.Wait() })
	s.t.Cleanup(stop)
	return stop
}

func (s *service) accept(id string, revision int, text string) library.Ref {
	s.t.Helper()
	return s.acceptAt(library.Fresh, id, revision, text)
}

// acceptAt accepts an article whose work has that urgency.
func (s *service) acceptAt(u library.Urgency, id string, revision int, text string) library.Ref {
	s.t.Helper()
	ref := library.Ref{Site: "main", ID: id}
	at := time.Date(2026, 11, 23, 12, 0, revision, 0, time.UTC)
	payload := article.Payload{ID: id, UpdatedAt: at, Status: article.Published, Language: "en", Title: id, HTML: "<p>" + text + "</p>"}
	if text == "" {
		payload = article.Payload{ID: id, UpdatedAt: at, Status: article.Removed}
	}
	if _, err := s.library.Accept(s.t.Context(), ref, payload, at, u); err != nil {
		s.t.Fatal(err)
	}
	return ref
}

func (s *service) enqueue(ref library.Ref) {
	s.t.Helper()
	if err := worker.NewClient(s.redis, s.identity).Enqueue(s.t.Context(), ref, library.Fresh); err != nil {
		s.t.Fatal(err)
	}
}

// await returns the outcome once nothing is due any more.
func (s *service) await(ref library.Ref) library.Outcome {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	for {
		due, err := s.library.Due(ctx, ref)
		if err != nil {
			s.t.Fatal(err)
		}
		if outcome, err := s.library.Outcome(ctx, ref); err == nil && len(due) == 0 {
			return outcome
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// queues runs a test against a real Redis and against the embedded queue.
func queues(t *testing.T, test func(t *testing.T, rdb redis.UniversalClient)) {
	t.Run("redis", func(t *testing.T) { test(t, redistest.Start(t).Client()) })
	t.Run("embedded", func(t *testing.T) { test(t, embedded(t).Client()) })
}

func embedded(t *testing.T) *worker.Embedded {
	t.Helper()
	queue := worker.NewEmbedded()
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { queue.Run(ctx) })
	t.Cleanup(func() {
		cancel()
		running.Wait()
	})
	return queue
}

func TestWhatIsEnqueuedIsPublished(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		s := open(t, rdb, voice{})
		s.start()
		ref := s.accept("ferry", 1, "One boat.")
		s.enqueue(ref)
		if got := s.await(ref); got.State != library.Published || got.Attempts != 1 {
			t.Errorf("%+v", got)
		}
	})
}

// Nothing was ever enqueued: the sweep at the worker's start finds the marker.
func TestTheSweepTakesUpWhatTheQueueLost(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		s := open(t, rdb, voice{})
		ref := s.accept("ferry", 1, "One boat.")
		s.start()
		if got := s.await(ref); got.State != library.Published {
			t.Errorf("%+v", got)
		}
	})
}

func TestAPermanentErrorFailsAtOnceAndVisibly(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error {
		return speech.Permanent(errors.New("the provider refuses"))
	}})
	s.start()
	ref := s.accept("ferry", 1, "One boat.")
	s.enqueue(ref)
	got := s.await(ref)
	if got.State != library.Failed || got.Attempts != 1 || got.Reason == "" {
		t.Errorf("%+v", got)
	}
}

func TestAPassingErrorIsTriedAgain(t *testing.T) {
	var mu sync.Mutex
	failures := 2
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error {
		mu.Lock()
		defer mu.Unlock()
		if failures--; failures >= 0 {
			return errors.New("overloaded")
		}
		return nil
	}})
	ref := s.accept("ferry", 1, "One boat.")
	s.start() // its sweep enqueues the one task whose attempts are counted: another would publish at its own first
	if got := s.await(ref); got.State != library.Published || got.Attempts < 2 {
		t.Errorf("%+v", got)
	}
}

// Many tasks for one article, two workers, and no cache that would hide it: never two of them in
// the article at once.
func TestOneRenderOfAnArticleAtATime(t *testing.T) {
	var mu sync.Mutex
	inside, most := 0, 0
	s := open(t, redistest.Start(t).Client(), voice{})
	s.narrator.Voices = speech.Providers{"espeak-ng": voice{before: func(context.Context, speech.Call) error {
		mu.Lock()
		inside++
		most = max(most, inside)
		mu.Unlock()
		time.Sleep(20 * time.Millisecond) // long enough for another to come in
		mu.Lock()
		inside--
		mu.Unlock()
		return nil
	}}}
	s.start()
	s.start()
	ref := s.accept("ferry", 1, "One boat.")
	for range 5 {
		if err := s.library.Order(t.Context(), ref, library.Fresh, func(o *library.Orders) { o.Render = library.NewNonce() }); err != nil {
			t.Fatal(err)
		}
		s.enqueue(ref)
		s.enqueue(ref)
	}
	if got := s.await(ref); got.State != library.Published {
		t.Errorf("%+v", got)
	}
	if most > 2 { // the headline and the paragraph of one render
		t.Errorf("%d segments were spoken at once", most)
	}
}

// Told to stop in the middle of a render, a worker finishes it.
func TestStopFinishesWhatIsUnderWay(t *testing.T) {
	speaking := make(chan struct{})
	var once sync.Once
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error {
		once.Do(func() { close(speaking) })
		return nil
	}})
	stop := s.start()
	ref := s.accept("ferry", 1, "One boat.")
	s.enqueue(ref)
	<-speaking
	stop()
	if got := s.await(ref); got.State != library.Published {
		t.Errorf("%+v", got)
	}
}

// A worker is told to stop with some of twenty articles under way and a new one takes over, as in a
// deployment: every article is published at its first try, and nothing is bought twice.
func TestADeploymentLosesNothing(t *testing.T) {
	const articles, atOnce = 20, 4
	speaking, stopping := make(chan struct{}, 4*articles), make(chan struct{})
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error {
		speaking <- struct{}{}
		<-stopping
		return nil
	}})
	var refs []library.Ref
	for i := range articles {
		refs = append(refs, s.accept(fmt.Sprint("ferry-", i), 1, fmt.Sprintf("Boat number %d.", i)))
		s.enqueue(refs[i])
	}
	stop := s.start()
	for range atOnce {
		<-speaking
	}
	stopped := make(chan struct{})
	go func() { defer close(stopped); stop() }()
	s.start()
	close(stopping)
	<-stopped
	for _, ref := range refs {
		if got := s.await(ref); got.State != library.Published || got.Attempts != 1 {
			t.Errorf("%s: %+v", ref, got)
		}
	}
	if bought := atOnce + len(speaking); bought != 2*articles { // a title and a paragraph each
		t.Errorf("%d segments were bought, want %d", bought, 2*articles)
	}
}

// Redis is killed and comes back empty while a worker speaks: the article is published all the
// same.
func TestARedisThatIsWipedDuringARenderLosesNothing(t *testing.T) {
	server := redistest.Start(t)
	speaking, wiped := make(chan struct{}), make(chan struct{})
	var once sync.Once
	s := open(t, server.Client(), voice{before: func(context.Context, speech.Call) error {
		once.Do(func() { close(speaking) })
		<-wiped
		return nil
	}})
	s.start()
	ref := s.accept("ferry", 1, "One boat.")
	s.enqueue(ref)
	<-speaking
	server.Stop()
	server.Start()
	close(wiped)
	if got := s.await(ref); got.State != library.Published {
		t.Errorf("%+v", got)
	}
}

// The last try of an article that no attempt can fix ends in a visible failure.
func TestTheLastTryFailsVisibly(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error { return errors.New("overloaded") }})
	ref := s.accept("ferry", 1, "One boat.")
	payload, err := json.Marshal(ref)
	if err != nil {
		t.Fatal(err)
	}
	s.withoutSweeps() // they would add a task with more tries
	client := asynq.NewClientFromRedisClient(s.redis)
	if _, err := client.Enqueue(asynq.NewTask("article:bring-up-to-date", payload), asynq.Queue(worker.Queue(identity, worker.QueueNews)), asynq.MaxRetry(1)); err != nil {
		t.Fatal(err)
	}
	s.start()
	if got := s.await(ref); got.State != library.Failed || got.Attempts != 2 || !strings.Contains(got.Reason, "overloaded") {
		t.Errorf("%+v", got)
	}
}

// A task that has to wait on its last try would be archived by asynq, and the article forgotten.
func TestAWaitOnTheLastTryIsNoFailure(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref := s.accept("ferry", 1, "One boat.")
	payload, err := json.Marshal(ref)
	if err != nil {
		t.Fatal(err)
	}
	s.withoutSweeps()
	_, release, err := worker.NewLeases(s.redis, identity).Acquire(t.Context(), "article:"+ref.String())
	if err != nil {
		t.Fatal(err)
	}
	client := asynq.NewClientFromRedisClient(s.redis)
	if _, err := client.Enqueue(asynq.NewTask("article:bring-up-to-date", payload), asynq.Queue(worker.Queue(identity, worker.QueueNews)), asynq.MaxRetry(0)); err != nil {
		t.Fatal(err)
	}
	s.start()
	await(t, func() bool {
		return s.redis.ZCard(t.Context(), "asynq:{"+worker.Queue(identity, worker.QueueNews)+"}:scheduled").Val() == 1
	})
	release()
	if got := s.await(ref); got.State != library.Published {
		t.Errorf("%+v", got)
	}
}

func TestARedisAddressIsNeverQuoted(t *testing.T) {
	for _, address := range []string{"redis://:hunter2@host:66x/0", "redis://:hunter2@host:1?addr=:x:y", "redis://:hunter2@host:1/x?master_name=a", "hunter2://"} {
		if _, err := worker.Connect(address, worker.Impatient); err != nil && strings.Contains(err.Error(), "hunter2@") {
			t.Errorf("%v", err)
		}
	}
}
