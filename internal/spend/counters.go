package spend

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Counters add up what all workers spend; each change is atomic. They may lose everything at any
// time: the record in the store does not.
type Counters interface {
	// Add makes all changes to the fields under name, or none. It returns the index of the first
	// field whose limit would be exceeded, -1 if none, and the generation of the counters, which is
	// new each time they are restored. It returns ErrForgotten if there are no counters under name.
	Add(ctx context.Context, name string, changes []Change) (refused int, generation string, err error)

	// TakeBack undoes changes made to a generation. If that generation is gone, it does nothing.
	TakeBack(ctx context.Context, name, generation string, changes []Change) error

	// Restore sets the fields under name, unless someone else restored them meanwhile.
	Restore(ctx context.Context, name string, totals map[string]int64) error
}

// Change is a change of one field. A limit of zero means no limit. The first purchase of a period
// is always allowed, even above its limit; otherwise a request larger than the limit would wait
// forever.
type Change struct {
	Field string
	By    int64
	Limit int64
}

// ErrForgotten means that there are no counters under a name.
var ErrForgotten = errors.New("the counters are gone")

// Each account has two fields, one for each kind of limit.
const (
	inCharacters = ":characters"
	inMoney      = ":micro-usd"
)

// changes returns the changes that a cost makes to accounts, two for each account.
func changes(accounts []account, cost speech.Cost) []Change {
	var all []Change
	for _, a := range accounts {
		all = append(all,
			Change{a.field + inCharacters, int64(cost.Characters), int64(a.limit.Characters)},
			Change{a.field + inMoney, int64(cost.Money), int64(a.limit.Money)})
	}
	return all
}
