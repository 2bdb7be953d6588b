package newsroom

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// Waiting is what waits with one urgency.
type Waiting struct {
	Urgency  string    `json:"urgency"`
	Articles int       `json:"articles"`
	Since    time.Time `json:"since"` // of the oldest
}

// waiting counts the articles with unfinished work by their urgency, the most urgent first. It
// reads the store, so a wiped queue changes nothing of it.
func (n *Newsroom) waiting(ctx context.Context, site string) ([]Waiting, error) {
	articles, err := n.Library.DueArticles(ctx, site)
	if err != nil {
		return nil, err
	}
	by := make([]Waiting, len(library.Urgencies))
	for _, a := range articles {
		w := &by[a.Urgency]
		if w.Articles++; w.Since.IsZero() || a.Oldest.At.Before(w.Since) {
			w.Since = a.Oldest.At
		}
	}
	var some []Waiting
	for u, w := range by {
		if w.Articles > 0 {
			w.Urgency = library.Urgency(u).String()
			some = append(some, w)
		}
	}
	return some, nil
}
