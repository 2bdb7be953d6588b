package spoken

import (
	"slices"
	"strings"
)

// ukRomanNumeral matches Roman numerals below 40, in Latin letters or the Cyrillic ones that look alike.
const ukRomanNumeral = `[IVXІХ]{1,7}`

var ukLatin = strings.NewReplacer("І", "I", "Х", "X")

var ukRomanForm = lazy(`^(X{0,3})(IX|IV|V?I{0,3})$`)

// ukRoman is the value of a Roman numeral, 0 if it is none.
func ukRoman(written string) int64 {
	parts := ukRomanForm().FindStringSubmatch(ukLatin.Replace(written))
	if parts == nil {
		return 0
	}
	ones := slices.Index([]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}, parts[2])
	return int64(10*len(parts[1]) + ones)
}

// ukSayCentury is the rule for centuries, in Roman or Arabic digits: "ХХ ст.", "XVIII–XIX століть".
func ukSayCentury(m match) (string, bool) {
	noun := m.groups[3]
	from, to := ukCenturyOf(m.groups[1]), ukCenturyOf(m.groups[2])
	if from == 0 || m.groups[2] != "" && to == 0 || !ukApart(m) || !ukFreeDigits(m.before) || ukNumbered().MatchString(m.after) {
		return "", false
	}
	arabic := m.groups[1][0] <= '9'
	if arabic && (from > 21 || strings.HasPrefix(noun, "століть") || strings.HasPrefix(noun, "століттях")) {
		return "", false
	}
	c, form := ukCenturyCase(m, noun, to > 0)
	said := ukOrdinal(from, c, ukNeuter)
	if to > 0 {
		said += " – " + ukOrdinal(to, c, ukNeuter)
	}
	return said + " " + form + ukStop(m), true
}

// ukNumbered matches what shows behind "ст." that an article of a law is meant.
var ukNumbered = lazy(`^` + ukSpace + `?(?:\d|лейт|серж)`)

func ukCenturyOf(digits string) int64 {
	if n := ukRoman(digits); n > 0 {
		return n
	}
	n, _ := ukParse(digits)
	return n.whole
}

// ukClauseStart ends text behind which a clause begins.
var ukClauseStart = lazy(`(?:^|[!?…,:;(«"–—]|[\p{L}]{4}\.)\s*$`)

// ukCenturyCase is the case of a century, and its noun: behind another noun the genitive, at the start the nominative.
func ukCenturyCase(m match, noun string, many bool) (ukCase, string) {
	full := ukNouns["століття"]
	switch noun {
	case "столітті":
		return ukLocative, noun
	case "століттю":
		return ukDative, noun
	case "століттям":
		return ukInstrumental, noun
	case "століть":
		return ukGenitive, noun
	case "століттях":
		return ukLocative, noun
	}
	c := ukGenitive
	if governed := ukPlaces(m.before); governed != nil && (governed[0] != ukLocative || noun != "століття") {
		c = governed[0]
	} else if governed != nil {
		c = ukAccusative
	} else if ukClauseStart().MatchString(m.before) {
		c = ukNominative
	}
	if many {
		return c, full.plural[c]
	}
	return c, full.singular[c]
}

// ukSayHalfOf is the rule for "ІІ пол. ХІХ ст.".
func ukSayHalfOf(m match) (string, bool) {
	n, c := ukCenturyOf(m.groups[1]), ukPlace(m.before)
	return ukOrdinal(n, c, ukFeminine) + " " + ukNouns["половина"].singular[c], (n == 1 || n == 2) && ukApart(m) && ukFreeDigits(m.before)
}

// ukSayLawNumber is the rule for the number of a law and of the parliament that passed it: "№1234-IX".
func ukSayLawNumber(m match) (string, bool) {
	parliament := ukRoman(m.groups[2])
	return "номер " + ukTypeNumber(m.groups[1]) + ", " + ukCardinal(parliament, ukNominative, ukMasculine), parliament > 0 && ukApart(m)
}

// ukRulers are the stems of names that rulers and popes bear with a number, ukRulersInA those of the first declension.
var (
	ukRulers = strings.Fields(`Людовик Людовік Карл Лев Льв Іван Бенедикт Філіп Філіпп Вільгельм Генріх Георг Едуард Александр
		Олександр Фрідріх Франциск Яків Яков Річард Рамсес Наполеон Сигізмунд Стефан Климент Урбан Інокентій Інокенті Альберт
		Леопольд Гаральд Болеслав Казимир Ян Василь Васил Володимир Костянтин Густав Крістіан Фредерік Владислав Хуан Павл Павло
		Петр Петро Григорій Григорі Пій Пі Юрій Юрі Чарльз Віктор`)
	ukRulersInA = strings.Fields("Єлизавет Катерин Маргрет Маргарет Анн Беатрис Клеопатр Марі Микол")

	ukRulerEndings = map[string]ukCase{
		"": ukNominative, "а": ukGenitive, "я": ukGenitive, "у": ukDative, "ю": ukDative, "ові": ukDative, "еві": ukDative, "єві": ukDative,
		"ом": ukInstrumental, "ем": ukInstrumental, "єм": ukInstrumental, "і": ukLocative, "ї": ukLocative,
	}
	ukRulerEndingsInA = map[string]ukCase{
		"а": ukNominative, "я": ukNominative, "и": ukGenitive, "ї": ukGenitive, "і": ukDative, "у": ukAccusative, "ю": ukAccusative,
		"ою": ukInstrumental, "єю": ukInstrumental,
	}
)

// ukRuler is the case and gender of a ruler's name.
func ukRuler(name string) (ukCase, ukGender, bool) {
	for _, stem := range ukRulers {
		if ending, ok := strings.CutPrefix(name, stem); ok {
			if c, ok := ukRulerEndings[ending]; ok {
				return c, ukMasculine, true
			}
		}
	}
	for _, stem := range ukRulersInA {
		if ending, ok := strings.CutPrefix(name, stem); ok {
			if c, ok := ukRulerEndingsInA[ending]; ok && stem == "Микол" {
				return c, ukMasculine, true
			} else if ok {
				return c, ukFeminine, true
			}
		}
	}
	return 0, 0, false
}

// ukHeadings are nouns with a number behind: "розділ IV".
var ukHeadings = ukForms("розділ глава стаття том частина тип сезон раунд корпус")

// ukSayRoman is the rule for Roman numerals by a ruler's name, a heading, or a noun that is numbered: "II світова".
func ukSayRoman(m match) (string, bool) {
	n := ukRoman(m.groups[1])
	if n == 0 || !ukApart(m) || !ukFreeDigits(m.before) || strings.HasPrefix(m.after, "-") || strings.HasPrefix(m.after, "’") {
		return "", false
	}
	if name := ukNameBefore(m.before); name != "" {
		if c, g, ok := ukRuler(name); ok {
			return ukTitled(ukOrdinal(n, c, g)), true
		}
		if readings := ukReadings()[strings.ToLower(name)]; ukHeadings[strings.ToLower(name)] && readings != nil {
			best := ukBest(readings, nil, ukOne)
			return ukOrdinal(n, best.c, best.gender), true
		}
	}
	return ukSayRomanBefore(m, n)
}

func ukNameBefore(before string) string {
	trimmed := strings.TrimRight(before, " \u00A0")
	_, rest := ukLastWord(before)
	return strings.TrimPrefix(trimmed, rest)
}

// ukSayRomanBefore says a numeral as the noun behind asks for. "І" alone is "and" as well.
func ukSayRomanBefore(m match, n int64) (string, bool) {
	noun := strings.ToLower(ukNext(m.after))
	readings := slices.DeleteFunc(slices.Clone(ukReadings()[noun]), func(r ukReading) bool { return r.plural })
	if len(readings) == 0 || n == 1 && m.groups[1] == "І" && !ukRomanOnly[noun] {
		return "", false
	}
	best := ukBest(readings, ukPlaces(m.before), ukOne)
	return ukOrdinal(n, best.c, best.gender), true
}

// ukRomanOnly are the nouns behind which a lone Cyrillic "І" is a numeral.
var ukRomanOnly = ukForms("квартал півріччя світова тур етап ступінь універсал")
