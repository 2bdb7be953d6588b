package narrate_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// reserved reports whether readers see that a track is being made.
func (n *newsroom) reserved() bool {
	object, err := n.store.Open(n.t.Context(), n.ref.NarrationKey(), 0)
	if errors.Is(err, library.ErrNotFound) {
		return false
	}
	if err != nil {
		n.t.Fatal(err)
	}
	object.Body.Close()
	return library.IsReservation([]byte(n.read(n.ref.NarrationKey())))
}

func TestReadersSeeThatTheFirstTrackIsBeingMade(t *testing.T) {
	n := open(t)
	var seen atomic.Bool // segments are synthesized concurrently
	n.voice.before = func(context.Context, string) error {
		seen.Store(n.reserved() && strings.Contains(n.read(n.ref.NarrationKey()), `"labels":{"pending":"The audio of this article is being made."}`))
		return nil
	}
	n.send(story("One boat."))
	n.mustWork()
	if !seen.Load() {
		t.Error("nothing said that a track was being made")
	}
	n.voice.before = func(context.Context, string) error { seen.Store(n.reserved()); return nil }
	n.send(story("Two boats."))
	n.calm()
	n.mustWork()
	if seen.Load() || n.narration().Segments[1].Text != "Two boats." {
		t.Error("an edit removed the previous track")
	}
}

// TestAFailedRenderLeavesNoReservation checks that readers do not wait for a track that will not
// come.
func TestAFailedRenderLeavesNoReservation(t *testing.T) {
	n := open(t)
	n.voice.before = func(context.Context, string) error { return speech.Permanent(errors.New("refused")) }
	n.send(story("One boat."))
	err := n.work()
	if !errors.Is(err, narrate.ErrPermanent) || !n.reserved() {
		t.Fatalf("%v", err)
	}
	if err := n.GiveUp(t.Context(), n.ref, err, 1); err != nil {
		t.Fatal(err)
	}
	if n.reserved() {
		t.Error("readers still wait for the track")
	}
	n.expect(library.Failed, "refused")
}

// TestARenderWaitsForARemovalThatIsNotStored withdraws a narration whose removal could not be
// stored: the render neither publishes nor starts over at once.
func TestARenderWaitsForARemovalThatIsNotStored(t *testing.T) {
	for name, before := range map[string]int{"first track": 0, "edit": 1} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			for range before {
				n.send(story("One boat."))
				n.mustWork()
				n.calm()
			}
			var once sync.Once
			n.voice.before = func(context.Context, string) error {
				once.Do(func() {
					if err := n.Library.Withdraw(t.Context(), n.ref); err != nil {
						t.Error(err)
					}
				})
				return nil
			}
			n.send(story("Two boats."))
			var later *narrate.Later
			if err := n.work(); !errors.As(err, &later) || n.public() != 0 || n.reserved() {
				t.Fatalf("%v, %d objects public", err, n.public())
			}
			n.send(article.Payload{Status: article.Removed})
			n.mustWork()
			n.expect(library.Removed, "")
		})
	}
}

// between is a store that runs a callback before the first narration, or its reservation, is
// written.
type between struct {
	store.Store
	do  func()
	did sync.Once
}

func (b *between) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if strings.HasSuffix(key, "/narration.json") {
		b.did.Do(b.do)
	}
	return b.Store.Put(ctx, key, body, opts)
}

// TestARemovalBeforeTheReservation removes an article and publishes it with another text, after the
// render read it and before the render reserved the narration. The removed text is not published.
func TestARemovalBeforeTheReservation(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	direct := n.Library
	n.Library = library.New(&between{Store: n.store, do: func() {
		n.send(article.Payload{Status: article.Removed})
		if err := direct.Withdraw(t.Context(), n.ref); err != nil {
			t.Error(err)
		}
		n.send(story("Two boats."))
	}})
	n.voice.before = func(_ context.Context, text string) error {
		if strings.Contains(text, "One") {
			t.Errorf("%q is rendered", text)
		}
		return nil
	}
	n.mustWork()
	if said := n.narration().Segments[1].Text; said != "Two boats." {
		t.Errorf("published: %q", said)
	}
}
