package spoken

import "strings"

// germanOrdinalRules are for ordinals that an article in front gives the ending of: "im 3. Quartal". After "der" without
// a preposition it may be "dritte" or "dritten": those are left to the voice.
func germanOrdinalRules() []rule {
	return []rule{
		{"ordinal", `(\d{1,3})\.`, func(m match) (string, bool) {
			next := wordAfter(m.after)
			if !opens(m.before) || atoi(m.groups[1]) == 0 || next == "" || germanStarters[next] {
				return "", false
			}
			ending, ok := germanOrdinalEnding(m.before)
			return germanOrdinal(atoi(m.groups[1])) + ending, ok
		}},
	}
}

// germanCompoundRules are for units inside a word: "155-mm-Granate".
func germanCompoundRules() []rule {
	units := newTable(germanUnits)
	return []rule{
		{"unit", figures + `-(` + units.pattern + `)-`, func(m match) (string, bool) {
			a, ok := parseAmount(m.groups[1], m.groups[2])
			return germanPart(a) + "-" + units.of(m.groups[3]).of(0) + "-", ok && opens(m.before)
		}},
		{"number", figures + `-(` + germanCounted + `)`, func(m match) (string, bool) {
			a, ok := parseAmount(m.groups[1], m.groups[2])
			return germanPart(a) + "-" + m.groups[3], ok && opens(m.before)
		}},
		{"abbreviation", `(\pL{3,})str\.`, func(m match) (string, bool) {
			return m.groups[1] + "straße", opens(m.before) && (blankAfter(m) || startsDigit(strings.TrimLeft(m.after, " \u00A0")))
		}},
	}
}

// germanCounted are what words such as "24-Stunden-Dienst" and "3-jährig" go on with. In others the number may be a name's.
const germanCounted = `Prozent|Grad|Meter|Kilometer|Zentimeter|Millimeter|Kilo|Tonnen|Liter|Euro|Dollar|Cent|Punkte|Sekunden|` +
	`Minuten|Stunden|Tage|Wochen|Monats|Jahres|Seiten|Mann|Personen|Einwohner|[Jj]ährig|jahre|fach|mal|köpfig|tägig|stündig|prozentig`

// germanPart says a number as the first part of a word: "ein-jährig".
func germanPart(a amount) string {
	if a.isOne() {
		return "ein"
	}
	return germanNumber(a)
}

func germanOrdinalEnding(before string) (string, bool) {
	words := lastWords(before, 2)
	switch article := strings.ToLower(words[0]); {
	case germanOblique[article], article == "der" && germanPrepositions[strings.ToLower(words[1])]:
		return "en", true
	case article == "die", article == "das":
		return "e", true
	}
	return "", false
}

// germanOrdinalFollows reports whether the full stop after a number may make it an ordinal: "5. Platz".
func germanOrdinalFollows(after string) bool {
	return strings.HasPrefix(after, ".") && !blankAfter(match{after: after[1:]})
}

// blankAfter reports whether the text ends here.
func blankAfter(m match) bool { return strings.TrimLeft(m.after, closing) == "" }

var (
	germanOblique      = wordList("am im vom zum beim dem den des diesem diesen seinem seinen ihrem ihren zur")
	germanPrepositions = wordList("in an auf bei mit nach vor zu aus seit von während wegen trotz hinter unter über bis")
	// germanStarters begin the next sentence: the full stop before them is no ordinal's.
	germanStarters = wordList("Der Die Das Den Dem Des Ein Eine Er Sie Es Wir Ich Ihr Man Dann Danach Da Dort Hier Und Aber " +
		"Auch Doch Denn Als Wenn Weil Im In Am An Auf Bei Mit Nach Von Vor Zu Zum Zur Für Seit Bis Wie Was Wer So Nun Jetzt")
)
