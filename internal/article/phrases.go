package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/letters"
)

// The words of some blocks show that they are not part of the article, wherever they are and
// however they are built.

// A label comes before something that is not read, "Read more: Ten ships come home", or above it. A
// block is a label if it is one of the languages' phrases, begins with one and a colon, or begins
// with one of several words and is a link. A sentence that begins with the same words is text.

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

// labelReason returns why a block that is a label, or begins with one, is not read. alone means
// that the block is only the label, so what it labels follows. text is the comparable text.
func labelReason(original, text string, linked bool) (reason string, alone bool) {
	if len(original) > longestLabel {
		return "", false
	}
	word, _, _ := strings.Cut(text, " ")
	for _, l := range labelsByWord()[strings.TrimRight(word, ":")] {
		if !beginsWith(text, l.phrase) && !l.isGluedTo(original) {
			continue
		}
		rest := text[len(l.phrase):]
		glued := l.isGluedTo(original)
		switch {
		case !hasWord(rest):
			return l.reason, true
		case l.reason == reasonRelatedLinks: // what follows it in the same block is text
		case !linked && l.mayOpenSentence() && saysSentence(original[strings.IndexByte(original, ':')+1:]):
		case glued, linked && l.ofWords(), strings.HasPrefix(strings.TrimLeft(rest, " "), ":"), strings.HasPrefix(rest, " / "), strings.HasPrefix(rest, " | "):
			return l.reason, false
		}
	}
	return "", false
}

// isGluedTo reports whether a label of several words stands in front of a headline without a space,
// as a link may: "Read alsoTen ships come home".
func (l label) isGluedTo(original string) bool {
	if !l.ofWords() || len(original) <= len(l.phrase) || !strings.EqualFold(original[:len(l.phrase)], l.phrase) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(original[len(l.phrase):])
	return unicode.IsUpper(next)
}

func (l label) ofWords() bool { return strings.Contains(l.phrase, " ") }

// mayOpenSentence reports whether the label, a colon and a sentence may be a sentence of the text:
// "Source: she said so." After a picture's label comes a description of the picture.
func (l label) mayOpenSentence() bool { return !l.ofWords() && l.reason != reasonCaption }

// saysSentence distinguishes a sentence from a headline and from a list of names: it has several
// words, few of them in capitals, and a full stop.
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

var comparing = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‑", "-", "–", "-", "—", "-", "…", "...")

// comparable returns a text in lower case, on one line, with uniform quotation marks and dashes,
// from its first letter or digit on.
func comparable(s string) string {
	s = letters.OneSpelling(comparing.Replace(strings.ToLower(fold(s))))
	start := strings.IndexFunc(s, func(r rune) bool { return isWordRune(r) || r == '©' })
	return s[max(0, start):]
}

// beginsWith reports whether a text is a phrase or begins with it as whole words. Both are
// comparable.
func beginsWith(text, phrase string) bool {
	if !strings.HasPrefix(text, phrase) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[len(phrase):])
	return !isWordRune(next)
}
