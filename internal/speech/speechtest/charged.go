package speechtest

import (
	"context"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Charged reports whether what synth answers to a call is counted as spent.
func Charged(t *testing.T, synth speech.Synthesizer, call speech.Call) bool {
	t.Helper()
	spent := &ledger{}
	_, _ = speech.Budget{Synthesizer: synth, Ledger: spent}.Synthesize(t.Context(), call)
	return spent.charged
}

// ledger is a speech.Ledger of one purchase.
type ledger struct{ charged bool }

func (l *ledger) Reserve(context.Context, speech.Payer, speech.Cost) (speech.Reservation, error) {
	return l, nil
}

func (l *ledger) Settle(_ context.Context, charged bool) error {
	l.charged = charged
	return nil
}
