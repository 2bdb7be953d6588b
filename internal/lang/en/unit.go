package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// A measure is said with its unit's name, in the singular if it modifies a noun: "155-mm shells".
var unitRules = []rewrite.Rule{
	{Name: "unit", Pattern: `\b(\d{1,3})[°º] ?(\d{1,2}(?:\.\d+)?)['’′] ?(?:(\d{1,2}(?:\.\d+)?)(?:["”″]|′′|'') ?)?(?:([NSEW])\b)?`, Say: alone(sayAngle)},
	{Name: "unit", Pattern: `(?:\b(\d+) ?)?([½⅓⅔¼¾⅛]) ?([A-Za-z]+[²³]?)\b`, Say: alone(sayPartOfUnit)},
	{Name: "unit", Pattern: `<number> ?([A-Za-z]{1,3})(?: x | ?× ?| by |<to>)<number> ?([A-Za-z]{1,3})`, Say: alone(sayUnitTwice)},
	{Name: "unit", Pattern: `<number>(m|mn|bn|k) (bbl/d|b/d|bpd|bbl|boe/d|boe)\b`, Say: alone(func(m rewrite.Match) (string, bool) { // 2m bbl/d
		return number(m.Groups[1]) + " " + magnitudeWord(m.Groups[2]) + " " + units()[m.Groups[3]].plural(), true
	})},
	{Name: "unit", Pattern: `<number>-plus-([A-Za-z]+)\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		return number(m.Groups[1]) + "-plus " + units()[m.Groups[2]].one, units()[m.Groups[2]].one != ""
	})},
	{Name: "unit", Pattern: measuredIn(`[°º] ?[CFNSEW]\b|[°º℃㎜-㎥㎏]|[A-Za-zµμ]+(?:[²³23]|\^[23])?`), Say: alone(sayMeasure)},
	{Name: "unit", Pattern: `(/)?\b(km/h|km[²³]?|c?m[²³]|m/s|[kMGT]Wh?|kV|mph|mm)`, Say: alone(func(m rewrite.Match) (string, bool) {
		unit := units()[m.Groups[2]]
		switch word := wordBefore(m.Before); {
		case word != "" && startsFigure(word[len(word)-1:]): // a number that no rule could say
			return "", false
		case m.Groups[1] != "":
			return " per " + unit.one, true
		case word == "per" || word == "a":
			return unit.one, true
		}
		return unit.plural(), true
	})},
	{Name: "unit", Pattern: `\b(\d)['’′] ?(\d{1,2})["”″]`, Say: alone(func(m rewrite.Match) (string, bool) { // 5'11"
		return number(m.Groups[1]) + " foot " + number(m.Groups[2]), true
	})},
	{Name: "unit", Pattern: `\b(sq|cu)\. ?(km|m|ft|mi)\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		unit, ok := unitOf(m.Groups[1] + " " + m.Groups[2])
		return unit.plural(), ok
	})},
}

// A range says "percent" once: "5–7%" is "five to seven percent".
var percentRules = []rewrite.Rule{{Name: "percent", Pattern: measuredIn(`%|‰|p\.p|pct\b|ppt?\b`), Say: alone(sayMeasure)}}

// measuredIn is the pattern of numbers with one of the units.
func measuredIn(units string) string {
	return `(?P<before><sign>)(?P<first><number>)` +
		`(?:%?(?P<joiner><to>| by | to |-to-| ?[×xх*] ?)(?P<second><number>)(?:(?P<joiner2> ?[×xх*] ?)(?P<third><number>))?)?` +
		`(?: (?P<scale>hundred|thousand|[mbt]r?illion|[mb]l?n))?(?P<link> |-|‑|)` +
		`(?:(?P<square>sq|cu)\.? ?)?(?P<unit>` + units + `)` +
		`(?:/(?P<share>\d+)? ?(?P<per>[A-Za-z]+[²³23]?))?(?P<stop>\.?)(?P<plus>\+)?`
}

// measure is a written measure: "10 km", "30–40 km²", "7.62×39 mm", "1.2 million m³", "5 mg/L", "60
// sq. miles".
type measure struct {
	sign, first, joiner, second, joiner2, third, magnitude, gap, square, unit, share, per, stop string
}

func measureOf(m rewrite.Match) measure {
	return measure{
		sign: m.Named("before"), first: m.Named("first"), joiner: m.Named("joiner"), second: m.Named("second"),
		joiner2: m.Named("joiner2"), third: m.Named("third"), magnitude: m.Named("scale"), gap: m.Named("link"),
		square: m.Named("square"), unit: m.Named("unit"), share: m.Named("share"), per: m.Named("per"), stop: m.Named("stop"),
	}
}

func sayMeasure(m rewrite.Match) (string, bool) {
	w := measureOf(m)
	if w.unit == "m" && hours().MatchString(m.Before) {
		w.unit = "min"
	}
	unit, ok := w.find()
	if !ok || w.looksElse(m) {
		return "", false
	}
	said := signed(w.sign, m.Before) + w.figures(m.Before) + " "
	one := w.magnitude == "" && w.second == "" && w.first == "1"
	if one || w.gap == "-" || w.gap == "‑" || describes(m, w.unit) {
		said += unit.one
	} else {
		said += unit.plural()
	}
	if w.per != "" {
		said += " per " + w.counted()
	}
	if is("dotted", w.unit) && w.stop != "" {
		w.stop = sentenceStop(m.After)
	}
	if m.Named("plus") != "" {
		said += " plus"
	}
	return said + w.stop, true
}

var (
	hours = rewrite.Lazy(pattern(`\d ?h $`))  // 2h 30m
	feet  = rewrite.Lazy(pattern(`\d ?ft $`)) // 5 ft 10 in
)

// find looks up the unit, as a whole (km/h) or without its denominator (mg/L).
func (w *measure) find() (unitName, bool) {
	square := ""
	if w.square != "" {
		square = w.square + " "
	}
	if unit, ok := unitOf(square + w.unit + "/" + w.per); ok {
		w.per = ""
		return unit, true
	}
	unit, ok := unitOf(square + w.unit)
	return unit, ok && (w.per == "" || per(w.per) != "")
}

// counted returns the denominator: second of m/s, one hundred kilometers of L/100km.
func (w *measure) counted() string {
	if w.share != "" {
		return of(number(w.share), w.share, per(w.per))
	}
	return per(w.per)
}

// looksElse reports whether it is no measure: 5m people are millions, and a unit after a letter
// (F-16V) is part of a designation.
func (w *measure) looksElse(m rewrite.Match) bool {
	glued := w.gap == "" || w.gap == "-"
	switch w.unit {
	case "in":
		return w.stop == "" && !feet().MatchString(m.Before)
	case "C", "F":
		return w.gap != "" || !w.warm(m)
	case "s", "p", "c":
		return w.gap != "" || w.second != "" || !w.usual(m)
	case "K":
		return w.gap != " " || counts(m.After)
	case "m":
		if w.gap == "" && counts(m.After) {
			return true
		}
	case "t", "°":
		if w.gap == "-" {
			return true
		}
	}
	return glued && strings.ContainsAny(w.sign, "-–‑−") && w.sign != "" && !apart(m.Before)
}

// warm reports whether C or F are degrees: 1.5C, -10C, 20C and a 2C target, but not seat 16C and
// the 5C.
func (w *measure) warm(m rewrite.Match) bool {
	high := len(w.first) > 1 && !strings.HasPrefix(m.Before, "-")
	described := is("degrees", wordAfter(m.After))
	return !placeBefore(m.Before) && len(w.first) < 5 && (high || described || is("signs", w.sign))
}

// usual reports whether a letter alone is the unit: 9.58s, but the 1980s; 30p and 97c, but 720p.
func (w *measure) usual(m rewrite.Match) bool {
	if w.unit == "s" {
		return strings.Contains(w.first, ".")
	}
	return len(w.first) < 3 && !placeBefore(m.Before)
}

func (w *measure) figures(before string) string {
	said := number(w.first)
	if w.second != "" {
		said += sayJoiner(w.joiner, before) + number(w.second)
	}
	if w.third != "" {
		said += sayJoiner(w.joiner2, before) + number(w.third)
	}
	if w.magnitude != "" {
		said += " " + magnitudeWord(w.magnitude)
	}
	return said
}

// describes reports whether the measure modifies the noun after it. Millimeters are mostly
// calibers, which nearly always do.
func describes(m rewrite.Match, written string) bool {
	next := wordAfter(m.After)
	if written == "mm" && next != "" && !is("function", next) {
		return true
	}
	return adjective(m) && !strings.HasPrefix(m.After, "-")
}

func sayJoiner(written, before string) string {
	switch trimmed := strings.Trim(written, spaces); trimmed {
	case "by", "×", "x", "х", "*":
		return " by "
	}
	return to(before)
}

// to joins the ends of a range: "between 10-15" is "between ten and fifteen".
func to(before string) string {
	if strings.EqualFold(wordBefore(before), "between") {
		return " and "
	}
	return " to "
}

// per returns the words for a denominator, "" if it is unknown.
func per(written string) string {
	if word := list("per")[written]; word != "" {
		return word
	}
	return units()[written].one
}
