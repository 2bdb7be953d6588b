package track

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/aloud-audio/aloud/internal/loudness"
)

// How a voice gets its gain.
const (
	DefaultLoudness = -16.0 // LUFS: what Apple asks of podcasts
	ceiling         = -2.0  // dBTP before encoding: MP3 raised peaks by up to 0.24 dB, and -1 is not to be passed

	tolerated = 2.0  // LU by which a segment may differ from its voice's level: natural dynamics
	judged    = 3.0  // seconds: a shorter segment's loudness is too uncertain to correct it
	learning  = 30.0 // seconds of speech needed to measure an unknown voice
	largest   = 30.0 // dB of gain, up or down; more would raise noise
)

// utterance is the speech of one segment, trimmed and measured, before its gain is applied.
type utterance struct {
	index   int
	samples []int16
	seconds float64
	blocks  loudness.Blocks
}

// voice holds the voice's gain, which is either given or measured on its first speeches. Speeches
// are held until then. It is safe for concurrent use.
type voice struct {
	target float64 // LUFS

	mu      sync.Mutex
	known   bool
	learned bool    // measured on enough speech
	gain    float64 // dB
	held    []utterance
}

// newVoice returns a voice for a target loudness, with its gain if that is known.
func newVoice(target float64, gain *float64) *voice {
	v := &voice{target: target}
	if gain != nil {
		v.known, v.gain = true, *gain
	}
	return v
}

// level returns the voice's gain, in dB, if it is known.
func (v *voice) level() (gain float64, known bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.gain, v.known
}

// hear accepts an utterance and returns the utterances that can get their gain now: this one, none,
// or all that were held.
func (v *voice) hear(u utterance) []utterance {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.known {
		return []utterance{u}
	}
	v.held = append(v.held, u)
	seconds := 0.0
	for _, h := range v.held {
		seconds += h.seconds
	}
	if seconds < learning {
		return nil
	}
	v.learned = true
	return v.learn()
}

// release returns the utterances that are still waiting when the input ends.
func (v *voice) release() []utterance {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.known || len(v.held) == 0 {
		return nil
	}
	return v.learn()
}

// learn sets the gain by the median loudness of the held utterances, weighted by length: a few that
// are far too loud do not move it.
func (v *voice) learn() []utterance {
	held := v.held
	byLoudness := slices.SortedFunc(slices.Values(held), func(a, b utterance) int {
		return cmp.Compare(a.blocks.Loudness(), b.blocks.Loudness())
	})
	half := 0.0
	for _, u := range held {
		half += u.seconds / 2
	}
	median := byLoudness[0]
	for _, median = range byLoudness {
		if half -= median.seconds; half <= 0 {
			break
		}
	}
	v.gain, v.known, v.held = v.gainFor(median), true, nil
	return held
}

// gainFor returns the gain that would bring an utterance to the target.
func (v *voice) gainFor(u utterance) float64 { return GainFor(u.blocks.Loudness(), v.target) }

// GainFor returns the gain in dB that brings speech of a loudness (LUFS) to a target (LUFS; 0:
// DefaultLoudness). It is rounded to hundredths, so that a stored loudness gives the same gain to
// the last bit, as the names of pieces require.
func GainFor(loudness, target float64) float64 {
	if target == 0 {
		target = DefaultLoudness
	}
	return math.Round(100*min(max(target-loudness, -largest), largest)) / 100
}

// gainOf returns an utterance's gain: the voice's, or its own if it is long and would be audibly
// off.
func (v *voice) gainOf(u utterance) float64 {
	own := v.gainFor(u)
	if u.seconds >= judged && math.Abs(own-v.gain) > tolerated {
		return own
	}
	return v.gain
}
