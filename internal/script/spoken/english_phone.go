package spoken

import "strings"

// Telephone numbers are said figure by figure, with a pause between groups.
var englishPhones = []rule{
	{"phone", `(?:\+\d{1,3}<gap>?)?\(\d{2,4}\)<gap>?\d{2,4}(?:<gap>?\d{2,4}){1,3}\b`, enAlone(sayPhone)},
	{"phone", `\+\d{1,3}(?:<gap>\d{2,4}){2,5}\b`, enAlone(sayPhone)},
	{"phone", `\+\d{9,14}\b`, enAlone(func(m match) (string, bool) { return "plus " + enDigits(m.groups[0]), true })},
	{"phone", `\b(?:1-)?(?:\d{3}(?:<gap>|\.)\d{3}[-.]\d{4}|8\d\d-\d{3}-\d{3}|0-800-\d{3}-\d{3}|0 800 \d{3} \d{3})\b`, enAlone(sayPhone)},
	{"phone", `\b1-8\d\d-([A-Z]+)\b`, enAlone(func(m match) (string, bool) { // 1-800-FLOWERS
		return enDigits(m.groups[0][:1]) + ", " + enDigits(m.groups[0][2:5]) + ", " + m.groups[1], true
	})},
	{"phone", `\b\d{3}-0\d{3}\b`, enAlone(sayPhone)},
	{"phone", `\b0\d{2,3}(?:<gap>\d{2,3}){2,3}\b`, enAlone(sayPhone)},
	{"phone", `\b(\d\d)-(\d\d)\b`, enAlone(func(m match) (string, bool) {
		return enCode(m.groups[1]) + " " + enCode(m.groups[2]), enWordBefore(m.before) == "hotline"
	})},
	{"phone", `\b(?:911|9-1-1)\b`, enAlone(func(m match) (string, bool) { return "nine one one", enStandsBare(m) && !enCounts(m.after) })},
	{"phone", `\b(\d{3})\b`, enAlone(func(m match) (string, bool) {
		next := enWordAfter(m.after)
		dialed := enDialed[strings.ToLower(enWordBefore(m.before))] && (next == "" || enFunction[next])
		return enDigits(m.groups[1]), dialed && enStandsBare(m)
	})},
}

var enDialed = enSet("call called calling dial dialed dialled dialing hotline ring phone telephone helpline")

// enStandsBare tells whether a number has no sign or unit and is no part of a range or name.
func enStandsBare(m match) bool {
	return !strings.ContainsRune("$€£₴#№+-–−", enLastRune(m.before)) && !strings.ContainsRune("%°-–−+", enFirstRune(m.after)) && !enMeasured(m.after)
}

// sayPhone says the groups of figures: (202) 555-0147.
func sayPhone(m match) (string, bool) {
	groups := strings.FieldsFunc(m.groups[0], func(r rune) bool { return r < '0' || r > '9' })
	for i, group := range groups {
		groups[i] = enDigits(group)
	}
	said := strings.Join(groups, ", ")
	if strings.HasPrefix(m.groups[0], "+") {
		said = "plus " + said
	}
	return said, true
}
