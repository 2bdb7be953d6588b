package speech

import (
	"errors"
	"fmt"
	"time"
)

// ErrPermanent marks an error that the same request will always meet.
var ErrPermanent = errors.New("cannot be spoken")

// ErrSentenceTooLong is ErrPermanent for a request, but not for the same words in several: it has a sentence that the
// voice does not take.
var ErrSentenceTooLong = fmt.Errorf("%w: a sentence is too long for the voice", ErrPermanent)

// ErrUnavailable marks an error by which a provider is out of order for every request, as far as one can tell: another
// provider may do.
var ErrUnavailable = errors.New("the provider is out of order")

// Busy says that the provider takes no more requests for a while. It is worth another try.
type Busy struct {
	After time.Duration // as the provider asks; 0: it does not say
	Err   error         // the provider's own
}

func (b *Busy) Error() string { return fmt.Sprintf("the provider is busy: %v", b.Err) }

// Unwrap returns the provider's own error.
func (b *Busy) Unwrap() error { return b.Err }

// OverBudget says that a request would cost more than may be spent before Until.
type OverBudget struct {
	Budget string // which, and how much it is: "120,000 of 120,000 characters of site main today"
	Until  time.Time
}

func (o *OverBudget) Error() string {
	return fmt.Sprintf("over budget until %s: %s", o.Until.UTC().Format(time.RFC3339), o.Budget)
}
