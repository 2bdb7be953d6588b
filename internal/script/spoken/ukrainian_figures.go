package spoken

import (
	"slices"
	"strings"
)

// ukContinued matches behind a number what makes it a part of something else.
var ukContinued = lazy(`^(?:[\p{L}\d_%@/\\]|[.,:–—-]\d|-\p{L}|:\d)`)

// ukSayNumber is the rule for numbers with no unit.
func ukSayNumber(m match) (string, bool) {
	a, ok := ukReadAmount(m)
	if !ok || ukContinued().MatchString(m.after) {
		return "", false
	}
	if a.magnitude != nil {
		return a.say(ukFirst(m.before), ukMasculine) + ukStop(m), true
	}
	if ukBare(a, m) {
		return "", false
	}
	if half := ukHalf(a, m.after); half != "" {
		return half, true
	}
	c, g, ok := ukAgree(a.last(), m.before, m.after)
	if c == ukGenitive && a.to == nil && !ukAllows(m.before, ukGenitive) {
		return a.dashed + a.sign + ukAnimate(a.from, g), ok
	}
	return a.say(c, g), ok
}

// ukAnimate is the accusative of a number of living beings, of which only the end is a genitive: "сто двох поранених".
func ukAnimate(n ukNumber, g ukGender) string {
	last := n.whole % 10
	if n.whole < 20 || ukCount(n.whole) != ukFew {
		return n.say(ukGenitive, g)
	}
	return ukCardinal(n.whole-last, ukAccusative, g) + " " + ukCardinal(last, ukGenitive, g)
}

// ukHalf is 1,5 by its own word, where a time or "раза" follows: "півтора року".
func ukHalf(a ukAmount, after string) string {
	next := ukNext(after)
	switch {
	case a.to != nil || a.from != ukNumber{1, "5"}:
		return ""
	case strings.HasPrefix(next, "годин") || strings.HasPrefix(next, "хвилин") || next == "доби":
		return a.sign + "півтори"
	case slices.Contains([]string{"раза", "рази", "разу", "року", "роки", "місяця", "тижня", "дня"}, next):
		return a.sign + "півтора"
	}
	return ""
}

// ukSayHalves is the rule for "2½".
func ukSayHalves(m match) (string, bool) {
	n, ok := ukParse(m.groups[1])
	if !ok || !ukFreeDigits(m.before) {
		return "", false
	}
	if half := ukHalf(ukAmount{from: ukNumber{1, "5"}}, m.after); n.whole == 1 && half != "" {
		return half, true
	}
	_, g, _ := ukAgree(n, m.before, m.after)
	return n.say(ukFirst(m.before), g) + " з половиною", true
}

// ukBare tells whether the digits are better left to the voice: the number of an item in a list, or what may be a year.
func ukBare(a ukAmount, m match) bool {
	year := a.to == nil && len(m.groups[ukNumberGroup]) == 4 && a.from.whole >= 1800 && a.from.whole < 2100
	item := ukItemStart().MatchString(m.before) && ukItemEnd().MatchString(m.after)
	return item && a.to == nil && a.from.decimals == "" || year && a.from.decimals == "" && ukReadingsOf(m.after) == nil
}

// What is around the number of an item in a list.
var (
	ukItemStart = lazy(`(?:^|[.!?…:;]\s+|\n)$`)
	ukItemEnd   = lazy(`^[.)] (?:[А-ЯІЇЄҐ«]|$)`)
)

// ukVersioned ends text behind which a dot is no decimal point: "черга 1.1".
var ukVersioned = lazy(`(?i:черг|верс|пункт|розділ|груп)\p{L}*(?:[ ,]+(?:\d{1,2}\.\d{1,2}|і|та|й))*,? $`)

// ukSayVersion is the rule for numbers of two parts.
func ukSayVersion(m match) (string, bool) {
	if !ukVersioned().MatchString(m.before) || ukContinued().MatchString(m.after) {
		return "", false
	}
	return ukTypeNumber(m.groups[1]) + " крапка " + ukTypeNumber(m.groups[2]), true
}

// ukSayStroke is the rule for numbers of papers: "№ 123/2025".
func ukSayStroke(m match) (string, bool) {
	return "номер " + ukTypeNumber(m.groups[2]) + " дріб " + ukTypeNumber(m.groups[3]), !ukContinued().MatchString(m.after)
}
