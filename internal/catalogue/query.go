package catalogue

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// Query chooses articles by their rows. The zero Query chooses all. An article has to match
// everything that is set.
type Query struct {
	State    library.State // it is in this state
	Tag      string        // it has this tag
	Language string        // it is in this language, as en or en-GB; en includes en-GB
	Since    time.Time     // it appeared then or later
	Until    time.Time     // it appeared earlier
	Changed  time.Time     // the last work on it finished then or later
	Search   string        // each of these words is in its title or address, in upper or lower case
	Public   bool          // it can be heard
	NotHeld  bool          // no admin holds it back
}

// Chooses reports whether a row matches.
func (q Query) Chooses(row Row) bool {
	return (q.State == "" || row.State == q.State) &&
		(q.Tag == "" || slices.Contains(row.Tags, q.Tag)) &&
		q.speaks(row.Language) &&
		!row.Appeared.Before(q.Since) && (q.Until.IsZero() || row.Appeared.Before(q.Until)) &&
		!row.At.Before(q.Changed) &&
		(!q.Public || row.Public != nil) && (!q.NotHeld || !row.Orders.Held) &&
		q.finds(row)
}

// speaks reports whether a language is the query's, or a variety of it.
func (q Query) speaks(language string) bool {
	return q.Language == "" || strings.EqualFold(language, q.Language) ||
		len(language) > len(q.Language) && strings.EqualFold(language[:len(q.Language)+1], q.Language+"-")
}

func (q Query) finds(row Row) bool {
	if q.Search == "" {
		return true
	}
	text := strings.ToLower(row.Title + " " + row.URL)
	for word := range strings.FieldsSeq(strings.ToLower(q.Search)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// months reports whether a month's page may have rows that match.
func (q Query) months(month string) bool {
	return (q.Since.IsZero() || month >= monthOf(q.Since)) && (q.Until.IsZero() || month <= monthOf(q.Until))
}

// Position is a place in the list of a site's articles by publication, the newest first. The zero
// Position is before all.
type Position struct {
	Appeared time.Time
	ID       string
}

// Position returns the row's place.
func (r Row) Position() Position { return Position{r.Appeared, r.ID} }

// Compare is negative if p comes before other.
func (p Position) Compare(other Position) int {
	switch none := (Position{}); {
	case p == none || other == none:
		return cmp.Compare(p.ID, other.ID)
	default:
		return cmp.Or(other.Appeared.Compare(p.Appeared), cmp.Compare(p.ID, other.ID))
	}
}
