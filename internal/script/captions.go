package script

import (
	"strings"
	"unicode/utf8"
)

const (
	longestCaption  = 120 // characters: some 7 s of speech
	shortestCaption = 20  // for a statement within a sentence: a shorter one is joined to its neighbour
)

// Captions splits a text in language (BCP 47) into captions: its sentences, and the statements of
// the quotations in them. It cuts statements longer than 120 characters between clauses, or else
// between words. Together the captions are the text.
func Captions(language, text string) []string {
	b := builder{language: language}
	var all []string
	for _, sentence := range Sentences(language, text) {
		for _, statement := range withoutScraps(statements(language, sentence)) {
			all = append(all, b.clauses(statement, captionJoints)...)
		}
	}
	return all
}

// captionJoints are where a long statement may be cut.
var captionJoints = betweenWords[2:]

// withoutScraps joins short statements to the preceding one, or the first to the next.
func withoutScraps(statements []string) []string {
	var all []string
	for _, s := range statements {
		last := len(all) - 1
		if last >= 0 && (isScrap(s) || isScrap(all[last])) && captionLength(all[last]+s) <= longestCaption {
			all[last] += s
			continue
		}
		all = append(all, s)
	}
	return all
}

func isScrap(text string) bool { return captionLength(text) < shortestCaption }

// captionLength counts characters without leading and trailing white space.
func captionLength(text string) int { return utf8.RuneCountInString(strings.TrimSpace(text)) }

// clauses cuts a statement into short pieces of similar length.
func (b builder) clauses(text string, joints []joint) []string {
	shares := quotient(captionLength(text), longestCaption)
	if shares <= 1 {
		return []string{text}
	}
	at, _, joints := b.bestCut(text, shares, joints)
	if at == 0 || lastSpeakable(text[:at]) < 0 || lastSpeakable(text[at:]) < 0 {
		return []string{text}
	}
	return append(b.clauses(text[:at], joints), b.clauses(text[at:], joints)...)
}
