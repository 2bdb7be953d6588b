package speech

import (
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Unit is how a provider counts input, for its limits and its bill.
type Unit int

// The units of providers.
const (
	Bytes      Unit = iota // limits in bytes of UTF-8, markup included; the bill in characters, markup included
	Characters             // both in characters (Unicode code points), markup included
	Words                  // both in characters without markup; with it there may be twice as many
	HanTwice               // both in characters with markup, but for speak; Chinese characters count twice
)

// size returns the size of an input as the limits count it.
func (u Unit) size(in ssml.Input) int {
	switch u {
	case HanTwice:
		return hanTwice(in)
	case Characters:
		return utf8.RuneCountInString(in.Text)
	case Words:
		return max(utf8.RuneCountInString(in.Words()), (utf8.RuneCountInString(in.Text)+1)/2)
	default:
		return in.Size()
	}
}

// billed returns the number of characters that the provider charges for.
func (u Unit) billed(in ssml.Input) int {
	switch u {
	case Words:
		return utf8.RuneCountInString(in.Words())
	case HanTwice:
		return hanTwice(in)
	}
	return utf8.RuneCountInString(in.Text)
}

func hanTwice(in ssml.Input) int {
	n := 0
	for _, r := range in.Content() {
		n++
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
