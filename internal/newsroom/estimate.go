package newsroom

import (
	"context"
	"fmt"

	"github.com/aloud-audio/aloud/internal/library"
)

// Estimate is what a render of one article would need.
type Estimate struct {
	ID         string  `json:"id"`
	Voice      string  `json:"voice"`
	Segments   int     `json:"segments"`
	Characters int     `json:"characters"`
	ToBuy      int     `json:"to_buy"`   // characters whose speech was not bought before
	CostUSD    float64 `json:"cost_usd"` // of those, estimated

	Price   string `json:"-"` // CostUSD for people, who also learn that a price is not known
	Problem string `json:"-"` // why there would be no render; the other fields but ID are empty then
}

// Estimate returns what an order would need. It changes nothing and calls no provider.
func (n *Newsroom) Estimate(ctx context.Context, ref library.Ref, order Order) (Estimate, error) {
	desired, err := n.Library.Desired(ctx, ref)
	if err != nil {
		return Estimate{}, fmt.Errorf("%s: %w", ref, err)
	}
	if desired.Gone() {
		return Estimate{ID: ref.ID, Problem: library.WishTexts[library.Gone]}, nil
	}
	plan, err := n.plan(ref, desired, order)
	if err != nil {
		return Estimate{ID: ref.ID, Problem: err.Error()}, nil //nolint:nilerr // the article's problem, not the caller's
	}
	toBuy, err := plan.ToBuy(ctx, n.Store)
	if err != nil {
		return Estimate{}, fmt.Errorf("%s: %w", ref, err)
	}
	return Estimate{
		ID: ref.ID, Voice: plan.Voice.String(), Segments: len(plan.Script.Segments), Characters: plan.Script.Characters(),
		ToBuy: toBuy.Characters(), CostUSD: n.Prices.Total(toBuy).Dollars(), Price: n.Prices.Say(toBuy),
	}, nil
}
