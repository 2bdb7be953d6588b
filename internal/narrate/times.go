package narrate

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/speech"
)

// times returns the callback that aligns the speech of a segment with a reference reading, or nil if
// there is nothing to align it with.
func (r *renderer) times(ctx context.Context, plan Plan) func(int, speech.Speech, []int) []float64 {
	if r.Ear == nil || !hearing.Installed() {
		return nil
	}
	return func(index int, s speech.Speech, places []int) []float64 {
		call := plan.calls[index]
		reading := speech.ReadingOf(call.Request, s)
		reading.Text = plan.Script.Segments[index].Spoken
		times, err := r.Ear.Times(ctx, reading, places)
		if err != nil && !errors.Is(err, hearing.ErrNoReference) && ctx.Err() == nil {
			logging.From(ctx).WarnContext(ctx, "cannot align speech with a reference reading; its sentences are located by their length", "provider", call.Provider, "voice", call.Voice, "error", err)
		}
		return times
	}
}
