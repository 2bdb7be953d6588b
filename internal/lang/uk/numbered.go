package uk

import (
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// ordered are nouns that are numbered rather than counted. In the singular they take an ordinal:
// "на 5 поверсі".
var ordered = forms(func() pack.List { return vocab().Ordered })

// forms returns the singular forms of nouns.
func forms(words func() pack.List) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		forms := map[string]bool{}
		for _, word := range words() {
			for _, form := range nouns()[word].singular {
				forms[form] = true
			}
		}
		return forms
	})
}

// sayNumbered says numbers without an ending that are ordinals nevertheless: "о 15 годині", "5
// канал".
func sayNumbered(m rewrite.Match) (string, bool) {
	a, ok := readAmount(m)
	noun := m.Groups[unitGroup]
	word, _ := lastWord(m.Before)
	clock := strings.HasPrefix(noun, "годин") && vocab().TimeWords[word] && a.from.whole > 4
	if !ok || !apart(m) || !ordered()[noun] || a.to != nil || a.magnitude != nil || a.from.decimals != "" || a.sign != "" {
		return "", false
	}
	readings := slices.Clone(readings()[noun])
	if !clock && slices.ContainsFunc(readings, func(r nounReading) bool { return counts(r, count(a.from.whole)) }) {
		return "", false
	}
	best := best(slices.DeleteFunc(readings, func(r nounReading) bool { return r.plural }), places(m.Before), one)
	return ordinal(a.from.whole, best.c, best.gender) + " " + noun, true
}

// counts reports whether a noun in this form may follow a number that counts it.
func counts(r nounReading, count int) bool {
	switch count {
	case one:
		return !r.plural
	case few:
		return r.plural
	}
	return r.plural && r.c != nominative && r.c != accusative
}
