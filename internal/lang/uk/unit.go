package uk

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// units are the units, by their written forms.
var units = sync.OnceValue(func() map[string]noun {
	units := phrases(vocab().Units)
	people := nouns()["чоловік"] // as one counts people: "сто чоловік"
	people.plural[genitive] = "чоловік"
	units["чол"] = people
	return units
})

// anyOf returns a pattern of the keys of table, the longest first.
func anyOf(table map[string]noun) string {
	forms := slices.SortedFunc(maps.Keys(table), func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for i, form := range forms {
		forms[i] = strings.ReplaceAll(regexp.QuoteMeta(form), " ", space+"?")
	}
	return strings.Join(forms, "|")
}

// unit finds the noun of a written form, with or without spaces.
func unit(table map[string]noun, written string) (noun, bool) {
	written = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u00A0\u2009\u202F", r) {
			return ' '
		}
		return r
	}, written)
	for _, form := range []string{written, strings.ReplaceAll(written, ".", ". "), strings.TrimSuffix(written, ".")} {
		if noun, ok := table[form]; ok {
			return noun, true
		}
	}
	return noun{}, false
}

// other matches what shows, after the full stop of a one-letter unit, that it was another
// abbreviation: "5 м. Київ".
var other = rewrite.Lazy(`^` + space + `?(?:[А-ЯІЇЄҐ\d«]|(?:зв|ч|д|п|к)\.)`)

func sayUnit(m rewrite.Match) (string, bool) {
	a, ok := readAmount(m)
	written := m.Groups[unitGroup]
	noun, known := unit(units(), written)
	if !ok || !known || !apart(m) && !strings.HasSuffix(m.Groups[0], "°") {
		return "", false
	}
	if written == "%" && hyphened().MatchString(m.After) { // 7,5%-ий
		return "", false
	}
	letter := len([]rune(written)) == 1 && a.magnitude == nil
	if letter && strings.HasSuffix(m.Groups[0], ".") && other().MatchString(m.After) ||
		(written == "В" || written == "А") && next(m.After) != "" {
		return "", false
	}
	if written == "км" && road().MatchString(m.After) && allows(m.Before, locative) && a.to == nil && a.from.decimals == "" {
		return ordinal(a.from.whole, locative, masculine) + " " + noun.singular[locative], true
	}
	return a.of(noun, unitCase(m)) + stop(m), true
}

// road matches what makes a kilometre a position on a road.
var road = rewrite.Lazy(`^ (?:траси|автотраси|дороги|автодороги|шосе)`)

// share matches the noun after a percentage in the locative: "у 12% випадків".
var share = rewrite.Lazy(`^ (?:\p{Ll}+(?:их|ів|їв|ей)\b|\p{Ll}+ів|\p{Ll}+їв|\p{Ll}+их|\p{Ll}+ей|від )`)

// unitCase returns the case of a measure: "у" governs the accusative, except for distances and
// shares.
func unitCase(m rewrite.Match) grammaticalCase {
	if word, _ := lastWord(m.Before); (word == "у" || word == "в") && share().MatchString(m.After) {
		return locative
	}
	return first(m.Before)
}

// sayArea says square and cubic units without a number: "за кв. м".
func sayArea(m rewrite.Match) (string, bool) {
	noun, ok := unit(units(), m.Groups[1]+". "+m.Groups[2])
	if word, _ := lastWord(m.Before); word == "за" || word == "на" {
		return noun.singular[accusative], ok && apart(m)
	}
	return noun.plural[genitive], ok && apart(m)
}

var numerals = rewrite.Lazy(numeral)

// saySize says dimensions: "7,62×39 мм".
func saySize(m rewrite.Match) (string, bool) {
	if !apart(m) {
		return "", false
	}
	var said []string
	for _, written := range numerals().FindAllString(m.Groups[1], -1) {
		n, ok := parse(written)
		if !ok {
			return "", false
		}
		if noun, ok := unit(units(), m.Groups[2]); ok && strings.HasSuffix(m.Groups[1], written) {
			said = append(said, n.of(noun, nominative))
			continue
		}
		said = append(said, n.say(nominative, masculine))
	}
	return strings.Join(said, " на "), true
}
