package speech

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/script"
)

// ErrBadAudio marks an answer that cannot be the request's speech: another sample rate, silence,
// noise, clipping, a length that does not fit the text, or a cut end. The provider charges for it.
var ErrBadAudio = errors.New("the provider returned bad audio")

// Checked is a Synthesizer that refuses audio which cannot be the whole text. What it accepts is
// kept for years, and published before anyone has listened to it.
//
// Its bounds were set with flite and espeak-ng in seven languages, from one word to 4,500 bytes, so
// that none of those is refused, and then widened.
type Checked struct {
	Synthesizer
	paces paces
}

// NewChecked returns provider with checks.
func NewChecked(provider Synthesizer) *Checked { return &Checked{Synthesizer: provider} }

// Synthesize returns ErrBadAudio, with what is wrong, for an answer that fails a check.
func (c *Checked) Synthesize(ctx context.Context, call Call) (Speech, error) {
	speech, err := c.Synthesizer.Synthesize(ctx, call)
	if err != nil {
		return Speech{}, err
	}
	levels := frames(speech)
	fault := faultOf(call.Request, speech, levels)
	if fault == "" {
		fault = c.paces.faultOf(call.Request, audible(levels))
	}
	if fault != "" {
		return Speech{}, Charged(fmt.Errorf("%w: %s answered with %s", ErrBadAudio, call.Provider, fault))
	}
	return speech, nil
}

// faultOf says what is wrong with the audio, whose frames have levels; "" if nothing is.
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

// slack is how much silence a speech may have, and still be as long as its text.
const slack = 5 * time.Second

// plausible bounds the time that a request's text takes to say.
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

// quiet is the level, as the root mean square of a frame, below which nothing is heard: -50 dBFS.
const quiet = 104

// frames are the levels of a speech, each of 10 ms; what is left at the end is with the last.
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

// audible is for how long anything is heard in frames, pauses left out.
func audible(levels []float64) time.Duration {
	heard := 0
	for _, level := range levels {
		if level >= quiet {
			heard++
		}
	}
	return time.Duration(heard) * 10 * time.Millisecond
}

// clipped says that more than one sample in two thousand is flat at full scale.
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

// cutOff says that the last hundredth of a second is as loud as a vowel: within 12 dB of the
// loudest. Words end lower.
func cutOff(s Speech, levels []float64) bool {
	const vowel = 0.25
	size := min(len(s.Samples), max(1, s.SampleRate/100))
	return rms(s.Samples[len(s.Samples)-size:]) > vowel*slices.Max(levels)
}
