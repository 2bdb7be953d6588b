package speech_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
)

// ledger remembers what it was asked.
type ledger struct {
	refuse   error
	reserved speech.Cost
	payer    speech.Payer
	settled  []bool
}

func (l *ledger) Reserve(_ context.Context, payer speech.Payer, cost speech.Cost) (speech.Reservation, error) {
	l.reserved, l.payer = cost, payer
	return l, l.refuse
}

func (l *ledger) Settle(_ context.Context, charged bool) error {
	l.settled = append(l.settled, charged)
	return nil
}

func TestBudget(t *testing.T) {
	for name, test := range map[string]struct {
		answer  error
		charged bool
	}{
		"spoken":        {nil, true},
		"no good":       {speech.Charged(errBad), true},
		"no answer":     {fmt.Errorf("google: %w", context.DeadlineExceeded), true},
		"refused":       {speech.ErrPermanent, false},
		"unavailable":   {speech.ErrUnavailable, false},
		"too many":      {&speech.Busy{Err: errHiccup}, false},
		"too long":      {speech.ErrSentenceTooLong, false},
		"another fault": {errHiccup, false},
	} {
		t.Run(name, func(t *testing.T) {
			l, counted := &ledger{}, speech.Cost{}
			b := speech.Budget{Synthesizer: answers(test.answer), Ledger: l, Prices: speech.Prices{"google:studio": 160},
				OnCharged: func(_ speech.Call, c speech.Cost) { counted = c }}
			payer := speech.Payer{Site: "main", Article: "42"}
			_, err := b.Synthesize(t.Context(), speech.Call{Request: speech.Request{Provider: "google"}, Family: "studio", Billed: 100, Payer: payer})
			if !errors.Is(err, test.answer) {
				t.Errorf("error is %v, want %v", err, test.answer)
			}
			want := speech.Cost{Characters: 100, Money: 16_000}
			if l.reserved != want || l.payer != payer || len(l.settled) != 1 || l.settled[0] != test.charged {
				t.Errorf("reserved %+v for %+v, settled %v", l.reserved, l.payer, l.settled)
			}
			if (counted == want) != test.charged {
				t.Errorf("counted %+v", counted)
			}
		})
	}
}

// What the provider says that it charged for goes on record, more than was reserved or less.
func TestBudgetRecordsWhatWasCharged(t *testing.T) {
	for said, want := range map[int]struct {
		kept     bool        // the reservation
		reserved speech.Cost // after it
	}{
		0:   {true, speech.Cost{Characters: 100, Money: 16_000}},
		100: {true, speech.Cost{Characters: 100, Money: 16_000}},
		130: {true, speech.Cost{Characters: 30, Money: 4_800}},
		80:  {false, speech.Cost{Characters: 80, Money: 12_800}},
	} {
		p, l := answers(nil), &ledger{}
		p.answer = func(context.Context, speech.Call) (speech.Speech, error) { return speech.Speech{Charged: said}, nil }
		counted := 0
		b := speech.Budget{Synthesizer: p, Ledger: l, Prices: speech.Prices{"google:studio": 160}, OnCharged: func(_ speech.Call, c speech.Cost) { counted = c.Characters }}
		_, err := b.Synthesize(t.Context(), speech.Call{Request: speech.Request{Provider: "google"}, Family: "studio", Billed: 100})
		if err != nil || l.reserved != want.reserved || l.settled[0] != want.kept || !l.settled[len(l.settled)-1] || counted != cmp.Or(said, 100) {
			t.Errorf("charged %d: reserved %+v, settled %v, counted %d, %v", said, l.reserved, l.settled, counted, err)
		}
	}
}

func TestBudgetBuysNothingWithoutRoom(t *testing.T) {
	p, l := answers(nil), &ledger{refuse: &speech.OverBudget{Budget: "the site for a day"}}
	_, err := speech.Budget{Synthesizer: p, Ledger: l}.Synthesize(t.Context(), speech.Call{})
	var over *speech.OverBudget
	if !errors.As(err, &over) || p.calls.Load() != 0 || l.settled != nil {
		t.Errorf("%d calls, error %v", p.calls.Load(), err)
	}
}
