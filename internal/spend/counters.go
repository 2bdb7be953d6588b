package spend

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Counters add up what all workers spend, each change as a whole. They may forget everything at any time: the record in
// the store does not.
type Counters interface {
	// Add makes all changes to the fields under name, or none. It returns the index of the first field whose limit would
	// be passed, -1 if none, and the generation of the counters: another one each time they were restored. ErrForgotten if
	// there is nothing under name.
	Add(ctx context.Context, name string, changes []Change) (refused int, generation string, err error)

	// TakeBack undoes changes that were made to a generation, and nothing if it is gone.
	TakeBack(ctx context.Context, name, generation string, changes []Change) error

	// Restore sets the fields under name, unless there is something under it by now.
	Restore(ctx context.Context, name string, totals map[string]int64) error
}

// Change of a field. A limit of zero is none. The first purchase of a period is always allowed, even above its limit;
// otherwise a request larger than the limit would wait forever.
type Change struct {
	Field string
	By    int64
	Limit int64
}

// ErrForgotten says that there are no counters under a name.
var ErrForgotten = errors.New("the counters are gone")

// Each account has a field for each of the two that are limited.
const (
	inCharacters = ":characters"
	inMoney      = ":micro-usd"
)

// changes of accounts by a cost; two for each account.
func changes(accounts []account, cost speech.Cost) []Change {
	var all []Change
	for _, a := range accounts {
		all = append(all,
			Change{a.field + inCharacters, int64(cost.Characters), int64(a.limit.Characters)},
			Change{a.field + inMoney, int64(cost.Money), int64(a.limit.Money)})
	}
	return all
}
