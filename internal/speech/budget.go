package speech

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/logging"
)

// Cost is the cost of a request.
type Cost struct {
	Characters int
	Money      USD
}

// Ledger records what was spent and what may be spent.
type Ledger interface {
	// Reserve takes cost from the payer's budgets before the purchase; it returns *OverBudget if
	// one of them has no room. The reservation stands until it is settled, and if it never is.
	Reserve(ctx context.Context, payer Payer, cost Cost) (Reservation, error)
}

// Reservation permits one purchase.
type Reservation interface {
	// Settle records whether the provider charges for the purchase, and returns when that is on
	// record. The cost of a purchase without a charge is returned to the budget.
	Settle(ctx context.Context, charged bool) error
}

// Budget is a Synthesizer that refuses calls for which the site's budget has no room, and records
// purchases.
type Budget struct {
	Synthesizer
	Ledger Ledger
	Prices Prices

	// OnCharged, if set, is called for all that the provider charges for, bad audio included. For
	// metrics: it may be called concurrently and must not block.
	OnCharged func(Call, Cost)
}

// Synthesize returns *OverBudget if the budget has no room.
func (b Budget) Synthesize(ctx context.Context, call Call) (Speech, error) {
	cost := Cost{Characters: call.Billed, Money: b.Prices.Cost(call.Provider, call.Family, call.Billed)}
	reserved, err := b.Ledger.Reserve(ctx, call.Payer, cost)
	if err != nil {
		return Speech{}, localError{err}
	}
	speech, err := b.Synthesizer.Synthesize(ctx, call)
	charged := err == nil || mayBeCharged(ctx, err)
	// Not cancelled with ctx: the money is spent. What cannot be recorded stays reserved.
	unsettled := b.settle(context.WithoutCancel(ctx), reserved, call, charged, cost, speech.Charged)
	if unsettled != nil {
		logging.From(ctx).WarnContext(ctx, "could not record a purchase as the provider charged for it", "error", unsettled)
	}
	return speech, err
}

// settle records what the provider charged for: its own count of characters if it reports one, else
// the reserved number.
func (b Budget) settle(ctx context.Context, reserved Reservation, call Call, charged bool, cost Cost, said int) error {
	if !charged {
		return reserved.Settle(ctx, false)
	}
	exact := cost
	if said != 0 && said != cost.Characters {
		exact = Cost{Characters: said, Money: b.Prices.Cost(call.Provider, call.Family, said)}
	}
	if b.OnCharged != nil {
		b.OnCharged(call, exact)
	}
	more := exact // in place of the reservation
	keep := exact.Characters >= cost.Characters
	if keep {
		more = Cost{Characters: exact.Characters - cost.Characters, Money: exact.Money - cost.Money}
	}
	if err := reserved.Settle(ctx, keep); err != nil || more == (Cost{}) {
		return err
	}
	return b.record(ctx, call.Payer, more)
}

// record records a charge, in addition to a reservation or instead of one.
func (b Budget) record(ctx context.Context, payer Payer, cost Cost) error {
	reserved, err := b.Ledger.Reserve(ctx, payer, cost)
	if err != nil {
		return fmt.Errorf("%d characters that the provider charged for: %w", cost.Characters, err)
	}
	return reserved.Settle(ctx, true)
}

// mayBeCharged reports whether the provider may charge for a request that failed: it does for bad
// audio, and may after a time-out or a cancelled request. It does not charge for what it refuses.
func mayBeCharged(ctx context.Context, err error) bool {
	var own localError
	if errors.As(err, &own) {
		return false
	}
	var paid charged
	return errors.As(err, &paid) || ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled)
}
