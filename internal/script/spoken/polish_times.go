package spoken

// polishHourForms are the word for hour and the ending of its number.
var polishHourForms = map[polishCase]struct {
	word   string
	ending polishEnding
}{
	polishNominative:   {"godzina", polishA},
	polishGenitive:     {"godziny", polishEj},
	polishLocative:     {"godzinie", polishEj},
	polishInstrumental: {"godziną", polishAcc},
	polishUnknown:      {"godzinę", polishAcc}, // the accusative
}

var polishHourEndings = map[string]polishEnding{
	"godzina": polishA, "godziny": polishEj, "godzinie": polishEj, "godziną": polishAcc, "godzinę": polishAcc,
}

func polishTimeRules() []rule {
	const clock = `(\d{1,2})(?:[:.](\d\d))?`
	return []rule{
		{"time", `w (?:godz\.|godzinach) ?` + clock + ` ?[–-] ?` + clock, func(m match) (string, bool) {
			from, to := polishClock(m.groups[1], m.groups[2], polishEj), polishClock(m.groups[3], m.groups[4], polishEj)
			ok := isClock(m.groups[1], m.groups[2]) && isClock(m.groups[3], m.groups[4])
			return "w godzinach od " + from + " do " + to, ok && opens(m.before) && closes(m.after)
		}},
		{"time", `(godz\.|godzin[aeyęą]|godzinie) ?` + clock, func(m match) (string, bool) {
			if !opens(m.before) || !closes(m.after) || !isClock(m.groups[2], m.groups[3]) {
				return "", false
			}
			word := m.groups[1]
			ending, ok := polishHourEndings[word]
			if !ok {
				form := polishHourForms[polishHours[wordBefore(m.before)]]
				word, ending = form.word, form.ending
			}
			return word + " " + polishClock(m.groups[2], m.groups[3], ending), true
		}},
		{"time", `(\d{1,2})([:.])(\d\d)`, func(m match) (string, bool) {
			before := wordBefore(m.before)
			c, governed := polishHours[before]
			// Without a word in front it may be a score, and with a full stop anything.
			known := governed || m.groups[2] == ":" && len(m.groups[1]) == 2
			if m.groups[2] == "." {
				known = before == "o"
			}
			said := polishClock(m.groups[1], m.groups[3], polishHourForms[c].ending)
			return said, known && opens(m.before) && closes(m.after) && isClock(m.groups[1], m.groups[3])
		}},
	}
}

// polishClock says "piętnastej trzydzieści"; full hours have no minutes.
func polishClock(hour, minute string, ending polishEnding) string {
	said := "zero"
	if atoi(hour) > 0 {
		said = polishOrdinal(atoi(hour), ending)
	}
	if atoi(minute) == 0 && atoi(hour) > 0 {
		return said
	}
	return said + " " + asNumber(minute, polishAlone)
}
