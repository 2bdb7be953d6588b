package newsroom

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/retention"
)

// content is a payload of an event that brings one. A gated one puts what the narration says behind
// a gate.
type content struct{ newer, gated bool }

func (c content) payload(id string) (p article.Payload, sentAt time.Time) {
	sentAt = now.Add(-time.Minute)
	if c.newer {
		sentAt = now.Add(time.Minute)
	}
	p = article.Payload{ID: id, UpdatedAt: sentAt, Status: article.Published, HTML: "<p>Another text.</p>"}
	if c.gated {
		p.HTML = `<p>The ferry runs.</p><div class="members-content"><p>Only for members.</p></div>`
	}
	return p, sentAt
}

// trigger makes an event happen.
type trigger func(d desk, ref library.Ref, c content) error

func observing(status article.Status) trigger {
	return func(d desk, ref library.Ref, c content) error {
		payload, at := c.payload(ref.ID)
		payload.Status = status
		_, err := d.storeSeen(d.t.Context(), change{ref, payload, at, library.Update})
		return err
	}
}

func rendering(o Order) trigger {
	return func(d desk, ref library.Ref, _ content) error {
		_, err := d.Render(d.t.Context(), []library.Ref{ref}, o)
		return err
	}
}

var triggers = map[string]trigger{
	contentSent.ID: func(d desk, ref library.Ref, c content) error {
		payload, at := c.payload(ref.ID)
		_, err := d.Accept(d.t.Context(), ref, payload, at)
		return err
	},
	removalSent.ID: func(d desk, ref library.Ref, c content) error {
		payload, at := c.payload(ref.ID)
		payload.Status = article.Removed
		_, err := d.Accept(d.t.Context(), ref, payload, at)
		return err
	},
	contentSeen.ID: observing(article.Published),
	removalSeen.ID: observing(article.Removed),
	published.ID: func(d desk, ref library.Ref, c content) error {
		payload, _ := c.payload(ref.ID)
		_, err := d.Publish(d.t.Context(), ref, payload)
		return err
	},
	removed.ID: func(d desk, ref library.Ref, _ content) error {
		_, err := d.Remove(d.t.Context(), []library.Ref{ref})
		return err
	},
	ordered.ID:   rendering(Order{}),
	forced.ID:    rendering(Order{Force: true}),
	corrected.ID: rendering(Order{WithdrawPrevious: true}),
	erased.ID: func(d desk, ref library.Ref, _ content) error {
		_, _, err := d.Erase(d.t.Context(), ref, false)
		return err
	},
	restored.ID: func(d desk, ref library.Ref, _ content) error { // narrate's TestRestore has the tracks
		return d.Library.Order(d.t.Context(), ref, library.Fresh, restored.apply)
	},
	retried.ID: func(d desk, ref library.Ref, _ content) error {
		_, idle, err := d.Retry(d.t.Context(), []library.Ref{ref})
		if len(idle) > 0 {
			err = errors.Join(err, errors.New("there was nothing to retry"))
		}
		return err
	},
}

// observation is what can be seen of an article.
type observation struct {
	revision string
	text     bool
	gone     bool
	held     bool
	order    string
	retracts bool
	public   int
	due      bool
}

func (d desk) observe(ref library.Ref) observation {
	d.t.Helper()
	desired, err := d.Library.Desired(d.t.Context(), ref)
	if err != nil {
		d.t.Fatal(err)
	}
	due, err := d.Library.Due(d.t.Context(), ref)
	if err != nil {
		d.t.Fatal(err)
	}
	return observation{
		revision: desired.Revision.String(), text: !desired.Gone(), gone: desired.Revision.Removed, held: desired.Orders.Held,
		order: desired.Orders.Render, retracts: desired.Orders.WithdrawPrevious, public: d.public(ref), due: len(due) > 0,
	}
}

// starts are the states in which an event meets an article.
var starts = map[string]func(d desk, ref library.Ref) error{
	"public": func(d desk, ref library.Ref) error {
		segments := []library.NarrationSegment{{Role: article.Paragraph, Text: "Only for members."}}
		next := library.Narration{Revision: "1", Segments: segments}
		return d.Library.Publish(d.t.Context(), ref, library.Narration{}, next, library.Track{Files: []audio.File{{Format: audio.MP3}}})
	},
	"held": func(d desk, ref library.Ref) error {
		_, err := d.Remove(d.t.Context(), []library.Ref{ref})
		return err
	},
	"removed": func(d desk, ref library.Ref) error {
		_, err := d.Accept(d.t.Context(), ref, gone(ref, now), now)
		return err
	},
}

// free is a lease that nobody else holds.
func free(context.Context, string) (func(), bool, error) { return func() {}, true, nil }

// Each event does to an article what its row of the table says, and nothing else.
func TestEvents(t *testing.T) {
	for _, event := range EventRows {
		do, known := triggers[event.ID]
		if !known {
			t.Errorf("the test makes no event %q", event.Name)
			continue
		}
		for start, begin := range starts {
			for _, c := range event.contents() {
				t.Run(event.Name+"/"+start, func(t *testing.T) {
					d := open(t)
					d.Eraser = &retention.Collector{Store: d.Store, Library: d.Library, Narrator: d.Narrator, Now: time.Now, Lease: free}
					ref := d.publish("ferry", now)
					if err := begin(d, ref); err != nil {
						t.Fatal(err)
					}
					d.conclude(ref, library.Failed)
					before := d.observe(ref)
					if err := do(d, ref, c); err != nil {
						t.Fatal(err)
					}
					event.judge(t, c, before, d.observe(ref))
				})
			}
		}
	}
}

// contents returns the contents with which an event is tried.
func (e EventRow) contents() []content {
	if e.Revision == "" || e.Revision == LosesText {
		return []content{{}}
	}
	return []content{{newer: true}, {newer: true, gated: true}, {}}
}

// judge compares what happened with the event's row.
func (e EventRow) judge(t *testing.T, c content, before, after observation) {
	t.Helper()
	want := after // of what the row leaves open
	want.text, want.gone, want.held, want.public = before.text, before.gone, before.held, before.public
	e.judgeRevision(t, c, before, after, &want)
	e.judgeTrack(t, before, after)
	switch e.Held {
	case SetHeld:
		want.held = before.held || !e.IfNotGone || !before.gone
	case ClearHeld:
		want.held = false
	}
	if e.deletes(c) {
		want.public = 0
	}
	want.due = before.revision != after.revision || e.By == "admin" && (!e.IfNotGone || !before.gone)
	if after != want {
		t.Errorf("%+v:\nbefore %+v\nafter  %+v\nwant   %+v", c, before, after, want)
	}
}

func (e EventRow) judgeRevision(t *testing.T, c content, before, after observation, want *observation) {
	t.Helper()
	replaced := false
	switch e.Revision {
	case ContentIfNewer, ContentUnlessHook:
		if replaced = c.newer; replaced {
			want.text, want.gone = true, false
		}
	case RemovalIfNewer, RemovalUnlessHook:
		if replaced = c.newer && !before.gone; replaced {
			want.text, want.gone = false, true
		}
		if c.newer && e.Revision == RemovalIfNewer {
			replaced = true // a tombstone too becomes a newer one
		}
	case LosesText:
		want.text = false
	}
	if changed := before.revision != after.revision; changed != replaced {
		t.Errorf("%+v: the revision changed: %v, want %v", c, changed, replaced)
	}
}

func (e EventRow) judgeTrack(t *testing.T, before, after observation) {
	t.Helper()
	if changed := before.order != after.order; changed != (e.Track == OutdatesTrack || e.Track == RetractsTrack) || after.retracts != (e.Track == RetractsTrack) {
		t.Errorf("the track: an order %v, retracting %v; want %q", changed, after.retracts, e.Track)
	}
}

// deletes reports whether the row says that the audio goes at once.
func (e EventRow) deletes(c content) bool {
	switch e.AtOnce {
	case DeletesAudio:
		return e.Revision == "" || c.newer
	case DeletesRetracted:
		return c.newer && c.gated
	default:
		return e.AtOnce == DeletesAll
	}
}
