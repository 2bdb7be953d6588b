package worker_test

import (
	"errors"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/spend"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// Two sets of workers on one store, each with a Redis of its own: after a minute each knows of the
// other's purchases.
func TestCountersAreComparedEachMinute(t *testing.T) {
	st, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	ledger := func() (*spend.Ledger, *worker.Counters) {
		counters := worker.NewCounters(redistest.Start(t).Client(), identity)
		budgets := map[string]spend.Budget{"main": {Day: spend.Limit{Characters: 1000}}}
		return spend.NewLedger(st, counters, budgets, time.Now), counters
	}
	one, _ := ledger()
	other, counters := ledger()
	buy := func(l *spend.Ledger, characters int) error {
		reserved, err := l.Reserve(t.Context(), speech.Payer{Site: "main", Article: "a"}, speech.Cost{Characters: characters})
		if err != nil {
			return err
		}
		return reserved.Settle(t.Context(), true)
	}
	if err := errors.Join(buy(other, 100), buy(one, 800)); err != nil {
		t.Fatal(err)
	}
	counters.Age(time.Minute)
	if err := buy(other, 200); !errors.As(err, new(*speech.OverBudget)) {
		t.Errorf("1,100 characters of 1,000: error is %v", err)
	}
	if err := buy(other, 100); err != nil {
		t.Error(err)
	}
}
