package grammar

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// reading is one possible analysis of a word. "области" has several, all feminine: genitive, dative
// and prepositional singular, nominative and accusative plural.
type reading struct {
	pack.Class
	c      string
	plural bool
}

// readNouns indexes the readings of the pack's nouns and endings.
func (g *Grammar) readNouns() {
	g.readings, g.endings = map[string][]reading{}, map[string][]reading{}
	for _, name := range slices.Sorted(maps.Keys(g.nouns)) { // in the same order always
		n := g.nouns[name]
		for i, c := range g.cases {
			if g.inflects {
				g.readings[n.Form(false, i)] = append(g.readings[n.Form(false, i)], reading{n.Class, c, false})
				g.readings[n.Form(true, i)] = append(g.readings[n.Form(true, i)], reading{n.Class, c, true})
			}
		}
	}
	for _, n := range g.nouns {
		if n.Dative != "" {
			g.readings[n.Dative] = []reading{{n.Class, dative, false}, {n.Class, locative, false}}
		}
	}
	for word, gender := range byWord(g.Pack.Counted.Genders) {
		ending, isEnding := strings.CutPrefix(word, "-")
		known := []reading{{pack.Class{Gender: gender}, nominative, true}}
		if isEnding {
			g.endings[ending] = known
		} else {
			g.readings[word] = known
		}
	}
	for _, e := range g.Pack.Counted.Endings {
		for ending := range strings.FieldsSeq(e.Endings) {
			g.endings[ending] = append(g.endings[ending], readingsByEnding(e)...)
		}
	}
}

func readingsByEnding(e pack.Ending) []reading {
	var readings []reading
	for c := range strings.FieldsSeq(e.Cases) {
		readings = append(readings, reading{pack.Class{Gender: e.Gender, Animate: e.Animate}, c, e.Plural})
	}
	return readings
}

// readingsAfter returns the readings of the noun that follows, after any adjectives. It returns
// none if the word is not known well enough; word is false if no noun follows.
func (g *Grammar) readingsAfter(after string) (readings []reading, word bool) {
	if quoted := strings.TrimLeft(after, " \u00A0\u202F"); quoted != after && strings.IndexAny(quoted, quotes) == 0 {
		readings = g.quoted(strings.TrimLeft(quoted, quotes))
		return readings, len(readings) > 0
	}
	var adjective []reading
	for i, next := range nextWords(after, 3) {
		if known := g.readings[next]; known != nil {
			return g.shownBy(adjective, known), true
		}
		if ending := strings.TrimLeftFunc(next, unicode.IsUpper); ending != "" && len(next)-len(ending) > 3 { // КАБами
			if readings = g.named(strings.ToLower(next)); len(readings) > 0 {
				return readings, true
			}
		}
		isName := strings.ToLower(next) != next
		if isName || g.governs["numbers"].words[next] != nil || isIn(next, g.Pack.Counted.NoNouns) {
			return adjective, i > 0 || !isName && !isIn(next, g.Pack.Counted.NoNouns)
		}
		guess, ok := g.guess(next)
		if ok && guess == nil && i == 0 { // a verb: "рейс 752 збили"
			return nil, false
		}
		if !endsIn(next, g.Pack.Counted.Adjectives) {
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

const quotes = "«„“\""

// quoted returns the readings of a name in quotes whose ending shows them: 8 «Калібрами».
func (g *Grammar) quoted(name string) []reading {
	return g.named(strings.ToLower(strings.Join(nextWords(" "+name, 1), "")))
}

// named returns the readings of a name in lower case: of a known noun, or of an ending of the
// plural.
func (g *Grammar) named(name string) []reading {
	if known := g.readings[name]; known != nil {
		return known
	}
	guess, _ := g.guess(name)
	return slices.DeleteFunc(slices.Clone(guess), func(r reading) bool { return !r.plural })
}

// shownBy returns the readings of a noun that is not declined which the adjective before it shows:
// "118 ударними БпЛА" is an instrumental.
func (g *Grammar) shownBy(adjective, noun []reading) []reading {
	if len(adjective) == 0 || len(noun) < 2*len(g.cases) {
		return noun
	}
	return slices.DeleteFunc(slices.Clone(noun), func(r reading) bool {
		return !slices.ContainsFunc(adjective, func(a reading) bool { return a.c == r.c && a.plural == r.plural })
	})
}

// guess returns the readings of the word's longest known ending. For a verb it returns no readings
// and true.
func (g *Grammar) guess(next string) ([]reading, bool) {
	const shortest = 3
	if utf8.RuneCountInString(next) < shortest {
		return nil, false
	}
	return longestEnding(g.endings, next)
}

// longestEnding returns the value of the longest of the endings that the word has.
func longestEnding[V any](endings map[string]V, word string) (what V, ok bool) {
	for i := range word {
		if what, ok = endings[word[i:]]; ok {
			return what, true
		}
	}
	return what, false
}

// agreement returns the form of an adjective that agrees with the noun. The accusative of living
// beings equals the genitive.
func (r reading) agreement() agreement {
	a := agreement{gender: r.Gender, c: r.c}
	if r.plural {
		a.gender = "plural"
	}
	if r.Animate && r.c == accusative && (r.plural || r.Gender == "masculine") {
		a.c = genitive
	}
	return a
}
