package newsroom

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/journal"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/speech"
)

const archiveSource = "archive"

// archiveOf yields n articles, a day apart, the newest first; every tenth comes twice.
func archiveOf(n int) iter.Seq2[article.Payload, error] {
	return func(yield func(article.Payload, error) bool) {
		for i := range n {
			at := now.AddDate(0, 0, -10-i)
			p := article.Payload{ID: fmt.Sprint("old-", i), Status: article.Published, UpdatedAt: at, PublishedAt: at, Title: "One", Text: fmt.Sprintf("Text number %d.", i)}
			if !yield(p, nil) || i%10 == 0 && !yield(p, nil) {
				return
			}
		}
	}
}

func (d desk) startBackfill(o BackfillOrder, articles iter.Seq2[article.Payload, error]) Backfill {
	d.t.Helper()
	b, err := d.StartBackfill(d.t.Context(), "main", o, articles)
	if err != nil {
		d.t.Fatal(err)
	}
	return b
}

func (d desk) journal() []journal.Entry {
	d.t.Helper()
	entries, err := d.Journal(d.t.Context(), "main", time.Time{})
	if err != nil {
		d.t.Fatal(err)
	}
	return entries
}

func (d desk) backfill() Backfill {
	d.t.Helper()
	all, err := d.Backfills(d.t.Context(), "main")
	if err != nil || len(all) == 0 {
		d.t.Fatal(all, err)
	}
	return all[len(all)-1]
}

// speak is a worker to whom speech takes no time: it does what is enqueued.
func (d desk) speak(done map[library.Ref]int) {
	for _, ref := range d.queue.bulk {
		done[ref]++
		d.conclude(ref, library.Published)
	}
	d.queue.bulk = nil
}

// runBackfill feeds and renders until the backfill has ended. It returns how often each article was
// enqueued, and calls step after each step.
func (d desk) runBackfill(step func(Backfill)) map[library.Ref]int {
	d.t.Helper()
	done := map[library.Ref]int{}
	for !d.backfill().Ended() {
		d.FeedBackfills(d.t.Context(), "main")
		if len(d.queue.bulk) > backfillWindow {
			d.t.Fatalf("%d articles are under way, want %d at most", len(d.queue.bulk), backfillWindow)
		}
		d.speak(done)
		step(d.backfill())
	}
	return done
}

// No article is accepted twice, whatever the list doubles and a crash repeats; what is known stays
// as it is, and no news is among it.
func TestABackfill(t *testing.T) {
	d := open(t)
	const articles = 250
	d.conclude(d.publish("old-7", now), library.Published)
	d.queue.news = nil
	d.startBackfill(BackfillOrder{}, archiveOf(articles))
	crashes := 0
	done := d.runBackfill(func(b Backfill) {
		if crashes++; crashes%3 != 0 || b.Ended() || b.Cursor < 5 {
			return
		}
		_, err := d.Library.ChangeBackfill(t.Context(), "main", b.Name, func(b *Backfill) error { b.Cursor -= 5; return nil }) // as if it was not stored
		if err != nil {
			t.Fatal(err)
		}
	})
	if len(done) != articles-1 || len(d.queue.news) > 0 {
		t.Errorf("%d articles were accepted, want %d; news are %v", len(done), articles-1, d.queue.news)
	}
	for ref, times := range done {
		if times != 1 {
			t.Errorf("%s was enqueued %d times", ref, times)
		}
	}
	if b := d.backfill(); b.State != library.BackfillDone || b.Total != articles || b.Accepted != articles-1 {
		t.Errorf("%+v", b)
	}
	if items, err := d.Library.BackfillItems(t.Context(), "main", d.backfill().Name, 0); !errors.Is(err, library.ErrNotFound) {
		t.Errorf("its %d articles are still kept, %v", len(items), err)
	}
}

// What is under way of the archive leaves no room for more.
func TestABackfillKeepsAWindow(t *testing.T) {
	d := open(t)
	d.startBackfill(BackfillOrder{}, archiveOf(100))
	for range 3 {
		d.FeedBackfills(t.Context(), "main")
	}
	if n := len(d.queue.bulk); n != backfillWindow {
		t.Errorf("%d under way, want %d", n, backfillWindow)
	}
	for marker, err := range d.Library.AllDue(t.Context(), "main") {
		if err != nil || marker.Urgency != library.Bulk {
			t.Errorf("%+v, %v", marker, err)
		}
	}
}

func TestAnAdminPausesAndEndsABackfill(t *testing.T) {
	d := open(t)
	d.startBackfill(BackfillOrder{}, archiveOf(100))
	for _, c := range []struct {
		change func(context.Context, string, string) (Backfill, error)
		state  library.BackfillState
		more   bool
	}{
		{d.PauseBackfill, library.BackfillPaused, false},
		{func(ctx context.Context, site, name string) (Backfill, error) {
			return d.ResumeBackfill(ctx, site, name, 0)
		}, library.BackfillRunning, true},
		{d.CancelBackfill, library.BackfillCancelled, false},
	} {
		b, err := c.change(t.Context(), "main", "")
		if err != nil || b.State != c.state {
			t.Fatalf("%+v, %v", b, err)
		}
		d.FeedBackfills(t.Context(), "main")
		if more := len(d.queue.bulk) > 0; more != c.more {
			t.Errorf("%s: went on: %v", c.state, more)
		}
		d.speak(map[library.Ref]int{})
	}
	if _, err := d.ResumeBackfill(t.Context(), "main", d.backfill().Name, 0); !errors.Is(err, library.ErrBackfillEnded) {
		t.Errorf("a cancelled one goes on: %v", err)
	}
	var what []string
	for _, e := range d.journal() {
		what = append(what, strings.Fields(e.What)[0])
	}
	slices.Sort(what) // the desk's clock stands still; the last resume failed
	if got := strings.Join(what, " "); got != "cancel pause resume resume start" {
		t.Errorf("the journal has %s", got)
	}
}

// Before it passes its budget it stops, visibly, and goes on with a larger one.
func TestABackfillHasABudget(t *testing.T) {
	d := open(t)
	d.Prices = speech.Prices{"espeak-ng:": 1000} // dollars for a million characters
	estimate, err := d.EstimateBackfill(t.Context(), "main", BackfillOrder{}, archiveOf(100))
	if err != nil || estimate.Articles != 100 || estimate.Sampled != 100 || estimate.CostUSD <= 0 || !estimate.Priced {
		t.Fatalf("%+v, %v", estimate, err)
	}
	d.startBackfill(BackfillOrder{MaxUSD: estimate.CostUSD / 2}, archiveOf(100))
	done := map[library.Ref]int{}
	for d.backfill().State == library.BackfillRunning {
		d.FeedBackfills(t.Context(), "main")
		d.speak(done)
	}
	b := d.backfill()
	if b.State != library.BackfillPaused || !strings.HasPrefix(b.Reason, "budget: ") || b.USD > b.MaxUSD || b.Accepted < 40 || b.Accepted > 60 {
		t.Errorf("%+v", b)
	}
	if _, err := d.ResumeBackfill(t.Context(), "main", "", 2*estimate.CostUSD); err != nil {
		t.Fatal(err)
	}
	d.runBackfill(func(Backfill) {})
	if b := d.backfill(); b.State != library.BackfillDone || b.Accepted != 100 {
		t.Errorf("%+v", b)
	}
}

func TestWhatABackfillTakes(t *testing.T) {
	all := []article.Payload{
		{ID: "new", UpdatedAt: now, PublishedAt: now, Tags: []string{"sea"}}, {ID: "undated", UpdatedAt: now.AddDate(0, 0, -2)},
		{ID: "old", UpdatedAt: now, PublishedAt: now.AddDate(0, 0, -9), Tags: []string{"sea"}}, {ID: "gone", UpdatedAt: now, Status: article.Removed},
	}
	for want, o := range map[string]BackfillOrder{
		"new undated old": {}, "new undated": {Since: now.AddDate(0, 0, -3)}, "undated old": {Until: now}, "new old": {Tag: "sea"}, "new": {Limit: 1},
	} {
		var got []string
		for p := range o.Chosen(func(yield func(article.Payload, error) bool) {
			for _, p := range all {
				if !yield(p, nil) {
					return
				}
			}
		}) {
			got = append(got, p.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%+v takes %v, want %s", o, got, want)
		}
	}
}

// lists is a source that lists articles, and answers unless it is away.
type lists struct {
	articles iter.Seq2[article.Payload, error]
	away     bool
	asked    int
}

func (l *lists) List(context.Context) (all []source.Listed, err error) {
	for p := range l.articles {
		all = append(all, source.Listed{Payload: p.WithoutText()})
	}
	return all, nil
}

func (l *lists) Ask(_ context.Context, id, _ string) (source.Answer, error) {
	if l.asked++; l.away {
		return source.Answer{}, invalidf("it is away")
	}
	for p := range l.articles {
		if p.ID == id {
			return source.Answer{Payload: p, At: now}, nil
		}
	}
	return source.Answer{}, source.ErrNoArticle
}

// A source is asked for each article; while it is away the backfill waits where it is.
func TestABackfillOfASource(t *testing.T) {
	d := open(t)
	src := &lists{articles: archiveOf(40)}
	d.Sources = map[string][]AskedSource{"main": {{Name: archiveSource, Asker: src}}}
	o := BackfillOrder{Source: archiveSource}
	listed, err := d.Archive(t.Context(), "main", o)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := d.EstimateBackfill(t.Context(), "main", o, listed); err != nil || e.Articles != 40 || e.Sampled != backfillSample || src.asked != backfillSample {
		t.Errorf("%+v of %d questions, %v", e, src.asked, err)
	}
	d.startBackfill(o, listed)
	src.away = true
	if d.FeedBackfills(t.Context(), "main"); d.backfill().Cursor != 0 || d.backfill().Reason == "" {
		t.Errorf("the source is away: %+v", d.backfill())
	}
	src.away = false
	if done := d.runBackfill(func(Backfill) {}); len(done) != 40 {
		t.Errorf("%d articles, want 40", len(done))
	}
}

// BenchmarkBackfill prints how much memory is in use after a tenth of a backfill of 10,000
// articles, and at its end. It fails if an article comes twice, or if memory grows with their number.
func BenchmarkBackfill(b *testing.B) {
	for b.Loop() {
		d := open(b)
		if _, err := d.StartBackfill(b.Context(), "main", BackfillOrder{}, archiveOf(10_000)); err != nil {
			b.Fatal(err)
		}
		done := map[library.Ref]int{}
		tenth := 0.0 // MB
		for {
			d.FeedBackfills(b.Context(), "main")
			for _, ref := range d.queue.bulk {
				done[ref]++
				due, err := d.Library.Due(b.Context(), ref)
				if err == nil {
					err = d.Library.Conclude(b.Context(), ref, library.Outcome{State: library.Published}, due)
				}
				if err != nil || done[ref] > 1 {
					b.Fatal(ref, done[ref], err)
				}
			}
			d.queue.bulk = nil
			if tenth == 0 && len(done) >= 1000 {
				tenth = heap()
				b.ReportMetric(tenth, "heap-MB-after-1000")
			}
			all, err := d.Library.Backfills(b.Context(), "main")
			if err != nil {
				b.Fatal(err)
			}
			if all[0].Ended() {
				break
			}
		}
		end := heap()
		b.ReportMetric(end, "heap-MB-after-10000")
		if len(done) != 10_000 || end > tenth+2 { // done itself takes 1 MB
			b.Errorf("%d articles, %.1f MB after 1,000, %.1f MB at the end", len(done), tenth, end)
		}
		b.ReportMetric(float64(len(done)), "articles")
	}
}

// heap is the memory in use in MB.
func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}

func TestProgress(t *testing.T) {
	b := Backfill{State: library.BackfillRunning, Total: 1000, Cursor: 300, ResumedBy: 100, ResumedAt: now.Add(-2 * time.Hour)}
	if p := ProgressOf(b, now); p.AnHour != 100 || !p.Ends.Equal(now.Add(7*time.Hour)) {
		t.Errorf("%+v", p)
	}
}
