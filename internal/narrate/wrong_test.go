package narrate_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/track"
)

const (
	ferry  = "The ferry to the island runs again after two winters of repairs, and nobody paid for a ticket."
	bridge = "The bridge to the harbour opens again after ten months of repairs, and nobody had to pay a toll."
)

// confused answers the first requests about the bridge with the speech about the ferry.
type confused struct {
	command.EspeakNG
	left, asked atomic.Int32
}

func (c *confused) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	c.asked.Add(1)
	if strings.HasPrefix(call.Input, "The bridge") && c.left.Add(-1) >= 0 {
		call.Input = ferry
	}
	return c.EspeakNG.Synthesize(ctx, call)
}

func crossing() article.Payload {
	return article.Payload{Language: "en", Title: "Two crossings", HTML: "<p>" + ferry + "</p><p>" + bridge + "</p>"}
}

// TestWrongSpeechIsBoughtAgain checks that a provider that once answers with the speech of another
// text does not make an article fail for good: the wrong speech is stored before the track is
// checked, and the next attempt buys it again.
func TestWrongSpeechIsBoughtAgain(t *testing.T) {
	n := open(t)
	voice := &confused{}
	voice.left.Store(1)
	n.Voices["espeak-ng"] = speech.NewCache(voice, n.store, speech.LocalLeases())
	n.send(crossing())
	var wrong *track.WrongSpeech
	if err := n.work(); !errors.As(err, &wrong) || !narrate.IsBadAudio(err) || errors.Is(err, narrate.ErrPermanent) {
		t.Fatalf("error is %v", err)
	}
	if public := n.public(); public > 0 {
		t.Errorf("%d objects are public", public)
	}
	voice.asked.Store(0)
	n.mustWork()
	if got := int(voice.asked.Load()); got != len(wrong.Segments) {
		t.Errorf("%d segments were bought again, want %d", got, len(wrong.Segments))
	}
	if n.public() == 0 {
		t.Error("nothing is public")
	}
}

// TestWrongSpeechThatCannotBeDeleted checks that the article is tried again while the wrong speech
// cannot be deleted, and that nothing counts as bad audio.
func TestWrongSpeechThatCannotBeDeleted(t *testing.T) {
	n := open(t)
	voice := &confused{}
	voice.left.Store(1)
	st := &undeletable{Store: n.store}
	st.on.Store(true)
	n.Voices["espeak-ng"] = speech.NewCache(voice, st, speech.LocalLeases())
	n.send(crossing())
	if err := n.work(); !errors.Is(err, errUndeletable) || narrate.IsBadAudio(err) || errors.Is(err, narrate.ErrPermanent) {
		t.Errorf("error is %v", err)
	}
	st.on.Store(false)
	if err := n.work(); !narrate.IsBadAudio(err) {
		t.Errorf("error is %v", err)
	}
	n.mustWork()
}

var errUndeletable = errors.New("the store deletes nothing")

type undeletable struct {
	store.Store
	on atomic.Bool
}

func (u *undeletable) Delete(ctx context.Context, key string) error {
	if u.on.Load() {
		return errUndeletable
	}
	return u.Store.Delete(ctx, key)
}
