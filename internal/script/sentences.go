package script

import (
	"unicode"
	"unicode/utf8"
)

// Sentences splits text in language (BCP 47) into sentences. Each sentence keeps the white space
// after it, so that together they are the text. An empty text has no sentences.
//
// A sentence may end at the Unicode sentence terminals (UAX #29, property SATerm) and at an
// ellipsis. The rules decide whether it does. They prefer a missed end to a false one, because a
// false one is audible. The sentences of a quotation or parenthesis belong to the sentence around
// them: «She said: “It is over. Go.”» is one sentence.
//
// It takes linear time on any text. (Existing UAX #29 splitters look ahead from every space and
// bracket after a full stop, so a megabyte of brackets takes them minutes.)
func Sentences(language, text string) []string {
	return split(text, languageOf(language), enclosures(text))
}

// statements splits like Sentences, but inside quotations and parentheses too.
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

// speakable reports whether a voice can say r: a letter or a number.
func speakable(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// lastSpeakable returns the index of the last letter or number, or -1 if there is none.
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
