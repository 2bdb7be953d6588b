package track

import (
	"math"
	"slices"

	"github.com/aloud-audio/aloud/internal/loudness"
)

// envelope is the level of a run of samples over time: the root mean square of each 5 ms window, in
// dBFS.
type envelope struct {
	levels []float64
	window int // samples
	length int // samples in all
}

// digitalSilence is the lowest level of an envelope, in dBFS.
const digitalSilence = -120

func envelopeOf(sampleRate int, samples []int16) envelope {
	e := envelope{window: max(1, sampleRate/200), length: len(samples)}
	for window := range slices.Chunk(samples, e.window) {
		sum := 0.0
		for _, s := range window {
			sum += float64(s) * float64(s)
		}
		level := loudness.DB(math.Sqrt(sum/float64(len(window))) / 32768)
		e.levels = append(e.levels, max(level, digitalSilence))
	}
	return e
}

// inaudible is a level in dBFS. A speech whose loudest moment is below it says nothing.
const inaudible = -60

func (e envelope) loudest() float64 { return slices.Max(e.levels) }

// floor returns the level below which the voice is not speaking: 6 dB above the quietest tenth
// (which is noise), but between 40 and 55 dB below the loudest moment. Plosives and soft fricatives
// are above it, room noise is below.
func (e envelope) floor() float64 {
	if len(e.levels) == 0 {
		return digitalSilence
	}
	quietTenth := slices.Sorted(slices.Values(e.levels))[len(e.levels)/10]
	return min(max(quietTenth+6, e.loudest()-55), e.loudest()-40)
}

// sound returns the samples from the first to the last at which the voice speaks; it is empty if
// the voice never does.
func (e envelope) sound() span {
	floor := e.floor()
	speaks := func(level float64) bool { return level > floor && level > digitalSilence }
	first := slices.IndexFunc(e.levels, speaks)
	if first < 0 {
		return span{}
	}
	last := first
	for i, level := range e.levels[first:] {
		if speaks(level) {
			last = first + i
		}
	}
	return span{first * e.window, min((last+1)*e.window, e.length)}
}

// endsAbruptly reports whether the last 15 ms are within 20 dB of the loudest moment. Voices fade
// out; a cut does not.
func (e envelope) endsAbruptly() bool {
	if len(e.levels) < 3 {
		return false
	}
	return slices.Max(e.levels[len(e.levels)-3:]) > e.loudest()-20
}

// pauses returns the runs of at least shortest samples in which the voice pauses: 42 dB below its
// loudest moment, or below the floor, interrupted only by clicks of up to 20 ms. It leaves out the
// silence at both ends.
func (e envelope) pauses(shortest int) []span {
	const click = 4 // windows
	pausing := max(e.floor(), e.loudest()-42)
	var runs []span
	from, sound := 0, 0 // where the current run began, and for how many windows there has been sound
	for i, level := range e.levels {
		if level <= pausing {
			if sound > click {
				from = i
			}
			sound = 0
			continue
		}
		run := span{from * e.window, i * e.window}
		if sound++; sound == 1 && from > 0 && run.length() >= shortest {
			runs = append(runs, run)
		}
	}
	return joined(runs)
}

// joined keeps, of runs that begin at the same sample, only the last, which contains the others.
func joined(runs []span) []span {
	var out []span
	for _, run := range runs {
		if len(out) > 0 && out[len(out)-1].from == run.from {
			out = out[:len(out)-1]
		}
		out = append(out, run)
	}
	return out
}

// span is a run of samples: from is the first one, to the first one after it.
type span struct{ from, to int }

func (s span) length() int { return s.to - s.from }
