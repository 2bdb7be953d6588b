package newsroom

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/store"
)

var now = time.Date(2026, time.March, 3, 10, 30, 0, 0, time.UTC)

// list is a queue that keeps what it is asked. Removals may come at once.
type list struct {
	mu sync.Mutex

	news, once, bulk, removals, now []library.Ref
	waiting                         []library.Ref // for their next attempts
	processes                       []fleet.Process
	err                             error
}

func (q *list) EnqueueRemoval(_ context.Context, ref library.Ref) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.err == nil {
		q.removals = append(q.removals, ref)
	}
	return q.err
}

func (q *list) Enqueue(_ context.Context, ref library.Ref, u library.Urgency) error {
	switch {
	case q.err != nil:
	case u == library.Bulk:
		q.bulk = append(q.bulk, ref)
	default:
		q.news = append(q.news, ref)
	}
	return q.err
}

func (q *list) EnqueueOnce(_ context.Context, ref library.Ref, _ library.Urgency) error {
	if q.err == nil {
		q.once = append(q.once, ref)
	}
	return q.err
}

func (q *list) RunNow(_ context.Context, ref library.Ref) error {
	if q.err == nil {
		q.now = append(q.now, ref)
	}
	return q.err
}

func (q *list) Ready(context.Context) error { return q.err }

func (q *list) Retries(_ context.Context, ref library.Ref) (bool, error) {
	return slices.Contains(q.waiting, ref), q.err
}

func (q *list) Processes(context.Context) ([]fleet.Process, error) { return q.processes, q.err }

// desk is a newsroom with one site, main, over a folder.
type desk struct {
	*Newsroom
	t     testing.TB
	queue *list
}

func open(t testing.TB) desk {
	t.Helper()
	st, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	lib, queue, clock := library.New(st), &list{}, func() time.Time { return now }
	return desk{t: t, queue: queue, Newsroom: &Newsroom{
		Library: lib, Store: st, Queue: queue, Now: clock, Prices: speech.Prices{},
		Narrator: &narrate.Narrator{
			Library: lib, Now: clock, Voices: speech.Providers{"espeak-ng": command.EspeakNG{}},
			Sites: map[string]narrate.Site{"main": {Name: "main", Language: "en", Voices: map[string][]string{"*": {"espeak-ng"}}}},
		},
	}}
}

func (d desk) publish(id string, updatedAt time.Time) library.Ref {
	d.t.Helper()
	ref, err := d.Ref("", id)
	if err != nil {
		d.t.Fatal(err)
	}
	receipt, err := d.Publish(d.t.Context(), ref, article.Payload{
		ID: id, Title: id, Text: "The ferry runs again.", UpdatedAt: updatedAt, Status: article.Published,
	})
	if err != nil || receipt.NotQueued != nil {
		d.t.Fatal(err, receipt.NotQueued)
	}
	return ref
}

// conclude is what a worker does when it is done.
func (d desk) conclude(ref library.Ref, state library.State) {
	d.t.Helper()
	due, err := d.Library.Due(d.t.Context(), ref)
	if err == nil {
		err = d.Library.Conclude(d.t.Context(), ref, library.Outcome{State: state, Reason: "a reason"}, due)
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d desk) status(ref library.Ref) Article {
	d.t.Helper()
	a, err := d.Status(d.t.Context(), ref)
	if err != nil {
		d.t.Fatal(err)
	}
	return a
}

func TestNames(t *testing.T) {
	d := open(t)
	for name, ask := range map[string]func() error{
		"no such site": func() error { _, err := d.Site("other"); return err },
		"bad id":       func() error { _, err := d.Ref("main", "a/b"); return err },
		"bad ids":      func() error { _, err := d.Refs("", []string{"a", "a/b"}); return err },
		"no such state": func() error {
			return Filter{Query: Query{State: "bogus"}}.Check()
		},
	} {
		if err := ask(); !errors.As(err, &InvalidError{}) {
			t.Errorf("%s: %v", name, err)
		}
	}
	d.Narrator.Sites["other"] = narrate.Site{Name: "other"}
	if _, err := d.Site(""); !errors.As(err, &InvalidError{}) {
		t.Errorf("one of two sites was chosen: %v", err)
	}
}

// Whoever hands an article over is told what is wrong with its lexicon, and nothing is stored.
func TestWrongEntriesOfAnArticle(t *testing.T) {
	d := open(t)
	ref, payload := d.publish("ferry", now), article.Payload{ID: "ferry", Title: "Ferry", Text: "It runs.", Status: article.Published, UpdatedAt: now.Add(time.Minute)}
	payload.Lexicon = []article.Entry{{Written: []string{"Zorblat"}}}
	for name, ask := range map[string]func() error{
		"accept":  func() error { _, err := d.Accept(t.Context(), ref, payload, now); return err },
		"publish": func() error { _, err := d.Publish(t.Context(), ref, payload); return err },
		"preview": func() error { _, err := d.Preview("main", payload, "", article.AllGates); return err },
	} {
		if err := ask(); !errors.As(err, &InvalidError{}) || !strings.Contains(err.Error(), "Zorblat") {
			t.Errorf("%s: %v", name, err)
		}
	}
	payload.Lexicon = nil
	if receipt, err := d.Accept(t.Context(), ref, payload, now); err != nil || !receipt.Newer {
		t.Errorf("the revision was stored with its wrong entries: %+v, %v", receipt, err)
	}
}

func TestAnOlderRevisionChangesNothing(t *testing.T) {
	d := open(t)
	ref := d.publish("ferry", now)
	payload := article.Payload{ID: "ferry", UpdatedAt: now.Add(-time.Hour), Status: article.Removed}
	receipt, err := d.Accept(t.Context(), ref, payload, now.Add(-time.Hour))
	if err != nil || receipt.Newer {
		t.Errorf("%+v, %v", receipt, err)
	}
	if d.status(ref).Title != "ferry" {
		t.Error("an older removal won")
	}
}

// A page names its title in the HTML; the narration that was made of it has it.
func TestATitleIsTheNarrationsIfThePayloadHasNone(t *testing.T) {
	d := open(t)
	ref := library.Ref{Site: "main", ID: "ferry"}
	if _, err := d.Publish(t.Context(), ref, article.Payload{ID: "ferry", Text: "Text.", Status: article.Published}); err != nil {
		t.Fatal(err)
	}
	next := library.Narration{Version: 1, Site: "main", ID: "ferry", Title: "The ferry resumes"}
	if err := d.Library.Publish(t.Context(), ref, library.Narration{}, next, library.Track{Files: []audio.File{{Format: audio.MP3}}}); err != nil {
		t.Fatal(err)
	}
	if title := d.status(ref).Title; title != "The ferry resumes" {
		t.Errorf("title %q", title)
	}
}

func TestAQueueThatIsDownLosesNothing(t *testing.T) {
	d := open(t)
	d.queue.err = errors.New("connection refused")
	ref := library.Ref{Site: "main", ID: "ferry"}
	receipt, err := d.Publish(t.Context(), ref, article.Payload{ID: "ferry", Text: "Text.", Status: article.Published})
	if err != nil || !errors.Is(receipt.NotQueued, d.queue.err) || !slices.Equal(receipt.Refs, []library.Ref{ref}) {
		t.Errorf("%+v, %v", receipt, err)
	}
	if !d.status(ref).Due {
		t.Error("it is not due")
	}
	if s, err := d.SiteStatus(t.Context(), "main"); err != nil || s.Queue == "ready" || s.Due != 1 || s.Articles[library.Accepted] != 1 {
		t.Errorf("%+v, %v", s, err)
	}
}

// Held articles are released by Publish and Render, and by no hook and no Retry.
func TestWhatReleasesAHeldArticle(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(desk, library.Ref) error
		held bool
	}{
		"publish": {func(d desk, ref library.Ref) error { d.publish(ref.ID, now.Add(time.Minute)); return nil }, false},
		"publish of a known revision": {func(d desk, ref library.Ref) error {
			d.publish(ref.ID, now)
			return nil
		}, false},
		"render": {func(d desk, ref library.Ref) error {
			_, err := d.Render(d.t.Context(), []library.Ref{ref}, Order{})
			return err
		}, false},
		"hook": {func(d desk, ref library.Ref) error {
			_, err := d.Accept(d.t.Context(), ref, article.Payload{ID: ref.ID, UpdatedAt: now.Add(time.Minute), Text: "More."}, now)
			return err
		}, true},
		"retry": {func(d desk, ref library.Ref) error {
			d.conclude(ref, library.Failed)
			_, _, err := d.Retry(d.t.Context(), []library.Ref{ref})
			return err
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			ref := d.publish("ferry", now)
			if _, err := d.Remove(t.Context(), []library.Ref{ref}); err != nil {
				t.Fatal(err)
			}
			if err := c.do(d, ref); err != nil {
				t.Fatal(err)
			}
			if a := d.status(ref); a.Orders.Held != c.held || !a.Due {
				t.Errorf("held %t, due %t", a.Orders.Held, a.Due)
			}
		})
	}
}

func TestOrders(t *testing.T) {
	d := open(t)
	ref := d.publish("ferry", now)
	order := func(o Order) library.Orders {
		t.Helper()
		if _, err := d.Render(t.Context(), []library.Ref{ref}, o); err != nil {
			t.Fatal(err)
		}
		return d.status(ref).Orders
	}
	if got := order(Order{}); got != (library.Orders{}) {
		t.Errorf("an order without wishes changed %+v", got)
	}
	voiced := order(Order{Voice: "espeak-ng:en"})
	forced := order(Order{Force: true, Bulk: true})
	if voiced.Voice != "espeak-ng:en" || forced.Voice != voiced.Voice || forced.Render == voiced.Render || len(d.queue.bulk) != 1 {
		t.Errorf("%+v, then %+v", voiced, forced)
	}
	if got := order(Order{Voice: SiteVoice}); got.Voice != "" || got.Render == forced.Render {
		t.Errorf("%+v", got)
	}
	if _, err := d.Render(t.Context(), []library.Ref{ref}, Order{Voice: "espeak-ng:uk"}); !errors.As(err, &InvalidError{}) {
		t.Errorf("a voice of another language: %v", err)
	}
}

func TestRetryIsForWhatFailed(t *testing.T) {
	d := open(t)
	failed, parked, fine := d.publish("failed", now), d.publish("parked", now), d.publish("fine", now)
	d.conclude(failed, library.Failed)
	d.conclude(parked, library.Parked)
	d.conclude(fine, library.Published)
	chosen, err := d.Choose(t.Context(), "main", nil, Filter{Query: Query{State: library.Failed}})
	if err != nil || !slices.Equal(chosen, []library.Ref{failed}) {
		t.Errorf("failed are %v, %v", chosen, err)
	}
	receipt, idle, err := d.Retry(t.Context(), []library.Ref{failed, fine, parked})
	if err != nil || !d.status(failed).Due || d.status(fine).Due || !slices.Equal(receipt.Refs, []library.Ref{failed, parked}) {
		t.Errorf("%+v, %v", receipt, err)
	}
	if len(idle) != 1 || idle[0].Ref() != fine || idle[0].State != library.Published || !slices.Equal(d.queue.now, receipt.Refs) {
		t.Errorf("idle %+v, run %v", idle, d.queue.now)
	}
}

// Attempts that the store could not record are known to the queue.
func TestWhatIsToRetry(t *testing.T) {
	d := open(t)
	unrecorded, fresh, parked := d.publish("unrecorded", now), d.publish("fresh", now), d.publish("parked", now)
	d.conclude(parked, library.Parked)
	choose := func(want ...library.Ref) {
		t.Helper()
		if chosen, err := d.Choose(t.Context(), "main", nil, Filter{ToRetry: true}); err != nil || !slices.Equal(chosen, want) {
			t.Errorf("%v, want %v; %v", chosen, want, err)
		}
	}
	choose()
	d.queue.waiting = []library.Ref{unrecorded, parked}
	choose(unrecorded)
	d.queue.err = errors.New("away")
	choose(fresh, unrecorded)
}

// What waits for its next attempt is shown, and run at once: it is due again, which no wait
// outlives.
func TestWhatIsRetriedIsShown(t *testing.T) {
	d := open(t)
	ref, next := d.publish("ferry", now), now.Add(4*time.Minute)
	err := d.Library.Postpone(t.Context(), ref, func(*library.Delay) library.Delay {
		return library.Delay{Attempts: 4, Reason: "overloaded", Next: next, Late: true}
	})
	if err != nil {
		t.Fatal(err)
	}
	d.publish("another", now)
	if a := d.status(ref); a.State != library.Accepted || a.At != nil || a.Delay == nil || a.Delay.Attempts != 4 || !a.Retrying() {
		t.Errorf("%+v", a)
	}
	site, err := d.SiteStatus(t.Context(), "main")
	if err != nil || site.Due != 2 || site.Retrying != 1 || site.Late != 1 || !site.Next.Equal(next) {
		t.Errorf("%+v, %v", site, err)
	}
	chosen, err := d.Choose(t.Context(), "main", nil, Filter{Retrying: true})
	if err != nil || !slices.Equal(chosen, []library.Ref{ref}) {
		t.Errorf("retried are %v, %v", chosen, err)
	}
	due, err := d.Library.Due(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.Retry(t.Context(), []library.Ref{ref}); err != nil || !slices.Equal(d.queue.now, []library.Ref{ref}) {
		t.Errorf("run %v, %v", d.queue.now, err)
	}
	if again, err := d.Library.Due(t.Context(), ref); err != nil || len(again) <= len(due) {
		t.Errorf("%d due markers, were %d; %v", len(again), len(due), err)
	}
	d.conclude(ref, library.Published)
	if a := d.status(ref); a.Delay != nil {
		t.Errorf("%+v", a.Delay)
	}
}

// What could be done before one of several orders failed is queued, and told.
func TestAnOrderThatFailsHalfway(t *testing.T) {
	d := open(t)
	ref := d.publish("ferry", now)
	receipt, err := d.Remove(t.Context(), []library.Ref{ref, {Site: "main", ID: "nobody"}})
	if !errors.Is(err, library.ErrUnknownArticle) || !slices.Equal(receipt.Refs, []library.Ref{ref}) || !slices.Equal(d.queue.removals, receipt.Refs) {
		t.Errorf("%+v, %v", receipt, err)
	}
}

func TestEstimate(t *testing.T) {
	d := open(t)
	ref := d.publish("ferry", now)
	e, err := d.Estimate(t.Context(), ref, Order{})
	if err != nil || e.Segments == 0 || e.ToBuy == 0 || e.Problem != "" || d.status(ref).Orders != (library.Orders{}) {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err := d.Accept(t.Context(), ref, article.Payload{ID: "ferry", UpdatedAt: now.Add(time.Minute), Status: article.Removed}, now); err != nil {
		t.Fatal(err)
	}
	if e, err := d.Estimate(t.Context(), ref, Order{}); err != nil || e.Problem == "" {
		t.Errorf("%+v, %v", e, err)
	}
}

func TestWaitEndsWithTheWork(t *testing.T) {
	d := open(t)
	done, parked := d.publish("done", now), d.publish("parked", now)
	d.conclude(done, library.Published)
	if err := d.Library.Conclude(t.Context(), parked, library.Outcome{State: library.Parked}, nil); err != nil {
		t.Fatal(err)
	}
	var counts []int
	if err := d.Wait(t.Context(), []library.Ref{done, parked}, func(n int) { counts = append(counts, n) }); err != nil || !slices.Equal(counts, []int{1, 2}) {
		t.Errorf("%v, %v", counts, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.Wait(ctx, []library.Ref{d.publish("due", now)}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestPreview(t *testing.T) {
	d := open(t)
	text := article.Payload{ID: "ferry", Title: "Ferry", Text: "The ferry of Zorblat runs again.", Status: article.Published}
	p, err := d.Preview("", text, "", article.AllGates)
	if err != nil || p.Silence != "" || len(p.Script.Segments) == 0 || p.Site() != "main" {
		t.Errorf("%+v, %v", p, err)
	}
	if names, err := p.UnknownNames(); err != nil || !slices.Contains(names, UnknownName{"Zorblat", 1}) {
		t.Errorf("%v, %v", names, err)
	}
	if p, err := d.Preview("main", article.Payload{ID: "empty", Status: article.Published}, "", article.AllGates); err != nil || p.Silence == "" {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := d.Preview("main", text, "espeak-ng:uk", article.AllGates); !errors.As(err, &InvalidError{}) {
		t.Errorf("%v", err)
	}
}

// What says more than the public may read now is gone when the hook is answered, and what was
// rendered before a correction when the command ends.
func TestRetractedTextIsGoneAtOnce(t *testing.T) {
	d := open(t)
	ref := d.publish("ferry", now)
	public := func() bool {
		t.Helper()
		_, err := d.Library.Narration(t.Context(), ref)
		if library.IgnoreNotFound(err) != nil {
			t.Fatal(err)
		}
		return err == nil
	}
	render := func() {
		t.Helper()
		next := library.Narration{Revision: "1", Segments: []library.NarrationSegment{{Role: article.Paragraph, Text: "Only for members."}}}
		if err := d.Library.Publish(t.Context(), ref, library.Narration{}, next, library.Track{Files: []audio.File{{Format: audio.MP3}}}); err != nil {
			t.Fatal(err)
		}
	}
	render()
	payload := article.Payload{ID: "ferry", UpdatedAt: now.Add(time.Minute), Status: article.Published, HTML: "<p>The ferry runs.</p><p>Another.</p>"}
	if _, err := d.Accept(t.Context(), ref, payload, now.Add(time.Minute)); err != nil || !public() {
		t.Errorf("an ordinary edit silenced the article (%v)", err)
	}
	payload.UpdatedAt, payload.HTML = now.Add(2*time.Minute), `<p>The ferry runs.</p><div class="members-content"><p>Only for members.</p></div>`
	if _, err := d.Accept(t.Context(), ref, payload, now.Add(2*time.Minute)); err != nil || public() {
		t.Errorf("the text behind the gate can be heard (%v)", err)
	}
	render()
	if _, err := d.Render(t.Context(), []library.Ref{ref}, Order{WithdrawPrevious: true}); err != nil || public() {
		t.Errorf("what was corrected can be heard (%v)", err)
	}
}
