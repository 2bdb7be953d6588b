package track

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The completeness gate: a track is published only if every segment of the script is in it, once
// and in order. Each segment was decoded and compared when it was encoded, while its samples were
// in memory. That the file holds exactly those frames is then a comparison of bytes.

// WrongSpeech is an ErrCheck: the speech of the segments does not say their text. If two segments
// have the same speech, one of them may be right.
type WrongSpeech struct {
	Segments []int
	Reason   string
}

func (w *WrongSpeech) Error() string { return ErrCheck.Error() + ": " + w.Reason }
func (w *WrongSpeech) Unwrap() error { return ErrCheck }

// checkPieces checks the pieces before they are joined.
func (b *Builder) checkPieces() error {
	saidBy := map[[sha256.Size]byte]int{}
	for i, p := range b.pieces {
		if p.index != i || p.frames == nil {
			return fmt.Errorf("%w: segment %d is missing", ErrCheck, i)
		}
		if other, known := saidBy[p.said]; known && !mayBeAlike(foldText(b.segments[other].Spoken), foldText(b.segments[i].Spoken)) {
			return &WrongSpeech{[]int{other, i}, fmt.Sprintf("segments %d and %d have the same speech but different text", other, i)}
		}
		saidBy[p.said] = i
	}
	return b.checkPace()
}

// mayBeAlike reports whether a voice may say two folded texts in the same way: they are equal, or
// short and of similar length, like "there" and "their", or like words in a script that the voice
// does not know.
func mayBeAlike(a, b string) bool {
	const short = 30 // letters
	shorter, longer := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if shorter > longer {
		shorter, longer = longer, shorter
	}
	return a == b || longer < short && longer <= 2*shorter+2
}

// foldText removes from a text what a voice may not distinguish: "Yes!" and "yes" may be the same
// speech, as may "café" and "cafe".
func foldText(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

// checkFile parses the file and checks its length, that every piece's frames are where the track
// says, and that there is nothing but silence between them.
func (b *Builder) checkFile(t Track) error {
	contents, err := b.format.Parse(t.MP3)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCheck, err)
	}
	next := 0 // frame
	sequence := b.sequence()
	for _, p := range sequence {
		first := int(t.span(p.index).Start) / b.format.FrameSamples()
		if !contents.Silent(next, first) {
			return fmt.Errorf("%w: unexpected audio before segment %d", ErrCheck, p.index)
		}
		next = first + p.clip.FrameCount()
		if sha256.Sum256(contents.Slice(first, next)) != p.sum {
			return fmt.Errorf("%w: segment %d is not at its position", ErrCheck, p.index)
		}
	}
	final := sequence[len(sequence)-1]
	last := t.span(final.index).End + samplesIn(final.pause, t.SampleRate)
	switch {
	case !contents.Silent(next, contents.Len()):
		return fmt.Errorf("%w: unexpected audio after the last segment", ErrCheck)
	case contents.Samples != t.Samples || t.Samples != last:
		return fmt.Errorf("%w: the file has %d samples, the track has %d and its segments end at %d", ErrCheck, contents.Samples, t.Samples, last)
	}
	return nil
}
