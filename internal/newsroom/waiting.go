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

// waiting counts the articles with unfinished work by their urgency, the most urgent first. It reads
// the store, so a wiped queue changes nothing of it.
func (n *Newsroom) waiting(ctx context.Context, site string) ([]Waiting, error) {
	articles := map[library.Ref]library.Marker{} // the oldest marker, with the greatest urgency
	for m, err := range n.Library.AllDue(ctx, site) {
		if err != nil {
			return nil, err
		}
		if oldest, known := articles[m.Ref]; known {
			oldest.Urgency = min(oldest.Urgency, m.Urgency)
			m = oldest
		}
		articles[m.Ref] = m
	}
	by := make([]Waiting, len(library.Urgencies))
	for _, m := range articles {
		w := &by[m.Urgency]
		if w.Articles++; w.Since.IsZero() || m.At.Before(w.Since) {
			w.Since = m.At
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
