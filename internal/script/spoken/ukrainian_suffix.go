package spoken

import (
	"slices"
	"strconv"
	"strings"
)

// ukOrdinalEndings has the readings of the endings that follow digits with a hyphen ("24-й"), the likelier ones first.
// Each is a gender (m f n, p for the plural) and a case.
var ukOrdinalEndings = ukReadingsByWord(map[string]string{
	"mn ma": "ий", "mn ma fl fd": "й", "fl fd": "ій", "fn": "а я ша га тя та ма ва на", "fa": "у ту шу гу тю ву ну", "fa fi": "ю",
	"nn na": "е є ше ге тє те ме ве не", "mg": "го ого шого гого", "fg": "ї ої ьої шої тої", "fi": "ою єю шою тою ьою",
	"ml md fa": "му", "ml md": "ому шому тому", "mi ml": "м", "mi": "им ім тим", "pn pa": "і ші гі ті мі ні ві",
	"pg pl": "х их іх тих них вих", "pi": "ими іми ми",
})

func ukReadingsByWord(table map[string]string) map[string][]ukReading {
	readings := map[string][]ukReading{}
	for line, words := range table {
		for word := range strings.FieldsSeq(words) {
			for reading := range strings.FieldsSeq(line) {
				gender := ukGender(strings.Index("mfnp", reading[:1]))
				c := ukCaseLetters[rune(reading[1])]
				if gender > ukNeuter {
					readings[word] = append(readings[word], ukReading{ukUnknown, c, true})
				} else {
					readings[word] = append(readings[word], ukReading{gender, c, false})
				}
			}
		}
	}
	return readings
}

// ukSayEnded is the rule for digits with an ending: "25-го", "90-х", "3-х", "5-ти".
func ukSayEnded(m match) (string, bool) {
	n, ok := ukParse(m.groups[1])
	ending := m.groups[2]
	if !ok || n.decimals != "" || !ukFreeDigits(m.before) || !ukApart(m) || strings.HasPrefix(m.after, "-") {
		return "", false
	}
	if c, cardinal := ukCardinalEnding(n.whole, ending); cardinal {
		return ukCardinal(n.whole, c, ukMasculine), true
	}
	if word := ukCollectives[m.groups[0]]; word != "" {
		return word, true
	}
	readings := ukOrdinalEndings[ending]
	if readings == nil {
		return "", false
	}
	best := ukFitting(readings, m)
	if best.plural {
		return ukOrdinals(n.whole, best.c), true
	}
	return ukOrdinal(n.whole, best.c, best.gender), true
}

// ukCardinalEnding is the case of a cardinal with an ending: "3-х" is "трьох", but "90-х" is "дев'яностих".
func ukCardinalEnding(n int64, ending string) (ukCase, bool) {
	teen := n%100 > 10 && n%100 < 20
	last := n % 10
	small := last > 1 && last < 5 && !teen
	sevenish := (last == 7 || last == 8) && !teen
	switch {
	case ending == "х" && small, ending == "ох", ending == "ьох":
		return ukGenitive, true
	case ending == "ти" && !small && !sevenish, ending == "ми" && sevenish, ending == "и" && !small:
		return ukGenitive, true
	case ending == "ма" && !sevenish, ending == "ома", ending == "ьома":
		return ukInstrumental, true
	case ending == "м" && small && n < 5, ending == "ом" && small, ending == "ьом" && small:
		return ukDative, true
	}
	return ukNominative, false
}

// ukCollectives are the numerals for people and young ones.
var ukCollectives = map[string]string{
	"2-є": "двоє", "3-є": "троє", "2-оє": "двоє", "3-оє": "троє", "4-ро": "четверо", "5-ро": "п'ятеро", "6-ро": "шестеро", "7-ро": "семеро",
	"5-х": "п'ятьох", "6-х": "шістьох", "7-х": "сімох", "8-х": "вісьмох", "9-х": "дев'ятьох", "10-х": "десятьох",
	"8-ро": "восьмеро", "9-ро": "дев'ятеро", "10-ро": "десятеро", "4-еро": "четверо", "5-еро": "п'ятеро",
}

// ukFitting chooses the reading of an ending that the noun behind, or else the word in front, agrees with.
func ukFitting(readings []ukReading, m match) ukReading {
	nouns := ukReadingsOf(m.after)
	for _, r := range readings {
		for _, noun := range nouns {
			if noun.c == r.c && noun.plural == r.plural && (noun.gender == r.gender || r.gender == ukUnknown) {
				return r
			}
		}
	}
	for _, r := range readings { // one of several, each with a number of its own: у 21-й і 22-й бригадах
		for _, noun := range nouns {
			if noun.plural && noun.c == r.c && !r.plural {
				return r
			}
		}
	}
	hour := ukReading{ukFeminine, ukLocative, false}
	if word, _ := ukLastWord(m.before); (word == "о" || word == "об") && slices.Contains(readings, hour) {
		return hour
	}
	for _, c := range ukPlaces(m.before) {
		if i := slices.IndexFunc(readings, func(r ukReading) bool { return r.c == c }); i >= 0 {
			return readings[i]
		}
	}
	return readings[0]
}

// ukSayCompound is the rule for words that begin with digits: "25-річний", "100-відсотковий", "9-поверхівка".
func ukSayCompound(m match) (string, bool) {
	n, err := strconv.ParseInt(m.groups[1], 10, 64)
	if err != nil || n < 1 || n > 999_999 || !ukFreeDigits(m.before) || !ukApart(m) {
		return "", false
	}
	return ukCompound(n) + m.groups[2], true
}

// ukSayCompoundRange is the rule for "25-30-річні".
func ukSayCompoundRange(m match) (string, bool) {
	from, _ := strconv.ParseInt(m.groups[1], 10, 64)
	to, _ := strconv.ParseInt(m.groups[2], 10, 64)
	if from < 1 || to <= from || !ukFreeDigits(m.before) || !ukApart(m) {
		return "", false
	}
	return ukCompound(from) + "-" + ukCompound(to) + m.groups[3], true
}

// ukSayOneAndAHalf is the rule for "1,5-річний".
func ukSayOneAndAHalf(m match) (string, bool) {
	return "півтора" + m.groups[1], ukFreeDigits(m.before) && ukApart(m)
}

// ukUnitAdjectives are the stems of the adjectives of units: "155-мм гаубиця" is "стоп'ятдесятип'ятиміліметрова".
var ukUnitAdjectives = map[string]string{
	"мм": "міліметров", "см": "сантиметров", "м": "метров", "км": "кілометров", "кг": "кілограмов", "т": "тонн", "л": "літров",
	"кВт": "кіловатн", "МВт": "мегаватн", "кВ": "кіловольтн", "хв": "хвилинн", "год": "годинн", "%": "відсотков", "грн": "гривнев",
}

// ukCalibre begins nouns that make an adjective of a unit even without a hyphen: "155 мм снаряди".
var ukCalibre = lazy(`^` + ukSpace + `(?:снаряд|гаубиц|калібр|мін|артилер|боєприпас|набо|гармат|самохід|куле|патрон)`)

// ukSayUnitAdjective says a unit with a hyphen as an adjective that agrees with the noun behind.
func ukSayUnitAdjective(m match) (string, bool) {
	n, ok := ukParse(m.groups[1])
	stem, ending := ukUnitAdjectives[m.groups[3]], m.groups[4]
	joined := m.groups[2] == "-" || m.groups[3] == "мм" && ukCalibre().MatchString(m.after) || ending != ""
	readings := ukReadingsOf(m.after)
	if !ok || n.whole < 1 || n.whole > 999_999 || !joined || ending == "" && readings == nil || !ukFreeDigits(m.before) || !ukApart(m) {
		return "", false
	}
	stem = ukCompound(n.whole) + stem
	if ending != "" {
		return stem + ukWrittenEnding(ending), true
	}
	return stem + ukHardEnding(ukFittingNoun(readings, m.before)), true
}

// ukFittingNoun is the reading of a noun that the words in front ask for, or else the nominative, or the first.
func ukFittingNoun(readings []ukReading, before string) ukReading {
	for _, r := range readings {
		if ukAllows(before, r.c) {
			return r
		}
	}
	if i := slices.IndexFunc(readings, func(r ukReading) bool { return r.c == ukNominative }); i >= 0 {
		return readings[i]
	}
	return readings[0]
}

// ukHardEnding is the ending of an adjective of the hard declension.
func ukHardEnding(r ukReading) string {
	if r.plural || r.gender == ukUnknown {
		return ukHardPlural[r.c]
	}
	return ukHard[r.gender][r.c]
}

// ukWrittenEnding is the ending of a hard adjective that is written in part: "-го" is "-ого".
func ukWrittenEnding(ending string) string {
	if full := map[string]string{"й": "ий", "го": "ого", "му": "ому", "ї": "ої", "х": "их", "ми": "ими", "м": "им"}[ending]; full != "" {
		return full
	}
	return ending
}
