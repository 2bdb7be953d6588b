package newsroom

import (
	"fmt"
	"math"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// How far a revision's updated_at may be ahead of the time at which it was sent.
const (
	DefaultMaxAhead = 5 * time.Minute              // two clocks differ by no more, where somebody looks after them
	AnyTime         = time.Duration(math.MaxInt64) // for an embargo system that dates revisions by their release
)

// dated refuses content that is dated ahead of its sending: no later edit could replace it until
// then. A removal is never refused for its date; dated ahead, it counts as of its sending.
func (n *Newsroom) dated(site string, payload article.Payload, sentAt time.Time) (article.Payload, error) {
	limit, set := n.MaxAhead[site]
	if !set {
		limit = DefaultMaxAhead
	}
	ahead := payload.UpdatedAt.Sub(sentAt)
	switch {
	case ahead <= limit:
		return payload, nil
	case payload.Status == article.Removed:
		payload.UpdatedAt = sentAt.UTC()
		return payload, nil
	default:
		return payload, InvalidError{article.FieldError{Field: "updated_at", Problem: fmt.Sprintf(
			"is %s, %s after this was sent (%s is allowed): check the CMS's clock and time zone, or set trust_future for a site whose CMS dates articles ahead",
			payload.UpdatedAt.Format(time.RFC3339), ahead.Round(time.Second), limit)}}
	}
}
