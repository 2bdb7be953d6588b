package track

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The completeness gate: a track is published only if every segment of the script is in it, once and in order. Each was
// listened to when it was encoded, while its samples were there; that the file holds these very frames is a matter of
// bytes.

// complete says what is wrong with the pieces, before they are joined.
func (b *Builder) complete() error {
	saidBy := map[[sha256.Size]byte]int{}
	for i, p := range b.pieces {
		if p.index != i || p.frames == nil {
			return fmt.Errorf("%w: segment %d is missing", ErrCheck, i)
		}
		if other, known := saidBy[p.said]; known && !mayBeAlike(letters(b.segments[other].Spoken), letters(b.segments[i].Spoken)) {
			return fmt.Errorf("%w: segments %d and %d have the same speech for different text", ErrCheck, other, i)
		}
		saidBy[p.said] = i
	}
	return b.paced()
}

// mayBeAlike says whether a voice may say two texts of letters alike: they are the same, or short and of like length, as
// "there" and "their" are, and words in letters that the voice does not know.
func mayBeAlike(a, b string) bool {
	const short = 30 // letters
	shorter, longer := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if shorter > longer {
		shorter, longer = longer, shorter
	}
	return a == b || longer < short && longer <= 2*shorter+2
}

// letters are what of a text a voice can tell apart: "Yes!" and "yes" may be the same speech, as may "café" and "cafe".
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

// holds takes the file apart again and finds every piece's frames where the track says that its segment is, silence and
// nothing else between them, and the length.
func (b *Builder) holds(t Track) error {
	contents, err := b.format.Parse(t.MP3)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCheck, err)
	}
	next := 0 // frame
	sequence := b.sequence()
	for _, p := range sequence {
		first := int(t.span(p.index).Start) / b.format.FrameSamples()
		if !contents.Silent(next, first) {
			return fmt.Errorf("%w: there is something before segment %d", ErrCheck, p.index)
		}
		next = first + p.clip.FrameCount()
		if sha256.Sum256(contents.Slice(first, next)) != p.sum {
			return fmt.Errorf("%w: segment %d is not where it should be", ErrCheck, p.index)
		}
	}
	final := sequence[len(sequence)-1]
	last := t.span(final.index).End + samplesIn(final.pause, t.SampleRate)
	switch {
	case !contents.Silent(next, contents.Len()):
		return fmt.Errorf("%w: there is something behind the last segment", ErrCheck)
	case contents.Samples != t.Samples || t.Samples != last:
		return fmt.Errorf("%w: the file has %d samples, the track %d, its segments %d", ErrCheck, contents.Samples, t.Samples, last)
	}
	return nil
}
