package spend

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Counters add up what all workers spend; each change is atomic. They may lose everything at any
// time, or go back to what they were minutes ago: the record in the store does not.
type Counters interface {
	// Add makes all changes to the fields under name, or none. It returns the index of the first
	// field whose limit would be exceeded, -1 if none, and the generation of the counters, which is
	// new each time they are raised. It returns ErrUnproven, and changes nothing, if the counters
	// under name have to be compared with the record first.
	Add(ctx context.Context, name string, changes []Change) (refused int, generation string, err error)

	// TakeBack undoes changes made to a generation. If that generation is gone, the counters were
	// raised to the record, which had the changes then as far as it was written: TakeBack undoes
	// them, but lowers no field below what the record has now.
	TakeBack(ctx context.Context, name, generation string, changes []Change, record func(context.Context) (map[string]int64, error)) error

	// Compare raises the fields under name that are below the record, which returns its totals.
	Compare(ctx context.Context, name string, record func(context.Context) (map[string]int64, error)) error
}

// Change is a change of one field. A limit of zero means no limit. The first purchase of a period
// is always allowed, even above its limit; otherwise a request larger than the limit would wait
// forever.
type Change struct {
	Field string
	By    int64
	Limit int64
}

// ErrUnproven means that counters are gone, or may be older than the record.
var ErrUnproven = errors.New("the counters are not compared with the record")

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
