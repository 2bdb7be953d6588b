package grammar

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/letters"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// shoutedWord matches a word in capitals and the context that shows how it is written in a
// sentence: a digit before it, a full stop or a Roman numeral after it.
var shoutedWord = lazyregexp.New(`(\d?)(\p{Lu}[\pL]*)(\.?)( [IVX]+\b)?`)

// Plain returns a text as the rules expect it: all-caps headlines in sentence case and, in other
// text, months in lower case or title case. The length in bytes does not change.
func (g *Grammar) Plain(text string) string {
	if !isShouting(text) {
		return text
	}
	headline := strings.IndexFunc(text, unicode.IsLower) < 0
	behindStop := false
	var plain strings.Builder
	done := 0
	for _, at := range shoutedWord().FindAllStringSubmatchIndex(text, -1) {
		word := text[at[4]:at[5]]
		figure, stop, roman := at[2] < at[3], at[6] < at[7], at[8] >= 0
		small := g.shouts()[word]
		if small == "" && headline {
			small = g.lowered(word, figure, behindStop || stop || roman)
		}
		behindStop = stop
		if len(small) == len(word) && (headline || g.isMonth(small)) {
			plain.WriteString(text[done:at[4]] + small)
			done = at[5]
		}
	}
	return plain.String() + text[done:]
}

// isShouting reports whether a text has four capitals in a row, as an all-caps word has.
func isShouting(text string) bool {
	const several = 4
	row := 0
	for _, r := range text {
		if !unicode.IsUpper(r) {
			row = 0
			continue
		}
		if row++; row == several {
			return true
		}
	}
	return false
}

func (g *Grammar) isMonth(word string) bool { _, ok := g.months.values[word]; return ok }

// newShouts returns the words of the pack and of CLDR by their spelling in capitals.
func (g *Grammar) newShouts() map[string]string {
	all := map[string]string{}
	for _, names := range []map[string][]string{g.Pack.Units, g.Pack.Currencies, g.Pack.Magnitudes} {
		for name, written := range names {
			for _, short := range append([]string{name}, written...) {
				if len(short) > 1 && strings.ToLower(short) == short {
					all[strings.ToUpper(short)] = short
				}
			}
		}
	}
	for _, name := range slices.Concat(slices.Collect(maps.Keys(g.months.values)), cldr.Weekdays(g.Tag)) {
		all[strings.ToUpper(name)] = name
	}
	return all
}

// lowered returns a word of an all-caps headline as a sentence has it. Initialisms stay. In
// languages that capitalize months, headlines capitalize other words too.
func (g *Grammar) lowered(word string, figures, name bool) string {
	small := strings.ToLower(word)
	_, isJoiner := g.Pack.Numbers.Joiners[small]
	switch {
	case figures && len(small) > 1, isJoiner, isIn(small, g.Pack.Describing.Never):
		return small
	case name:
		return Capitalised(small)
	case !letters.HaveVowel(small) || g.isInitialism(word):
		return word
	case StartsUpper(cldr.Months(g.Tag)[0]):
		return Capitalised(small)
	}
	return small
}

// isInitialism reports whether the pack has the word in capitals and no such word in small letters.
func (g *Grammar) isInitialism(word string) bool {
	return g.initialisms()[word]
}

func (g *Grammar) newInitialisms() map[string]bool {
	all := map[string]bool{}
	for _, table := range g.Pack.Words {
		for word, said := range table {
			if said != "" && g.Pack.Words["ambiguous"][word] == "" {
				all[word] = true
			}
		}
	}
	return all
}
