package spoken

import "strings"

// Years are said in pairs. Four figures without a comma are a year, as news write counts with one, unless what follows is
// counted; before 1900 only if something before says so.
var englishYears = []rule{
	{"year", `\b([12]\d)(\d0)['’]?s\b`, enAlone(func(m match) (string, bool) {
		return enDecade(m.groups[1] + m.groups[2]), true
	})},
	{"year", `['’‘]([2-9]0)s\b`, func(m match) (string, bool) {
		return enPlural(enCardinal(enInt(m.groups[1]))), enApart(m.before)
	}},
	{"year", `\b([2-9]0)s\b`, enAlone(func(m match) (string, bool) { return enPlural(enCardinal(enInt(m.groups[1]))), true })},
	{"year", `\b<year>(<dash>|/)((?:1[5-9]|20)\d\d|\d\d)\b`, enAlone(sayYears)},
	{"year", `\b<year><dash>(present|today|now)\b`, enAlone(func(m match) (string, bool) {
		return enYear(enInt(m.groups[1])) + " to " + m.groups[2], true
	})},
	{"year", `\b([12]\d{3})\b`, enAlone(sayYear)},
	{"year", `['’‘](\d\d)\b`, enAlone(func(m match) (string, bool) {
		said := enBelowHundred(enInt(m.groups[1]))
		if m.groups[1][0] == '0' {
			said = "oh " + said
		}
		return said, enApart(m.before) && !strings.HasPrefix(m.after, "'") && (m.before == "" || enYearly[strings.ToLower(enWordBefore(m.before))])
	})},
	{"year", `\b(Q[1-4]|H[12]) ?['’‘](\d\d)\b`, enAlone(func(m match) (string, bool) {
		return m.groups[1][:1] + " " + enNumber(m.groups[1][1:]) + " " + enYear(2000+enInt(m.groups[2])), true
	})},
	{"year", `\b00s\b`, enAlone(func(m match) (string, bool) { return "two thousands", true })},
}

// enDecade says the plural of a year: nineteen nineties, two thousands.
func enDecade(figures string) string { return enPlural(enYear(enInt(figures))) }

// sayYears is for 2014-2022, 2022–24 and the season 2023/24. The second year is said in full, as it is understood best.
func sayYears(m match) (string, bool) {
	first, last := m.groups[1], m.groups[3]
	if len(last) == 2 {
		last = first[:2] + last
	}
	next := m.after != "" && strings.ContainsAny(m.after[:1], "-/%")
	if next || enInt(last) <= enInt(first) || enCounts(m.after) || enMeasured(m.after) {
		return "", false
	}
	if m.groups[2] == "/" {
		return enYear(enInt(first)) + " " + enYear(enInt(last)), true
	}
	return enYear(enInt(first)) + enTo(m.before) + enYear(enInt(last)), true
}

func sayYear(m match) (string, bool) {
	n := enInt(m.groups[1])
	before := strings.ToLower(enWordBefore(m.before))
	last := ""
	if m.before != "" {
		last = m.before[len(m.before)-1:]
	}
	switch {
	case enCounts(m.after), enMeasured(m.after), enNumbered[before], strings.ContainsAny(last, "+/$#"), enBehindFigure(m.before), n > 2199:
		return "", false
	case n >= 1900, enYearly[before], strings.HasSuffix(m.before, "("), strings.HasSuffix(m.before, "ca. "), strings.HasSuffix(m.before, " c. "), enIsMonth(before):
		return enYear(n), true
	}
	return "", false
}

// enBehindFigure: 5-2022 is a code, mid-2022 a year.
func enBehindFigure(before string) bool {
	stem, joined := strings.CutSuffix(before, "-")
	return joined && stem != "" && (startsFigure(stem[len(stem)-1:]) || enIsUpper(stem[len(stem)-1:]))
}

func enIsMonth(word string) bool {
	for _, month := range enMonths {
		if strings.EqualFold(month, word) {
			return true
		}
	}
	return false
}

// enMeasured tells whether a unit or currency follows.
func enMeasured(after string) bool {
	word := enWordAfter(after)
	_, unit := enUnits[word]
	_, currency := enCurrencies[word]
	return unit || currency || strings.HasPrefix(after, "%")
}

// enYearly are words before a year, enNumbered those before a number that looks like one.
var (
	enYearly = enSet(`in since until till by from of to around circa between and year before after during early late mid summer winter
		spring autumn fall the class season`)
	enNumbered = enSet("article articles number numbers no nos resolution bill decree order page pages room flight about nearly over almost exactly")
)
