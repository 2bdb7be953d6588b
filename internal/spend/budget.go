package spend

import (
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Limit is how much may be spent; what is zero is not limited.
type Limit = speech.Cost

// Budget is a site's limits. Days and months are those of UTC.
type Budget struct {
	Article Limit // for one article in a day
	Day     Limit // for all of the site in a day
	Month   Limit // for all of the site in a month
}

// account is what one limit is compared with.
type account struct {
	field string // of the month's counters
	words string // for people
	limit Limit
	until time.Time // when it starts anew
}

// accounts are those that a purchase of an article at a time goes on, the narrowest first; none if nothing is limited.
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
