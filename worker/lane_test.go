package worker_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

func TestLanes(t *testing.T) {
	for places, want := range map[int][2]int{1: {0, 1}, 2: {1, 1}, 3: {2, 1}, 4: {3, 1}, 7: {6, 1}, 8: {6, 2}, 16: {12, 4}} {
		if news, other := worker.Lanes(places); news != want[0] || other != want[1] {
			t.Errorf("%d places: %d for news and %d for all, want %v", places, news, other, want)
		}
	}
}

// turns are renders that begin, wait for their turn to end, and fail.
type turns struct {
	begun chan library.Ref
	ends  chan struct{}
	over  context.Context // the test's
}

func newTurns(t *testing.T) turns {
	return turns{begun: make(chan library.Ref), ends: make(chan struct{}), over: t.Context()}
}

// voice takes a turn for each article, which has one segment.
func (t turns) voice() voice {
	return voice{before: func(ctx context.Context, call speech.Call) error {
		ctx, cancel := context.WithCancel(ctx)
		defer context.AfterFunc(t.over, cancel)()
		defer cancel()
		ref := library.Ref{Site: call.Payer.Site, ID: call.Payer.Article}
		if send(ctx, t.begun, ref) && send(ctx, t.ends, struct{}{}) {
			return speech.Permanent(errors.New("its turn is over"))
		}
		return ctx.Err()
	}}
}

// send reports whether somebody received v before ctx ended.
func send[T any](ctx context.Context, to chan T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// openTurns is a service of two sites.
func openTurns(t *testing.T, turns turns) *service {
	t.Helper()
	s := open(t, redistest.Start(t).Client(), turns.voice())
	s.narrator.Sites["other"] = narrate.Site{Name: "other", Language: "en", Voices: map[string][]string{"*": {"espeak-ng:en"}}}
	return s
}

// bring accepts and enqueues an article of one segment.
func (s *service) bring(u library.Urgency, site, id string) {
	s.t.Helper()
	ref := library.Ref{Site: site, ID: id}
	payload := article.Payload{ID: id, UpdatedAt: time.Now(), Status: article.Published, Language: "en", HTML: "<p>Text of " + id + ".</p>"}
	_, err := s.library.Accept(s.t.Context(), ref, payload, time.Now(), u)
	if err == nil {
		err = worker.NewClient(s.redis, s.identity).Enqueue(s.t.Context(), ref, u)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// Two hundred imported articles wait, and as many as allowed are being rendered: a new article
// begins although none of them ends.
func TestNewsNeedsNoPlaceOfTheArchive(t *testing.T) {
	for _, archive := range []library.Urgency{library.Old, library.Bulk} {
		t.Run(archive.String(), func(t *testing.T) {
			turns := newTurns(t)
			s := openTurns(t, turns)
			for i := range 200 {
				s.bring(archive, "main", fmt.Sprint("old-", i))
			}
			s.withoutSweeps()
			s.start()
			<-turns.begun // the one place that takes them
			s.bring(library.Fresh, "other", "breaking")
			if ref := <-turns.begun; ref.ID != "breaking" {
				t.Errorf("%s was begun", ref)
			}
		})
	}
}

// A single place takes what is most urgent, in order, once it is free.
func TestASinglePlaceTakesNewsFirst(t *testing.T) {
	turns := newTurns(t)
	s := openTurns(t, turns)
	all := []library.Urgency{library.Bulk, library.Old, library.Update, library.Fresh}
	s.withoutSweeps()
	for _, u := range all {
		s.bring(u, "main", "first-"+u.String())
		s.bring(u, "main", "second-"+u.String())
	}
	s.startWith(1)
	var begun []string
	for range 2 * len(all) {
		begun = append(begun, (<-turns.begun).ID)
		<-turns.ends
	}
	want := []string{"first-fresh", "second-fresh", "first-update", "second-update", "first-old", "second-old", "first-bulk", "second-bulk"}
	if !slices.Equal(begun, want) {
		t.Errorf("begun %q, want %q", begun, want)
	}
}

// One site publishes two hundred articles at once: an article of another site is still rendered
// soon.
func TestABurstOfOneSiteHoldsUpNoOther(t *testing.T) {
	turns := newTurns(t)
	s := openTurns(t, turns)
	s.withoutSweeps()
	for i := range 200 {
		s.bring(library.Fresh, "main", fmt.Sprint("burst-", i))
	}
	s.bring(library.Fresh, "other", "breaking")
	s.start()
	for before := 0; ; before++ {
		ref := <-turns.begun
		if ref.ID == "breaking" {
			if before > 40 {
				t.Errorf("%d articles of the burst were begun before it", before)
			}
			return
		}
		<-turns.ends
	}
}

// Neither a wiped Redis nor expired marks turn the archive into news; articles with a marker of a
// former release come between the two.
func TestUrgencyOutlivesTheQueue(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	w := s.sweeper()
	for i, u := range []library.Urgency{library.Fresh, library.Update, library.Old, library.Bulk} {
		for n := range i + 1 {
			s.acceptAt(u, fmt.Sprintf("%s-%d", u, n), 1, "Text.")
		}
	}
	want := map[string]int{worker.QueueNews: 1, worker.QueueUpdates: 2, worker.QueueOld: 3, worker.QueueBulk: 4}
	for what, lose := range map[string]func() error{
		"nothing was enqueued": func() error { return nil },
		"a wiped Redis":        func() error { return s.redis.FlushAll(t.Context()).Err() },
		"marks that expired": func() error {
			keys, err := s.redis.Keys(t.Context(), "aloud:*:queued:*").Result()
			return errors.Join(err, s.redis.FlushAll(t.Context()).Err(), s.redis.Del(t.Context(), append(keys, "none")...).Err())
		},
	} {
		if err := lose(); err != nil {
			t.Fatal(err)
		}
		sweep(t, w)
		for queue, n := range want {
			if got := s.pending(queue); got != n {
				t.Errorf("%s: %d tasks in %s, want %d", what, got, queue, n)
			}
		}
	}
}

// A sweep asks Redis about hundreds of articles at once.
func TestASweepAsksAboutManyAtOnce(t *testing.T) {
	server := redistest.Start(t)
	s := open(t, server.Client(), voice{})
	w := s.sweeper()
	const articles = 700
	for i := range articles {
		s.acceptAt(library.Bulk, fmt.Sprint("old-", i), 1, "Text.")
	}
	sweep(t, w)
	if got := s.pending(worker.QueueBulk); got != articles {
		t.Fatalf("%d tasks, want %d", got, articles)
	}
	trips := &counting{}
	s.redis.AddHook(trips)
	sweep(t, w)
	if trips.n > 30 {
		t.Errorf("%d round trips for %d articles that have a task", trips.n, articles)
	}
}

// counting counts round trips.
type counting struct{ n int }

func (c *counting) DialHook(next redis.DialHook) redis.DialHook { return next }

func (c *counting) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		if !strings.HasPrefix(fmt.Sprint(cmd.Args()...), "evalsha") { // the lease is renewed meanwhile
			c.n++
		}
		return next(ctx, cmd)
	}
}

func (c *counting) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, cmds []redis.Cmder) error { c.n++; return next(ctx, cmds) }
}

// An article that became more urgent since its task was enqueued gets another task.
func TestTheSweepBringsForwardWhatBecameUrgent(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref := s.acceptAt(library.Bulk, "ferry", 1, "One boat.")
	if err := worker.NewClient(s.redis, s.identity).Enqueue(t.Context(), ref, library.Bulk); err != nil {
		t.Fatal(err)
	}
	s.accept("ferry", 2, "Two boats.")
	w := s.sweeper()
	sweep(t, w)
	sweep(t, w)
	if news, bulk := s.pending(worker.QueueNews), s.pending(worker.QueueBulk); news != 1 || bulk != 1 {
		t.Errorf("%d tasks in front, %d behind, want 1 and 1", news, bulk)
	}
}
