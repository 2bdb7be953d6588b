package uk

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// ordinalEndings maps the endings that follow digits with a hyphen ("24-й") to their readings,
// the likelier ones first. A reading is a gender (m f n, p for the plural) and a case.
var ordinalEndings = readingsByWord(map[string]string{
	"mn ma": "ий", "mn ma fl fd": "й", "fl fd": "ій", "fn": "а я ша га тя та ма ва на", "fa": "у ту шу гу тю ву ну", "fa fi": "ю",
	"nn na": "е є ше ге тє те ме ве не", "mg": "го ого шого гого", "fg": "ї ої ьої шої тої", "fi": "ою єю шою тою ьою",
	"ml md fa": "му", "ml md": "ому шому тому", "mi ml": "м", "mi": "им ім тим", "pn pa": "і ші гі ті мі ні ві",
	"pg pl": "х их іх тих них вих", "pi": "ими іми ми",
})

func readingsByWord(table map[string]string) map[string][]nounReading {
	readings := map[string][]nounReading{}
	for line, words := range table {
		for word := range strings.FieldsSeq(words) {
			for reading := range strings.FieldsSeq(line) {
				gender := gender(strings.Index("mfnp", reading[:1]))
				c := caseLetters[rune(reading[1])]
				if gender > neuter {
					readings[word] = append(readings[word], nounReading{unknown, c, true})
				} else {
					readings[word] = append(readings[word], nounReading{gender, c, false})
				}
			}
		}
	}
	return readings
}

// sayEnded says digits with an ending: "25-го", "90-х", "3-х", "5-ти".
func sayEnded(m rewrite.Match) (string, bool) {
	n, ok := parse(m.Groups[1])
	ending := m.Groups[2]
	if !ok || n.decimals != "" || !freeDigits(m.Before) || !apart(m) || strings.HasPrefix(m.After, "-") {
		return "", false
	}
	if c, cardinal := cardinalEnding(n.whole, ending); cardinal {
		return cardinalWords(n.whole, c, masculine), true
	}
	if word := vocab().Collectives[m.Groups[0]]; word != "" {
		return word, true
	}
	readings := ordinalEndings[ending]
	if readings == nil {
		return "", false
	}
	best := fitting(readings, m)
	if best.plural {
		return ordinals(n.whole, best.c), true
	}
	return ordinal(n.whole, best.c, best.gender), true
}

// cardinalEnding returns the case of a cardinal from its ending: "3-х" is "трьох", but "90-х" is
// "дев'яностих".
func cardinalEnding(n int64, ending string) (grammaticalCase, bool) {
	teen := n%100 > 10 && n%100 < 20
	last := n % 10
	small := last > 1 && last < 5 && !teen
	sevenish := (last == 7 || last == 8) && !teen
	switch {
	case ending == "х" && small, ending == "ох", ending == "ьох":
		return genitive, true
	case ending == "ти" && !small && !sevenish, ending == "ми" && sevenish, ending == "и" && !small:
		return genitive, true
	case ending == "ма" && !sevenish, ending == "ома", ending == "ьома":
		return instrumental, true
	case ending == "м" && small && n < 5, ending == "ом" && small, ending == "ьом" && small:
		return dative, true
	}
	return nominative, false
}

// fitting chooses the reading of an ending that agrees with the noun after it, or else with the
// word before it.
func fitting(readings []nounReading, m rewrite.Match) nounReading {
	nouns := readingsOf(m.After)
	for _, r := range readings {
		for _, noun := range nouns {
			if noun.c == r.c && noun.plural == r.plural && (noun.gender == r.gender || r.gender == unknown) {
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
	hour := nounReading{feminine, locative, false}
	if word, _ := lastWord(m.Before); (word == "о" || word == "об") && slices.Contains(readings, hour) {
		return hour
	}
	for _, c := range places(m.Before) {
		if i := slices.IndexFunc(readings, func(r nounReading) bool { return r.c == c }); i >= 0 {
			return readings[i]
		}
	}
	return readings[0]
}

// sayCompound says words that begin with digits: "25-річний", "100-відсотковий", "9-поверхівка".
func sayCompound(m rewrite.Match) (string, bool) {
	n, err := strconv.ParseInt(m.Groups[1], 10, 64)
	if err != nil || n < 1 || n > 999_999 || !freeDigits(m.Before) || !apart(m) {
		return "", false
	}
	return compound(n) + m.Groups[2], true
}

// sayCompoundRange says "25-30-річні".
func sayCompoundRange(m rewrite.Match) (string, bool) {
	from, _ := strconv.ParseInt(m.Groups[1], 10, 64)
	to, _ := strconv.ParseInt(m.Groups[2], 10, 64)
	if from < 1 || to <= from || !freeDigits(m.Before) || !apart(m) {
		return "", false
	}
	return compound(from) + "-" + compound(to) + m.Groups[3], true
}

// sayOneAndAHalf says "1,5-річний".
func sayOneAndAHalf(m rewrite.Match) (string, bool) {
	return "півтора" + m.Groups[1], freeDigits(m.Before) && apart(m)
}

// calibre matches nouns before which a unit is an adjective even without a hyphen: "155 мм
// снаряди".
var calibre = rewrite.Lazy(`^` + space + `(?:снаряд|гаубиц|калібр|мін|артилер|боєприпас|набо|гармат|самохід|куле|патрон)`)

// sayUnitAdjective says a unit with a hyphen as an adjective that agrees with the noun after it.
func sayUnitAdjective(m rewrite.Match) (string, bool) {
	n, ok := parse(m.Groups[1])
	stem, ending := vocab().UnitAdjectives[m.Groups[3]], m.Groups[4]
	joined := m.Groups[2] == "-" || m.Groups[3] == "мм" && calibre().MatchString(m.After) || ending != ""
	readings := readingsOf(m.After)
	if !ok || n.whole < 1 || n.whole > 999_999 || !joined || ending == "" && readings == nil || !freeDigits(m.Before) || !apart(m) {
		return "", false
	}
	stem = compound(n.whole) + stem
	if ending != "" {
		return stem + writtenEnding(ending), true
	}
	return stem + hardEnding(fittingNoun(readings, m.Before)), true
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

// writtenEnding completes the abbreviated ending of a hard adjective: "-го" is "-ого".
func writtenEnding(ending string) string {
	if full := map[string]string{"й": "ий", "го": "ого", "му": "ому", "ї": "ої", "х": "их", "ми": "ими", "м": "им"}[ending]; full != "" {
		return full
	}
	return ending
}
