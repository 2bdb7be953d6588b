package speech

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/logging"
)

// Cost of a request.
type Cost struct {
	Characters int
	Money      USD
}

// Ledger knows what was spent and what may be.
type Ledger interface {
	// Reserve takes cost from the payer's budgets before the purchase; it returns *OverBudget if
	// one of them has no room. The reservation stands until it is settled, and if it never is.
	Reserve(ctx context.Context, payer Payer, cost Cost) (Reservation, error)
}

// Reservation is a purchase that may be made, once.
type Reservation interface {
	// Settle says whether the provider charges for it, and returns when that is on record. What it
	// does not charge for is given back.
	Settle(ctx context.Context, charged bool) error
}

// Budget is a Synthesizer that refuses what the site's budget has no room for, and records what it
// buys.
type Budget struct {
	Synthesizer
	Ledger Ledger
	Prices Prices

	// OnCharged, if set, is called for all that the provider charges for, bad audio included. For
	// metrics: it may be called concurrently and must not block.
	OnCharged func(Call, Cost)
}

// Synthesize returns *OverBudget for what the budget has no room for.
func (b Budget) Synthesize(ctx context.Context, call Call) (Speech, error) {
	cost := Cost{Characters: call.Billed, Money: b.Prices.Cost(call.Provider, call.Family, call.Billed)}
	reserved, err := b.Ledger.Reserve(ctx, call.Payer, cost)
	if err != nil {
		return Speech{}, localError{err}
	}
	speech, err := b.Synthesizer.Synthesize(ctx, call)
	charged := err == nil || mayBeCharged(ctx, err)
	if charged && b.OnCharged != nil {
		b.OnCharged(call, cost)
	}
	// Not cancelled with ctx: the money is spent. What cannot be recorded stays reserved.
	if unsettled := reserved.Settle(context.WithoutCancel(ctx), charged); unsettled != nil {
		logging.From(ctx).WarnContext(ctx, "could not record a purchase: its amount stays counted as spent", "error", unsettled)
	}
	return speech, err
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
