package narrate

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/track"
)

// forgetWrong deletes the stored speech that the check of a track refused, and its encoded
// segments, so that the next attempt buys it again. So a provider that once answered with the
// speech of another text does not make an article fail for good. forgetWrong returns the error of
// the check, which counts as bad audio, or one that is worth a retry if something cannot be
// deleted.
func (r *renderer) forgetWrong(ctx context.Context, plan Plan, err error) error {
	var wrong *track.WrongSpeech
	if !errors.As(err, &wrong) {
		return err
	}
	for _, index := range wrong.Segments {
		call := plan.calls[index]
		problem := r.pieces.forget(ctx, call.Key())
		if problem == nil {
			problem = r.Voices.Forget(ctx, call)
		}
		if problem != nil {
			return fmt.Errorf("%v; cannot delete the speech of segment %d: %w", wrong, index, problem) //nolint:errorlint // hidden, so that it does not count as bad audio
		}
	}
	return err
}
