package narrate

import (
	"context"
	"errors"
	"slices"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// times returns the callback that says when the speech of a segment says what: by the provider's
// own onsets, or else by an alignment with a reference reading. It is nil if there is neither.
func (r *renderer) times(ctx context.Context, plan Plan) func(int, speech.Speech, []int) []float64 {
	aligns := r.Ear != nil && hearing.Installed()
	if !aligns && !plan.hasOnsets() {
		return nil
	}
	return func(index int, s speech.Speech, places []int) []float64 {
		call := plan.calls[index]
		if times := call.TimesIn(s, places); times != nil || !aligns {
			return times
		}
		return r.aligned(ctx, call, plan.Script.Segments[index], s, places)
	}
}

// hasOnsets reports whether a provider is to return onsets with its speech.
func (p Plan) hasOnsets() bool {
	return slices.ContainsFunc(p.calls, func(call speech.Call) bool { return call.Onsets })
}

func (r *renderer) aligned(ctx context.Context, call speech.Call, segment script.Segment, s speech.Speech, places []int) []float64 {
	reading := speech.ReadingOf(call.Request, s)
	reading.Text = segment.Spoken
	times, err := r.Ear.Times(ctx, reading, places)
	if err != nil && !errors.Is(err, hearing.ErrNoReference) && ctx.Err() == nil {
		logging.From(ctx).WarnContext(ctx, "cannot align speech with a reference reading; its sentences are located by their length", "provider", call.Provider, "voice", call.Voice, "error", err)
	}
	return times
}
