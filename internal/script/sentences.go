package script

import (
	"unicode"
	"unicode/utf8"
)

// Sentences splits text, written in language (BCP 47), into sentences. Nothing is lost: joined they are the text, each
// keeps the white space behind it. An empty text has none.
//
// Where a sentence may end follows the Unicode sentence terminals (UAX #29, property SATerm) and the ellipsis; whether
// it does is decided by the rules, which prefer a missed end to a false one: a false one is heard. The sentences of a
// quotation or of a parenthesis belong to the sentence around them: «She said: “It is over. Go.”» is one.
//
// The time it takes grows with the length of the text, whatever the text is. (Ready-made UAX #29 splitters look ahead
// from every space and bracket behind a full stop, so that a megabyte of brackets takes them minutes.)
func Sentences(language, text string) []string {
	return split(text, languageOf(language), enclosures(text))
}

// statements splits as Sentences does, but also inside quotations and parentheses.
func statements(language, text string) []string {
	return split(text, languageOf(language), nil)
}

func split(text string, lang *language, enclosed []span) []string {
	var out []string
	last := lastSpeakable(text)
	start, said := 0, false // where the sentence began, and whether it has a letter or digit yet
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isTerminal(r) {
			said = said || speakable(r)
			i += size
			continue
		}
		s := readStop(text, start, i)
		s.lang = lang
		for len(enclosed) > 0 && enclosed[0].close < s.at {
			enclosed = enclosed[1:]
		}
		s.enclosed = len(enclosed) > 0 && enclosed[0].open < s.at && s.closed <= enclosed[0].close
		if said && s.next <= last && s.ends() && startsCharacter(text, s.next) {
			out = append(out, text[start:s.next])
			start, said = s.next, false
		}
		i = s.next
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

func isTerminal(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return r == '…' || unicode.Is(unicode.Sentence_Terminal, r)
}

// speakable tells whether a voice has something to say at r: a letter or a number.
func speakable(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// lastSpeakable is the index of the last letter or number, -1 if there is none.
func lastSpeakable(text string) int {
	for i := len(text); i > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
		if speakable(r) {
			return i
		}
	}
	return -1
}
