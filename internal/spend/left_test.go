package spend_test

import (
	"context"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/spend"
)

// counted are totals by field.
type counted map[string]int64

func (c counted) Totals(_ context.Context, _ string, fields ...string) (totals []int64, err error) {
	for _, field := range fields {
		totals = append(totals, c[field])
	}
	return totals, nil
}

func TestWhatIsLeftOfABudget(t *testing.T) {
	b := spend.Budget{Day: spend.Limit{Characters: 1000, Money: 10_000_000}, Month: spend.Limit{Characters: 4000}}
	totals := counted{"day:09:characters": 500, "day:09:micro-usd": 7_500_000, "month:characters": 5000, "month:micro-usd": 9}
	left, err := b.Left(t.Context(), totals, "main", time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC))
	if err != nil || len(left) != 2 {
		t.Fatal(left, err)
	}
	if day := left[0]; day.Period != "day" || day.Ratio() != 0.25 || day.Spent.Money != 7_500_000 {
		t.Errorf("%+v", day)
	}
	if month := left[1]; month.Period != "month" || month.Ratio() != 0 {
		t.Errorf("%+v", month)
	}
	if none, err := (spend.Budget{}).Left(t.Context(), totals, "main", time.Now()); err != nil || len(none) > 0 {
		t.Errorf("a site without a budget has %v left, %v", none, err)
	}
}
