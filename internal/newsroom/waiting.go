package newsroom

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// Waiting counts the articles that wait with one urgency.
type Waiting struct {
	Urgency  string    `json:"urgency"`
	Articles int       `json:"articles"`
	Since    time.Time `json:"since"` // of the oldest
}

// waiting counts the articles with unfinished work by their urgency, the most urgent first. It
// reads the store, so a wiped queue does not change the result.
func (n *Newsroom) waiting(ctx context.Context, site string) ([]Waiting, error) {
	articles, err := n.Library.DueArticles(ctx, site)
	if err != nil {
		return nil, err
	}
	by := map[library.Urgency]Waiting{}
	for _, a := range articles {
		w := by[a.Urgency]
		if w.Articles++; w.Since.IsZero() || a.Oldest.At.Before(w.Since) {
			w.Since = a.Oldest.At
		}
		w.Urgency = a.Urgency.String()
		by[a.Urgency] = w
	}
	var all []Waiting
	for _, u := range slices.Sorted(maps.Keys(by)) {
		all = append(all, by[u])
	}
	return all, nil
}
