// Package lexicon has the pronunciation of names and other words that voices get wrong.
//
// A [List] holds the entries for one language, from a PLS file ([W3C Pronunciation Lexicon
// Specification 1.0]). A [Lexicon] is a few lists in order of precedence; it finds the words of a
// text that have entries. It does not change the text: package script, its caller, replaces words
// with their aliases or marks them up with their IPA. The lexicon commands edit lists. Except for
// [Load], [Save] and [Edit] the package is pure.
//
// [W3C Pronunciation Lexicon Specification 1.0]:
// https://www.w3.org/TR/2008/REC-pronunciation-lexicon-20081014/
package lexicon

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
)

// Lexicon finds the words of a text for which its layers have entries. It is immutable, and cheap
// to make from existing layers: each article has its own.
type Lexicon struct {
	layers   []*Layer
	suffixes []string
	sounds   []string // of suffixes: see soundOf
}

// New makes a lexicon for texts in language (BCP 47). The layer of highest precedence comes first:
// the article's, the site's, the built-in one. New ignores layers for other languages; a layer for
// "en" also applies to "en-GB".
func New(language string, layers ...*Layer) *Lexicon {
	lex := &Lexicon{suffixes: suffixesOf(language), sounds: lang.PhrasesIn(language, "sounds of name endings")}
	for _, layer := range layers {
		if layer != nil && serves(layer.list.Language, language) {
			lex.layers = append(lex.layers, layer)
		}
	}
	return lex
}

// serves reports whether a list for one language applies to texts in another: the same language, or
// a narrower one.
func serves(list, text string) bool {
	list, text = canonical(list), canonical(text)
	return text == list || strings.HasPrefix(text, list+"-")
}

// canonical returns a tag in lower case with hyphens.
func canonical(tag string) string { return strings.ReplaceAll(strings.ToLower(tag), "_", "-") }

// Match is a place in a text that has an entry.
type Match struct {
	Start, End int    // bytes of the text; End is exclusive
	Layer      string // the name of the entry's layer
	Entry      Entry  // the matching entry
	Alias      string // what to say instead, with the text's suffix, such as 's; the text as written if the entry has no alias
	IPA        string // the same in IPA; "" if the entry has none
}

// Find returns the matches in text, in order: whole words, without overlap. If several entries
// match, the one with the most words wins, then the one in the higher layer, then the one with the
// text's exact capitalization. Time is linear in the text, however many entries there are.
func (l *Lexicon) Find(text string) []Match {
	var found []Match
	r := read(text)
	for i := 0; i < r.len(); {
		m, n := l.longestAt(r, i)
		if n > 0 {
			found = append(found, m)
		}
		i += max(n, 1)
	}
	return found
}

// longestAt returns the match with the most tokens that begins at token i, and their number; 0 if
// there is no match.
func (l *Lexicon) longestAt(r reading, i int) (Match, int) {
	for n := min(l.reach(r, i), r.len()-i); n > 0; n-- {
		if m, ok := l.phrase(r, i, i+n); ok {
			return m, n
		}
	}
	return Match{}, 0
}

// reach returns the number of tokens of the longest entry that begins with token i.
func (l *Lexicon) reach(r reading, i int) int {
	_, first := r.keys(i, i+1)
	longest := 0
	for _, suffix := range l.suffixes {
		stem, ok := strings.CutSuffix(first, suffix)
		for _, layer := range l.layers {
			if ok {
				longest = max(longest, layer.reach[stem])
			}
		}
	}
	return longest
}

// phrase returns the match of exactly the tokens from i to j (exclusive).
func (l *Lexicon) phrase(r reading, i, j int) (Match, bool) {
	cased, folded := r.keys(i, j)
	for _, suffix := range l.suffixes {
		stem, ok := cutSuffix(folded, suffix)
		if !ok {
			continue
		}
		for _, layer := range l.layers {
			if e := layer.lookUp(cased[:len(cased)-len(suffix)], stem); e != nil {
				return l.newMatch(r.text, r.tokens[i].start, r.tokens[j-1].end, layer.name, e, suffix), true
			}
		}
	}
	return Match{}, false
}

func (l *Lexicon) newMatch(text string, start, end int, layer string, e *Entry, suffix string) Match {
	m := Match{Start: start, End: end, Layer: layer, Entry: *e, Alias: text[start:end]}
	if e.Alias != "" {
		m.Alias = e.Alias + suffix
	}
	if e.IPA != "" {
		m.IPA = e.IPA + l.soundOf(suffix, e.IPA)
	}
	return m
}
