package de

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

var months = strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")

// monthNames has the months as they are written, shortened too.
var monthNames = map[string]int{
	"Januar": 1, "Jänner": 1, "Februar": 2, "März": 3, "April": 4, "Mai": 5, "Juni": 6, "Juli": 7, "August": 8,
	"September": 9, "Oktober": 10, "November": 11, "Dezember": 12,
	"Jan.": 1, "Feb.": 2, "Febr.": 2, "Mär.": 3, "Apr.": 4, "Jun.": 6, "Jul.": 7, "Aug.": 8, "Sep.": 9, "Sept.": 9,
	"Okt.": 10, "Nov.": 11, "Dez.": 12,
}

func dateRules() []rewrite.Rule {
	names := grammar.NewTable(monthNames)
	month := `(` + names.Pattern + `)`
	const day, year = `(\d{1,2})\.`, `(?: (\d{4}))?`
	return []rewrite.Rule{
		{Name: "date", Pattern: day + `(?: ?(–|-|/|bis zum|bis|und|oder|auf den) ?` + day + `)? ?` + month + year, Say: func(m rewrite.Match) (string, bool) {
			first, joiner, last, of, year := m.Groups[1], m.Groups[2], m.Groups[3], names.Of(m.Groups[4]), m.Groups[5]
			if !grammar.Opens(m.Before) || !grammar.Closes(m.After) || !grammar.IsDay(first) || joiner != "" && !grammar.IsDay(last) {
				return "", false
			}
			if joiner == "" {
				return date(grammar.Atoi(first), of, year, m)
			}
			ending := dayEnding(m.Before)
			said, ok := date(grammar.Atoi(last), of, year, rewrite.Match{Before: "am "})
			return ordinal(grammar.Atoi(first)) + ending + " " + sayJoiner(joiner) + " " + said, ok
		}},
		{Name: "date", Pattern: `(\d{1,2})\.(\d{1,2})\.`, Say: func(m rewrite.Match) (string, bool) {
			if !grammar.Opens(m.Before) || !grammar.Closes(m.After) || !grammar.IsDay(m.Groups[1]) || !grammar.IsMonth(m.Groups[2]) {
				return "", false
			}
			said, ok := date(grammar.Atoi(m.Groups[1]), grammar.Atoi(m.Groups[2]), "", m)
			if BlankAfter(m) {
				said += "."
			}
			return said, ok
		}},
		{Name: "year", Pattern: `(\d{2}|\d{4})er`, Say: func(m rewrite.Match) (string, bool) {
			stem := yearWords(grammar.Atoi(m.Groups[1]))
			after := strings.TrimLeft(m.After, "- \u00A0")
			return stem + "er", grammar.Opens(m.Before) && m.Groups[1][len(m.Groups[1])-1] == '0' && grammar.Atoi(m.Groups[1]) > 0 &&
				(grammar.Closes(m.After) || strings.HasPrefix(after, "Jahre"))
		}},
		{Name: "year", Pattern: `(\d{4})(–|-|/| bis )(\d{4}|\d{2})`, Say: func(m rewrite.Match) (string, bool) {
			from, to := grammar.Atoi(m.Groups[1]), grammar.Atoi(m.Groups[3])
			if !grammar.Opens(m.Before) || !grammar.Closes(m.After) || !IsYearRange(from, to, len(m.Groups[3])) {
				return "", false
			}
			joiner := " bis "
			if m.Groups[2] == "/" || from%100+1 == to {
				joiner = " "
			}
			return yearWords(from) + joiner + yearWords(to), true
		}},
	}
}

func sayJoiner(written string) string {
	if written == "–" || written == "-" || written == "/" {
		return "bis"
	}
	return written
}

// IsYearRange reports whether two numbers, the second of so many figures, are years.
func IsYearRange(from, to, figures int) bool {
	if figures == 2 {
		to += from / 100 * 100
	}
	return from >= 1000 && from < to && to <= 2100
}

// date says day, month and year; the word in front decides the ending of the day.
func date(day, month int, year string, m rewrite.Match) (string, bool) {
	said := ordinal(day) + dayEnding(m.Before) + " " + months[month-1]
	if year == "" {
		return said, true
	}
	if len(year) == 2 && year[0] == '0' {
		said += " null"
	}
	return said + " " + yearWords(grammar.Atoi(year)), true
}

var (
	weak     = grammar.WordList("am vom zum beim im dem den des ab bis seit nach vor diesem diesen jedem jeden auf")
	weekdays = grammar.WordList("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")
)

// dayEnding is that of "der dritte", "am dritten" and, where no article is in front, "dritter Mai".
func dayEnding(before string) string {
	words := grammar.LastWords(strings.TrimRight(before, ", "), 2)
	word := strings.ToLower(words[0])
	if weekdays[word] {
		word = strings.ToLower(words[1])
	}
	switch {
	case word == "der", word == "dieser":
		return "e"
	case weak[word]:
		return "en"
	}
	return "er"
}
