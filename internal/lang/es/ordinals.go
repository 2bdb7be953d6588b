package es

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

func ordinalRules() []rewrite.Rule {
	return []rewrite.Rule{
		{Name: "ordinal", Pattern: `(\d{1,2})\.?(er|ero|era|do|da|ro|ra|to|ta|º|ª|°)`, Say: func(m rewrite.Match) (string, bool) {
			n := european.Atoi(m.Groups[1])
			if n == 0 || n >= len(ordinals) || !european.Opens(m.Before) || !european.Closes(m.After) {
				return "", false
			}
			return ordinal(n, m.Groups[2])
		}},
		{Name: "ordinal", Pattern: `([Ss]iglos?) ([IVX]+)`, Say: func(m rewrite.Match) (string, bool) {
			n := european.RomanNumber(m.Groups[2])
			return m.Groups[1] + " " + Alone(int64(n)), n > 0 && european.Opens(m.Before) && european.Closes(m.After)
		}},
	}
}

// ordinal says an ordinal by its letters, which give the gender. A degree sign is an ordinal's only by mistake.
func ordinal(n int, letters string) (string, bool) {
	said := ordinals[n]
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
