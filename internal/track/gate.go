package track

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode"

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
		if other, known := saidBy[p.said]; known && letters(b.segments[other].Spoken) != letters(b.segments[i].Spoken) {
			return fmt.Errorf("%w: segments %d and %d have the same speech for different text", ErrCheck, other, i)
		}
		saidBy[p.said] = i
	}
	return b.paced()
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

// paced compares how fast the segments are spoken: one that takes little more than half of the time that its text should
// is cut, one that takes nearly twice is doubled. A speech that also ends in the middle of sound is cut sooner.
func (b *Builder) paced() error {
	const (
		judged = 60  // letters from which on a pace means something
		far    = 1.8 // times the usual: no list of numbers or names went so far
		near   = 1.25
	)
	paces := make([]float64, len(b.pieces)) // letters a second, 0 if not judged
	var known []float64
	for i, p := range b.pieces {
		said := 0.0
		for _, w := range b.weights[i] {
			said += w
		}
		if said >= judged {
			paces[i] = said / p.seconds()
			known = append(known, paces[i])
		}
	}
	if len(known) < 3 {
		return nil
	}
	slices.Sort(known)
	usual := known[len(known)/2]
	for i, pace := range paces {
		switch {
		case pace == 0:
		case pace > far*usual, pace > near*usual && b.pieces[i].abrupt:
			return fmt.Errorf("%w: the speech of segment %d is cut: %.1f s are too short for its text", ErrCheck, i, b.pieces[i].seconds())
		case pace < usual/far:
			return fmt.Errorf("%w: the speech of segment %d has more than its text: %.1f s are too long for it", ErrCheck, i, b.pieces[i].seconds())
		}
	}
	return nil
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
