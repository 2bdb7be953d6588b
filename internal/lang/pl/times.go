package pl

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// hourForms are the word for hour and the ending of its number.
var hourForms = map[grammaticalCase]struct {
	word   string
	ending ending
}{
	nominativeCase:   {"godzina", a},
	genitiveCase:     {"godziny", ej},
	locativeCase:     {"godzinie", ej},
	instrumentalCase: {"godziną", acc},
	unknownCase:      {"godzinę", acc}, // the accusative
}

var hourEndings = map[string]ending{
	"godzina": a, "godziny": ej, "godzinie": ej, "godziną": acc, "godzinę": acc,
}

func timeRules() []rewrite.Rule {
	const clock = `(\d{1,2})(?:[:.](\d\d))?`
	return []rewrite.Rule{
		{Name: "time", Pattern: `w (?:godz\.|godzinach) ?` + clock + ` ?[–-] ?` + clock, Say: func(m rewrite.Match) (string, bool) {
			from, to := sayClock(m.Groups[1], m.Groups[2], ej), sayClock(m.Groups[3], m.Groups[4], ej)
			ok := european.IsClock(m.Groups[1], m.Groups[2]) && european.IsClock(m.Groups[3], m.Groups[4])
			return "w godzinach od " + from + " do " + to, ok && european.Opens(m.Before) && european.Closes(m.After)
		}},
		{Name: "time", Pattern: `(godz\.|godzin[aeyęą]|godzinie) ?` + clock, Say: func(m rewrite.Match) (string, bool) {
			if !european.Opens(m.Before) || !european.Closes(m.After) || !european.IsClock(m.Groups[2], m.Groups[3]) {
				return "", false
			}
			word := m.Groups[1]
			ending, ok := hourEndings[word]
			if !ok {
				form := hourForms[hours[european.WordBefore(m.Before)]]
				word, ending = form.word, form.ending
			}
			return word + " " + sayClock(m.Groups[2], m.Groups[3], ending), true
		}},
		{Name: "time", Pattern: `(\d{1,2})([:.])(\d\d)`, Say: func(m rewrite.Match) (string, bool) {
			before := european.WordBefore(m.Before)
			c, governed := hours[before]
			// Without a word in front it may be a score, and with a full stop anything.
			known := governed || m.Groups[2] == ":" && len(m.Groups[1]) == 2
			if m.Groups[2] == "." {
				known = before == "o"
			}
			said := sayClock(m.Groups[1], m.Groups[3], hourForms[c].ending)
			return said, known && european.Opens(m.Before) && european.Closes(m.After) && european.IsClock(m.Groups[1], m.Groups[3])
		}},
	}
}

// sayClock says "piętnastej trzydzieści"; full hours have no minutes.
func sayClock(hour, minute string, ending ending) string {
	said := "zero"
	if european.Atoi(hour) > 0 {
		said = ordinal(european.Atoi(hour), ending)
	}
	if european.Atoi(minute) == 0 && european.Atoi(hour) > 0 {
		return said
	}
	return said + " " + european.AsNumber(minute, Alone)
}
