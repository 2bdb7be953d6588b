package speech

import (
	"slices"
	"sort"
	"strings"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Onset is the second at which a speech begins to say a byte of its request's Words.
type Onset struct {
	Byte    int
	Seconds float64
}

// OnsetSource is how a provider returns onsets.
type OnsetSource int

// The sources of onsets.
const (
	NoOnsets   OnsetSource = iota
	WithSpeech             // with the speech, if the call requests them
	ByMarks                // of marks in the text, which is then sent as SSML
	Separately             // by another request at the same price
)

// collapsed is the number of bytes that no voice says at once. Some services return one and the
// same time for all of a text's end.
const collapsed = 60

// Timed returns the speech of words with the onsets that its provider returned, or without any if
// these cannot be true: it is then timed here.
func Timed(s Speech, words string, onsets []Onset) Speech {
	length := s.Duration().Seconds()
	last, began := Onset{}, Onset{}
	for _, o := range onsets {
		if o.Byte < last.Byte || o.Byte > len(words) || o.Seconds < last.Seconds || o.Seconds > length {
			return s
		}
		if o.Seconds > began.Seconds {
			began = o
		}
		if o.Byte-began.Byte > collapsed {
			return s
		}
		last = o
	}
	s.Onsets = onsets
	return s
}

// TimesIn returns the second of the speech at which it begins each of the given places of the
// call's spoken text: byte offsets in ascending order. It is nil if the provider did not return
// onsets.
func (c Call) TimesIn(s Speech, places []int) []float64 {
	if len(s.Onsets) == 0 {
		return nil
	}
	times := make([]float64, len(places))
	for i, place := range places {
		times[i] = s.at(c.wordsAt(place))
	}
	return times
}

// wordsAt returns the byte of the request's Words for a byte of the spoken text. At a quotation
// mark or a space, it is that of the letter after it.
func (c Call) wordsAt(place int) int {
	words := c.Words()
	at := min(len(c.markup.Input(ssml.Text{Spoken: c.said.Spoken[:place]}).Words()), len(words))
	return at + max(strings.IndexFunc(words[at:], pronounced), 0)
}

// at returns the second of a byte. Between two onsets it is in proportion.
func (s Speech) at(place int) float64 {
	after := sort.Search(len(s.Onsets), func(i int) bool { return s.Onsets[i].Byte >= place })
	switch {
	case after == len(s.Onsets):
		return s.Onsets[after-1].Seconds
	case after == 0 || s.Onsets[after].Byte == place:
		return s.Onsets[after].Seconds
	}
	from, to := s.Onsets[after-1], s.Onsets[after]
	return from.Seconds + (to.Seconds-from.Seconds)*float64(place-from.Byte)/float64(to.Byte-from.Byte)
}

// followedBy returns the speech of two parts of a text; between is the length of the first part's
// words. Onsets are kept if both parts have them.
func (s Speech) followedBy(next Speech, between int) Speech {
	length := s.Duration().Seconds()
	joined := Speech{SampleRate: s.SampleRate, Samples: append(s.Samples, next.Samples...)}
	if len(s.Onsets) > 0 && len(next.Onsets) > 0 {
		joined.Onsets = slices.Clone(s.Onsets)
		for _, o := range next.Onsets {
			joined.Onsets = append(joined.Onsets, Onset{o.Byte + between, o.Seconds + length})
		}
	}
	return joined
}
