package speech

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Limit returns the limits of one request to this voice, by which a script is cut.
func (v Voice) Limit() script.Limit {
	return script.Limit{Max: v.MaxInput, Sentence: v.MaxSentence, Size: v.InputSize, Scripts: v.Scripts}
}

// InputSize returns the size of a text in a request to this voice, in the unit of its limits.
func (v Voice) InputSize(said ssml.Text) int { return v.Unit.size(v.Markup.Input(said)) }

// Check returns an ErrPermanent for a kind of input that the provider does not take, and for input
// that no provider can say completely: C programs end a text at a NUL byte, gRPC refuses invalid
// UTF-8, and text without a letter or digit is answered with silence, which some providers bill.
func (r Request) Check(kinds ...string) error {
	switch {
	case !slices.Contains(kinds, r.Kind):
		return Permanent(fmt.Errorf("%s takes no input of kind %q", r.Provider, r.Kind))
	case !utf8.ValidString(r.Input):
		return Permanent(errors.New("the text is not valid UTF-8"))
	case strings.ContainsRune(r.Input, 0):
		return Permanent(errors.New("the text has a NUL byte"))
	case !strings.ContainsFunc(r.Words(), pronounced):
		return Permanent(errors.New("the text has no letter or digit"))
	}
	return nil
}

// CheckRate returns an ErrPermanent for a rate that the provider's voice does not have.
func (r Request) CheckRate(rates Rates) error {
	_, err := Voice{Rates: rates}.At(r.Rate)
	if err != nil {
		err = Permanent(fmt.Errorf("%s's voice %s: %w", r.Provider, r.Voice, err))
	}
	return err
}

func pronounced(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Words returns the spoken text of the input, without markup.
func (r Request) Words() string { return ssml.Input{Kind: r.Kind, Text: r.Input}.Words() }
