package main

import "math"

// A text becomes a tone. The text decides its pitch, so that the judge can tell what a track says,
// and its phase, so that no two texts have the same speech: aloud would refuse their track.
const (
	sampleRate  = 24000 // Hz
	pitches     = 48
	lowestPitch = 400.0 // Hz
	pitchStep   = 40.0  // Hz
	perSecond   = 14    // letters
	loudness    = 9000  // of 32767
	silence     = 0.04  // seconds before and after the tone
	fade        = 0.03  // seconds
)

func pitchOf(said string) int { return int(hash("pitch", letters(said)) % pitches) }

func frequency(pitch int) float64 { return lowestPitch + float64(pitch)*pitchStep }

// say returns samples of a text, signed 16 bit, little-endian.
func say(said string) []byte {
	length := max(float64(len(letters(said)))/perSecond, 0.3)
	step := 2 * math.Pi * frequency(pitchOf(said)) / sampleRate
	phase := 2 * math.Pi * chance(hash("phase", letters(said)))
	gap := int(silence * sampleRate)
	tone := int(length * sampleRate)
	pcm := make([]byte, 2*(tone+2*gap))
	for i := range tone {
		edge := float64(min(i, tone-1-i)) / (fade * sampleRate)
		sample := int16(loudness * min(edge, 1) * math.Sin(step*float64(i)+phase))
		pcm[2*(gap+i)], pcm[2*(gap+i)+1] = byte(sample), byte(uint16(sample)>>8)
	}
	return pcm
}

// heard returns the pitch of samples, by the power of each pitch's frequency (Goertzel's
// algorithm).
func heard(samples []int16) (pitch int) {
	loudest := -1.0
	for p := range pitches {
		c := 2 * math.Cos(2*math.Pi*frequency(p)/sampleRate)
		var last, before float64
		for _, s := range samples {
			last, before = float64(s)+c*last-before, last
		}
		if power := last*last + before*before - c*last*before; power > loudest {
			loudest, pitch = power, p
		}
	}
	return pitch
}
