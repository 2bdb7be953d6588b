package uk

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// unspaced removes the spaces and full stops that an abbreviation may or may not have.
var unspaced = strings.NewReplacer(" ", "", "\u00A0", "", "\u2009", "", "\u202F", "", ".", "")

// sayDotted says all one-word abbreviations with a full stop.
func sayDotted(m rewrite.Match) (string, bool) {
	_, magnitude := vocab().Magnitudes[m.Groups[1]]
	counted := magnitude && digitBefore().MatchString(m.Before) // it goes with its number
	if counted || !apart(m) || strings.HasSuffix(m.Before, "-") || strings.HasSuffix(m.Before, "/") {
		return "", false
	}
	short := strings.ToLower(m.Groups[1])
	if said, ok := saySite(m, short); ok {
		return said, true
	}
	if said, ok := sayItem(m, short); ok {
		return said, true
	}
	return sayAbbreviation(m)
}

func sayAbbreviation(m rewrite.Match) (string, bool) {
	key := strings.ToLower(unspaced.Replace(m.Groups[0]))
	said := vocab().Abbreviations[key]
	word, _ := lastWord(m.Before)
	switch {
	case key == "прим" && digitBefore().MatchString(m.Before):
		said = "примірників"
	case word == "за" && vocab().Magnitudes[key] != "":
		said = nouns()[vocab().Magnitudes[key]].singular[accusative]
	case key == "тзв":
		said = "так зван" + adjectiveEnding(m)
	case key == "рр" && strings.HasSuffix(m.Before, "ті "):
		said = "роки"
	case key == "ред" && word == "за":
		said = "редакцією"
	case key == "ред" && strings.HasSuffix(strings.TrimSpace(m.Before), "прим."):
		said = "редакції"
	}
	if trimmed := strings.TrimLeft(m.Groups[0], " \u00A0\u2009\u202F"); trimmed != m.Groups[0] {
		return " " + said, apart(m)
	}
	if vocab().Unfinished[key] || key == "ред" && word == "за" {
		return said, said != "" && apart(m)
	}
	return said + stop(m), said != "" && apart(m)
}

// adjectiveEnding returns the ending of an adjective before what follows, the masculine one if
// that is unknown.
func adjectiveEnding(m rewrite.Match) string {
	if readings := readingsOf(m.After); readings != nil {
		return hardEnding(fittingNoun(readings, m.Before))
	}
	return "ий"
}

// sites come before the names of places and addresses, items before a number.
var (
	sites = sync.OnceValue(func() map[string]noun { return phrases(vocab().Sites) })
	items = sync.OnceValue(func() map[string]noun { return phrases(vocab().Items) })
)

var (
	// name matches the start of a name after an abbreviation.
	name = rewrite.Lazy(`^` + space + `?["«“]?((?:\d{1,2}(?:-го|-ї)?` + space + `)?[A-ZА-ЯІЇЄҐ][\p{L}'’ʼ-]*)`)
	// islands and rivers match the start of names after which "о." is not "father" and "р." not
	// "year".
	islands = rewrite.Lazy(`^(?:Зміїн|Хортиц|Тузл|Кіпр|Крит|Сахалін|Джарилгач|Тайван|Родос|Труханів|Балі|Острів|Великий|Гогланд|Готланд|Кубрій)`)
	rivers  = rewrite.Lazy(`^(?:Дніп|Дніст|Десн|Дуна|Прут|Рос|Південн|Західн|Буг|Тис|Оскіл|Оскол|Ворскл|Псел|Псл|Інгул|Сейм|Стир|Горин|Черемош|Дон|Сіверськ|Прип|Тетер|Ірпін|Рейн|Вісл)`)
	// ofPlace matches the end of text after which a place is in the genitive.
	ofPlace = rewrite.Lazy(`(?i:жител|мешкан|мер|голов|околиц|територі|забудов|рад|громад)\p{L}{0,4} $`)
	// genitiveName matches a one-word town in the genitive, where the nominative cannot be meant.
	genitiveName = rewrite.Lazy(`^ ?[\p{L}'’ʼ]+(?:ова|єва|ева|їва|рода|поля|ська|цька|ого|ира|бурга|еси|ниці|ави|аси)(?:$|[ .,;:!?)](?:[^А-ЯІЇЄҐ]|$))`)
)

// sayHyphened says abbreviations of places without a full stop: "пр-т".
func sayHyphened(m rewrite.Match) (string, bool) {
	said, ok := saySite(m, strings.ToLower(m.Groups[0]))
	return said, ok && apart(m)
}

// saySite says "м. Київ" and "вул. Хрещатик".
func saySite(m rewrite.Match, short string) (string, bool) {
	noun, known := sites()[short]
	name := name().FindStringSubmatch(m.After)
	if !known || name == nil || len(short) <= 2 && (digitBefore().MatchString(m.Before) || capital(m.Groups[0])) {
		return "", false
	}
	if short == "о" && !islands().MatchString(name[1]) || short == "р" && !rivers().MatchString(name[1]) {
		return "", false
	}
	c := place(m.Before)
	if governed(m.Before) == nil && (short == "м" && genitiveName().MatchString(m.After) || ofPlace().MatchString(m.Before)) {
		c = genitive
	}
	return noun.singular[c] + gap(m.After), true
}

// regionCases are the cases of an adjective by its ending.
var regionCases = []struct {
	ending string
	c      grammaticalCase
}{
	{"ької", genitive}, {"ій", locative}, {"ьку", accusative}, {"ькою", instrumental}, {"ка", nominative},
	{"ого", genitive}, {"ому", locative}, {"им", instrumental}, {"кий", nominative},
}

// sayRegion says the abbreviations after the names of regions, which are adjectives: "Київська
// обл.".
func sayRegion(m rewrite.Match) (string, bool) {
	word, _ := lastWord(m.Before)
	noun := nouns()["область"]
	if m.Groups[1] == "р" {
		noun = nouns()["район"]
	}
	for _, by := range regionCases {
		if strings.HasSuffix(word, by.ending) && apart(m) {
			return noun.singular[by.c] + stop(m), true
		}
	}
	return "", false
}

// sayInstitute says "ін-ту", whose ending is written.
func sayInstitute(m rewrite.Match) (string, bool) {
	said := vocab().Institutes[strings.ToLower(m.Groups[1])] + m.Groups[2]
	if strings.ToLower(m.Groups[1]) != m.Groups[1] {
		said = titled(said)
	}
	return said, apart(m)
}

// sayRegional says "обл. рада": an adjective before its noun.
func sayRegional(m rewrite.Match) (string, bool) {
	readings := readingsOf(" " + strings.ToLower(m.Groups[2]))
	if len(readings) == 0 || !apart(m) {
		return "", false
	}
	best := best(readings, governed(m.Before), one)
	return "обласн" + vocab().Hard[feminine][best.c] + " " + m.Groups[2], true
}

var (
	lawBefore     = rewrite.Lazy(`(?i)(?:ч|п|пп|ст|абз)\.` + space + `?\d+` + space + `$`)
	articleBefore = rewrite.Lazy(`(?i)ст\.` + space + `?\d+` + space + `$`)
	digitBefore   = rewrite.Lazy(`\d` + space + `?$`)
	digitBehind   = rewrite.Lazy(`^` + space + `?\d`)
)

// sayItem says "кв. 5". It leaves the number to the rules for numbers.
func sayItem(m rewrite.Match, short string) (string, bool) {
	noun, known := items()[short]
	if !known || !digitBehind().MatchString(m.After) || digitBefore().MatchString(m.Before) && !lawBefore().MatchString(m.Before) {
		return "", false
	}
	return noun.singular[itemCase(m.Before)] + gap(m.After), true
}

// sayItemNumber says the numbers after orderedItem, which are ordinals: "ч. 2".
func sayItemNumber(m rewrite.Match) (string, bool) {
	n, ok := parse(m.Groups[1])
	if !ok || !apart(m) || continued().MatchString(m.After) {
		return "", false
	}
	if word, rest := lastWord(m.Before); orderedBefore()[word] {
		best := best(readings()[word], places(rest), one)
		return ordinal(n.whole, best.c, best.gender), true
	}
	end := rewrite.Tail(m.Before)
	item := orderedItem().FindStringSubmatchIndex(end)
	if item == nil {
		return "", false
	}
	noun := items()[strings.ToLower(end[item[2]:item[3]])]
	return ordinal(n.whole, itemCase(strings.TrimSuffix(m.Before, end[item[2]:])), noun.gender), true
}

// orderedBefore are the forms of nouns that are written in full before such a number.
var orderedBefore = forms(func() pack.List { return pack.List{"стаття"} })

// orderedItem matches the end of text after which a number is an ordinal: "частина друга статті
// сто п'ятнадцятої".
var orderedItem = rewrite.Lazy(`(?:^|[^\p{L}])([чЧ]|[сС]т|[гГ]л)\.` + space + `?$`)

// gap returns the space that a word needs where its abbreviation needed none.
func gap(after string) string {
	if r, _ := utf8.DecodeRuneInString(after); unicode.IsSpace(r) {
		return ""
	}
	return " "
}

func itemCase(before string) grammaticalCase {
	word, _ := lastWord(before)
	switch {
	case articleBefore().MatchString(before): // the whole stands before its part: стаття п'ята, частина друга
		return nominative
	case lawBefore().MatchString(before):
		return genitive
	case word == "за" || strings.HasPrefix(word, "передбачен"):
		return instrumental
	}
	return place(before)
}

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

// fittingNoun returns the reading of a noun that the words before ask for, or else the
// nominative, or the first.
func fittingNoun(readings []nounReading, before string) nounReading {
	for _, r := range readings {
		if allows(before, r.c) {
			return r
		}
	}
	if i := slices.IndexFunc(readings, func(r nounReading) bool { return r.c == nominative }); i >= 0 {
		return readings[i]
	}
	return readings[0]
}

// hardEnding returns the ending of a hard-declension adjective.
func hardEnding(r nounReading) string {
	if r.plural || r.gender == unknown {
		return vocab().HardPlural[r.c]
	}
	return vocab().Hard[r.gender][r.c]
}
