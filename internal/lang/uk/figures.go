package uk

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// continued matches what shows, after a number, that it is part of something else.
var continued = rewrite.Lazy(`^(?:[\p{L}\d_%@/\\]|[.,:–—-]\d|-\p{L}|:\d)`)

// sayNumber says numbers with no unit.
func sayNumber(m rewrite.Match) (string, bool) {
	a, ok := readAmount(m)
	if !ok || continued().MatchString(m.After) {
		return "", false
	}
	if a.magnitude != nil {
		return a.say(first(m.Before), masculine) + stop(m), true
	}
	if bare(a, m) {
		return "", false
	}
	if half := half(a, m.After); half != "" {
		return half, true
	}
	c, g, ok := agree(a.last(), m.Before, m.After)
	if c == genitive && a.to == nil && !allows(m.Before, genitive) {
		return a.dashed + a.sign + animate(a.from, g), ok
	}
	return a.say(c, g), ok
}

// animate returns the accusative of a number of living beings, in which only the last word is a
// genitive: "сто двох поранених".
func animate(n number, g gender) string {
	last := n.whole % 10
	if n.whole < 20 || count(n.whole) != few {
		return n.say(genitive, g)
	}
	return cardinalWords(n.whole-last, accusative, g) + " " + cardinalWords(last, genitive, g)
}

// half says 1,5 with its own word before a time or "раза": "півтора року".
func half(a amount, after string) string {
	next := next(after)
	switch {
	case a.to != nil || a.from != number{1, "5"}:
		return ""
	case strings.HasPrefix(next, "годин") || strings.HasPrefix(next, "хвилин") || next == "доби":
		return a.sign + "півтори"
	case slices.Contains([]string{"раза", "рази", "разу", "року", "роки", "місяця", "тижня", "дня"}, next):
		return a.sign + "півтора"
	}
	return ""
}

// sayHalves says "2½".
func sayHalves(m rewrite.Match) (string, bool) {
	n, ok := parse(m.Groups[1])
	if !ok || !freeDigits(m.Before) {
		return "", false
	}
	if half := half(amount{from: number{1, "5"}}, m.After); n.whole == 1 && half != "" {
		return half, true
	}
	_, g, _ := agree(n, m.Before, m.After)
	return n.say(first(m.Before), g) + " з половиною", true
}

// bare reports whether the digits are better left to the voice: the number of a list item, or
// what may be a year.
func bare(a amount, m rewrite.Match) bool {
	year := a.to == nil && len(m.Groups[numberGroup]) == 4 && a.from.whole >= 1800 && a.from.whole < 2100
	item := itemStart().MatchString(m.Before) && itemEnd().MatchString(m.After)
	return item && a.to == nil && a.from.decimals == "" || year && a.from.decimals == "" && readingsOf(m.After) == nil
}

// The text before and after the number of a list item.
var (
	itemStart = rewrite.Lazy(`(?:^|[.!?…:;]\s+|\n)$`)
	itemEnd   = rewrite.Lazy(`^[.)] (?:[А-ЯІЇЄҐ«]|$)`)
)

// versioned matches the end of text after which a dot is no decimal point: "черга 1.1".
var versioned = rewrite.Lazy(`(?i:черг|верс|пункт|розділ|груп)\p{L}*(?:[ ,]+(?:\d{1,2}\.\d{1,2}|і|та|й))*,? $`)

// sayVersion says numbers of two parts.
func sayVersion(m rewrite.Match) (string, bool) {
	if !versioned().MatchString(m.Before) || continued().MatchString(m.After) {
		return "", false
	}
	return typeNumber(m.Groups[1]) + " крапка " + typeNumber(m.Groups[2]), true
}

// sayStroke says document numbers: "№ 123/2025".
func sayStroke(m rewrite.Match) (string, bool) {
	return "номер " + typeNumber(m.Groups[2]) + " дріб " + typeNumber(m.Groups[3]), !continued().MatchString(m.After)
}
