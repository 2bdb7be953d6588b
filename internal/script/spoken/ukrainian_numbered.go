package spoken

import (
	"slices"
	"strings"
)

// ukOrdered are nouns that are numbered rather than counted. In the singular they ask for an ordinal: "на 5 поверсі".
var ukOrdered = ukForms(`година бригада полк батальйон корпус клас канал поверх етап раунд тур курс квартал місце рік століття
	скликання армія дивізія рота округ сезон день палата`)

func ukForms(words string) map[string]bool {
	forms := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		for _, form := range ukNouns[word].singular {
			forms[form] = true
		}
	}
	return forms
}

// ukSayNumbered is the rule for numbers without an ending that are ordinals all the same: "о 15 годині", "5 канал".
func ukSayNumbered(m match) (string, bool) {
	a, ok := ukReadAmount(m)
	noun := m.groups[ukUnitGroup]
	word, _ := ukLastWord(m.before)
	clock := strings.HasPrefix(noun, "годин") && ukTimeWords[word] && a.from.whole > 4
	if !ok || !ukApart(m) || !ukOrdered[noun] || a.to != nil || a.magnitude != nil || a.from.decimals != "" || a.sign != "" {
		return "", false
	}
	readings := slices.Clone(ukReadings()[noun])
	if !clock && slices.ContainsFunc(readings, func(r ukReading) bool { return ukCounts(r, ukCount(a.from.whole)) }) {
		return "", false
	}
	best := ukBest(slices.DeleteFunc(readings, func(r ukReading) bool { return r.plural }), ukPlaces(m.before), ukOne)
	return ukOrdinal(a.from.whole, best.c, best.gender) + " " + noun, true
}

// ukCounts tells whether a noun in this form may stand behind a number that counts it.
func ukCounts(r ukReading, count int) bool {
	switch count {
	case ukOne:
		return !r.plural
	case ukFew:
		return r.plural
	}
	return r.plural && r.c != ukNominative && r.c != ukAccusative
}
