package spoken

func spanishTimeRules() []rule {
	return []rule{
		{"time", `(\d{1,2})(?:[:.](\d\d))? ?([ap])\. ?m\.`, func(m match) (string, bool) {
			hour := atoi(m.groups[1])
			if !opens(m.before) || !closes(m.after) || hour < 1 || hour > 12 || atoi(m.groups[2]) > 59 {
				return "", false
			}
			said := spanishClock(m.groups[1], m.groups[2]) + " " + spanishPartOfDay(hour, m.groups[3] == "p")
			if endsSentence(m) {
				said += "."
			}
			return said, true
		}},
		{"time", `(\d{1,2})[:.](\d\d) ?(?:horas|hrs?\.?|h\.?)`, func(m match) (string, bool) {
			hour := spanishCardinal(int64(atoi(m.groups[1])), feminine)
			said := spanishClock(m.groups[1], m.groups[2]) + " horas"
			if atoi(m.groups[1]) == 1 {
				said = hour + " hora" + spanishMinutes(m.groups[2])
			}
			return said, opens(m.before) && closes(m.after) && isClock(m.groups[1], m.groups[2])
		}},
		{"time", `(\d{1,2}):(\d\d)`, func(m match) (string, bool) {
			said := spanishClock(m.groups[1], m.groups[2])
			if atoi(m.groups[2]) == 0 && atoi(m.groups[1]) > 12 {
				said += " horas"
			}
			return said, opens(m.before) && closes(m.after) && isClock(m.groups[1], m.groups[2])
		}},
	}
}

// spanishClock says "quince treinta" and "quince y cinco"; full hours have no minutes.
func spanishClock(hour, minute string) string {
	return spanishCardinal(int64(atoi(hour)), feminine) + spanishMinutes(minute)
}

func spanishMinutes(minute string) string {
	switch n := atoi(minute); {
	case n == 0:
		return ""
	case n < 10:
		return " y " + spanishAlone(int64(n))
	default:
		return " " + spanishAlone(int64(n))
	}
}

// spanishPartOfDay says a. m. and p. m. as they are spoken.
func spanishPartOfDay(hour int, afternoon bool) string {
	const noon, dusk, dawn = 12, 8, 6
	switch {
	case afternoon && (hour == noon || hour < dusk):
		return "de la tarde"
	case afternoon, hour == noon:
		return "de la noche"
	case hour < dawn:
		return "de la madrugada"
	}
	return "de la mañana"
}
