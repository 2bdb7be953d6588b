package newsroom

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// HintStatus describes the hints of a site that are not settled.
type HintStatus struct {
	Waiting  int        `json:"waiting"`          // for an attempt
	Retrying int        `json:"retrying"`         // of these, had one that settled nothing
	Failed   int        `json:"failed"`           // given up
	Next     *time.Time `json:"next,omitempty"`   // attempt, of all
	URL      string     `json:"url,omitempty"`    // of one that is given up or, if none is, retried
	Reason   string     `json:"reason,omitempty"` // why that one is not settled
}

// hintStatus returns nil if all hints of a site are settled.
func (n *Newsroom) hintStatus(ctx context.Context, site string) (*HintStatus, error) {
	var status HintStatus
	for h, err := range n.Library.Hints(ctx, site) {
		if err != nil {
			return nil, err
		}
		status.count(h)
	}
	if status == (HintStatus{}) {
		return nil, nil
	}
	return &status, nil
}

// count adds a hint; they come with the most urgent first and those that were given up last.
func (s *HintStatus) count(h library.Hint) {
	switch {
	case h.Next.IsZero():
		s.Failed++
		s.URL, s.Reason = h.Article.URL, h.Reason
		return
	case h.Attempts > 0:
		s.Retrying++
		s.URL, s.Reason = h.Article.URL, h.Reason
	}
	if s.Waiting++; s.Next == nil {
		s.Next = &h.Next
	}
}
