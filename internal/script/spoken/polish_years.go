package spoken

import "strings"

func polishYearRules() []rule {
	return []rule{
		{"year", `([12]\d{3}) (r\.|roku|rokiem|rok)`, func(m match) (string, bool) {
			ending, word := polishYear(m.groups[2], wordBefore(m.before))
			return polishOrdinal(atoi(m.groups[1]), ending) + polishYearWord(m.groups[2], word, m), opens(m.before) && closes(m.after)
		}},
		{"year", `(roku|rokiem|rok) ([12]\d{3})`, func(m match) (string, bool) {
			ending, _ := polishYear(m.groups[1], wordBefore(m.before))
			return m.groups[1] + " " + polishOrdinal(atoi(m.groups[2]), ending), opens(m.before) && closes(m.after)
		}},
		{"year", `([12]\d{3})[–-]([12]\d{3})`, func(m match) (string, bool) {
			from, to := atoi(m.groups[1]), atoi(m.groups[2])
			said := polishAlone(int64(from)) + " – " + polishAlone(int64(to))
			return said, opens(m.before) && closes(m.after) && isYearRange(from, to, 4)
		}},
		{"year", `([12]\d{3})`, func(m match) (string, bool) {
			return polishOrdinal(atoi(m.groups[1]), polishEgo), opens(m.before) && closes(m.after) && polishBeforeYear[wordBefore(m.before)]
		}},
		{"year", `(lata|latach|lat) ([1-9]0)\.`, func(m match) (string, bool) {
			ending := polishYch
			if m.groups[1] == "lata" {
				ending = polishE
			}
			said := m.groups[1] + " " + polishOrdinal(atoi(m.groups[2]), ending)
			if endsSentence(m) {
				said += "."
			}
			return said, opens(m.before) && closes(m.after)
		}},
		{"ordinal", `([IVX]+) (w\.|wieku|wiek)`, func(m match) (string, bool) {
			n := romanNumber(m.groups[1])
			if n == 0 || !opens(m.before) || !closes(m.after) {
				return "", false
			}
			ending, _ := polishYear("r."+m.groups[2], wordBefore(m.before))
			if m.groups[2] == "wiek" {
				return polishOrdinal(n, polishY) + " wiek", true
			}
			said := polishOrdinal(n, ending) + " wieku"
			if m.groups[2] == "w." && endsSentence(m) {
				said += "."
			}
			return said, ending != polishY
		}},
	}
}

// polishBeforeYear are the months, after which four figures are a year.
var polishBeforeYear = wordList("styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień " +
	"styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu latem zimą wiosną jesienią " +
	strings.Join(polishMonths, " "))

// polishYear is the ending of a year and its word, by how that word is written and by the word in front.
func polishYear(written, before string) (polishEnding, string) {
	c := polishHours[before]
	switch {
	case written == "rokiem", c == polishInstrumental:
		return polishYm, "rokiem"
	case written == "rok", c == polishUnknown:
		return polishY, "rok"
	case c == polishLocative:
		return polishYm, "roku"
	}
	return polishEgo, "roku"
}
