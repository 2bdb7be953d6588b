package uk

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// unspaced leaves out the spaces and full stops that abbreviations may have or lack.
var unspaced = strings.NewReplacer(" ", "", "\u00A0", "", "\u2009", "", "\u202F", "", ".", "")

// sayDotted is the rule for all abbreviations of one word with a full stop.
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

// adjectiveEnding is the ending of an adjective in front of what follows; where that is not known, the masculine one.
func adjectiveEnding(m rewrite.Match) string {
	if readings := readingsOf(m.After); readings != nil {
		return hardEnding(fittingNoun(readings, m.Before))
	}
	return "ий"
}

// sites stand in front of the names of places and addresses, items in front of a number.
var (
	sites = sync.OnceValue(func() map[string]noun { return phrases(vocab().Sites) })
	items = sync.OnceValue(func() map[string]noun { return phrases(vocab().Items) })
)

var (
	// name begins a name behind an abbreviation.
	name = rewrite.Lazy(`^` + space + `?["«“]?((?:\d{1,2}(?:-го|-ї)?` + space + `)?[A-ZА-ЯІЇЄҐ][\p{L}'’ʼ-]*)`)
	// islands and rivers begin the names for which "о." is no father and "р." no year.
	islands = rewrite.Lazy(`^(?:Зміїн|Хортиц|Тузл|Кіпр|Крит|Сахалін|Джарилгач|Тайван|Родос|Труханів|Балі|Острів|Великий|Гогланд|Готланд|Кубрій)`)
	rivers  = rewrite.Lazy(`^(?:Дніп|Дніст|Десн|Дуна|Прут|Рос|Південн|Західн|Буг|Тис|Оскіл|Оскол|Ворскл|Псел|Псл|Інгул|Сейм|Стир|Горин|Черемош|Дон|Сіверськ|Прип|Тетер|Ірпін|Рейн|Вісл)`)
	// ofPlace ends text behind which a place is in the genitive.
	ofPlace = rewrite.Lazy(`(?i:жител|мешкан|мер|голов|околиц|територі|забудов|рад|громад)\p{L}{0,4} $`)
	// genitiveName is the name of a town, of one word, in the genitive, where the nominative cannot be.
	genitiveName = rewrite.Lazy(`^ ?[\p{L}'’ʼ]+(?:ова|єва|ева|їва|рода|поля|ська|цька|ого|ира|бурга|еси|ниці|ави|аси)(?:$|[ .,;:!?)](?:[^А-ЯІЇЄҐ]|$))`)
)

// sayHyphened is the rule for abbreviations of places without a full stop: "пр-т".
func sayHyphened(m rewrite.Match) (string, bool) {
	said, ok := saySite(m, strings.ToLower(m.Groups[0]))
	return said, ok && apart(m)
}

// saySite is the rule for "м. Київ" and "вул. Хрещатик".
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

// sayRegion is the rule for what regions have behind their names, as adjectives: "Київська обл.".
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

// sayInstitute is the rule for "ін-ту": the ending is written.
func sayInstitute(m rewrite.Match) (string, bool) {
	said := vocab().Institutes[strings.ToLower(m.Groups[1])] + m.Groups[2]
	if strings.ToLower(m.Groups[1]) != m.Groups[1] {
		said = titled(said)
	}
	return said, apart(m)
}

// sayRegional is the rule for "обл. рада": the adjective in front of its noun.
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

// sayItem is the rule for "кв. 5". The number is left to the rules for numbers.
func sayItem(m rewrite.Match, short string) (string, bool) {
	noun, known := items()[short]
	if !known || !digitBehind().MatchString(m.After) || digitBefore().MatchString(m.Before) && !lawBefore().MatchString(m.Before) {
		return "", false
	}
	return noun.singular[itemCase(m.Before)] + gap(m.After), true
}

// sayItemNumber is the rule for the numbers of orderedItem, which are ordinals: "ч. 2".
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

// orderedBefore are the forms of nouns that are written in full in front of such a number.
var orderedBefore = forms(func() pack.List { return pack.List{"стаття"} })

// orderedItem ends text behind which a number is an ordinal: "частина друга статті сто п'ятнадцятої".
var orderedItem = rewrite.Lazy(`(?:^|[^\p{L}])([чЧ]|[сС]т|[гГ]л)\.` + space + `?$`)

// gap is the space that a word needs where an abbreviation needed none.
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
