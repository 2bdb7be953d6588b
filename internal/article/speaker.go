package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Speaker says whose words a block has. A site may have a voice for each.
type Speaker string

// The speakers. Author is everything that is neither quoted nor asked.
const (
	Author      Speaker = ""
	Quoted      Speaker = "quote"
	Interviewer Speaker = "question"
)

// Speaker returns whose words the block has.
func (b Block) Speaker() Speaker {
	switch {
	case b.Role == Quote:
		return Quoted
	case b.Question:
		return Interviewer
	}
	return Author
}

// Speakers returns the speakers of the article besides its author, sorted.
func (a Article) Speakers() []Speaker {
	var all []Speaker
	for _, b := range a.Blocks {
		if s := b.Speaker(); s != Author && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	slices.Sort(all)
	return all
}

// markQuestions marks what an interviewer says: paragraphs that begin with a label such as "Q:",
// and, if at least two paragraphs are wholly bold and end with a question mark, all that are wholly
// bold. One bold question may be a teaser.
func markQuestions(entries []entry) {
	const interview = 2
	bold := 0
	for _, e := range entries {
		if e.mayAsk() && e.bold && asks(e.Text) {
			bold++
		}
	}
	for i := range entries {
		e := &entries[i]
		e.Question = e.mayAsk() && (e.bold && bold >= interview || questionLabel().MatchString(e.Text))
	}
}

func (e entry) mayAsk() bool { return e.reason == "" && e.Role == Paragraph }

// asks reports whether a text ends with a question mark, within quotation marks or brackets too.
func asks(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"' || r == '\''
	})
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("?\u037e\u061f\uff1f", last)
}

var questionLabel = lazyregexp.Build(func() string { return `(?i)^(` + anyOf("interviewer") + `)\s?:\s` })
