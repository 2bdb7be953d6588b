package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"
)

// reading is a text prepared for look-ups: cut into tokens, without typographic differences. The
// written forms of entries are prepared in the same way.
type reading struct {
	text   string
	cased  string // the tokens' keys, concatenated
	folded string // the same in lower case
	tokens []token
}

// token is a word, a mark, or the white space between two of them.
type token struct {
	start, end    int // bytes of the text
	cased, folded int // where its key ends in reading.cased and reading.folded
}

func (r reading) len() int { return len(r.tokens) }

// keys returns the keys of the tokens from i to j (exclusive).
func (r reading) keys(i, j int) (cased, folded string) {
	before := token{}
	if i > 0 {
		before = r.tokens[i-1]
	}
	last := r.tokens[j-1]
	return r.cased[before.cased:last.cased], r.folded[before.folded:last.folded]
}

// joiners join their neighbours into one word, in addition to those of the Unicode rules:
// characters typed instead of an apostrophe (Слов`янськ), and the @ of addresses and handles.
var joiners = &words.Joiners[string]{Middle: []rune("`´′@"), Leading: []rune("@")}

// read cuts text at the word boundaries of UAX #29: apostrophes join words, hyphens separate them.
func read(text string) reading {
	r := reading{text: text, tokens: make([]token, 0, len(text)/2+1)}
	var cased, folded strings.Builder
	cased.Grow(len(text))
	folded.Grow(len(text))
	add := func(start, end int) {
		key := keyOf(text[start:end])
		nothingNew := key == "" || key == " " && strings.HasSuffix(cased.String(), " ")
		if nothingNew && len(r.tokens) > 0 {
			r.tokens[len(r.tokens)-1].end = end
		}
		if nothingNew {
			return
		}
		cased.WriteString(key)
		folded.WriteString(strings.ToLower(key))
		r.tokens = append(r.tokens, token{start, end, cased.Len(), folded.Len()})
	}
	segments := words.FromString(text)
	segments.Joiners(joiners)
	for segments.Next() {
		end := segments.Start() + len(segments.Value())
		cutGlued(text, segments.Start(), end, add)
	}
	r.cased, r.folded = cased.String(), folded.String()
	return r
}

// cutGlued splits what the Unicode rules consider one word where a capital shows that it is
// several: м.Київ, d’Odessa.
func cutGlued(text string, start, end int, add func(start, end int)) {
	word := text[start:end]
	from := 0
	for at, r := range word {
		if at == from || !unicode.IsUpper(r) {
			continue
		}
		mark, size := utf8.DecodeLastRuneInString(word[from:at])
		before, _ := utf8.DecodeLastRuneInString(word[from : at-size])
		switch {
		case mark == '.' || mark == ':':
			add(start+from, start+at-size)
			add(start+at-size, start+at)
			from = at
		case isApostrophe(mark) && unicode.IsLower(before):
			add(start+from, start+at)
			from = at
		}
	}
	add(start+from, end)
}

// keyOf returns a token without typographic differences: it composes characters, removes stress
// marks and invisible characters, and unifies apostrophes, hyphens and spaces.
func keyOf(s string) string {
	switch {
	case isPlain(s):
		return s
	case strings.TrimSpace(s) == "":
		return " "
	default:
		return strings.Map(plain, norm.NFC.String(s))
	}
}

// isPlain reports whether a token is its own key, as most are: ASCII, and Latin and Cyrillic
// letters without combining marks.
func isPlain(s string) bool {
	for _, r := range s {
		letter := 'À' <= r && r <= '\u024F' || 'Ѐ' <= r && r <= 'џ'
		if r <= ' ' || r == '`' || r >= utf8.RuneSelf && !letter {
			return false
		}
	}
	return true
}

const stress = '\u0301' // combining acute: after the vowel, in Cyrillic

func plain(r rune) rune {
	switch {
	case r == stress || unicode.Is(unicode.Cf, r):
		return -1
	case isApostrophe(r):
		return '\''
	case r == '\u2010' || r == '\u2011':
		return '-'
	default:
		return r
	}
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'`´′\u2018\u2019\u02BC\uFF07", r) }
