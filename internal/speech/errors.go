package speech

import (
	"errors"
	"fmt"
	"time"
)

// ErrPermanent is what errors.Is finds in an error that every retry of the same request would meet
// again. It is a marker and nobody reads its text: make such an error with Permanent.
var ErrPermanent = errors.New("permanent failure")

// Permanent marks err as ErrPermanent; the text stays err's own. Permanent(nil) is nil.
func Permanent(err error) error {
	if err == nil {
		return nil
	}
	return permanent{err}
}

type permanent struct{ error }

func (p permanent) Unwrap() error        { return p.error }
func (p permanent) Is(target error) bool { return target == ErrPermanent }

// ErrSentenceTooLong marks the refusal of a sentence that is longer than the provider accepts,
// although its documentation allows it. The same text in shorter sentences may succeed.
var ErrSentenceTooLong = Permanent(errors.New("sentence too long"))

// ErrMarkup marks the refusal of markup or of a pronunciation. The words without them may succeed.
var ErrMarkup = Permanent(errors.New("markup refused"))

// ErrUnavailable marks an error of the provider, not of the request: it cannot be reached, or it
// refuses the account. Another provider may still work.
var ErrUnavailable = errors.New("the provider is unavailable")

// Busy is the refusal of a request by a rate limit. The same request will succeed later.
type Busy struct {
	After time.Duration // when to come back, as the provider says; 0 if it does not
	Err   error
}

func (b *Busy) Error() string { return "too many requests: " + b.Err.Error() }

// Unwrap returns the provider's own error.
func (b *Busy) Unwrap() error { return b.Err }

// OverBudget is the refusal of a purchase for which the site's budget has no room. Nothing was
// bought.
type OverBudget struct {
	Budget string    // which, in words: the site's day, the article's day …
	Until  time.Time // when it has room again
}

func (o *OverBudget) Error() string {
	return fmt.Sprintf("the budget of %s is spent until %s", o.Budget, o.Until.UTC().Format("2006-01-02 15:04 MST"))
}

// charged is a failure that the provider bills.
type charged struct{ error }

func (c charged) Unwrap() error { return c.error }

// Charged marks the failure of an answer that the provider called a success: it is on the bill.
func Charged(err error) error { return charged{err} }

// localError is a failure on this side, before the provider was called: neither its fault nor on
// its bill.
type localError struct{ error }

func (o localError) Unwrap() error { return o.error }
