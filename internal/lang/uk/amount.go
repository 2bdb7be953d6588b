package uk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// The parts of amount patterns. The groups of amountPattern are signGroup … magnitudeGroup.
const (
	dash             = `(` + space + `?[–-]` + space + `?|—|…|\.\.\.)`
	rangePattern     = `([−+±~≈–-]?)(` + numeral + `)(?:` + dash + `([−+]?)(` + numeral + `))?`
	magnitudePattern = space + `?((?:тис|млн|млрд|трлн)\.?)`
	amountPattern    = rangePattern + `(?:` + magnitudePattern + `)?`
)

const (
	signGroup = 1 + iota
	numberGroup
	dashGroup
	toSignGroup
	toGroup
	magnitudeGroup
	unitGroup // the first of a rule's own groups
)

// amount is a number or a range, with a magnitude.
type amount struct {
	sign, toSign string
	from         number
	to           *number
	dashed       string // digits before a dash that makes no range, and the dash
	magnitude    *noun
}

var signs = map[string]string{
	"−": "мінус ", "-": "мінус ", "–": "мінус ", "+": "плюс ", "±": "плюс-мінус ", "~": "приблизно ", "≈": "приблизно ",
}

// readAmount reads a match of amountPattern; false if it is part of something else: F-16, 3.2.1,
// 007.
func readAmount(m rewrite.Match) (amount, bool) {
	a := amount{sign: signs[m.Groups[signGroup]], toSign: signs[m.Groups[toSignGroup]]}
	var ok bool
	if a.from, ok = parse(m.Groups[numberGroup]); !ok || !free(m) {
		return a, false
	}
	if m.Groups[toGroup] != "" {
		to, ok := parse(m.Groups[toGroup])
		if !ok {
			return a, false
		}
		a.to = &to
		if a.descends() && strings.TrimSpace(m.Groups[dashGroup]) != m.Groups[dashGroup] {
			a = amount{dashed: m.Groups[numberGroup] + " – ", sign: a.toSign, from: to}
		}
	}
	if short := strings.TrimSuffix(m.Groups[magnitudeGroup], "."); short != "" {
		noun := nouns()[vocab().Magnitudes[short]]
		a.magnitude = &noun
	}
	return a, true
}

// free reports whether an amount may begin at m. A hyphen is a minus only after a space.
func free(m rewrite.Match) bool {
	last, size := utf8.DecodeLastRuneInString(m.Before)
	if m.Groups[signGroup] != "" {
		return size == 0 || unicode.IsSpace(last) || strings.ContainsRune("(«\"“", last)
	}
	if strings.ContainsRune(".,:/-", last) && size > 0 {
		inner, _ := utf8.DecodeLastRuneInString(m.Before[:len(m.Before)-size])
		return !inWord(inner)
	}
	if last == '=' { // in a calculation the result follows, in an address a value
		inner, _ := utf8.DecodeLastRuneInString(strings.TrimRight(m.Before, "= \u00A0"))
		return unicode.IsDigit(inner)
	}
	return size == 0 || !inWord(last) && !strings.ContainsRune(`@#$€£¥₴\&*^`, last)
}

// descends reports whether the numbers descend, so that the dash between them makes no range: "у
// 2021 – 45 осіб".
func (a amount) descends() bool {
	return a.sign == "" && a.toSign == "" && a.to.whole < a.from.whole
}

// last returns the number that the noun agrees with.
func (a amount) last() number {
	if a.to != nil {
		return *a.to
	}
	return a.from
}

// say spells out the amount without its unit or noun.
func (a amount) say(c grammaticalCase, g gender) string {
	if a.magnitude != nil {
		return a.ranged(c, a.magnitude.gender, a.last().of(*a.magnitude, c))
	}
	return a.ranged(c, g, a.last().say(c, g))
}

// of spells out the amount with its unit or noun: "п'ять-сім мільйонів гривень".
func (a amount) of(noun noun, c grammaticalCase) string {
	if a.magnitude != nil {
		return a.say(c, noun.gender) + " " + noun.plural[genitive]
	}
	return a.ranged(c, noun.gender, a.last().of(noun, c))
}

// ranged puts the signs and the first number of a range before last.
func (a amount) ranged(c grammaticalCase, g gender, last string) string {
	if a.to == nil {
		return a.dashed + a.sign + last
	}
	return join(a.sign+a.from.say(c, g), a.toSign+last)
}

// join says a range: "п'ять-сім", and with a short pause "двадцять п'ять – тридцять".
func join(from, to string) string {
	first, _, _ := strings.Cut(to, " ")
	if strings.Contains(from, " ") || first == "мінус" || first == "плюс" {
		return from + " – " + to
	}
	return from + "-" + to
}
