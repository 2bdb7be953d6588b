package inflect

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// reading is one form that a word can be: "области" is the genitive, the dative and the
// prepositional of the singular, and the nominative and accusative of the plural, all feminine.
type reading struct {
	pack.NounClass
	c      string
	plural bool
}

func readingsOf(nouns map[string]noun, cases []string) map[string][]reading {
	readings := map[string][]reading{}
	for _, name := range slices.Sorted(maps.Keys(nouns)) { // in the same order always
		n := nouns[name]
		for _, c := range cases {
			readings[n.singular[c]] = append(readings[n.singular[c]], reading{n.NounClass, c, false})
			readings[n.plural[c]] = append(readings[n.plural[c]], reading{n.NounClass, c, true})
		}
	}
	return readings
}

// readingsAfter are the readings of the noun that follows, behind adjectives. None if the word is
// not known well enough; word is false if no word follows at all.
func (l *language) readingsAfter(after string) (readings []reading, word bool) {
	var adjective []reading
	for i, next := range nextWords(after, 3) {
		if known := l.readings[next]; known != nil {
			return known, true
		}
		if strings.ToLower(next) != next || l.government["count"].words[next] != nil {
			return adjective, i > 0 || strings.ToLower(next) == next
		}
		guess := l.guess(next)
		if !endsIn(next, l.data.Adjectives) {
			if guess != nil {
				return guess, true
			}
			return adjective, true
		}
		if adjective == nil {
			adjective = guess
		}
		word = true
	}
	return adjective, word
}

// guess reads a word by its longest ending that tells something.
func (l *language) guess(next string) []reading {
	const shortest = 3
	if utf8.RuneCountInString(next) < shortest {
		return nil
	}
	var readings []reading
	longest := ""
	for _, e := range l.data.Endings {
		for suffix := range strings.FieldsSeq(e.Endings) {
			if !strings.HasSuffix(next, suffix) || len(suffix) < len(longest) {
				continue
			}
			if len(suffix) > len(longest) {
				longest, readings = suffix, nil
			}
			readings = append(readings, readingsByEnding(e)...)
		}
	}
	return readings
}

func readingsByEnding(e pack.Ending) []reading {
	var readings []reading
	for c := range strings.FieldsSeq(e.Cases) {
		readings = append(readings, reading{pack.NounClass{Gender: e.Gender, Animate: e.Animate}, c, e.Plural})
	}
	return readings
}

func endsIn(word, endings string) bool {
	for ending := range strings.FieldsSeq(endings) {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// nextWords are up to n words that follow with only spaces between.
func nextWords(after string, n int) []string {
	var words []string
	for range n {
		rest := strings.TrimLeft(after, " \u00A0\u202F")
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if end < 0 {
			end = len(rest)
		}
		if end == 0 || len(rest) == len(after) {
			break
		}
		words, after = append(words, rest[:end]), rest[end:]
	}
	return words
}
