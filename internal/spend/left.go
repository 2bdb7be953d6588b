package spend

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Left is what a site has spent of one of its limits.
type Left struct {
	Period       string // day or month
	Limit, Spent Limit
}

// Totals reads counters without changing them. They may lag behind the record until the next
// purchase compares them.
type Totals interface {
	Totals(ctx context.Context, name string, fields ...string) ([]int64, error)
}

// Left returns what a site has spent of its limits for the day and the month of a time. A period
// without a limit is left out.
func (b Budget) Left(ctx context.Context, counted Totals, site string, at time.Time) (all []Left, err error) {
	at = at.UTC()
	periods := []struct {
		name, field string
		limit       Limit
	}{{"day", "day:" + at.Format("02"), b.Day}, {"month", "month", b.Month}}
	for _, p := range periods {
		if p.limit == (Limit{}) {
			continue
		}
		totals, err := counted.Totals(ctx, countersName(site, at), p.field+inCharacters, p.field+inMoney)
		if err != nil {
			return nil, err
		}
		all = append(all, Left{p.name, p.limit, Limit{Characters: int(totals[0]), Money: speech.USD(totals[1])}})
	}
	return all, nil
}

// Ratio returns the part of the limit that is left, from 1 to 0: the smaller one of money and
// characters.
func (l Left) Ratio() float64 {
	left := 1.0
	if l.Limit.Characters > 0 {
		left = min(left, 1-float64(l.Spent.Characters)/float64(l.Limit.Characters))
	}
	if l.Limit.Money > 0 {
		left = min(left, 1-float64(l.Spent.Money)/float64(l.Limit.Money))
	}
	return max(left, 0)
}
