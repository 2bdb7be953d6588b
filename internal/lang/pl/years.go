package pl

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

func yearRules() []rewrite.Rule {
	return []rewrite.Rule{
		{Name: "year", Pattern: `([12]\d{3}) (r\.|roku|rokiem|rok)`, Say: func(m rewrite.Match) (string, bool) {
			ending, word := year(m.Groups[2], european.WordBefore(m.Before))
			return ordinal(european.Atoi(m.Groups[1]), ending) + yearWord(m.Groups[2], word, m), european.Opens(m.Before) && european.Closes(m.After)
		}},
		{Name: "year", Pattern: `(roku|rokiem|rok) ([12]\d{3})`, Say: func(m rewrite.Match) (string, bool) {
			ending, _ := year(m.Groups[1], european.WordBefore(m.Before))
			return m.Groups[1] + " " + ordinal(european.Atoi(m.Groups[2]), ending), european.Opens(m.Before) && european.Closes(m.After)
		}},
		{Name: "year", Pattern: `([12]\d{3})[–-]([12]\d{3})`, Say: func(m rewrite.Match) (string, bool) {
			from, to := european.Atoi(m.Groups[1]), european.Atoi(m.Groups[2])
			said := Alone(int64(from)) + " – " + Alone(int64(to))
			return said, european.Opens(m.Before) && european.Closes(m.After) && european.IsYearRange(from, to, 4)
		}},
		{Name: "year", Pattern: `([12]\d{3})`, Say: func(m rewrite.Match) (string, bool) {
			return ordinal(european.Atoi(m.Groups[1]), ego), european.Opens(m.Before) && european.Closes(m.After) && beforeYear[european.WordBefore(m.Before)]
		}},
		{Name: "year", Pattern: `(lata|latach|lat) ([1-9]0)\.`, Say: func(m rewrite.Match) (string, bool) {
			ending := ych
			if m.Groups[1] == "lata" {
				ending = e
			}
			said := m.Groups[1] + " " + ordinal(european.Atoi(m.Groups[2]), ending)
			if european.EndsSentence(m) {
				said += "."
			}
			return said, european.Opens(m.Before) && european.Closes(m.After)
		}},
		{Name: "ordinal", Pattern: `([IVX]+) (w\.|wieku|wiek)`, Say: func(m rewrite.Match) (string, bool) {
			n := european.RomanNumber(m.Groups[1])
			if n == 0 || !european.Opens(m.Before) || !european.Closes(m.After) {
				return "", false
			}
			ending, _ := year("r."+m.Groups[2], european.WordBefore(m.Before))
			if m.Groups[2] == "wiek" {
				return ordinal(n, y) + " wiek", true
			}
			said := ordinal(n, ending) + " wieku"
			if m.Groups[2] == "w." && european.EndsSentence(m) {
				said += "."
			}
			return said, ending != y
		}},
	}
}

// beforeYear are the months, after which four figures are a year.
var beforeYear = european.WordList("styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień " +
	"styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu latem zimą wiosną jesienią " +
	strings.Join(months, " "))

// year is the ending of a year and its word, by how that word is written and by the word in front.
func year(written, before string) (ending, string) {
	c := hours[before]
	switch {
	case written == "rokiem", c == instrumentalCase:
		return ym, "rokiem"
	case written == "rok", c == unknownCase:
		return y, "rok"
	case c == locativeCase:
		return ym, "roku"
	}
	return ego, "roku"
}
