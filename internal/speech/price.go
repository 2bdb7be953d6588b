package speech

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// USD is an amount in millionths of a US dollar, which adds up without rounding errors.
type USD int64

// String is the amount as people write it, to the cent.
func (u USD) String() string {
	if 0 < u && u < 5_000 {
		return "under $0.01"
	}
	return fmt.Sprintf("$%.2f", u.Dollars())
}

// Dollars is the amount as a number, for machines.
func (u USD) Dollars() float64 { return float64(u) / 1e6 }

// Prices are US dollars per million billed characters, by the family of voices as provider:family.
// So they are also millionths of a dollar per character.
type Prices map[string]float64

// With returns the prices, overridden by others.
func (p Prices) With(others Prices) Prices {
	all := maps.Clone(p)
	maps.Copy(all, others)
	return all
}

// Families lists what has a price, sorted.
func (p Prices) Families() []string { return slices.Sorted(maps.Keys(p)) }

// Cost returns the cost of characters said by a provider's family of voices, rounded up. It is 0
// for a family without a price: Known reports whether that is because the family is free.
func (p Prices) Cost(provider, family string, characters int) USD {
	return p.CostOf(provider+":"+family, characters)
}

// Known reports whether a provider's family of voices has a price, which is 0 if it is free.
func (p Prices) Known(provider, family string) bool {
	_, priced := p[provider+":"+family]
	return priced
}

// CostOf is Cost by a key of the prices.
func (p Prices) CostOf(family string, characters int) USD {
	return USD(math.Ceil(p[family] * float64(characters)))
}
