package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
)

// Some blocks are not of the article, wherever they stand and however they are made: what they say tells it.

// Labels stand in front of what is not read, "Read more: Ten ships come home", or above it. A block is a label if it is
// one of the languages' phrases, begins with one and a colon, or begins with one of several words and is a link: a
// sentence that begins with the same words is text.

type label struct{ phrase, reason string }

// labelsByWord finds labels by their first word.
var labelsByWord = sync.OnceValue(func() map[string][]label {
	byWord := map[string][]label{}
	for _, reason := range lang.Sections("labels: ") {
		for _, phrase := range lang.Phrases("labels: " + reason) {
			phrase = comparable(phrase)
			word, _, _ := strings.Cut(phrase, " ")
			byWord[word] = append(byWord[word], label{phrase, reason})
		}
	}
	return byWord
})

const longestLabel = 600 // bytes of a block that begins with a label

// labelReason says what a block is that is, or begins with, a label. alone: the block is nothing else, so what it labels
// follows.
func labelReason(text string, linked bool) (reason string, alone bool) {
	if len(text) > longestLabel {
		return "", false
	}
	original := text
	text = comparable(text)
	word, _, _ := strings.Cut(text, " ")
	for _, l := range labelsByWord()[strings.TrimRight(word, ":")] {
		if !beginsWith(text, l.phrase) {
			continue
		}
		rest := text[len(l.phrase):]
		switch {
		case !hasWord(rest):
			return l.reason, true
		case l.reason == reasonRelatedLinks: // what follows it in the same block is text
		case !linked && l.mayOpenSentence() && saysSentence(original[strings.IndexByte(original, ':')+1:]):
		case linked && l.ofWords(), strings.HasPrefix(strings.TrimLeft(rest, " "), ":"), strings.HasPrefix(rest, " / "), strings.HasPrefix(rest, " | "):
			return l.reason, false
		}
	}
	return "", false
}

func (l label) ofWords() bool { return strings.Contains(l.phrase, " ") }

// mayOpenSentence says whether the label, a colon and a sentence may be a sentence of the text: "Source: she said so."
// What stands behind a picture's label is what is seen.
func (l label) mayOpenSentence() bool { return !l.ofWords() && l.reason != reasonCaption }

// saysSentence tells a sentence from a headline and from a list of names: it has several words, few of them in capitals,
// and a full stop.
func saysSentence(text string) bool {
	const several = 6
	text = strings.TrimRight(text, `"'”’»)] `)
	words := strings.Fields(text)
	small := 0
	for _, word := range words {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `"'“‘„«([`)); unicode.IsLower(r) {
			small++
		}
	}
	return len(words) >= several && small*2 >= len(words) && (strings.HasSuffix(text, ".") || strings.HasSuffix(text, "…"))
}

var comparing = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "ё", "е", "‑", "-", "–", "-", "—", "-", "…", "...")

// comparable is a text in lower case, on one line, with one kind of quotation marks and dashes, and without what stands
// before its first letter or digit.
func comparable(s string) string {
	s = comparing.Replace(strings.ToLower(fold(s)))
	start := strings.IndexFunc(s, func(r rune) bool { return isWordRune(r) || r == '©' })
	return s[max(0, start):]
}

// beginsWith says whether a text is a phrase or begins with it, both comparable, and the phrase ends with a word.
func beginsWith(text, phrase string) bool {
	if !strings.HasPrefix(text, phrase) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[len(phrase):])
	return !isWordRune(next)
}
