package spoken

func frenchTimeRules() []rule {
	const hours = `(\d{1,2}) ?(?:h|H|heures?)(?: ?(\d\d)(?: ?min)?)?`
	return []rule{
		{"time", hours + `[-–]` + hours, func(m match) (string, bool) {
			from, to := frenchClock(m.groups[1], m.groups[2]), frenchClock(m.groups[3], m.groups[4])
			ok := isClock(m.groups[1], m.groups[2]) && isClock(m.groups[3], m.groups[4])
			return from + " à " + to, ok && opens(m.before) && closes(m.after)
		}},
		{"time", hours, func(m match) (string, bool) {
			// It may be a length of time too: 35 h.
			return frenchClock(m.groups[1], m.groups[2]), opens(m.before) && closes(m.after) && isClock("", m.groups[2])
		}},
		{"time", `(\d{1,2}):(\d\d)(?: ?h)?`, func(m match) (string, bool) {
			return frenchClock(m.groups[1], m.groups[2]), opens(m.before) && closes(m.after) && isClock(m.groups[1], m.groups[2])
		}},
	}
}

// frenchClock says "quinze heures trente"; full hours have no minutes.
func frenchClock(hour, minute string) string {
	hours, minutes := int64(atoi(hour)), int64(atoi(minute))
	said := frenchCardinal(hours, feminine) + " " + frenchPlural("heure", hours)
	if minutes > 0 {
		said += " " + frenchCardinal(minutes, feminine)
	}
	return said
}
