package speech

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// KindText is a request whose input is plain text.
const KindText = ssml.KindText

// input is spoken text as this voice's provider gets it. Whatever is counted or sent goes through here.
func (v Voice) input(spoken string) ssml.Input { return v.Markup.Input(ssml.Text{Spoken: spoken}) }

// InputSize is the size of text in a request to this voice, in the bytes that MaxInput limits.
func (v Voice) InputSize(text string) int { return v.input(text).Size() }

// Request asks this voice to say the spoken form of one segment.
func (v Voice) Request(spoken string) Request {
	input := v.input(spoken)
	return Request{
		Provider:   v.Provider,
		Model:      v.Model,
		Voice:      v.Name,
		Language:   v.Language,
		Encoding:   v.Encoding,
		SampleRate: v.SampleRate,
		Kind:       input.Kind,
		Input:      input.Text,
	}
}

// Check refuses, with ErrPermanent, input that no provider can say whole: C programs end a text at a NUL byte, gRPC
// refuses invalid UTF-8, and text without a letter or digit is answered with silence, which some providers bill.
func (r Request) Check() error {
	switch {
	case r.Kind != KindText:
		return fmt.Errorf("%w: %s takes no input of kind %q", ErrPermanent, r.Provider, r.Kind)
	case !utf8.ValidString(r.Input):
		return fmt.Errorf("%w: the text is not valid UTF-8", ErrPermanent)
	case strings.ContainsRune(r.Input, 0):
		return fmt.Errorf("%w: the text has a NUL byte", ErrPermanent)
	case !strings.ContainsFunc(r.Input, pronounced):
		return fmt.Errorf("%w: the text has no letter or digit", ErrPermanent)
	}
	return nil
}

func pronounced(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
