// Package speech synthesizes segments with text-to-speech providers.
//
// Providers implement Synthesizer, each in a small package below this one. What they share (caching
// paid speech, retries, quotas, budgets, choosing the provider) is in decorators here. The package
// does not know what an article is, only who pays. The narrator calls it.
package speech

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// Synthesizer is a text-to-speech provider.
type Synthesizer interface {
	// Voice describes the voice with the given name for text in language (BCP 47), without calling
	// the provider. The error explains what is wrong with the name.
	Voice(name, language string) (Voice, error)

	// Voices lists the voices that the provider offers now. It may call the provider.
	Voices(ctx context.Context) ([]Voice, error)

	// Synthesize speaks the call's request. It blocks until all audio has arrived, and may be
	// called concurrently. The error is ErrPermanent if the same request can never succeed; after
	// any other error a retry may. A provider reads only the Request of a call.
	Synthesize(ctx context.Context, call Call) (Speech, error)
}

// Voice is a provider's voice and what it accepts.
type Voice struct {
	Provider   string
	Name       string
	Model      string // if the provider has several models, else empty
	Language   string // BCP 47, in the provider's form
	Encoding   string // requested from the provider, in its own terms
	SampleRate int    // Hz
	Family     string // voices with the same price and quota, in the provider's terms; may be empty

	Unit        Unit // of the limits below, and of the bill
	MaxInput    int  // of one request's input, as InputSize counts it; 0: no limit
	MaxSentence int  // of one sentence in it; 0: no limit

	Scripts string // that it can pronounce, Unicode names separated by spaces; "": all

	Markup ssml.Capabilities // what it interprets, rightly or wrongly, besides text

	// Algorithm means that the voice consists of rules and recordings and is not a trained model.
	// Tracks declare this in their metadata.
	Algorithm bool

	Rates Rates   // supported rates
	Rate  float64 // selected rate, as a factor; 0 is the voice's own

	Frame      int // characters billed per request in addition to its input
	RateMarkup int // and those billed for a rate other than its own

	Contexts bool // it supports the text before and after
	Context  bool // and is given it

	Onsets OnsetSource // how its provider returns onsets
}

// Rates are the speaking rates that a voice supports, as factors of its own; zero: only its own.
type Rates struct{ Min, Max float64 }

// At returns the voice at another speaking rate; 0 and 1 are its own. The error lists the supported
// rates.
func (v Voice) At(rate float64) (Voice, error) {
	switch {
	case rate == 0 || rate == 1:
		v.Rate = 0
	case v.Rates == Rates{}:
		return v, errors.New("it speaks at its own rate only: remove the rate, or choose another voice")
	case rate < v.Rates.Min || rate > v.Rates.Max:
		return v, fmt.Errorf("it cannot speak at rate %g: write one from %g to %g", rate, v.Rates.Min, v.Rates.Max)
	default:
		v.Rate = rate
	}
	return v, nil
}

// InContext returns the voice with the preceding and the following text enabled, if it supports
// them.
func (v Voice) InContext() Voice {
	v.Context = v.Contexts
	return v
}

// Speed returns the voice's rate as a factor: 1 is its own.
func (v Voice) Speed() float64 { return cmp.Or(v.Rate, 1) }

// String returns the voice as settings name it: provider:name, or provider:model/name for a
// provider with several models.
func (v Voice) String() string {
	if v.Model != "" {
		return v.Provider + ":" + v.Model + "/" + v.Name
	}
	return v.Provider + ":" + v.Name
}

// Request is exactly what is sent to a provider. Two requests are for the same speech if and only
// if their keys are equal. A new field must be omitted from the JSON when empty, so that existing
// keys stay valid.
type Request struct {
	Provider     string  `json:"provider"`
	Model        string  `json:"model,omitempty"`
	Voice        string  `json:"voice"`
	Language     string  `json:"language"`
	Rate         float64 `json:"rate,omitempty"` // factor of the voice's own; 0 is its own, 1 never written
	Encoding     string  `json:"encoding"`
	SampleRate   int     `json:"sample_rate"` // Hz
	Kind         string  `json:"kind"`        // one of ssml's
	Input        string  `json:"input"`
	VoiceVersion string  `json:"voice_version,omitempty"` // set by the site to force new speech

	Pronunciations []ssml.Pronunciation `json:"pronunciations,omitempty"` // of phrases of the input

	Previous string `json:"previous,omitempty"` // text before the input, for intonation; no markup
	Next     string `json:"next,omitempty"`     // text after it
}

// Key returns the SHA-256 of the canonical request, in hex: the name of its speech in the store.
func (r Request) Key() string {
	canonical, err := json.Marshal(r)
	if err != nil {
		panic("speech: a request is plain data: " + err.Error())
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}

// Speech is the synthesized audio of one segment: mono, 16 bit.
type Speech struct {
	SampleRate int // Hz
	Samples    []int16

	// Onsets are in order. nil: the call did not request them, or the provider does not know them.
	Onsets []Onset

	// Charged is the number of characters that the provider says it charged for; 0 if it does not
	// say. Only a newly bought answer has it.
	Charged int
}

// Duration returns the length of the speech, exact to the sample.
func (s Speech) Duration() time.Duration {
	return time.Duration(len(s.Samples)) * time.Second / time.Duration(s.SampleRate)
}
