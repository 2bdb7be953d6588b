package spoken

import "strings"

// A measure is said with its unit's name, singular where it describes a noun: "155-mm shells".
var englishUnits = []rule{
	{"unit", `\b(\d{1,3})[°º] ?(\d{1,2}(?:\.\d+)?)['’′] ?(?:(\d{1,2}(?:\.\d+)?)(?:["”″]|′′|'') ?)?(?:([NSEW])\b)?`, enAlone(sayAngle)},
	{"unit", `(?:\b(\d+) ?)?([½⅓⅔¼¾⅛]) ?([A-Za-z]+[²³]?)\b`, enAlone(sayPartOfUnit)},
	{"unit", `<number> ?([A-Za-z]{1,3})(?: x | ?× ?| by |<to>)<number> ?([A-Za-z]{1,3})`, enAlone(sayUnitTwice)},
	{"unit", `<number>(m|mn|bn|k) (bbl/d|b/d|bpd|bbl|boe/d|boe)\b`, enAlone(func(m match) (string, bool) { // 2m bbl/d
		return enNumber(m.groups[1]) + " " + enMagnitude(m.groups[2]) + " " + enUnits[m.groups[3]].plural(), true
	})},
	{"unit", `<number>-plus-([A-Za-z]+)\b`, enAlone(func(m match) (string, bool) {
		return enNumber(m.groups[1]) + "-plus " + enUnits[m.groups[2]].one, enUnits[m.groups[2]].one != ""
	})},
	{"unit", `(?P<before><sign>)(?P<first><number>)` +
		`(?:(?P<joiner><to>| by | to |-to-| ?[×xх*] ?)(?P<second><number>)(?:(?P<joiner2> ?[×xх*] ?)(?P<third><number>))?)?` +
		`(?: (?P<scale>hundred|thousand|[mbt]r?illion|[mb]l?n))?(?P<link> |-|‑|)` +
		`(?:(?P<square>sq|cu)\.? ?)?(?P<unit>[°º] ?[CFNSEW]\b|[°º℃㎜-㎥㎏]|[A-Za-zµμ]+(?:[²³23]|\^[23])?)` +
		`(?:/(?P<share>\d+)? ?(?P<per>[A-Za-z]+[²³23]?))?(?P<stop>\.?)`, enAlone(sayMeasure)},
	{"unit", `(/)?\b(km/h|km[²³]?|c?m[²³]|m/s|[kMGT]Wh?|kV|mph|mm)`, enAlone(func(m match) (string, bool) {
		unit := enUnits[m.groups[2]]
		switch word := enWordBefore(m.before); {
		case m.groups[1] != "":
			return " per " + unit.one, true
		case word == "per" || word == "a":
			return unit.one, true
		}
		return unit.plural(), true
	})},
	{"unit", `\b(\d)['’′] ?(\d{1,2})["”″]`, enAlone(func(m match) (string, bool) { // 5'11"
		return enNumber(m.groups[1]) + " foot " + enNumber(m.groups[2]), true
	})},
	{"unit", `\b(sq|cu)\. ?(km|m|ft|mi)\b`, enAlone(func(m match) (string, bool) {
		unit, ok := enUnitOf(m.groups[1] + " " + m.groups[2])
		return unit.plural(), ok
	})},
}

// enDotted are units that may have a full stop.
var enDotted = enSet("in hr hrs min mins sec secs ft yd yds lb lbs oz yr yrs mi gal wk wks mo")

// enMeasure is a measure as it is written: "10 km", "30–40 km²", "7.62×39 mm", "1.2 million m³", "5 mg/L", "60 sq. miles".
type enMeasure struct {
	sign, first, joiner, second, joiner2, third, magnitude, gap, square, unit, share, per, stop string
}

func enMeasureOf(m match) enMeasure {
	return enMeasure{
		sign: m.named("before"), first: m.named("first"), joiner: m.named("joiner"), second: m.named("second"),
		joiner2: m.named("joiner2"), third: m.named("third"), magnitude: m.named("scale"), gap: m.named("link"),
		square: m.named("square"), unit: m.named("unit"), share: m.named("share"), per: m.named("per"), stop: m.named("stop"),
	}
}

func sayMeasure(m match) (string, bool) {
	w := enMeasureOf(m)
	if w.unit == "m" && enHours().MatchString(m.before) {
		w.unit = "min"
	}
	unit, ok := w.find()
	if !ok || w.looksElse(m) {
		return "", false
	}
	said := enSigned(w.sign, m.before) + w.figures(m.before) + " "
	one := w.magnitude == "" && w.second == "" && w.first == "1"
	if one || w.gap == "-" || w.gap == "‑" || enDescribes(m, w.unit) {
		said += unit.one
	} else {
		said += unit.plural()
	}
	if w.per != "" {
		said += " per " + w.counted()
	}
	if enDotted[w.unit] && w.stop != "" {
		return said + enStop(m.after), true
	}
	return said + w.stop, true
}

var (
	enHours = lazy(enPattern(`\d ?h $`))  // 2h 30m
	enFeet  = lazy(enPattern(`\d ?ft $`)) // 5 ft 10 in
)

// find looks up the unit, as a whole (km/h) or without what it is counted by (mg/L).
func (w *enMeasure) find() (enUnit, bool) {
	square := ""
	if w.square != "" {
		square = w.square + " "
	}
	if unit, ok := enUnitOf(square + w.unit + "/" + w.per); ok {
		w.per = ""
		return unit, true
	}
	unit, ok := enUnitOf(square + w.unit)
	return unit, ok && (w.per == "" || enPer(w.per) != "")
}

// counted is what the measure is counted by: second of m/s, one hundred kilometers of L/100km.
func (w *enMeasure) counted() string {
	if w.share != "" {
		return enOf(enNumber(w.share), w.share, enPer(w.per))
	}
	return enPer(w.per)
}

// looksElse: 5m people are millions, and what is joined to a letter in front (F-16V) is a designation.
func (w *enMeasure) looksElse(m match) bool {
	glued := w.gap == "" || w.gap == "-"
	switch w.unit {
	case "in":
		return w.stop == "" && !enFeet().MatchString(m.before)
	case "C", "F":
		return w.gap != "" || !w.warm(m)
	case "s", "p", "c":
		return w.gap != "" || w.second != "" || !w.usual(m)
	case "K":
		return w.gap != " " || enCounts(m.after)
	case "m":
		if w.gap == "" && enCounts(m.after) {
			return true
		}
	case "t", "°":
		if w.gap == "-" {
			return true
		}
	}
	return glued && strings.ContainsAny(w.sign, "-–‑−") && w.sign != "" && !enApart(m.before)
}

// warm tells whether C or F are degrees: 1.5C, -10C, 20C and a 2C target, but not seat 16C and the 5C.
func (w *enMeasure) warm(m match) bool {
	high := len(w.first) > 1 && !strings.HasPrefix(m.before, "-")
	described := enDegrees[enWordAfter(m.after)]
	return !enPlaceBefore(m.before) && len(w.first) < 5 && (high || described || enSigns[w.sign] != "")
}

var enDegrees = enSet("goal target limit warming rise threshold above below heat cold temperature temperatures cooler warmer hotter")

// usual tells whether a letter alone is the unit: 9.58s, but the 1980s; 30p and 97c, but 720p.
func (w *enMeasure) usual(m match) bool {
	if w.unit == "s" {
		return strings.Contains(w.first, ".")
	}
	return len(w.first) < 3 && !enPlaceBefore(m.before)
}

func (w *enMeasure) figures(before string) string {
	said := enNumber(w.first)
	if w.second != "" {
		said += enJoiner(w.joiner, before) + enNumber(w.second)
	}
	if w.third != "" {
		said += enJoiner(w.joiner2, before) + enNumber(w.third)
	}
	if w.magnitude != "" {
		said += " " + enMagnitude(w.magnitude)
	}
	return said
}

// enDescribes: millimeters are calibers, which nearly always describe what follows.
func enDescribes(m match, written string) bool {
	next := enWordAfter(m.after)
	if written == "mm" && next != "" && !enFunction[next] {
		return true
	}
	return enAdjective(m) && !strings.HasPrefix(m.after, "-")
}

func enJoiner(written, before string) string {
	switch trimmed := strings.Trim(written, enSpaces); trimmed {
	case "by", "×", "x", "х", "*":
		return " by "
	}
	return enTo(before)
}

// enTo joins the ends of a range: "between 10-15" is "between ten and fifteen".
func enTo(before string) string {
	if strings.EqualFold(enWordBefore(before), "between") {
		return " and "
	}
	return " to "
}

// enPer is what a measure is counted by, or "" if it is not known.
func enPer(written string) string {
	switch written {
	case "d", "day":
		return "day"
	case "s":
		return "second"
	case "s²", "s2":
		return "second squared"
	case "hour", "minute", "second", "month", "year", "week", "person", "barrel", "capita":
		return written
	}
	return enUnits[written].one
}
