// Package script decides what will be said: an Article becomes a Script, segment by segment.
//
// It is pure: no network, no clock, no provider; the same article and options give the same script. It never chooses a
// voice. The narrator and the script command call it.
package script

import (
	"time"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Script is what will be said, in order, and what was left out.
type Script struct {
	Segments []Segment
	Skipped  []article.Skipped
}

// Segment is the unit of synthesis: one block, or a sentence-aligned part of one that is too long for the voice.
type Segment struct {
	Index  int
	Block  int // index in the article's blocks
	Role   article.Role
	Text   string         // as the article has it, for captions; the parts of a block, joined, are the block
	Spoken string         // as the voice gets it, without markup
	Edits  []rewrite.Edit // maps offsets of Text to those of Spoken: runs that are said otherwise than they are written
	Marks  []ssml.Mark    // what the lexicon knows of the pronunciation of runs of Spoken
	Pause  time.Duration  // silence after it
}

// Said is what a voice is given to say the segment.
func (s Segment) Said() ssml.Text { return ssml.Text{Spoken: s.Spoken, Marks: s.Marks} }

// Characters counts what the voice will be given, in Unicode code points.
func (s Script) Characters() int {
	n := 0
	for _, seg := range s.Segments {
		n += utf8.RuneCountInString(seg.Spoken)
	}
	return n
}

// charactersPerSecond of news readers and of providers' voices at their normal rate: 14 to 16 in English and Ukrainian.
const charactersPerSecond = 15

// Duration estimates how long the script takes to say, pauses included.
func (s Script) Duration() time.Duration {
	d := time.Duration(s.Characters()) * time.Second / charactersPerSecond
	for _, seg := range s.Segments {
		d += seg.Pause
	}
	return d
}
