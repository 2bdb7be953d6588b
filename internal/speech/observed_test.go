package speech_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// failing answers each request with an error.
type failing struct {
	speech.Synthesizer
	err error
}

func (f failing) Synthesize(context.Context, speech.Call) (speech.Speech, error) {
	return speech.Speech{}, f.err
}

func TestObservedNamesOutcomes(t *testing.T) {
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for want, given := range map[string]struct {
		ctx context.Context
		err error
	}{
		"ok":         {t.Context(), nil},
		"rate_limit": {t.Context(), &speech.Busy{Err: errors.New("slow down")}},
		"refused":    {t.Context(), speech.Permanent(errors.New("no such voice"))},
		"timeout":    {t.Context(), context.DeadlineExceeded},
		"stopped":    {stopped, context.Canceled},
		"error":      {t.Context(), errors.New("broken pipe")},
	} {
		got := ""
		o := speech.Observed{Synthesizer: failing{err: given.err}, OnAnswer: func(_ speech.Call, outcome string, _ time.Duration) { got = outcome }}
		_, _ = o.Synthesize(given.ctx, speech.Call{})
		if got != want {
			t.Errorf("%v is %q, not %q", given.err, got, want)
		}
	}
}
