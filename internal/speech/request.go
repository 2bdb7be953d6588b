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

// Limit is what one request to this voice carries, as a script is cut for it.
func (v Voice) Limit() script.Limit {
	return script.Limit{Max: v.MaxInput, Sentence: v.MaxSentence, Size: v.InputSize, Scripts: v.Scripts}
}

// InputSize is the size of what is said in a request to this voice, in the unit of its limits.
func (v Voice) InputSize(said ssml.Text) int { return v.Unit.size(v.Markup.Input(said)) }

// Check refuses, with ErrPermanent, input of another kind than those that the provider takes, and
// input that no provider can say whole: C programs end a text at a NUL byte, gRPC refuses invalid
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

// CheckRate refuses, with ErrPermanent, a rate that the provider's voice does not have.
func (r Request) CheckRate(rates Rates) error {
	_, err := Voice{Rates: rates}.At(r.Rate)
	if err != nil {
		err = Permanent(fmt.Errorf("%s's voice %s: %w", r.Provider, r.Voice, err))
	}
	return err
}

func pronounced(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Words is the input without markup: what is said.
func (r Request) Words() string { return ssml.Input{Kind: r.Kind, Text: r.Input}.Words() }
