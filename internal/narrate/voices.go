package narrate

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// voices finds the site's voices for a language, the preferred first: those of the exact tag, of its base language, of
// any language. What an admin ordered is the only one. Without any the error names the line to add: the wrong voice would
// be worse than none.
func (n *Narrator) voices(site Site, ordered, lang string) ([]speech.Voice, error) {
	var settings []string
	if ordered != "" {
		settings = []string{ordered}
	}
	for _, key := range []string{lang, base(lang), AnyLanguage} {
		if len(settings) == 0 {
			settings = site.Voices[key]
		}
	}
	if len(settings) == 0 {
		return nil, speech.Permanent(fmt.Errorf(`site %s has no voice for language %q: add to its voices a line like %s: "provider:voice"`,
			site.Name, lang, base(lang)))
	}
	voices := make([]speech.Voice, len(settings))
	for i, setting := range settings {
		voice, err := n.Voices.Find(setting, lang)
		if err != nil {
			return nil, speech.Permanent(err)
		}
		voices[i] = voice
	}
	return voices, nil
}

func base(lang string) string {
	b, _ := language.Make(lang).Base()
	return b.String()
}

// Speak renders a plan, or, if its voice's provider fails, the same article's plan for the next voice: an article is
// spoken by one. It returns the plan that was spoken. After each segment done is called, if it is not nil, with the number
// of segments that are in the track. The error is worth another try if that of one of the voices is.
func (n *Narrator) Speak(ctx context.Context, plan Plan, done func(segments int)) (Plan, track.Track, error) {
	encoded := n.shelf()
	defer encoded.wait()
	return n.speak(ctx, plan, encoded, done)
}

func (n *Narrator) speak(ctx context.Context, plan Plan, encoded *shelf, done func(segments int)) (Plan, track.Track, error) {
	trk, err := n.makeTrack(ctx, plan, encoded, done)
	if err == nil || !othersMay(ctx, err) || len(plan.others) == 0 {
		return plan, trk, err
	}
	logging.From(ctx).WarnContext(ctx, "voice failed, trying the next one", "voice", plan.Voice, "next", plan.others[0], "error", err)
	next, unplanned := plan.next()
	if unplanned != nil {
		return plan, track.Track{}, errors.Join(err, unplanned)
	}
	spoken, trk, nextErr := n.speak(ctx, next, encoded, done)
	if nextErr != nil {
		return plan, track.Track{}, both(err, nextErr)
	}
	return spoken, trk, nil
}

// othersMay tells whether another voice may succeed: the provider refused or failed. It is no help against a full disk
// or an empty budget.
func othersMay(ctx context.Context, err error) bool {
	failed := errors.Is(err, speech.ErrUnavailable) || errors.Is(err, speech.ErrBadAudio) || errors.Is(err, speech.ErrPermanent)
	return ctx.Err() == nil && failed
}

// both is an error of two voices. It is permanent if both are, and has room in no budget if the next one has none.
func both(first, next error) error {
	if errors.Is(first, ErrPermanent) || errors.As(next, new(*speech.OverBudget)) {
		return fmt.Errorf("%w; the voice before it: %v", next, first) //nolint:errorlint // hidden, so that it is not taken for permanent if next is not
	}
	return fmt.Errorf("%w; the voice after it: %v", first, next) //nolint:errorlint // likewise
}
