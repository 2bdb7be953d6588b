package google

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkSentences refuses a sentence of more than limit characters. A sentence ends at sentence
// punctuation before white space and anything but a small letter, or at the end of a paragraph or
// sentence element of SSML. A line break or a pause does not end one.
func checkSentences(f family, limit int, said utterance) error {
	if limit == 0 {
		return nil
	}
	for _, sentence := range said.sentences() {
		if utf8.RuneCountInString(sentence) <= limit {
			continue
		}
		if f.studioSize {
			return invalid("Input size limit exceeded for Studio Voice.")
		}
		first, _, _ := strings.Cut(sentence, " ")
		return invalid("This request contains sentences that are too long. Consider splitting up long sentences with sentence ending "+
			"punctuation e.g. periods. Sentence starting with: %q is too long.", first)
	}
	return nil
}

func (u utterance) sentences() []string {
	var all []string
	var run strings.Builder
	flush := func() {
		all = append(all, splitSentences(run.String())...)
		run.Reset()
	}
	for _, p := range u {
		if p.breaks {
			flush()
		}
		run.WriteString(p.text)
	}
	flush()
	return all
}

func splitSentences(text string) []string {
	var all []string
	start, stopped := 0, false // whether sentence punctuation, and then white space, stands before i
	spaced := false
	for i, r := range text {
		switch {
		case unicode.Is(unicode.Sentence_Terminal, r) || r == '…':
			stopped, spaced = true, false
		case unicode.IsSpace(r):
			spaced = stopped
		case stopped && !spaced && unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi, unicode.Po):
		case spaced && !unicode.IsLower(r):
			all = append(all, strings.TrimSpace(text[start:i]))
			start, stopped, spaced = i, false, false
		default:
			stopped, spaced = false, false
		}
	}
	return append(all, strings.TrimSpace(text[start:]))
}
