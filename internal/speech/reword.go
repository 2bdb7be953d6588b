package speech

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/logging"
)

// Reword is a Synthesizer that rephrases requests that its provider refuses. It splits a sentence
// that is too long where a reader would breathe, and removes markup that is refused. The words and
// their order stay the same, so the speech is that of the whole request.
type Reword struct {
	Synthesizer

	// Parts synthesizes the halves. It is the cache that wraps this Reword, so that a finished half
	// is kept if the other one fails.
	Parts Synthesizer
}

// Synthesize returns the provider's last error if nothing is left to try.
func (r *Reword) Synthesize(ctx context.Context, call Call) (Speech, error) {
	speech, err := r.Synthesizer.Synthesize(ctx, call)
	switch {
	case errors.Is(err, ErrMarkup) && len(call.said.Marks) > 0:
		logging.From(ctx).WarnContext(ctx, "the provider refused the markup; retrying without pronunciations", "voice", call.Voice, "error", err)
		return r.Synthesize(ctx, call.unmarked())
	case errors.Is(err, ErrSentenceTooLong):
		return r.halves(ctx, call, err)
	}
	return speech, err
}

func (r *Reword) halves(ctx context.Context, call Call, refused error) (Speech, error) {
	first, second, ok := call.halves()
	if !ok {
		return Speech{}, refused
	}
	logging.From(ctx).DebugContext(ctx, "the provider refused a sentence as too long; retrying in halves", "voice", call.Voice, "error", refused)
	start, err := r.Parts.Synthesize(ctx, first)
	if err != nil {
		return Speech{}, err
	}
	end, err := r.Parts.Synthesize(ctx, second)
	if err != nil {
		return Speech{}, err
	}
	if start.SampleRate != end.SampleRate {
		return Speech{}, fmt.Errorf("%w: its halves have %d and %d Hz", ErrBadAudio, start.SampleRate, end.SampleRate)
	}
	return start.followedBy(end, len(first.Words())), nil
}
