package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Telephone numbers are said digit by digit, with a pause between their groups, which differ by
// country. A number is a telephone number by its plus, a leading zero, American hyphens, or the
// word before: "call 555-1234".
var phoneRules = []rewrite.Rule{
	{Name: "phone", Pattern: `(?:\+\d{1,3}<gap>?)?\(\d{1,5}\)(?:<gap>?\d{2,4}){2,5}\b`, Say: alone(sayPhone)},
	{Name: "phone", Pattern: `\+\d{1,3}(?:(?:<gap>|\.)\d{1,4}){2,6}\b`, Say: alone(sayPhone)},
	{Name: "phone", Pattern: `\+\d{9,14}\b`, Say: alone(func(m rewrite.Match) (string, bool) { return "plus " + digits(m.Groups[0]), true })},
	{Name: "phone", Pattern: `\b0\d{0,4}(?:<gap>\d{2,4}){1,4}\b`, Say: alone(sayPhone)},
	{Name: "phone", Pattern: `\b(?:1<gap>)?\d{3}(?:<gap>\d{3}-\d{4}|\.\d{3}\.\d{4}|-\d{3}-\d{3})\b`, Say: alone(sayPhone)},
	{Name: "phone", Pattern: `\b1-8\d\d-([A-Z]+)\b`, Say: alone(func(m rewrite.Match) (string, bool) { // 1-800-FLOWERS
		return digits(m.Groups[0][:1]) + ", " + digits(m.Groups[0][2:5]) + ", " + m.Groups[1], true
	})},
	{Name: "phone", Pattern: `\b\d{2,5}(?:<gap>\d{2,4}){1,4}\b`, Say: alone(sayDialed)},
	{Name: "phone", Pattern: `\b(?:911|9-1-1)\b`, Say: alone(func(m rewrite.Match) (string, bool) { return "nine one one", standsBare(m) && !counts(m.After) })},
	{Name: "phone", Pattern: `\b(\d{3})\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		next := wordAfter(m.After)
		return digits(m.Groups[1]), dialed().MatchString(m.Before) && (next == "" || is("function", next)) && standsBare(m)
	})},
}

// dialed matches the end of text after which a telephone number comes: "call us at ".
var dialed = rewrite.Lazy(pattern(`(?i)\b(?:call(?:ed|ing)?|dial(?:l?ed|l?ing)?|hotline|helpline|ring|phone|telephone|tel|ph|fax|mobile|whatsapp|text)[.:]?` +
	`(?: (?:us|him|her|them|me|the|number|hotline|line|at|on|is))* $`))

// standsBare reports whether a number has no sign or unit and is not part of a range or name.
func standsBare(m rewrite.Match) bool {
	return !strings.ContainsRune("$€£₴#№+-–−", lastRune(m.Before)) && !strings.ContainsRune("%°-–−+", firstRune(m.After)) && !measured(m.After)
}

// The number of digits without the country's: seven within a town; ITU-T E.164 allows fifteen.
const shortestPhone, longestPhone = 7, 15

// sayPhone says the groups of digits: (202) 555-0147. A number with a leading zero includes the
// area's and is longer.
func sayPhone(m rewrite.Match) (string, bool) {
	said := sayPhoneGroups(m.Groups[0], digits)
	count := len(ungroupedDigits(m.Groups[0]))
	shortest := shortestPhone
	if m.Groups[0][0] == '0' || m.Groups[0][0] == '+' {
		shortest += 2
	}
	if m.Groups[0][0] == '+' {
		said = "plus " + said
	}
	return said, count >= shortest && count <= longestPhone
}

// sayDialed says numbers that only the word before tells from a range or a count: "call 555-1234",
// "hotline 15-45".
func sayDialed(m rewrite.Match) (string, bool) {
	figures := ungroupedDigits(m.Groups[0])
	say := digits
	if len(figures) < shortestPhone {
		say = code
	}
	grouped := strings.Contains(m.Groups[0], "-") || len(figures) >= shortestPhone
	return sayPhoneGroups(m.Groups[0], say), grouped && dialed().MatchString(m.Before) && !counts(m.After)
}

func sayPhoneGroups(written string, say func(figures string) string) string {
	groups := strings.FieldsFunc(written, func(r rune) bool { return r < '0' || r > '9' })
	for i, group := range groups {
		groups[i] = say(group)
	}
	return strings.Join(groups, ", ")
}

// ungroupedDigits returns only the digits.
func ungroupedDigits(written string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, written)
}
