package speech

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/script"
)

// ErrBadAudio marks an answer that cannot be the request's speech: another sample rate, silence,
// noise, clipping, a length that does not fit the text, or a truncated end. The provider charges
// for it.
var ErrBadAudio = errors.New("the provider returned bad audio")

// Checked is a Synthesizer that refuses audio that cannot be the whole text. Accepted audio is
// stored for years, and published before anyone has listened to it.
//
// The bounds of bytes and lengths were set with flite and espeak-ng in seven languages, for texts
// from one word to 4,500 bytes. None of these are refused, and the bounds were then widened.
type Checked struct {
	Synthesizer
	Checks
	paces paces
}

// Checks is the configuration that all providers' checks share. OnCircuit, if it is not nil, is
// called after each request with whether the circuit of its provider is open.
type Checks struct {
	Ear       *hearing.Ear                   // nil: only bytes and the pace of letters are checked
	OnRefused func(call Call, reason string) // called for each refusal; may be nil
	OnUnheard func(call Call)                // called for each unreferenced answer; may be nil
	OnAnswer  OnAnswer                       // called for each answer, before it is checked; may be nil
	OnCircuit func(provider string, open bool)
}

// ByBytes is the reason for refusals without an ear: silence, noise, or an impossible length.
const ByBytes = "bytes"

// NewChecked returns provider with checks.
func NewChecked(provider Synthesizer, checks Checks) *Checked {
	return &Checked{Synthesizer: provider, Checks: checks}
}

// Synthesize returns ErrBadAudio, with what is wrong, for an answer that fails a check. Speech that
// passes is stored by the Cache that asks for it, before anything else is done about it.
func (c *Checked) Synthesize(ctx context.Context, call Call) (Speech, error) {
	speech, err := c.Synthesizer.Synthesize(ctx, call)
	if err != nil {
		return Speech{}, err
	}
	levels := frames(speech)
	reason, fault := ByBytes, faultOf(call.Request, speech, levels)
	var heard hearing.Verdict
	if fault == "" {
		heard, reason, fault = c.hear(ctx, call, speech, levels)
	}
	if fault == "" {
		_ = call.receipt.keep(ctx, speech) // the cache reports what it could not store
		c.learn(ctx, heard)
		return speech, nil
	}
	if c.OnRefused != nil {
		c.OnRefused(call, reason)
	}
	return Speech{}, Charged(fmt.Errorf("%w: %s answered with %s", ErrBadAudio, call.Provider, fault))
}

// faultOf returns the fault of the audio, whose frames have the given levels, or "".
func faultOf(req Request, s Speech, levels []float64) string {
	heard := audible(levels)
	shortest, longest := plausible(req)
	switch {
	case s.SampleRate != req.SampleRate:
		return fmt.Sprintf("audio of %d Hz instead of %d Hz", s.SampleRate, req.SampleRate)
	case heard == 0:
		return "silence"
	case heard < shortest:
		return fmt.Sprintf("%.1f s of sound for a text that takes %.1f s or more", heard.Seconds(), shortest.Seconds())
	case s.Duration() > longest:
		return fmt.Sprintf("%.1f s of audio for a text that takes %.1f s at most", s.Duration().Seconds(), longest.Seconds())
	case clipped(s):
		return "clipped sound"
	case garbled(s, levels) != "":
		return garbled(s, levels)
	case cutOff(s, levels):
		return "sound that is cut off at its end"
	}
	return ""
}

// slack is how much silence speech may contain.
const slack = 5 * time.Second

// plausible returns the shortest and the longest plausible duration of a request's text.
func plausible(req Request) (shortest, longest time.Duration) {
	speed := 1.0
	if req.Rate > 0 {
		speed = req.Rate
	}
	said := script.LettersOf(req.Language, req.Words())
	top := script.FastestPace
	if said.Least < script.ShortText {
		top = script.FastestShortPace
	}
	seconds := func(s float64) time.Duration { return time.Duration(s / speed * float64(time.Second)) }
	return seconds(said.Least / top), seconds(said.Most/script.SlowestPace) + slack
}

// quiet is the root mean square below which a frame is inaudible: -50 dBFS.
const quiet = 104

// frames returns the levels of a speech in frames of 10 ms. The rest at the end belongs to the last
// frame.
func frames(s Speech) []float64 {
	size := max(1, s.SampleRate/100)
	levels := make([]float64, 0, len(s.Samples)/size+1)
	for from := 0; from < len(s.Samples); from += size {
		levels = append(levels, rms(s.Samples[from:min(from+size, len(s.Samples))]))
	}
	return levels
}

func rms(samples []int16) float64 {
	sum := 0.0
	for _, sample := range samples {
		sum += float64(sample) * float64(sample)
	}
	return math.Sqrt(sum / float64(len(samples)))
}

// audible returns the total time of the audible frames, without pauses.
func audible(levels []float64) time.Duration {
	heard := 0
	for _, level := range levels {
		if level >= quiet {
			heard++
		}
	}
	return time.Duration(heard) * 10 * time.Millisecond
}

// clipped reports whether more than one sample in two thousand is flat at full scale.
func clipped(s Speech) bool {
	const full, few = math.MaxInt16 - 7, 2000
	flat := 0
	for i := 2; i < len(s.Samples); i++ {
		a, b, c := loud(s.Samples[i-2]), loud(s.Samples[i-1]), loud(s.Samples[i])
		if a >= full && b >= full && c >= full {
			flat++
		}
	}
	return flat > len(s.Samples)/few
}

func loud(sample int16) int { return max(int(sample), -int(sample)) }

// cutOff reports whether the last hundredth of a second is as loud as a vowel: within 12 dB of the
// loudest moment. Words end more softly.
func cutOff(s Speech, levels []float64) bool {
	const vowel = 0.25
	size := min(len(s.Samples), max(1, s.SampleRate/100))
	return rms(s.Samples[len(s.Samples)-size:]) > vowel*slices.Max(levels)
}
