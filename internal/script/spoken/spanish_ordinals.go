package spoken

import "strings"

func spanishOrdinalRules() []rule {
	return []rule{
		{"ordinal", `(\d{1,2})\.?(er|ero|era|do|da|ro|ra|to|ta|º|ª|°)`, func(m match) (string, bool) {
			n := atoi(m.groups[1])
			if n == 0 || n >= len(spanishOrdinals) || !opens(m.before) || !closes(m.after) {
				return "", false
			}
			return spanishOrdinal(n, m.groups[2])
		}},
		{"ordinal", `([Ss]iglos?) ([IVX]+)`, func(m match) (string, bool) {
			n := romanNumber(m.groups[2])
			return m.groups[1] + " " + spanishAlone(int64(n)), n > 0 && opens(m.before) && closes(m.after)
		}},
	}
}

// spanishOrdinal says an ordinal by its letters, which give the gender. A degree sign is an ordinal's only by mistake.
func spanishOrdinal(n int, letters string) (string, bool) {
	said := spanishOrdinals[n]
	switch {
	case letters == "°":
		return "", false
	case letters == "er":
		return strings.TrimSuffix(said, "o"), n == 1 || n == 3
	case letters == "ª":
		return strings.TrimSuffix(said, "o") + "a", true
	case letters == "º":
		return said, true
	case strings.HasSuffix(letters, "a"):
		said = strings.TrimSuffix(said, "o") + "a"
	}
	return said, strings.HasSuffix(said, letters)
}
