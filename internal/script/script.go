// Package script decides what will be said: an Article becomes a Script, segment by segment.
//
// It is pure: no network, no clock, no provider; the same article and options give the same script. It never chooses a
// voice. The narrator and the script command call it.
package script

import (
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Script is what will be said, in order, and what was left out.
type Script struct {
	Segments []Segment
	Skipped  []article.Skipped
}

// Segment is the unit of synthesis: one block, or a sentence-aligned part of one that is too long for the voice.
type Segment struct {
	Index  int
	Role   article.Role
	Text   string        // as the article has it; the parts of a block, joined, are the block
	Spoken string        // as the voice gets it, without markup
	Pause  time.Duration // silence after it
}

// Characters counts what the voice will be given, in Unicode code points.
func (s Script) Characters() int {
	n := 0
	for _, seg := range s.Segments {
		n += len([]rune(seg.Spoken))
	}
	return n
}
