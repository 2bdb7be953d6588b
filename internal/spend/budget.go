package spend

import (
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Limit is how much may be spent; zero means no limit.
type Limit = speech.Cost

// Budget is a site's limits. Days and months are in UTC.
type Budget struct {
	Article Limit // for one article in a day
	Day     Limit // for the whole site in a day
	Month   Limit // for the whole site in a month
}

// account is one running total, with its limit.
type account struct {
	field string // in the month's counters
	words string // for error messages
	limit Limit
	until time.Time // when it starts again at zero
}

// accounts returns the accounts that a purchase for an article at a time counts in, the narrowest
// first; none if nothing is limited.
func (b Budget) accounts(article string, at time.Time) []account {
	if b == (Budget{}) {
		return nil
	}
	day := at.Format("02")
	tomorrow := midnight(at).AddDate(0, 0, 1)
	nextMonth := time.Date(at.Year(), at.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	return []account{
		{"day:" + day + ":article:" + article, "this article for a day", b.Article, tomorrow},
		{"day:" + day, "the site for a day", b.Day, tomorrow},
		{"month", "the site for a month", b.Month, nextMonth},
	}
}

func midnight(at time.Time) time.Time {
	return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
}
