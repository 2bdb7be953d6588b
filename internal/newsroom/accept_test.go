package newsroom

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

func revision(updatedAt time.Time, status article.Status) article.Payload {
	return article.Payload{ID: "ferry", Title: "Ferry", Text: "It runs.", UpdatedAt: updatedAt, Status: status}
}

// objects are the keys and ETags of all that is stored.
func (d desk) objects() []store.Entry {
	d.t.Helper()
	var all []store.Entry
	for entry, err := range d.Store.List(d.t.Context(), "") {
		if err != nil {
			d.t.Fatal(err)
		}
		all = append(all, entry)
	}
	return all
}

// A sender that signs each attempt again sends the same revision with other times.
func TestARevisionSentAgainWritesNothing(t *testing.T) {
	d := open(t)
	ref, payload := library.Ref{Site: "main", ID: "ferry"}, revision(now, article.Published)
	if _, err := d.Accept(t.Context(), ref, payload, now); err != nil {
		t.Fatal(err)
	}
	before := d.objects()
	for i := range 3 {
		receipt, err := d.Accept(t.Context(), ref, payload, now.Add(time.Duration(i+1)*time.Second))
		if err != nil || receipt.Newer || receipt.NotQueued != nil {
			t.Errorf("%+v, %v", receipt, err)
		}
	}
	if after := d.objects(); !slices.Equal(before, after) {
		t.Errorf("stored before:\n%v\nafter:\n%v", before, after)
	}
}

// What reached the store and not the queue is queued by the next delivery; what is done, by none.
func TestWhetherARevisionSentAgainIsQueued(t *testing.T) {
	d := open(t)
	ref, payload := library.Ref{Site: "main", ID: "ferry"}, revision(now, article.Published)
	d.queue.err = errors.New("connection refused")
	if receipt, err := d.Accept(t.Context(), ref, payload, now); err != nil || receipt.NotQueued == nil {
		t.Fatal(receipt, err)
	}
	if receipt, err := d.Accept(t.Context(), ref, payload, now.Add(time.Second)); err != nil || receipt.NotQueued == nil {
		t.Errorf("the queue is still down: %+v, %v", receipt, err)
	}
	d.queue.err = nil
	if receipt, err := d.Accept(t.Context(), ref, payload, now.Add(2*time.Second)); err != nil || receipt.NotQueued != nil || len(d.queue.once) != 1 {
		t.Errorf("%+v, %v, queued %v", receipt, err, d.queue.once)
	}
	d.conclude(ref, library.Published)
	if _, err := d.Accept(t.Context(), ref, payload, now.Add(3*time.Second)); err != nil || len(d.queue.once)+len(d.queue.news) != 1 {
		t.Errorf("what is done was queued again: %v, %v", d.queue.once, err)
	}
}

func TestContentDatedAheadIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		limit  time.Duration // 0: not set
		ahead  time.Duration
		refuse bool
	}{
		"as of now":            {0, 0, false},
		"clocks differ":        {0, DefaultMaxAhead, false},
		"local time as UTC":    {0, 2 * time.Hour, true},
		"of the next century":  {0, 100 * 366 * 24 * time.Hour, true},
		"a larger tolerance":   {time.Hour, 50 * time.Minute, false},
		"beyond it":            {time.Hour, 61 * time.Minute, true},
		"of a trusted embargo": {AnyTime, 100 * 366 * 24 * time.Hour, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			if c.limit != 0 {
				d.MaxAhead = map[string]time.Duration{"main": c.limit}
			}
			ref, payload := library.Ref{Site: "main", ID: "ferry"}, revision(now.Add(c.ahead), article.Published)
			_, accepted := d.Accept(t.Context(), ref, payload, now)
			_, published := d.Publish(t.Context(), library.Ref{Site: "main", ID: "by-admin"}, payload)
			for who, err := range map[string]error{"a hook": accepted, "an admin": published} {
				if refused := errors.As(err, &InvalidError{}); refused != c.refuse || refused && !strings.Contains(err.Error(), "updated_at") {
					t.Errorf("%s: %v", who, err)
				}
			}
		})
	}
}

// A removal takes down whatever the dates of the content and of itself are.
func TestNoDateStopsARemoval(t *testing.T) {
	for name, dated := range map[string]time.Time{
		"the content's": now.Add(9 * 366 * 24 * time.Hour), "older": now.Add(-time.Hour), "its sending": now.Add(time.Minute), "ahead": now.Add(24 * time.Hour),
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			d.MaxAhead = map[string]time.Duration{"main": AnyTime}
			ref := library.Ref{Site: "main", ID: "ferry"}
			if _, err := d.Accept(t.Context(), ref, revision(now.Add(9*366*24*time.Hour), article.Published), now); err != nil {
				t.Fatal(err)
			}
			d.MaxAhead = nil
			if receipt, err := d.Accept(t.Context(), ref, revision(dated, article.Removed), now.Add(time.Minute)); err != nil || !receipt.Newer {
				t.Errorf("%+v, %v", receipt, err)
			}
			next := revision(now.Add(2*time.Minute), article.Published)
			if receipt, err := d.Accept(t.Context(), ref, next, now.Add(2*time.Minute)); err != nil || !receipt.Newer {
				t.Errorf("published again: %+v, %v", receipt, err)
			}
		})
	}
}
