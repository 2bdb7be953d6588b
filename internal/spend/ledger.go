// Package spend records what speech costs and enforces each site's budget.
//
// The store holds the record of spending: one page for each process, site and day. Counters that
// all workers share decide whether a purchase still fits the budget. They are compared with the
// record whenever they may have been lost or replaced by older ones, and the higher wins, so only
// purchases reserved at that moment are lost from the count. The package never calls a provider and
// knows no queue. The decorators in package speech call it.
package spend

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// Ledger implements speech.Ledger.
type Ledger struct {
	budgets map[string]Budget // by site
	*book
}

// book is what ledgers with different budgets share.
type book struct {
	counters Counters
	record   *record
	now      func() time.Time

	comparing sync.Mutex
}

// NewLedger keeps its record in s. A site without a budget has no limit, but its spending is
// recorded too.
func NewLedger(s store.Store, counters Counters, budgets map[string]Budget, now func() time.Time) *Ledger {
	return &Ledger{budgets, &book{counters: counters, now: now, record: newRecord(s, rand.Text())}}
}

// With returns a ledger with other budgets over the same record and counters. What was reserved in
// one counts in the other.
func (l *Ledger) With(budgets map[string]Budget) *Ledger { return &Ledger{budgets, l.book} }

// Reserve implements speech.Ledger. The record is written while the purchase is made.
func (l *Ledger) Reserve(ctx context.Context, payer speech.Payer, cost speech.Cost) (speech.Reservation, error) {
	at := l.now().UTC()
	r := &reservation{ledger: l, payer: payer, cost: cost, at: at, accounts: l.budgets[payer.Site].accounts(payer.Article, at)}
	if err := l.take(ctx, r); err != nil {
		return nil, err
	}
	if r.accounts == nil && cost.Money == 0 { // free, and not counted in any budget
		return free{}, nil
	}
	r.page, r.recorded = l.record.page(payer.Site, at), make(chan error, 1)
	r.page.add(payer.Article, cost, +1)
	go func() { r.recorded <- r.page.save(context.WithoutCancel(ctx), l.record.store) }()
	return r, nil
}

// take counts a purchase if all its accounts have room, in counters that are not behind the record.
func (l *Ledger) take(ctx context.Context, r *reservation) error {
	if r.accounts == nil {
		return nil
	}
	refused, generation, err := l.counters.Add(ctx, r.counters(), changes(r.accounts, r.cost))
	if errors.Is(err, ErrUnproven) {
		refused, generation, err = l.compareAndAdd(ctx, r)
	}
	r.generation = generation
	if err != nil {
		return fmt.Errorf("check the budget of %s: %w", r.payer.Site, err)
	}
	if refused >= 0 {
		full := r.accounts[refused/2]
		return &speech.OverBudget{Budget: full.words, Until: full.until}
	}
	return nil
}

// compareAndAdd compares the counters with the record after each new connection.
// One caller does it, the others wait and find it done.
func (l *Ledger) compareAndAdd(ctx context.Context, r *reservation) (refused int, generation string, err error) {
	l.comparing.Lock()
	defer l.comparing.Unlock()
	for {
		refused, generation, err = l.counters.Add(ctx, r.counters(), changes(r.accounts, r.cost))
		if !errors.Is(err, ErrUnproven) {
			return refused, generation, err
		}
		if err := l.counters.Compare(ctx, r.counters(), r.month); err != nil {
			return 0, "", err
		}
	}
}

// reservation implements speech.Reservation.
type reservation struct {
	ledger   *Ledger
	payer    speech.Payer
	cost     speech.Cost
	at       time.Time
	accounts []account // none if the site has no budget
	page     *page
	recorded chan error // receives the result once it is in the store

	generation string // of the counters that it is counted in
}

func (r *reservation) counters() string { return countersName(r.payer.Site, r.at) }

// countersName names the counters of a site's month.
func countersName(site string, at time.Time) string { return site + ":" + at.Format("2006-01") }

// month is what is recorded for the counters that the reservation is counted in.
func (r *reservation) month(ctx context.Context) (map[string]int64, error) {
	return r.ledger.record.month(ctx, r.payer.Site, r.at)
}

// Settle implements speech.Reservation.
func (r *reservation) Settle(ctx context.Context, charged bool) error {
	if charged {
		return <-r.recorded
	}
	r.page.add(r.payer.Article, r.cost, -1)
	err := r.page.save(ctx, r.ledger.record.store) // even if the first save failed
	if r.accounts == nil {
		return err
	}
	uncounted := r.ledger.counters.TakeBack(ctx, r.counters(), r.generation, changes(r.accounts, r.cost), r.month)
	return errors.Join(err, uncounted)
}

// free is the reservation for something that costs nothing and has no budget.
type free struct{}

func (free) Settle(context.Context, bool) error { return nil }
