package newsroom

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/store"
)

// Whatever left them public, the pass takes down what may not be, and leaves the rest alone.
func TestCheckPublicTakesDownWhatIsNotWanted(t *testing.T) {
	d := open(t)
	wanted, stray := d.hear("wanted"), library.Ref{Site: "main", ID: "stray"}
	refs := map[string]library.Ref{"gone": d.hear("gone"), "held": d.hear("held"), "paid": d.hear("paid")}
	// The desired states change without anybody who would withdraw, as in a restored backup.
	for _, payload := range []func(library.Ref, time.Time) (bool, error){
		func(_ library.Ref, at time.Time) (bool, error) {
			return d.Library.Accept(t.Context(), refs["gone"], gone(refs["gone"], at), at, library.Fresh)
		},
		func(_ library.Ref, at time.Time) (bool, error) {
			return d.Library.Accept(t.Context(), refs["paid"], paid(refs["paid"], at), at, library.Fresh)
		},
		func(library.Ref, time.Time) (bool, error) {
			return true, d.Library.Order(t.Context(), refs["held"], library.Fresh, removed.apply)
		},
	} {
		if newer, err := payload(wanted, now.Add(time.Second)); err != nil || !newer {
			t.Fatal(newer, err)
		}
	}
	if _, err := d.Library.Reserve(t.Context(), stray, library.Narration{}, library.Waiting{}); err != nil { // nobody ever accepted it
		t.Fatal(err)
	}
	if next := NewPublicCheck(d.Newsroom).Run(t.Context()); next != checkPublicEvery {
		t.Errorf("next pass in %s", next)
	}
	for name, ref := range refs {
		if d.public(ref) != 0 || !d.status(ref).Due {
			t.Errorf("%s: %d objects are public", name, d.public(ref))
		}
	}
	if d.public(wanted) == 0 || d.status(wanted).Due || len(d.queue.removals) != len(refs) {
		t.Errorf("wanted: %d objects are public; queued %v", d.public(wanted), d.queue.removals)
	}
}

// reading counts the objects that are opened.
type reading struct {
	store.Store
	opened atomic.Int64
}

func (r *reading) Open(ctx context.Context, key string, offset int64) (*store.Object, error) {
	r.opened.Add(1)
	return r.Store.Open(ctx, key, offset)
}

// A pass reads the desired states and the feeds that changed since the last one, and no others.
func TestCheckPublicReadsWhatChanged(t *testing.T) {
	d := open(t)
	r := &reading{Store: d.Store}
	d.Store, d.Library = r, library.New(r)
	d.Narrator.Library = d.Library
	keeper := d.withFeeds()
	d.tellDaily(40)
	d.keep(keeper)
	check := NewPublicCheck(d.Newsroom)
	opened := func() int64 {
		t.Helper()
		before := r.opened.Load()
		if next := check.Run(t.Context()); next != checkPublicEvery {
			t.Fatalf("next pass in %s", next)
		}
		return r.opened.Load() - before
	}
	documents := int64(len(d.inFeeds()))
	if n := opened(); n != 40+documents {
		t.Errorf("the first pass opened %d objects, want 40 states and %d documents", n, documents)
	}
	if n := opened(); n != 0 {
		t.Errorf("nothing changed, and a pass opened %d objects", n)
	}
	ref := library.Ref{Site: "main", ID: "a007"}
	if _, err := d.Library.Accept(t.Context(), ref, gone(ref, now.Add(time.Hour)), now.Add(time.Hour), library.Fresh); err != nil {
		t.Fatal(err)
	}
	if opened(); d.public(ref) != 0 || d.names("Story "+ref.ID) || d.public(library.Ref{Site: "main", ID: "a008"}) == 0 {
		t.Errorf("after a tombstone that withdrew nothing: %d objects are public, the feeds name it: %t", d.public(ref), d.names("Story "+ref.ID))
	}
}

// An article whose state cannot be read stays, and does not stop the others.
func TestCheckPublicGoesOnAfterAnError(t *testing.T) {
	d, s := openSick(t)
	ref := d.hear("ferry")
	s.blind.Store(true)
	if next := NewPublicCheck(d.Newsroom).Run(t.Context()); next != checkRetry || d.public(ref) == 0 {
		t.Errorf("next pass in %s", next)
	}
	s.blind.Store(false)
	s.full.Store(true)
	if next := NewPublicCheck(d.Newsroom).Run(t.Context()); next != checkRetry || d.public(ref) == 0 {
		t.Errorf("next pass in %s", next)
	}
}

// older makes the store say that a site was named so long before the others.
type older struct {
	store.Store
	site string
	by   time.Duration
}

func (o older) List(ctx context.Context, prefix string) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		for entry, err := range o.Store.List(ctx, prefix) {
			if strings.HasSuffix(entry.Key, "named/"+o.site) {
				entry.Modified = entry.Modified.Add(-o.by)
			}
			if !yield(entry, err) {
				return
			}
		}
	}
}

// unname takes the settings of a site away, which was last named so long ago.
func (d desk) unname(site string, ago time.Duration) {
	delete(d.Narrator.Sites, site)
	d.Library = library.New(older{d.Store, site, ago})
	d.Narrator.Library = d.Library
}

// openPaper is a newsroom with an article of another site, paper, in public.
func openPaper(t *testing.T) (desk, library.Ref) {
	t.Helper()
	d := open(t)
	d.Narrator.Sites["paper"] = narrate.Site{Name: "paper"}
	ref := library.Ref{Site: "paper", ID: "ferry"}
	if err := d.Library.Publish(t.Context(), ref, library.Narration{}, library.Narration{Title: "Ferry"}, library.Track{}); err != nil {
		t.Fatal(err)
	}
	if err := d.Library.NameSites(t.Context(), []string{"paper"}); err != nil {
		t.Fatal(err)
	}
	return d, ref
}

// A site without settings is taken down when no process has named it for a while: another process
// may have newer settings than ours.
func TestCheckPublicTakesDownUnnamedSites(t *testing.T) {
	for name, c := range map[string]struct {
		ago    time.Duration
		public bool
	}{
		"another process names it":  {time.Minute, true},
		"nobody has for some hours": {3 * time.Hour, false},
	} {
		t.Run(name, func(t *testing.T) {
			d, ref := openPaper(t)
			d.unname("paper", c.ago)
			NewPublicCheck(d.Newsroom).Run(t.Context())
			if (d.public(ref) > 0) != c.public || len(d.queue.removals) > 0 {
				t.Errorf("%d objects are public, queued %v", d.public(ref), d.queue.removals)
			}
		})
	}
}

func TestASiteWithoutSettingsIsToldAtTheStart(t *testing.T) {
	d, _ := openPaper(t)
	d.unname("paper", 0)
	var log bytes.Buffer
	d.warnOfUnnamed(logging.Into(t.Context(), slog.New(slog.NewTextHandler(&log, nil))))
	if !strings.Contains(log.String(), "aloud remove --site paper --all") || strings.Count(log.String(), "\n") != 1 {
		t.Errorf("%s", log.String())
	}
}

// A whole site is removed, whether it has settings or not.
func TestRemoveAll(t *testing.T) {
	d, paper := openPaper(t)
	d.unname("paper", 0)
	first, second := d.hear("first"), d.hear("second")
	receipt, err := d.RemoveAll(t.Context(), "paper")
	if err != nil || receipt.NotQueued != nil || d.public(paper) != 0 || d.public(first) == 0 {
		t.Errorf("%+v, %v, %d objects of it are public", receipt, err, d.public(paper))
	}
	if _, err := d.RemoveAll(t.Context(), "main"); err != nil || d.public(first)+d.public(second) != 0 || !d.status(second).Orders.Held {
		t.Errorf("%v, %d objects are public", err, d.public(first)+d.public(second))
	}
	if _, err := d.RemoveAll(t.Context(), "nobody"); !errors.As(err, &InvalidError{}) {
		t.Errorf("%v", err)
	}
}
