package spoken

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// ukUnits are units of measure as written behind a number.
var ukUnits = ukByForm(map[string]ukNoun{
	"км": ukNouns["кілометр"], "м": ukNouns["метр"], "см": ukNouns["сантиметр"], "мм": ukNouns["міліметр"],
	"кг": ukNouns["кілограм"], "г гр": ukNouns["грам"], "мг": ukNouns["міліграм"], "т": ukNouns["тонна"], "ц": ukNouns["центнер"],
	"л": ukNouns["літр"], "мл": ukNouns["мілілітр"], "га": ukNouns["гектар"],
	"год": ukNouns["година"], "хв": ukNouns["хвилина"], "с сек": ukNouns["секунда"],
	"км/год": ukNouns["кілометр"].joined("", " на годину"), "км/с": ukNouns["кілометр"].joined("", " на секунду"),
	"м/с":                   ukNouns["метр"].joined("", " на секунду"),
	"кв._м кв.м м² м2 кв_м": ukNouns["метр"].described("квадратн"), "кв._км кв.км км² км2": ukNouns["кілометр"].described("квадратн"),
	"куб._м куб.м м³ м3": ukNouns["метр"].described("кубічн"), "куб._км": ukNouns["кілометр"].described("кубічн"), "см²": ukNouns["сантиметр"].described("квадратн"),
	"°C °С °_C °_С ℃ º": ukNouns["градус"].joined("", " Цельсія"), "°": ukNouns["градус"], "°F": ukNouns["градус"].joined("", " Фаренгейта"),
	"Вт": ukNouns["ват"], "кВт": ukNouns["кіловат"], "МВт": ukNouns["мегават"], "ГВт": ukNouns["гігават"],
	"В": ukNouns["вольт"], "кВ": ukNouns["кіловольт"], "А": ukNouns["ампер"],
	"кВт·год кВт⋅год кВт*год кВт-год кВт/год кВтг": ukNouns["година"].joined("кіловат-", ""),
	"МВт·год МВт⋅год МВт*год МВт-год":              ukNouns["година"].joined("мегават-", ""),
	"ГВт·год ГВт⋅год ГВт*год ГВт-год":              ukNouns["година"].joined("гігават-", ""),
	"Гц": ukNouns["герц"], "МГц": ukNouns["мегагерц"], "ГГц": ukNouns["гігагерц"],
	"кБ": ukNouns["кілобайт"], "МБ": ukNouns["мегабайт"], "ГБ": ukNouns["гігабайт"], "ТБ": ukNouns["терабайт"],
	"к._с. к.с": ukNouns["сила"].described("кінськ"), "мм_рт._ст": ukNouns["міліметр"].joined("", " ртутного стовпа"),
	"ос": ukNouns["особа"], "чол": ukPeople, "шт": ukNouns["штука"],
	"п.п п._п в.п в._п відс.п": ukNouns["пункт"].described("відсотков"), "%": ukNouns["відсоток"],
})

// ukPeople is "чоловік" as one counts people: "сто чоловік".
var ukPeople = func() ukNoun {
	noun := ukNouns["чоловік"]
	noun.plural[ukGenitive] = "чоловік"
	return noun
}()

// ukByForm has a noun under each of its written forms; "_" is a space in them.
func ukByForm(table map[string]ukNoun) map[string]ukNoun {
	nouns := map[string]ukNoun{}
	for forms, noun := range table {
		for form := range strings.FieldsSeq(forms) {
			nouns[strings.ReplaceAll(form, "_", " ")] = noun
		}
	}
	return nouns
}

// ukAnyOf is the pattern of the keys of table, the longest first.
func ukAnyOf(table map[string]ukNoun) string {
	forms := slices.SortedFunc(maps.Keys(table), func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for i, form := range forms {
		forms[i] = strings.ReplaceAll(regexp.QuoteMeta(form), " ", ukSpace+"?")
	}
	return strings.Join(forms, "|")
}

// ukUnit finds the noun of a written form, whatever spaces it has.
func ukUnit(table map[string]ukNoun, written string) (ukNoun, bool) {
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
	return ukNoun{}, false
}

// ukOther matches behind the full stop of a one-letter unit what shows that it was another abbreviation: "5 м. Київ".
var ukOther = lazy(`^` + ukSpace + `?(?:[А-ЯІЇЄҐ\d«]|(?:зв|ч|д|п|к)\.)`)

func ukSayUnit(m match) (string, bool) {
	a, ok := ukReadAmount(m)
	written := m.groups[ukUnitGroup]
	noun, known := ukUnit(ukUnits, written)
	if !ok || !known || !ukApart(m) && !strings.HasSuffix(m.groups[0], "°") {
		return "", false
	}
	if written == "%" && ukHyphened().MatchString(m.after) { // 7,5%-ий
		return "", false
	}
	letter := len([]rune(written)) == 1 && a.magnitude == nil
	if letter && strings.HasSuffix(m.groups[0], ".") && ukOther().MatchString(m.after) ||
		(written == "В" || written == "А") && ukNext(m.after) != "" {
		return "", false
	}
	if written == "км" && ukRoad().MatchString(m.after) && ukAllows(m.before, ukLocative) && a.to == nil && a.from.decimals == "" {
		return ukOrdinal(a.from.whole, ukLocative, ukMasculine) + " " + noun.singular[ukLocative], true
	}
	return a.of(noun, ukUnitCase(m)) + ukStop(m), true
}

// ukRoad matches what makes a kilometre a place on a road.
var ukRoad = lazy(`^ (?:траси|автотраси|дороги|автодороги|шосе)`)

// ukShare matches what a percentage in the locative is of: "у 12% випадків".
var ukShare = lazy(`^ (?:\p{Ll}+(?:их|ів|їв|ей)\b|\p{Ll}+ів|\p{Ll}+їв|\p{Ll}+их|\p{Ll}+ей|від )`)

// ukUnitCase is the case of a measure: "у" asks for the accusative but for distances and shares.
func ukUnitCase(m match) ukCase {
	if word, _ := ukLastWord(m.before); (word == "у" || word == "в") && ukShare().MatchString(m.after) {
		return ukLocative
	}
	return ukFirst(m.before)
}

// ukSayArea is the rule for square and cubic units without a number: "за кв. м".
func ukSayArea(m match) (string, bool) {
	noun, ok := ukUnit(ukUnits, m.groups[1]+". "+m.groups[2])
	if word, _ := ukLastWord(m.before); word == "за" || word == "на" {
		return noun.singular[ukAccusative], ok && ukApart(m)
	}
	return noun.plural[ukGenitive], ok && ukApart(m)
}

var ukNumerals = lazy(ukNumeral)

// ukSaySize is the rule for measures by measures: "7,62×39 мм".
func ukSaySize(m match) (string, bool) {
	if !ukApart(m) {
		return "", false
	}
	var said []string
	for _, written := range ukNumerals().FindAllString(m.groups[1], -1) {
		n, ok := ukParse(written)
		if !ok {
			return "", false
		}
		if noun, ok := ukUnit(ukUnits, m.groups[2]); ok && strings.HasSuffix(m.groups[1], written) {
			said = append(said, n.of(noun, ukNominative))
			continue
		}
		said = append(said, n.say(ukNominative, ukMasculine))
	}
	return strings.Join(said, " на "), true
}
