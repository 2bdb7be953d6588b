package google

import (
	"strings"
	"time"
)

// part is words, or silence, or the end of a sentence.
type part struct {
	text   string
	fixed  bool // the words are inside a phoneme element: no other pronunciation may match them
	pause  time.Duration
	breaks bool // a sentence ends here, whatever the words
	mark   string
}

// utterance is what an input says, in order.
type utterance []part

// words returns everything that is said.
func (u utterance) words() string {
	var b strings.Builder
	for _, p := range u {
		b.WriteString(p.text)
	}
	return b.String()
}

// free returns the text where pronunciations may match, with a NUL for each part where they may
// not.
func (u utterance) free() string {
	var b strings.Builder
	for _, p := range u {
		if p.fixed {
			b.WriteByte(0)
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}
