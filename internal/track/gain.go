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

	tolerated = 2.0 // LU by which a segment may differ from its voice's level: natural dynamics
	judged    = 3.0 // seconds: a shorter segment's loudness is too uncertain to correct it

	// An unknown voice is measured on half of its text, but on no less and no more than these seconds
	// of speech. The loudness of half of a track is that of the whole to about 0.1 LU, so that the
	// track rarely has to be encoded again; the other half is still being synthesized meanwhile.
	learning = 30.0
	most     = 300.0

	largest = 30.0 // dB of gain, up or down; more would raise noise
)

// utterance is the speech of one segment, trimmed and measured, before its gain is applied.
type utterance struct {
	index   int
	samples []int16
	from    int // of the speech: its samples before that one are trimmed
	seconds float64
	text    int // bytes of its spoken form
	blocks  loudness.Blocks
	times   []float64 // seconds from the first sample, at which the segment's places are said; nil: not known
}

// voice holds the voice's gain, which is either given or measured on its first speeches. Speeches
// are held until then. It is safe for concurrent use.
type voice struct {
	target float64 // LUFS
	text   int     // bytes of all that it says in the track

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
	seconds, text := 0.0, 0
	for _, h := range v.held {
		seconds += h.seconds
		text += h.text
	}
	v.learned = seconds >= learning
	if text < v.text && (!v.learned || 2*text < v.text && seconds < most) {
		return nil
	}
	held := v.held
	v.gain, v.known, v.held = v.gainOfAll(held), true, nil
	return held
}

// gainOfAll returns the gain that brings utterances to the target together. It begins with their
// median loudness, weighted by length, which a few that are far too loud do not move: those have a
// gain of their own.
func (v *voice) gainOfAll(all []utterance) float64 {
	byLoudness := slices.SortedFunc(slices.Values(all), func(a, b utterance) int {
		return cmp.Compare(a.blocks.Loudness(), b.blocks.Loudness())
	})
	half := 0.0
	for _, u := range all {
		half += u.seconds / 2
	}
	median := byLoudness[0]
	for _, median = range byLoudness {
		if half -= median.seconds; half <= 0 {
			break
		}
	}
	like := &voice{target: v.target, gain: v.gainFor(median)}
	var blocks loudness.Blocks
	for _, u := range all {
		blocks = append(blocks, u.blocks.Amplified(like.gainOf(u))...)
	}
	return GainFor(blocks.Loudness()-like.gain, v.target)
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
