package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ukAbbreviations are said alike everywhere; spaces and full stops left out.
var ukAbbreviations = map[string]string{
	"ін": "інші", "рр": "років", "тд": "так далі", "тп": "тому подібне", "тін": "таке інше", "тч": "тому числі", "тє": "тобто", "не": "нашої ери", "цр": "цього року",
	"мр": "минулого року", "ps": "постскриптум", "зокр": "зокрема", "напр": "наприклад", "наприкл": "наприклад", "див": "дивіться", "пор": "порівняйте",
	"прим": "примітка", "ред": "редакція", "бл": "близько", "прибл": "приблизно", "ім": "імені", "тел": "телефон", "англ": "англійською",
	"заст": "заступник", "канд": "кандидат", "нач": "начальник", "кол": "колишній", "тис": "тисяч", "млн": "мільйонів", "млрд": "мільярдів", "трлн": "трильйонів",
	"грн": "гривень", "коп": "копійок", "дол": "доларів", "долсша": "доларів США",
}

// ukUnfinished are those behind which no sentence ends.
var ukUnfinished = ukSet("бл див заст ім канд зокр кол напр наприкл нач пор прибл прим тел тзв тє")

// ukUnspaced leaves out the spaces and full stops that abbreviations may have or lack.
var ukUnspaced = strings.NewReplacer(" ", "", "\u00A0", "", "\u2009", "", "\u202F", "", ".", "")

// ukSayDotted is the rule for all abbreviations of one word with a full stop.
func ukSayDotted(m match) (string, bool) {
	_, magnitude := ukMagnitudes[m.groups[1]]
	counted := magnitude && ukDigitBefore().MatchString(m.before) // it goes with its number
	if counted || !ukApart(m) || strings.HasSuffix(m.before, "-") || strings.HasSuffix(m.before, "/") {
		return "", false
	}
	short := strings.ToLower(m.groups[1])
	if said, ok := ukSaySite(m, short); ok {
		return said, true
	}
	if said, ok := ukSayItem(m, short); ok {
		return said, true
	}
	return ukSayAbbreviation(m)
}

func ukSayAbbreviation(m match) (string, bool) {
	key := strings.ToLower(ukUnspaced.Replace(m.groups[0]))
	said := ukAbbreviations[key]
	word, _ := ukLastWord(m.before)
	switch {
	case key == "прим" && ukDigitBefore().MatchString(m.before):
		said = "примірників"
	case word == "за" && ukMagnitudes[key] != "":
		said = ukNouns[ukMagnitudes[key]].singular[ukAccusative]
	case key == "тзв":
		said = "так зван" + ukAdjectiveEnding(m)
	case key == "рр" && strings.HasSuffix(m.before, "ті "):
		said = "роки"
	case key == "ред" && word == "за":
		said = "редакцією"
	case key == "ред" && strings.HasSuffix(strings.TrimSpace(m.before), "прим."):
		said = "редакції"
	}
	if trimmed := strings.TrimLeft(m.groups[0], " \u00A0\u2009\u202F"); trimmed != m.groups[0] {
		return " " + said, ukApart(m)
	}
	if ukUnfinished[key] || key == "ред" && word == "за" {
		return said, said != "" && ukApart(m)
	}
	return said + ukStop(m), said != "" && ukApart(m)
}

// ukAdjectiveEnding is the ending of an adjective in front of what follows; where that is not known, the masculine one.
func ukAdjectiveEnding(m match) string {
	if readings := ukReadingsOf(m.after); readings != nil {
		return ukHardEnding(ukFittingNoun(readings, m.before))
	}
	return "ий"
}

// ukSites are what places and addresses have in front of their names.
var ukSites = map[string]ukNoun{
	"м": ukNouns["місто"], "с": ukNouns["село"], "смт": ukNouns["селище"].joined("", " міського типу"), "сел": ukNouns["селище"],
	"вул": ukNouns["вулиця"], "просп": ukNouns["проспект"], "пр-т": ukNouns["проспект"], "бул": ukNouns["бульвар"], "бульв": ukNouns["бульвар"],
	"б-р": ukNouns["бульвар"], "пров": ukNouns["провулок"], "пл": ukNouns["площа"], "поч": ukNouns["початок"], "сер": ukNouns["середина"], "кін": ukNouns["кінець"], "оз": ukNouns["озеро"], "о": ukNouns["острів"], "р": ukNouns["річка"],
}

var (
	// ukName begins a name behind an abbreviation.
	ukName = lazy(`^` + ukSpace + `?["«“]?((?:\d{1,2}(?:-го|-ї)?` + ukSpace + `)?[A-ZА-ЯІЇЄҐ][\p{L}'’ʼ-]*)`)
	// ukIslands and ukRivers begin the names for which "о." is no father and "р." no year.
	ukIslands = lazy(`^(?:Зміїн|Хортиц|Тузл|Кіпр|Крит|Сахалін|Джарилгач|Тайван|Родос|Труханів|Балі|Острів|Великий|Гогланд|Готланд|Кубрій)`)
	ukRivers  = lazy(`^(?:Дніп|Дніст|Десн|Дуна|Прут|Рос|Південн|Західн|Буг|Тис|Оскіл|Оскол|Ворскл|Псел|Псл|Інгул|Сейм|Стир|Горин|Черемош|Дон|Сіверськ|Прип|Тетер|Ірпін|Рейн|Вісл)`)
	// ukOfPlace ends text behind which a place is in the genitive.
	ukOfPlace = lazy(`(?i:жител|мешкан|мер|голов|околиц|територі|забудов|рад|громад)\p{L}{0,4} $`)
	// ukGenitiveName is the name of a town, of one word, in the genitive, where the nominative cannot be.
	ukGenitiveName = lazy(`^ ?[\p{L}'’ʼ]+(?:ова|єва|ева|їва|рода|поля|ська|цька|ого|ира|бурга|еси|ниці|ави|аси)(?:$|[ .,;:!?)](?:[^А-ЯІЇЄҐ]|$))`)
)

// ukSayHyphened is the rule for abbreviations of places without a full stop: "пр-т".
func ukSayHyphened(m match) (string, bool) {
	said, ok := ukSaySite(m, strings.ToLower(m.groups[0]))
	return said, ok && ukApart(m)
}

// ukSaySite is the rule for "м. Київ" and "вул. Хрещатик".
func ukSaySite(m match, short string) (string, bool) {
	noun, known := ukSites[short]
	name := ukName().FindStringSubmatch(m.after)
	if !known || name == nil || len(short) <= 2 && (ukDigitBefore().MatchString(m.before) || ukCapital(m.groups[0])) {
		return "", false
	}
	if short == "о" && !ukIslands().MatchString(name[1]) || short == "р" && !ukRivers().MatchString(name[1]) {
		return "", false
	}
	c := ukPlace(m.before)
	if ukGoverned(m.before) == nil && (short == "м" && ukGenitiveName().MatchString(m.after) || ukOfPlace().MatchString(m.before)) {
		c = ukGenitive
	}
	return noun.singular[c] + ukGap(m.after), true
}

// ukRegionCases are the cases of an adjective by its ending.
var ukRegionCases = []struct {
	ending string
	c      ukCase
}{
	{"ької", ukGenitive}, {"ій", ukLocative}, {"ьку", ukAccusative}, {"ькою", ukInstrumental}, {"ка", ukNominative},
	{"ого", ukGenitive}, {"ому", ukLocative}, {"им", ukInstrumental}, {"кий", ukNominative},
}

// ukSayRegion is the rule for what regions have behind their names, as adjectives: "Київська обл.".
func ukSayRegion(m match) (string, bool) {
	word, _ := ukLastWord(m.before)
	noun := ukNouns["область"]
	if m.groups[1] == "р" {
		noun = ukNouns["район"]
	}
	for _, by := range ukRegionCases {
		if strings.HasSuffix(word, by.ending) && ukApart(m) {
			return noun.singular[by.c] + ukStop(m), true
		}
	}
	return "", false
}

// ukInstitutes are what is shortened to its first letters and its last.
var ukInstitutes = map[string]string{"ін": "інститут", "ун": "університет", "ф": "факультет", "ком": "комітет"}

// ukSayInstitute is the rule for "ін-ту": the ending is written.
func ukSayInstitute(m match) (string, bool) {
	said := ukInstitutes[strings.ToLower(m.groups[1])] + m.groups[2]
	if strings.ToLower(m.groups[1]) != m.groups[1] {
		said = ukTitled(said)
	}
	return said, ukApart(m)
}

// ukSayRegional is the rule for "обл. рада": the adjective in front of its noun.
func ukSayRegional(m match) (string, bool) {
	readings := ukReadingsOf(" " + strings.ToLower(m.groups[2]))
	if len(readings) == 0 || !ukApart(m) {
		return "", false
	}
	best := ukBest(readings, ukGoverned(m.before), ukOne)
	return "обласн" + ukHard[ukFeminine][best.c] + " " + m.groups[2], true
}

// ukItems are abbreviations in front of a number.
var ukItems = map[string]ukNoun{
	"буд": ukNouns["будинок"], "кв": ukNouns["квартира"], "корп": ukNouns["корпус"], "каб": ukNouns["кабінет"], "кім": ukNouns["кімната"],
	"оф": ukNouns["офіс"], "п": ukNouns["пункт"], "пп": ukNouns["пункт"].joined("під", ""), "абз": ukNouns["абзац"], "розд": ukNouns["розділ"],
	"т": ukNouns["том"], "с": ukNouns["сторінка"], "стор": ukNouns["сторінка"], "рис": ukNouns["рисунок"], "ч": ukNouns["частина"],
	"ст": ukNouns["стаття"], "гл": ukNouns["глава"],
}

var (
	ukLawBefore     = lazy(`(?i)(?:ч|п|пп|ст|абз)\.` + ukSpace + `?\d+` + ukSpace + `$`)
	ukArticleBefore = lazy(`(?i)ст\.` + ukSpace + `?\d+` + ukSpace + `$`)
	ukDigitBefore   = lazy(`\d` + ukSpace + `?$`)
	ukDigitBehind   = lazy(`^` + ukSpace + `?\d`)
)

// ukSayItem is the rule for "кв. 5". The number is left to the rules for numbers.
func ukSayItem(m match, short string) (string, bool) {
	noun, known := ukItems[short]
	if !known || !ukDigitBehind().MatchString(m.after) || ukDigitBefore().MatchString(m.before) && !ukLawBefore().MatchString(m.before) {
		return "", false
	}
	return noun.singular[ukItemCase(m.before)] + ukGap(m.after), true
}

// ukSayItemNumber is the rule for the numbers of ukOrderedItems, which are ordinals: "ч. 2".
func ukSayItemNumber(m match) (string, bool) {
	n, ok := ukParse(m.groups[1])
	if !ok || !ukApart(m) || ukContinued().MatchString(m.after) {
		return "", false
	}
	if word, rest := ukLastWord(m.before); ukOrderedBefore[word] {
		best := ukBest(ukReadings()[word], ukPlaces(rest), ukOne)
		return ukOrdinal(n.whole, best.c, best.gender), true
	}
	end := ending(m.before)
	item := ukOrderedItem().FindStringSubmatchIndex(end)
	if item == nil {
		return "", false
	}
	noun := ukItems[strings.ToLower(end[item[2]:item[3]])]
	return ukOrdinal(n.whole, ukItemCase(strings.TrimSuffix(m.before, end[item[2]:])), noun.gender), true
}

// ukOrderedBefore are the forms of nouns that are written in full in front of such a number.
var ukOrderedBefore = ukForms("стаття")

// ukOrderedItem ends text behind which a number is an ordinal: "частина друга статті сто п'ятнадцятої".
var ukOrderedItem = lazy(`(?:^|[^\p{L}])([чЧ]|[сС]т|[гГ]л)\.` + ukSpace + `?$`)

// ukGap is the space that a word needs where an abbreviation needed none.
func ukGap(after string) string {
	if r, _ := utf8.DecodeRuneInString(after); unicode.IsSpace(r) {
		return ""
	}
	return " "
}

func ukItemCase(before string) ukCase {
	word, _ := ukLastWord(before)
	switch {
	case ukArticleBefore().MatchString(before): // the whole stands before its part: стаття п'ята, частина друга
		return ukNominative
	case ukLawBefore().MatchString(before):
		return ukGenitive
	case word == "за" || strings.HasPrefix(word, "передбачен"):
		return ukInstrumental
	}
	return ukPlace(before)
}
