package de

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// ordinalRules are for ordinals that an article in front gives the ending of: "im 3. Quartal". After "der" without
// a preposition it may be "dritte" or "dritten": those are left to the voice.
func ordinalRules() []rewrite.Rule {
	return []rewrite.Rule{
		{Name: "ordinal", Pattern: `(\d{1,3})\.`, Say: func(m rewrite.Match) (string, bool) {
			next := grammar.WordAfter(m.After)
			if !grammar.Opens(m.Before) || grammar.Atoi(m.Groups[1]) == 0 || next == "" || starters[next] {
				return "", false
			}
			ending, ok := ordinalEnding(m.Before)
			return ordinal(grammar.Atoi(m.Groups[1])) + ending, ok
		}},
	}
}

// compoundRules are for units inside a word: "155-mm-Granate".
func compoundRules() []rewrite.Rule {
	units := grammar.NewTable(units)
	return []rewrite.Rule{
		{Name: "unit", Pattern: grammar.Figures + `-(` + units.Pattern + `)-`, Say: func(m rewrite.Match) (string, bool) {
			a, ok := grammar.ParseAmount(m.Groups[1], m.Groups[2])
			return part(a) + "-" + units.Of(m.Groups[3]).Of(0) + "-", ok && grammar.Opens(m.Before)
		}},
		{Name: "number", Pattern: grammar.Figures + `-(` + counted + `)`, Say: func(m rewrite.Match) (string, bool) {
			a, ok := grammar.ParseAmount(m.Groups[1], m.Groups[2])
			return part(a) + "-" + m.Groups[3], ok && grammar.Opens(m.Before)
		}},
		{Name: "abbreviation", Pattern: `(\pL{3,})str\.`, Say: func(m rewrite.Match) (string, bool) {
			return m.Groups[1] + "straße", grammar.Opens(m.Before) && (BlankAfter(m) || grammar.StartsDigit(strings.TrimLeft(m.After, " \u00A0")))
		}},
	}
}

// counted are what words such as "24-Stunden-Dienst" and "3-jährig" go on with. In others the number may be a name's.
const counted = `Prozent|Grad|Meter|Kilometer|Zentimeter|Millimeter|Kilo|Tonnen|Liter|Euro|Dollar|Cent|Punkte|Sekunden|` +
	`Minuten|Stunden|Tage|Wochen|Monats|Jahres|Seiten|Mann|Personen|Einwohner|[Jj]ährig|jahre|fach|mal|köpfig|tägig|stündig|prozentig`

// part says a number as the first part of a word: "ein-jährig".
func part(a grammar.Amount) string {
	if a.IsOne() {
		return "ein"
	}
	return number(a)
}

func ordinalEnding(before string) (string, bool) {
	words := grammar.LastWords(before, 2)
	switch article := strings.ToLower(words[0]); {
	case oblique[article], article == "der" && prepositions[strings.ToLower(words[1])]:
		return "en", true
	case article == "die", article == "das":
		return "e", true
	}
	return "", false
}

// ordinalFollows reports whether the full stop after a number may make it an ordinal: "5. Platz".
func ordinalFollows(after string) bool {
	return strings.HasPrefix(after, ".") && !BlankAfter(rewrite.Match{After: after[1:]})
}

// BlankAfter reports whether the text ends here.
func BlankAfter(m rewrite.Match) bool { return strings.TrimLeft(m.After, grammar.Closing) == "" }

var (
	oblique      = grammar.WordList("am im vom zum beim dem den des diesem diesen seinem seinen ihrem ihren zur")
	prepositions = grammar.WordList("in an auf bei mit nach vor zu aus seit von während wegen trotz hinter unter über bis")
	// starters begin the next sentence: the full stop before them is no ordinal's.
	starters = grammar.WordList("Der Die Das Den Dem Des Ein Eine Er Sie Es Wir Ich Ihr Man Dann Danach Da Dort Hier Und Aber " +
		"Auch Doch Denn Als Wenn Weil Im In Am An Auf Bei Mit Nach Von Vor Zu Zum Zur Für Seit Bis Wie Was Wer So Nun Jetzt")
)
