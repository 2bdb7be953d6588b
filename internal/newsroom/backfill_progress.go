package newsroom

import (
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// Progress is the rate of a backfill.
type Progress struct {
	AnHour float64   `json:"an_hour"`       // articles looked at, since it was started or resumed
	Ends   time.Time `json:"ends,omitzero"` // at this rate; zero: not known, or it does not run
}

// BackfillStatus is a backfill with its progress.
type BackfillStatus struct {
	Backfill
	Progress
}

// BackfillStatuses returns backfills with their progress as of now.
func BackfillStatuses(all []Backfill, now time.Time) []BackfillStatus {
	statuses := make([]BackfillStatus, len(all))
	for i, b := range all {
		statuses[i] = BackfillStatus{b, ProgressOf(b, now)}
	}
	return statuses
}

// ProgressOf computes a backfill's rate.
func ProgressOf(b Backfill, now time.Time) (p Progress) {
	hours, done := now.Sub(b.ResumedAt).Hours(), float64(b.Cursor-b.ResumedBy)
	if b.State != library.BackfillRunning || hours <= 0 || done == 0 {
		return p
	}
	p.AnHour = done / hours
	left := float64(b.Total-b.Cursor) / p.AnHour
	p.Ends = now.Add(time.Duration(left * float64(time.Hour))).UTC().Truncate(time.Second)
	return p
}
