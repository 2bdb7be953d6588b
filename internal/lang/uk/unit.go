package uk

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// units are units of measure as written behind a number.
var units = byForm(map[string]noun{
	"км": nouns["кілометр"], "м": nouns["метр"], "см": nouns["сантиметр"], "мм": nouns["міліметр"],
	"кг": nouns["кілограм"], "г гр": nouns["грам"], "мг": nouns["міліграм"], "т": nouns["тонна"], "ц": nouns["центнер"],
	"л": nouns["літр"], "мл": nouns["мілілітр"], "га": nouns["гектар"],
	"год": nouns["година"], "хв": nouns["хвилина"], "с сек": nouns["секунда"],
	"км/год": nouns["кілометр"].joined("", " на годину"), "км/с": nouns["кілометр"].joined("", " на секунду"),
	"м/с":                   nouns["метр"].joined("", " на секунду"),
	"кв._м кв.м м² м2 кв_м": nouns["метр"].described("квадратн"), "кв._км кв.км км² км2": nouns["кілометр"].described("квадратн"),
	"куб._м куб.м м³ м3": nouns["метр"].described("кубічн"), "куб._км": nouns["кілометр"].described("кубічн"), "см²": nouns["сантиметр"].described("квадратн"),
	"°C °С °_C °_С ℃ º": nouns["градус"].joined("", " Цельсія"), "°": nouns["градус"], "°F": nouns["градус"].joined("", " Фаренгейта"),
	"Вт": nouns["ват"], "кВт": nouns["кіловат"], "МВт": nouns["мегават"], "ГВт": nouns["гігават"],
	"В": nouns["вольт"], "кВ": nouns["кіловольт"], "А": nouns["ампер"],
	"кВт·год кВт⋅год кВт*год кВт-год кВт/год кВтг": nouns["година"].joined("кіловат-", ""),
	"МВт·год МВт⋅год МВт*год МВт-год":              nouns["година"].joined("мегават-", ""),
	"ГВт·год ГВт⋅год ГВт*год ГВт-год":              nouns["година"].joined("гігават-", ""),
	"Гц": nouns["герц"], "МГц": nouns["мегагерц"], "ГГц": nouns["гігагерц"],
	"кБ": nouns["кілобайт"], "МБ": nouns["мегабайт"], "ГБ": nouns["гігабайт"], "ТБ": nouns["терабайт"],
	"к._с. к.с": nouns["сила"].described("кінськ"), "мм_рт._ст": nouns["міліметр"].joined("", " ртутного стовпа"),
	"ос": nouns["особа"], "чол": people, "шт": nouns["штука"],
	"п.п п._п в.п в._п відс.п": nouns["пункт"].described("відсотков"), "%": nouns["відсоток"],
})

// people is "чоловік" as one counts people: "сто чоловік".
var people = func() noun {
	noun := nouns["чоловік"]
	noun.plural[genitive] = "чоловік"
	return noun
}()

// byForm has a noun under each of its written forms; "_" is a space in them.
func byForm(table map[string]noun) map[string]noun {
	nouns := map[string]noun{}
	for forms, noun := range table {
		for form := range strings.FieldsSeq(forms) {
			nouns[strings.ReplaceAll(form, "_", " ")] = noun
		}
	}
	return nouns
}

// anyOf is the pattern of the keys of table, the longest first.
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

// unit finds the noun of a written form, whatever spaces it has.
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

// other matches behind the full stop of a one-letter unit what shows that it was another abbreviation: "5 м. Київ".
var other = rewrite.Lazy(`^` + space + `?(?:[А-ЯІЇЄҐ\d«]|(?:зв|ч|д|п|к)\.)`)

func sayUnit(m rewrite.Match) (string, bool) {
	a, ok := readAmount(m)
	written := m.Groups[unitGroup]
	noun, known := unit(units, written)
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

// road matches what makes a kilometre a place on a road.
var road = rewrite.Lazy(`^ (?:траси|автотраси|дороги|автодороги|шосе)`)

// share matches what a percentage in the locative is of: "у 12% випадків".
var share = rewrite.Lazy(`^ (?:\p{Ll}+(?:их|ів|їв|ей)\b|\p{Ll}+ів|\p{Ll}+їв|\p{Ll}+их|\p{Ll}+ей|від )`)

// unitCase is the case of a measure: "у" asks for the accusative but for distances and shares.
func unitCase(m rewrite.Match) grammaticalCase {
	if word, _ := lastWord(m.Before); (word == "у" || word == "в") && share().MatchString(m.After) {
		return locative
	}
	return first(m.Before)
}

// sayArea is the rule for square and cubic units without a number: "за кв. м".
func sayArea(m rewrite.Match) (string, bool) {
	noun, ok := unit(units, m.Groups[1]+". "+m.Groups[2])
	if word, _ := lastWord(m.Before); word == "за" || word == "на" {
		return noun.singular[accusative], ok && apart(m)
	}
	return noun.plural[genitive], ok && apart(m)
}

var numerals = rewrite.Lazy(numeral)

// saySize is the rule for measures by measures: "7,62×39 мм".
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
		if noun, ok := unit(units, m.Groups[2]); ok && strings.HasSuffix(m.Groups[1], written) {
			said = append(said, n.of(noun, nominative))
			continue
		}
		said = append(said, n.say(nominative, masculine))
	}
	return strings.Join(said, " на "), true
}
