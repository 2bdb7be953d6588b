package fr

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

func timeRules() []rewrite.Rule {
	const hours = `(\d{1,2}) ?(?:h|H|heures?)(?: ?(\d\d)(?: ?min)?)?`
	return []rewrite.Rule{
		{Name: "time", Pattern: hours + `[-–]` + hours, Say: func(m rewrite.Match) (string, bool) {
			from, to := clock(m.Groups[1], m.Groups[2]), clock(m.Groups[3], m.Groups[4])
			ok := european.IsClock(m.Groups[1], m.Groups[2]) && european.IsClock(m.Groups[3], m.Groups[4])
			return from + " à " + to, ok && european.Opens(m.Before) && european.Closes(m.After)
		}},
		{Name: "time", Pattern: hours, Say: func(m rewrite.Match) (string, bool) {
			// It may be a length of time too: 35 h.
			return clock(m.Groups[1], m.Groups[2]), european.Opens(m.Before) && european.Closes(m.After) && european.IsClock("", m.Groups[2])
		}},
		{Name: "time", Pattern: `(\d{1,2}):(\d\d)(?: ?h)?`, Say: func(m rewrite.Match) (string, bool) {
			return clock(m.Groups[1], m.Groups[2]), european.Opens(m.Before) && european.Closes(m.After) && european.IsClock(m.Groups[1], m.Groups[2])
		}},
	}
}

// clock says "quinze heures trente"; full hours have no minutes.
func clock(hour, minute string) string {
	hours, minutes := int64(european.Atoi(hour)), int64(european.Atoi(minute))
	said := Cardinal(hours, european.Feminine) + " " + plural("heure", hours)
	if minutes > 0 {
		said += " " + Cardinal(minutes, european.Feminine)
	}
	return said
}
