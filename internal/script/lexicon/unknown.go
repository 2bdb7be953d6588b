package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
)

// Name is a name in a text, with the number of its occurrences.
type Name struct {
	Text  string // as it first occurs
	Count int
}

// Unknown returns the names in a text in language (BCP 47) that no entry of the lexicon covers, in
// order of first appearance. A name is a word with a capital letter within a sentence; or one at
// the beginning of two sentences that never occurs in lower case; or one at the beginning of one
// sentence that looks like a name there (opening.go). Unknown omits initialisms, and words that any
// voice pronounces correctly. It ignores lines that are capitalized throughout, such as English
// headlines. Each form of a declined name is listed separately. In German every noun looks like a
// name.
func Unknown(language, text string, lex *Lexicon) []Name {
	s := survey{common: commonOf(language), lower: map[string]bool{}, at: map[string]int{}}
	s.suffixes = suffixesOf(language)
	s.opening = openingOf(language)
	s.smallInTitles = strings.Fields(strings.Join(lang.PhrasesIn("en", "small in titles"), " "))
	for line := range strings.Lines(text) {
		s.readLine(read(line), lex.Find(line))
	}
	return s.names()
}

// readLine surveys one line; covered are the parts that the lexicon has.
func (s *survey) readLine(r reading, covered []Match) {
	begins, title := true, s.isTitle(r)
	for i := 0; i < r.len(); {
		n := nameAt(r, i)
		start, end := r.tokens[i].start, r.tokens[i+max(n, 1)-1].end
		for len(covered) > 0 && covered[0].End <= start {
			covered = covered[1:]
		}
		if n > 0 && !title && (len(covered) == 0 || end <= covered[0].Start) {
			s.note(r.text[start:end], begins, begins && s.opening.isName(r, i, i+n))
		}
		s.noteLower(r, i)
		begins = s.sentenceBegins(r, i+max(n, 1)-1, begins)
		i += max(n, 1)
	}
}

// isTitle reports whether a line is capitalized throughout, like an English headline: it has no
// full stop, and its only lower-case words are those that such headlines allow.
func (s *survey) isTitle(r reading) bool {
	words := 0
	for i := range r.len() {
		cased, folded := r.keys(i, i+1)
		first, _ := utf8.DecodeRuneInString(cased)
		switch {
		case unicode.IsUpper(first):
			words++
		case unicode.IsLower(first) && !slices.Contains(s.smallInTitles, folded):
			return false
		}
	}
	return words >= 3 && !strings.HasSuffix(strings.TrimSpace(r.text), ".")
}

// nameAt returns how many tokens, from token i on, form one name: Bakhmut 1, Івано-Франківськ 3,
// bridge 0.
func nameAt(r reading, i int) int {
	if !isCapitalised(r.text[r.tokens[i].start:r.tokens[i].end]) {
		return 0
	}
	n := 1
	for i+n+1 < r.len() {
		hyphen, _ := r.keys(i+n, i+n+1)
		part, _ := r.keys(i+n+1, i+n+2)
		if hyphen != "-" || !isCapitalised(part) {
			break
		}
		n += 2
	}
	return n
}

// isCapitalised reports whether a word has a capital letter followed by a lower-case one, and is
// not an address or a number.
func isCapitalised(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && hasLower(word[size:]) && !strings.ContainsAny(word, ".:@_0123456789")
}

// survey collects observations about a text.
type survey struct {
	common        *commonWords
	opening       opening
	suffixes      []string
	smallInTitles []string        // words that capitalized headlines leave in lower case
	lower         map[string]bool // words in lower case
	found         []candidate
	at            map[string]int // index in found, by key
}

type candidate struct {
	Name
	key    string
	inside int  // occurrences within a sentence
	opens  bool // it looks like a name at the beginning of a sentence
}

func (s *survey) note(name string, begins, opens bool) {
	name = s.bare(name)
	key := keyOf(name)
	if s.common.has(key) {
		return
	}
	i, seen := s.at[key]
	if !seen {
		i = len(s.found)
		s.at[key] = i
		s.found = append(s.found, candidate{Name: Name{Text: name}, key: key})
	}
	s.found[i].Count++
	s.found[i].opens = s.found[i].opens || opens
	if !begins {
		s.found[i].inside++
	}
}

// bare returns a name without an English 's. It keeps a plural s, which may be part of the name.
func (s *survey) bare(name string) string {
	last, size := utf8.DecodeLastRuneInString(name)
	mark, markSize := utf8.DecodeLastRuneInString(name[:len(name)-size])
	if len(s.suffixes) > 1 && last == 's' && isApostrophe(mark) {
		return name[:len(name)-size-markSize]
	}
	return name
}

func (s *survey) noteLower(r reading, i int) {
	if cased, folded := r.keys(i, i+1); cased == folded {
		s.lower[folded] = true
	}
}

// sentenceBegins reports whether a sentence begins after token i; before is whether one began
// before it.
func (s *survey) sentenceBegins(r reading, i int, before bool) bool {
	_, key := r.keys(i, i+1)
	first, _ := utf8.DecodeRuneInString(key)
	switch {
	case key == " ":
		return before || strings.ContainsAny(r.text[r.tokens[i].start:r.tokens[i].end], "\n\r\u2029")
	case key == ".":
		return i == 0 || !s.isAbbreviation(r, i-1)
	case strings.ContainsAny(key, "!?…:•"):
		return true
	case unicode.IsLetter(first) || unicode.IsNumber(first):
		return false
	default:
		return before
	}
}

// isAbbreviation reports whether a word is an abbreviation: Mr. Smith, J. Smith; м. Київ.
func (s *survey) isAbbreviation(r reading, i int) bool {
	cased, folded := r.keys(i, i+1)
	initial := utf8.RuneCountInString(cased) == 1 && cased != folded
	return initial || s.common.words[folded+"."]
}

func (s *survey) names() []Name {
	var names []Name
	for _, c := range s.found {
		if !s.lower[strings.ToLower(c.key)] && (c.inside > 0 || c.Count > 1 || c.opens) {
			names = append(names, c.Name)
		}
	}
	return names
}
