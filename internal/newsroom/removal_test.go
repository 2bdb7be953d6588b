package newsroom

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/retention"
	"github.com/aloud-audio/aloud/internal/store"
)

// sick is a real folder store that can refuse writes, as a full disk does, or reads of private
// objects. Deletes always work.
type sick struct {
	store.Store
	full, blind atomic.Bool
}

func (s *sick) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if s.full.Load() {
		return "", syscall.ENOSPC
	}
	return s.Store.Put(ctx, key, body, opts)
}

func (s *sick) Open(ctx context.Context, key string, offset int64) (*store.Object, error) {
	if s.blind.Load() && strings.HasPrefix(key, "private/") {
		return nil, errors.New("slow down")
	}
	return s.Store.Open(ctx, key, offset)
}

// openSick is a newsroom over a store that can be made sick.
func openSick(t *testing.T) (desk, *sick) {
	t.Helper()
	d := open(t)
	s := &sick{Store: d.Store}
	d.Store, d.Library = s, library.New(s)
	d.Narrator.Library = d.Library
	return d, s
}

// hear makes an article's audio public.
func (d desk) hear(id string) library.Ref {
	d.t.Helper()
	return d.hearAs(id, library.Narration{Title: id})
}

// hearText makes an article's audio public that says its text.
func (d desk) hearText(id string) library.Ref {
	d.t.Helper()
	said := []library.NarrationSegment{{Role: article.Paragraph, Text: "The ferry runs again."}}
	return d.hearAs(id, library.Narration{Title: id, Revision: library.Revision{UpdatedAt: now}.String(), SentAt: now, Segments: said})
}

func (d desk) hearAs(id string, n library.Narration) library.Ref {
	d.t.Helper()
	ref := d.publish(id, now)
	track := library.Track{Files: []audio.File{{Format: audio.MP3, Content: []byte("mp3")}}}
	if err := d.Library.Publish(d.t.Context(), ref, library.Narration{}, n, track); err != nil {
		d.t.Fatal(err)
	}
	d.conclude(ref, library.Published)
	return ref
}

// public counts an article's public objects.
func (d desk) public(ref library.Ref) int {
	d.t.Helper()
	count := 0
	for _, err := range d.Store.List(d.t.Context(), "public/"+ref.Site+"/articles/"+ref.ID+"/") {
		if err != nil {
			d.t.Fatal(err)
		}
		count++
	}
	return count
}

func gone(ref library.Ref, at time.Time) article.Payload {
	return article.Payload{ID: ref.ID, UpdatedAt: at, Status: article.Removed}
}

func paid(ref library.Ref, at time.Time) article.Payload {
	return article.Payload{ID: ref.ID, UpdatedAt: at, Status: article.Published, Visibility: "paid", Text: "For members."}
}

// What takes an article out of the public is withdrawn before anybody is asked to work on it.
func TestARemovalIsWithdrawnAtOnce(t *testing.T) {
	for name, remove := range map[string]func(desk, library.Ref) error{
		"hook": func(d desk, ref library.Ref) error {
			_, err := d.Accept(d.t.Context(), ref, gone(ref, now), now)
			return err
		},
		"paid": func(d desk, ref library.Ref) error {
			_, err := d.Accept(d.t.Context(), ref, paid(ref, now.Add(time.Second)), now)
			return err
		},
		"paid, with an older time": func(d desk, ref library.Ref) error {
			_, err := d.Accept(d.t.Context(), ref, paid(ref, now.Add(-time.Hour)), now.Add(time.Second))
			return err
		},
		"published as paid": func(d desk, ref library.Ref) error {
			_, err := d.Publish(d.t.Context(), ref, paid(ref, now.Add(time.Second)))
			return err
		},
		"aloud remove": func(d desk, ref library.Ref) error {
			_, err := d.Remove(d.t.Context(), []library.Ref{ref})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			ref := d.hear("ferry")
			d.queue.err = errors.New("connection refused")
			if err := remove(d, ref); err != nil || d.public(ref) != 0 || !d.status(ref).Due {
				t.Errorf("%v, %d objects are public", err, d.public(ref))
			}
			d.queue.err = nil
			if err := remove(d, ref); err != nil || len(d.queue.removals) != 1 {
				t.Errorf("sent again: %v, queued %v", err, d.queue)
			}
		})
	}
}

// The public part of a members' article stays where the site has it read.
func TestAPreviewIsNoRemoval(t *testing.T) {
	d := open(t)
	site := d.Narrator.Sites["main"]
	site.MembersOnly = narrate.MembersOnlyPreview
	d.Narrator.Sites["main"] = site
	ref := d.hear("ferry")
	if _, err := d.Accept(t.Context(), ref, paid(ref, now.Add(time.Second)), now); err != nil || d.public(ref) == 0 {
		t.Errorf("%v, %d objects are public", err, d.public(ref))
	}
}

func TestAnOlderRemovalTakesNothingDown(t *testing.T) {
	d := open(t)
	ref := d.hear("ferry")
	for _, late := range []article.Payload{gone(ref, now.Add(-time.Hour)), paid(ref, now.Add(-time.Hour))} {
		receipt, err := d.Accept(t.Context(), ref, late, now.Add(-time.Hour))
		if err != nil || receipt.Newer || d.public(ref) == 0 || d.status(ref).Due {
			t.Errorf("%+v, %v, %d objects are public", receipt, err, d.public(ref))
		}
	}
}

// A full store takes no tombstone. The audio goes all the same, and the tombstone follows when
// there is room.
func TestARemovalWhileTheStoreIsFull(t *testing.T) {
	d, s := openSick(t)
	d.Unrecorded = NewUnrecorded(slog.New(slog.DiscardHandler))
	ref, held := d.hear("ferry"), d.hear("held")
	s.full.Store(true)
	if _, err := d.Accept(t.Context(), ref, gone(ref, now), now); !errors.As(err, &NotRecordedError{}) {
		t.Errorf("removal: %v", err)
	}
	if _, err := d.Remove(t.Context(), []library.Ref{held}); !errors.As(err, &NotRecordedError{}) || !strings.Contains(err.Error(), "run the command again") {
		t.Errorf("aloud remove: %v", err)
	}
	if d.public(ref) != 0 || d.public(held) != 0 {
		t.Error("audio is public")
	}
	d.Unrecorded.tryAll(t.Context())
	if a := d.status(ref); a.Due {
		t.Fatalf("a full store was written: %+v", a)
	}
	s.full.Store(false)
	// Until the tombstone is stored a worker may publish again.
	if err := d.Library.Publish(t.Context(), ref, library.Narration{}, library.Narration{}, library.Track{Files: []audio.File{{Format: audio.MP3}}}); err != nil {
		t.Fatal(err)
	}
	d.Unrecorded.tryAll(t.Context())
	desired, err := d.Library.Desired(t.Context(), ref)
	if err != nil || !desired.Gone() || !d.status(ref).Due || d.public(ref) != 0 || len(d.Unrecorded.all()) != 0 {
		t.Errorf("%+v, %v, %d objects are public", desired, err, d.public(ref))
	}
}

// A process that is told to end tries a few times more to store a removal: a store that was full a
// moment ago may have room now.
func TestWhatWaitsIsTriedUntilTheProcessEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u := NewUnrecorded(slog.New(slog.DiscardHandler))
		tries := 0
		u.add(t.Context(), change{ref: library.Ref{Site: "main", ID: "ferry"}, at: now}, 0, func(context.Context) error {
			if tries++; tries < 5 {
				return errors.New("full")
			}
			return nil
		})
		ending, end := context.WithCancel(t.Context())
		end()
		u.Run(ending)
		if len(u.all()) > 0 {
			t.Errorf("it is not stored after %d tries", tries)
		}
	})
}

// If the known revision cannot be read, a removal wins. It was an older one: the article is marked
// due, and a worker publishes it again.
func TestARemovalThatCannotReadWhatIsKnown(t *testing.T) {
	d, s := openSick(t)
	d.Unrecorded = NewUnrecorded(slog.New(slog.DiscardHandler))
	ref := d.hear("ferry")
	s.blind.Store(true)
	if _, err := d.Accept(t.Context(), ref, gone(ref, now.Add(-time.Hour)), now); !errors.As(err, &NotRecordedError{}) || d.public(ref) != 0 {
		t.Fatalf("%v, %d objects are public", err, d.public(ref))
	}
	s.blind.Store(false)
	d.Unrecorded.tryAll(t.Context())
	if a := d.status(ref); !a.Due {
		t.Errorf("nobody makes the audio again: %+v", a)
	}
}

// The later of two removals that wait is stored, and no more wait than are remembered.
func TestWhatWaitsIsBounded(t *testing.T) {
	u := NewUnrecorded(slog.New(slog.DiscardHandler))
	var tried []string
	try := func(name string) func(context.Context) error {
		return func(context.Context) error { tried = append(tried, name); return nil }
	}
	ref := library.Ref{Site: "main", ID: "ferry"}
	u.add(t.Context(), change{ref: ref, at: now}, 0, try("first"))
	u.add(t.Context(), change{ref: ref, at: now.Add(time.Second)}, 0, try("later"))
	u.add(t.Context(), change{ref: ref, at: now}, 0, try("late"))
	u.tryAll(t.Context())
	if strings.Join(tried, " ") != "later" {
		t.Errorf("tried %v", tried)
	}
	for i := range maxUnrecorded + 1 {
		u.add(t.Context(), change{ref: library.Ref{Site: "main", ID: strings.Repeat("a", 1+i%100) + strings.Repeat("b", i/100)}, at: now}, 0, try("one"))
	}
	if len(u.all()) != maxUnrecorded {
		t.Errorf("%d wait", len(u.all()))
	}
}

// Whatever takes audio out of the public does so while the store takes no writes.
func TestAFullStoreWithdrawsAllTheSame(t *testing.T) {
	gated := func(ref library.Ref) article.Payload {
		return article.Payload{ID: ref.ID, UpdatedAt: now.Add(time.Second), Status: article.Published,
			HTML: `<p>The ferry runs.</p><div class="members-content"><p>Only for members.</p></div>`}
	}
	for name, c := range map[string]struct {
		ask   func(desk, ...library.Ref) error
		later func(*testing.T, library.Desired) // what is stored as soon as there is room
	}{
		"a gate": {func(d desk, refs ...library.Ref) (err error) {
			for _, ref := range refs {
				_, accepting := d.Accept(d.t.Context(), ref, gated(ref), now.Add(time.Second))
				err = errors.Join(err, accepting)
			}
			return err
		}, func(t *testing.T, d library.Desired) {
			if !strings.Contains(d.Article.HTML, "members-content") {
				t.Errorf("%+v", d.Article)
			}
		}},
		"--withdraw-previous": {func(d desk, refs ...library.Ref) error {
			_, err := d.Render(d.t.Context(), refs, Order{WithdrawPrevious: true})
			return err
		}, nil},
		"aloud erase": {func(d desk, refs ...library.Ref) (err error) {
			for _, ref := range refs {
				_, _, erasing := d.Erase(d.t.Context(), ref, false)
				err = errors.Join(err, erasing)
			}
			return err
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d, s := openSick(t)
			d.Unrecorded = NewUnrecorded(slog.New(slog.DiscardHandler))
			d.Eraser = &retention.Collector{Store: s, Library: d.Library, Narrator: d.Narrator, Now: time.Now, Lease: free}
			one, other := d.hearText("ferry"), d.hearText("boat")
			s.full.Store(true)
			err := c.ask(d, one, other)
			if !errors.As(err, &NotRecordedError{}) || d.public(one)+d.public(other) != 0 {
				t.Errorf("%v, %d and %d objects are public", err, d.public(one), d.public(other))
			}
			if c.later == nil {
				return
			}
			s.full.Store(false)
			d.Unrecorded.tryAll(t.Context())
			desired, err := d.Library.Desired(t.Context(), one)
			if err != nil || len(d.Unrecorded.all()) != 0 {
				t.Fatal(err, len(d.Unrecorded.all()))
			}
			c.later(t, desired)
		})
	}
}
