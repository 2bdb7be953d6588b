package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parts of patterns of amounts. The groups of ukAmountPattern are ukSignGroup … ukMagnitudeGroup.
const (
	ukDash             = `(` + ukSpace + `?[–-]` + ukSpace + `?|—|…|\.\.\.)`
	ukRangePattern     = `([−+±~≈–-]?)(` + ukNumeral + `)(?:` + ukDash + `([−+]?)(` + ukNumeral + `))?`
	ukMagnitudePattern = ukSpace + `?((?:тис|млн|млрд|трлн)\.?)`
	ukAmountPattern    = ukRangePattern + `(?:` + ukMagnitudePattern + `)?`
)

const (
	ukSignGroup = 1 + iota
	ukNumberGroup
	ukDashGroup
	ukToSignGroup
	ukToGroup
	ukMagnitudeGroup
	ukUnitGroup // the first that a rule has of its own
)

// ukAmount is how much: a number or a range, in a magnitude.
type ukAmount struct {
	sign, toSign string
	from         ukNumber
	to           *ukNumber
	dashed       string // digits in front of a dash that makes no range, and the dash
	magnitude    *ukNoun
}

var ukSigns = map[string]string{
	"−": "мінус ", "-": "мінус ", "–": "мінус ", "+": "плюс ", "±": "плюс-мінус ", "~": "приблизно ", "≈": "приблизно ",
}

var ukMagnitudes = map[string]string{"тис": "тисяча", "млн": "мільйон", "млрд": "мільярд", "трлн": "трильйон"}

// ukReadAmount reads what ukAmountPattern matched; false if it is part of something else: F-16, 3.2.1, 007.
func ukReadAmount(m match) (ukAmount, bool) {
	a := ukAmount{sign: ukSigns[m.groups[ukSignGroup]], toSign: ukSigns[m.groups[ukToSignGroup]]}
	var ok bool
	if a.from, ok = ukParse(m.groups[ukNumberGroup]); !ok || !ukFree(m) {
		return a, false
	}
	if m.groups[ukToGroup] != "" {
		to, ok := ukParse(m.groups[ukToGroup])
		if !ok {
			return a, false
		}
		a.to = &to
		if a.descends() && strings.TrimSpace(m.groups[ukDashGroup]) != m.groups[ukDashGroup] {
			a = ukAmount{dashed: m.groups[ukNumberGroup] + " – ", sign: a.toSign, from: to}
		}
	}
	if short := strings.TrimSuffix(m.groups[ukMagnitudeGroup], "."); short != "" {
		noun := ukNouns[ukMagnitudes[short]]
		a.magnitude = &noun
	}
	return a, true
}

// ukFree tells whether an amount may begin where m does. A hyphen is a minus only behind a space.
func ukFree(m match) bool {
	last, size := utf8.DecodeLastRuneInString(m.before)
	if m.groups[ukSignGroup] != "" {
		return size == 0 || unicode.IsSpace(last) || strings.ContainsRune("(«\"“", last)
	}
	if strings.ContainsRune(".,:/-", last) && size > 0 {
		inner, _ := utf8.DecodeLastRuneInString(m.before[:len(m.before)-size])
		return !ukInWord(inner)
	}
	if last == '=' { // a sum has its result there, an address a value
		inner, _ := utf8.DecodeLastRuneInString(strings.TrimRight(m.before, "= \u00A0"))
		return unicode.IsDigit(inner)
	}
	return size == 0 || !ukInWord(last) && !strings.ContainsRune(`@#$€£¥₴\&*^`, last)
}

// descends tells whether this is no range but a dash between two numbers: "у 2021 – 45 осіб".
func (a ukAmount) descends() bool {
	return a.sign == "" && a.toSign == "" && a.to.whole < a.from.whole
}

// last is the number that the noun agrees with.
func (a ukAmount) last() ukNumber {
	if a.to != nil {
		return *a.to
	}
	return a.from
}

// say spells the amount out without what it measures.
func (a ukAmount) say(c ukCase, g ukGender) string {
	if a.magnitude != nil {
		return a.ranged(c, a.magnitude.gender, a.last().of(*a.magnitude, c))
	}
	return a.ranged(c, g, a.last().say(c, g))
}

// of spells the amount out with what it measures: "п'ять-сім мільйонів гривень".
func (a ukAmount) of(noun ukNoun, c ukCase) string {
	if a.magnitude != nil {
		return a.say(c, noun.gender) + " " + noun.plural[ukGenitive]
	}
	return a.ranged(c, noun.gender, a.last().of(noun, c))
}

// ranged puts the signs and the first number of a range in front of last.
func (a ukAmount) ranged(c ukCase, g ukGender, last string) string {
	if a.to == nil {
		return a.dashed + a.sign + last
	}
	return ukJoin(a.sign+a.from.say(c, g), a.toSign+last)
}

// ukJoin says a range: "п'ять-сім", and with a short pause "двадцять п'ять – тридцять".
func ukJoin(from, to string) string {
	first, _, _ := strings.Cut(to, " ")
	if strings.Contains(from, " ") || first == "мінус" || first == "плюс" {
		return from + " – " + to
	}
	return from + "-" + to
}
