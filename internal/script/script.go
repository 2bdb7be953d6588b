// Package script decides what will be said: it turns an Article into a Script of segments.
//
// It is pure: no network, no clock, no provider. The same article and options give the same script.
// It never chooses a voice. The narrator and the script command call it.
package script

import (
	"cmp"
	"time"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Script is what will be said, in order, and what was left out.
type Script struct {
	Segments []Segment
	Skipped  []article.Skipped
}

// Segment is the unit of synthesis: one block, or a part of a block that is too long for the voice,
// cut between sentences where possible.
type Segment struct {
	Index    int
	Block    int // index in the article's blocks
	Role     article.Role
	Language string          // BCP 47, if it differs from the article's; else ""
	Speaker  article.Speaker // who is heard, if Options.Speakers has a voice for it; else ""
	Text     string          // as in the article, for captions; the texts of a block's segments together are the block's text
	Spoken   string          // as the voice receives it, without markup
	Edits    []rewrite.Edit  // ranges whose spoken form differs from the text; they map offsets of Text to offsets of Spoken
	Marks    []ssml.Mark     // pronunciations from the lexicon, for ranges of Spoken
	Pause    time.Duration   // silence after it
}

// Said returns the text that the voice has to say.
func (s Segment) Said() ssml.Text { return ssml.Text{Spoken: s.Spoken, Marks: s.Marks} }

// Transliterated returns the parts of the segment in scripts that the voice lacks, as written and
// as the voice receives them.
func (s Segment) Transliterated() (names [][2]string) {
	for _, e := range s.Edits {
		if e.Rule == lang.TransliterationRule {
			names = append(names, [2]string{s.Text[e.Written.Start:e.Written.End], s.Spoken[e.Said.Start:e.Said.End]})
		}
	}
	return names
}

// Characters returns the number of Unicode code points that the voices have to say.
func (s Script) Characters() int {
	n := 0
	for _, seg := range s.Segments {
		n += utf8.RuneCountInString(seg.Spoken)
	}
	return n
}

// Duration estimates how long the script takes to say in a language at a voice's rate (1 is
// normal). The rate does not change the pauses between segments.
func (s Script) Duration(language string, rate float64) (d time.Duration) {
	for _, seg := range s.Segments {
		d += seg.Pause + time.Duration(float64(SpeakingTime(cmp.Or(seg.Language, language), seg.Spoken))/rate)
	}
	return d
}
