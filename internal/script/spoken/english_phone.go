package spoken

import "strings"

// Telephone numbers are said figure by figure, with a pause between their groups, which differ by country. A number is one
// by its plus, by a zero in front, by American hyphens, or by the word before: "call 555-1234".
var englishPhones = []rule{
	{"phone", `(?:\+\d{1,3}<gap>?)?\(\d{1,5}\)(?:<gap>?\d{2,4}){2,5}\b`, enAlone(sayPhone)},
	{"phone", `\+\d{1,3}(?:(?:<gap>|\.)\d{1,4}){2,6}\b`, enAlone(sayPhone)},
	{"phone", `\+\d{9,14}\b`, enAlone(func(m match) (string, bool) { return "plus " + enDigits(m.groups[0]), true })},
	{"phone", `\b0\d{0,4}(?:<gap>\d{2,4}){1,4}\b`, enAlone(sayPhone)},
	{"phone", `\b(?:1<gap>)?\d{3}(?:<gap>\d{3}-\d{4}|\.\d{3}\.\d{4}|-\d{3}-\d{3})\b`, enAlone(sayPhone)},
	{"phone", `\b1-8\d\d-([A-Z]+)\b`, enAlone(func(m match) (string, bool) { // 1-800-FLOWERS
		return enDigits(m.groups[0][:1]) + ", " + enDigits(m.groups[0][2:5]) + ", " + m.groups[1], true
	})},
	{"phone", `\b\d{2,5}(?:<gap>\d{2,4}){1,4}\b`, enAlone(sayDialed)},
	{"phone", `\b(?:911|9-1-1)\b`, enAlone(func(m match) (string, bool) { return "nine one one", enStandsBare(m) && !enCounts(m.after) })},
	{"phone", `\b(\d{3})\b`, enAlone(func(m match) (string, bool) {
		next := enWordAfter(m.after)
		return enDigits(m.groups[1]), enDialed().MatchString(m.before) && (next == "" || enFunction[next]) && enStandsBare(m)
	})},
}

// enDialed ends text behind which a telephone number stands: "call us at ".
var enDialed = lazy(enPattern(`(?i)\b(?:call(?:ed|ing)?|dial(?:l?ed|l?ing)?|hotline|helpline|ring|phone|telephone|tel|ph|fax|mobile|whatsapp|text)[.:]?` +
	`(?: (?:us|him|her|them|me|the|number|hotline|line|at|on|is))* $`))

// enStandsBare tells whether a number has no sign or unit and is no part of a range or name.
func enStandsBare(m match) bool {
	return !strings.ContainsRune("$€£₴#№+-–−", enLastRune(m.before)) && !strings.ContainsRune("%°-–−+", enFirstRune(m.after)) && !enMeasured(m.after)
}

// The figures that numbers have, without a country's: seven in a town, and ITU-T E.164 allows fifteen.
const enShortestPhone, enLongestPhone = 7, 15

// sayPhone says the groups of figures: (202) 555-0147. One that begins with a zero is written with its area's, and longer.
func sayPhone(m match) (string, bool) {
	said := sayPhoneGroups(m.groups[0], enDigits)
	count := len(enUngroupedDigits(m.groups[0]))
	shortest := enShortestPhone
	if m.groups[0][0] == '0' || m.groups[0][0] == '+' {
		shortest += 2
	}
	if m.groups[0][0] == '+' {
		said = "plus " + said
	}
	return said, count >= shortest && count <= enLongestPhone
}

// sayDialed is for what only the word before tells from a range or a count: "call 555-1234", "hotline 15-45".
func sayDialed(m match) (string, bool) {
	figures := enUngroupedDigits(m.groups[0])
	say := enDigits
	if len(figures) < enShortestPhone {
		say = enCode
	}
	grouped := strings.Contains(m.groups[0], "-") || len(figures) >= enShortestPhone
	return sayPhoneGroups(m.groups[0], say), grouped && enDialed().MatchString(m.before) && !enCounts(m.after)
}

func sayPhoneGroups(written string, say func(figures string) string) string {
	groups := strings.FieldsFunc(written, func(r rune) bool { return r < '0' || r > '9' })
	for i, group := range groups {
		groups[i] = say(group)
	}
	return strings.Join(groups, ", ")
}

// enUngroupedDigits are the figures alone.
func enUngroupedDigits(written string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, written)
}
