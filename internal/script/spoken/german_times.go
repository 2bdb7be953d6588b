package spoken

func germanTimeRules() []rule {
	const clock = `(\d{1,2})(?:[:.](\d\d))?`
	return []rule{
		{"time", clock + `(?: ?(–|-|bis|und|oder) ?` + clock + `)? ?Uhr`, func(m match) (string, bool) {
			hour, minute, joiner, toHour, toMinute := m.groups[1], m.groups[2], m.groups[3], m.groups[4], m.groups[5]
			if !opens(m.before) || !closes(m.after) || !isClock(hour, minute) || !isClock(toHour, toMinute) {
				return "", false
			}
			if joiner == "" {
				return germanClock(hour, minute), true
			}
			from := germanHour(hour)
			if minute != "" {
				from = germanClock(hour, minute)
			}
			return from + " " + germanJoiner(joiner) + " " + germanClock(toHour, toMinute), true
		}},
		// Without "Uhr" it may be the score of a set or a length of time: only what stands in front tells.
		{"time", `(\d{1,2}):(\d\d)`, func(m match) (string, bool) {
			return germanClock(m.groups[1], m.groups[2]), opens(m.before) && closes(m.after) &&
				isClock(m.groups[1], m.groups[2]) && germanBeforeTime[wordBefore(m.before)]
		}},
	}
}

var germanBeforeTime = wordList("um ab gegen von vor nach seit zwischen")

// germanClock says "fünfzehn Uhr dreißig"; full hours have no minutes.
func germanClock(hour, minute string) string {
	said := germanHour(hour) + " Uhr"
	if atoi(minute) == 0 {
		return said
	}
	return said + " " + germanCardinal(int64(atoi(minute)))
}

func germanHour(hour string) string {
	if atoi(hour) == 1 {
		return "ein"
	}
	return germanCardinal(int64(atoi(hour)))
}
