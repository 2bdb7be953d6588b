package speech

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Request asks this voice to say one segment. Whatever is counted, paid for or sent goes through here.
func (v Voice) Request(said ssml.Text) Request {
	req := Request{
		Provider:   v.Provider,
		Model:      v.Model,
		Voice:      v.Name,
		Language:   v.Language,
		Encoding:   v.Encoding,
		SampleRate: v.SampleRate,
		Family:     v.Family,
		unit:       v.Unit,
		markup:     v.Markup,
	}
	return req.saying(said)
}

// saying is the request with something else to say.
func (r Request) saying(said ssml.Text) Request {
	input := r.markup.Input(said)
	r.Kind, r.Input, r.Pronunciations = input.Kind, input.Text, input.Pronunciations
	r.Billed = r.unit.billed(input)
	r.said = said
	return r
}

// unmarked is the request for the same words without pronunciations and pauses of their own.
func (r Request) unmarked() Request { return r.saying(ssml.Text{Spoken: r.said.Spoken}) }

// halves are two requests for the words of one, false if there is only one word. A mark over the cut is left out, and
// nobody is told of a half: who waits for the whole would take it for that.
func (r Request) halves() (first, second Request, ok bool) {
	r.OnBought = nil
	cut := script.Halve(r.Language, r.said.Spoken)
	if cut == 0 {
		return Request{}, Request{}, false
	}
	start, end := ssml.Text{Spoken: r.said.Spoken[:cut]}, ssml.Text{Spoken: r.said.Spoken[cut:]}
	for _, mark := range r.said.Marks {
		switch {
		case mark.End <= cut:
			start.Marks = append(start.Marks, mark)
		case mark.Start >= cut:
			mark.Start, mark.End = mark.Start-cut, mark.End-cut
			end.Marks = append(end.Marks, mark)
		}
	}
	return r.saying(start), r.saying(end), true
}

// Limit is what one request to this voice carries, as a script is cut for it.
func (v Voice) Limit() script.Limit {
	return script.Limit{Max: v.MaxInput, Sentence: v.MaxSentence, Size: v.InputSize}
}

// InputSize is the size of what is said in a request to this voice, in the unit of its limits.
func (v Voice) InputSize(said ssml.Text) int { return v.Unit.size(v.Markup.Input(said)) }

// Check refuses, with ErrPermanent, input of another kind than those that the provider takes, and input that no provider
// can say whole: C programs end a text at a NUL byte, gRPC refuses invalid UTF-8, and text without a letter or digit is
// answered with silence, which some providers bill.
func (r Request) Check(kinds ...string) error {
	switch {
	case !slices.Contains(kinds, r.Kind):
		return fmt.Errorf("%w: %s takes no input of kind %q", ErrPermanent, r.Provider, r.Kind)
	case !utf8.ValidString(r.Input):
		return fmt.Errorf("%w: the text is not valid UTF-8", ErrPermanent)
	case strings.ContainsRune(r.Input, 0):
		return fmt.Errorf("%w: the text has a NUL byte", ErrPermanent)
	case !strings.ContainsFunc(r.Words(), pronounced):
		return fmt.Errorf("%w: the text has no letter or digit", ErrPermanent)
	}
	return nil
}

// CheckSound refuses, with ErrPermanent, what a provider can't do that speaks at its own rate and pitch, so that nothing in
// a request is ignored silently.
func (r Request) CheckSound() error {
	if (r.Rate != 0 && r.Rate != 1) || r.Pitch != 0 || len(r.Effects) > 0 {
		return fmt.Errorf("%w: %s speaks at its own rate and pitch, without effects", ErrPermanent, r.Provider)
	}
	return nil
}

func pronounced(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Words is the input without markup: what is said.
func (r Request) Words() string { return ssml.Input{Kind: r.Kind, Text: r.Input}.Words() }
