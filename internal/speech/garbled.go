package speech

import "github.com/aloud-audio/aloud/internal/pcm"

// Bounds of audio whose bytes were read as what they are not. They hold for any voice and language:
// speech of two seconds and more has a smoothness of 0.69 and an evenness of 0.99 at least.
const (
	judgedSound = 2.0 // seconds of sound in a stretch
	leastSound  = 1.0 // seconds of sound, so that a single hiss is not judged
	leastEven   = 0.9
)

// garbled reports, in words, that a stretch of the audio is noise, or two channels read as one; ""
// means neither. Bytes may go wrong in the middle: if a server writes an odd number of them between
// sentences, everything after them becomes noise.
func garbled(s Speech, levels []float64) string {
	for sound := range stretches(s, levels) {
		switch {
		case pcm.Smoothness(sound) < pcm.Noise:
			return "noise, as of samples whose bytes are in the wrong order, or of another format"
		case pcm.Evenness(sound) < leastEven:
			return "stereo that is read as mono"
		}
	}
	return ""
}

// stretches yields the audible parts of the audio, joined to judgedSound each; the last may be
// shorter.
func stretches(s Speech, levels []float64) func(yield func([]int16) bool) {
	size := max(1, s.SampleRate/100) // of a frame
	return func(yield func([]int16) bool) {
		var sound []int16
		for i, level := range levels {
			if level >= quiet {
				from := i*size + (i*size+len(sound))%2 // even places stay even
				sound = append(sound, s.Samples[min(from, len(s.Samples)):min((i+1)*size, len(s.Samples))]...)
			}
			if len(sound) >= int(judgedSound*float64(s.SampleRate)) {
				if !yield(sound) {
					return
				}
				sound = sound[:0]
			}
		}
		if len(sound) >= int(leastSound*float64(s.SampleRate)) {
			yield(sound)
		}
	}
}
