package track

import (
	"math"
	"testing"

	"github.com/aloud-audio/aloud/internal/loudness"
)

// heardAt returns an utterance of so many seconds at a loudness in LUFS.
func heardAt(seconds, level float64) utterance {
	u := utterance{seconds: seconds, text: int(10 * seconds)}
	for range int(10 * seconds) {
		u.blocks = append(u.blocks, math.Pow(10, (level+0.691)/10))
	}
	return u
}

// An unknown voice is measured on half of its text, of half a minute to five minutes; and on all of
// it if it says no more.
func TestHowMuchOfAVoiceIsMeasured(t *testing.T) {
	for name, test := range map[string]struct {
		seconds, want int // of the whole in utterances of 10 s; held until then
		learned       bool
	}{
		"a few words": {10, 10, false}, "short": {40, 30, true}, "five minutes": {300, 150, true}, "an hour": {3600, 300, true},
	} {
		t.Run(name, func(t *testing.T) {
			v := newVoice(-16, nil)
			v.text = 10 * test.seconds
			for at := 10; ; at += 10 {
				if at > test.seconds {
					t.Fatal("its gain is never known")
				}
				if held := v.hear(heardAt(10, -20)); held == nil {
					continue
				}
				if gain, _ := v.level(); at != test.want || v.learned != test.learned || gain != 4 {
					t.Errorf("after %d s the gain is %.2f dB, learned %v; want %d s, 4 dB, %v", at, gain, v.learned, test.want, test.learned)
				}
				return
			}
		})
	}
}

// The gain brings all that was heard to the target, not its median; what is far too loud has a gain
// of its own.
func TestTheGainOfAll(t *testing.T) {
	v := newVoice(-16, nil)
	all := []utterance{heardAt(10, -21), heardAt(10, -20), heardAt(10, -18.5), heardAt(10, -8)}
	v.gain = v.gainOfAll(all)
	var blocks loudness.Blocks
	for _, u := range all {
		blocks = append(blocks, u.blocks.Amplified(v.gainOf(u))...)
	}
	if got := blocks.Loudness(); math.Abs(got+16) > 0.1 {
		t.Errorf("a gain of %.2f dB brings it to %.2f LUFS", v.gain, got)
	}
}
