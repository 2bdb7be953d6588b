package speech

import (
	"errors"
	"fmt"
	"time"
)

// ErrPermanent marks an error that the same request will always meet.
var ErrPermanent = errors.New("cannot be spoken")

// ErrSentenceTooLong marks the refusal of a sentence that is longer than the provider takes at once, although its
// documents allow it. The same text in shorter sentences may do.
var ErrSentenceTooLong = fmt.Errorf("%w: a sentence is too long", ErrPermanent)

// ErrMarkup marks the refusal of markup or of a pronunciation. The words without them may do.
var ErrMarkup = fmt.Errorf("%w: markup was refused", ErrPermanent)

// ErrUnavailable marks an error of the provider, not of the request: it can't be reached, or refuses the account.
// Another provider may speak meanwhile.
var ErrUnavailable = errors.New("the provider is unavailable")

// Busy is the refusal of a request because there were too many. The same request will do later.
type Busy struct {
	After time.Duration // when to come back, as the provider says; 0 if it does not
	Err   error
}

func (b *Busy) Error() string { return "too many requests: " + b.Err.Error() }

// Unwrap returns the provider's own error.
func (b *Busy) Unwrap() error { return b.Err }

// OverBudget is the refusal of a purchase that the site's budget has no room for. Nothing was bought.
type OverBudget struct {
	Budget string    // which, in words: the site's day, the article's day …
	Until  time.Time // when it has room again
}

func (o *OverBudget) Error() string {
	return fmt.Sprintf("the budget of %s is spent until %s", o.Budget, o.Until.UTC().Format("2006-01-02 15:04 MST"))
}

// charged is a failure that the provider is paid for all the same.
type charged struct{ error }

func (c charged) Unwrap() error { return c.error }

// Charged marks the failure of an answer that came with the provider's word that it was one: it is on the bill.
func Charged(err error) error { return charged{err} }

// ownTrouble is a failure on this side, before the provider was asked: neither its fault nor on its bill.
type ownTrouble struct{ error }

func (o ownTrouble) Unwrap() error { return o.error }
