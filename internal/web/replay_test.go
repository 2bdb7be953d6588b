package web

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// A captured delivery, sent to the address of another event, changes nothing: the signature does
// not cover the address, so the body must match the event.
func TestADeliveryForAnotherEvent(t *testing.T) {
	body := publishedBody(t, newPost("a1", now))
	for event, want := range map[string]int{
		"deleted": 400, "post.deleted": 400, "unpublished": 400, "published.edited": 202, "published": 202, "published/": 202,
	} {
		f := newFixture(t)
		f.ghost("published", body, now)
		if w := f.ghost(event, body, now); w.Code != want {
			t.Errorf("%s: %d %s, want %d", event, w.Code, w.Body, want)
		}
		if f.desired(t, "a1").Gone() {
			t.Errorf("%s: the article is gone", event)
		}
	}
}

func TestADeliveryThatWasAcceptedDoesNothingAgain(t *testing.T) {
	f := newFixture(t)
	body := publishedBody(t, newPost("a1", now))
	f.ghost("published", body, now)
	stored := f.stored(t)
	w := f.ghost("published", body, now)
	if got := decodeReply(t, w); w.Code != http.StatusAccepted || got.Status != "nothing to do" || got.ID != "a1" {
		t.Errorf("%d %+v", w.Code, got)
	}
	if after := f.stored(t); len(after) != len(stored) || f.queue.len() != 1 {
		t.Errorf("stored %v, queued %d", after, f.queue.len())
	}
	if period, _ := f.deliveries.(*memory).keys.Load(delivery{source: "ghost", ref: library.Ref{Site: "harbour", ID: "a1"}, sentAt: now}.key(body)); period != 2*DefaultTolerance {
		t.Errorf("remembered for %v", period)
	}
}

// A delivery that was not accepted is not remembered: its sender has to send it again.
func TestADeliveryThatFailedIsTakenAgain(t *testing.T) {
	down := true
	f := newFixture(t, func(o *Options) {
		o.Newsroom.Queue = enqueueFunc(func(context.Context, library.Ref) error {
			if down {
				return errors.New("connection refused")
			}
			return nil
		})
	})
	body := publishedBody(t, newPost("a1", now))
	if w := f.ghost("published", body, now); w.Code != http.StatusServiceUnavailable {
		t.Errorf("%d", w.Code)
	}
	down = false
	if w := f.ghost("published", body, now); w.Code != http.StatusAccepted || decodeReply(t, w).Status != "accepted" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// forgetful is a memory that is unavailable.
type forgetful struct{}

func (forgetful) Seen(context.Context, string) (bool, error) {
	return false, errors.New("connection refused")
}
func (forgetful) Remember(context.Context, string, time.Duration) error {
	return errors.New("connection refused")
}

// Without the memory the order of revisions keeps a repeat from doing anything.
func TestReplaysWhileNothingIsRemembered(t *testing.T) {
	f := newFixture(t, func(o *Options) { o.Deliveries = forgetful{} })
	first, withdrawn := publishedBody(t, newPost("a1", now)), newPost("a1", now.Add(time.Second))
	withdrawn.Status = "draft"
	f.ghost("published", first, now)
	f.ghost("unpublished", ghostBody(t, withdrawn, map[string]any{}), now.Add(time.Second))
	if w := f.ghost("published", first, now); w.Code != http.StatusAccepted || !f.desired(t, "a1").Gone() {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if !strings.Contains(f.log.String(), "cannot remember a delivery") {
		t.Errorf("the log:\n%s", f.log)
	}
}
