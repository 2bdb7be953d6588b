package track

import (
	"math"
	"slices"

	"github.com/aloud-audio/aloud/internal/loudness"
)

// envelope is the level of a run of samples over time: one root mean square a window of 5 ms, in dBFS.
type envelope struct {
	levels []float64
	window int // samples
	length int // samples in all
}

// nothing is the level of digital silence, in dBFS.
const nothing = -120

func envelopeOf(sampleRate int, samples []int16) envelope {
	e := envelope{window: max(1, sampleRate/200), length: len(samples)}
	for window := range slices.Chunk(samples, e.window) {
		sum := 0.0
		for _, s := range window {
			sum += float64(s) * float64(s)
		}
		level := loudness.DB(math.Sqrt(sum/float64(len(window))) / 32768)
		e.levels = append(e.levels, max(level, nothing))
	}
	return e
}

// inaudible is the level, in dBFS, under which even the loudest moment of a speech is nothing said.
const inaudible = -60

func (e envelope) loudest() float64 { return slices.Max(e.levels) }

// floor is the level under which the voice is not speaking: 6 dB over its quietest tenth, where that is noise, within 40
// to 55 dB under its loudest moment. A stop or a soft fricative lies above it, a recorded room below.
func (e envelope) floor() float64 {
	if len(e.levels) == 0 {
		return nothing
	}
	quietTenth := slices.Sorted(slices.Values(e.levels))[len(e.levels)/10]
	return min(max(quietTenth+6, e.loudest()-55), e.loudest()-40)
}

// sound is the samples from the first to the last at which the voice speaks; it is empty if it never does.
func (e envelope) sound() span {
	floor := e.floor()
	speaks := func(level float64) bool { return level > floor && level > nothing }
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

// endsAbruptly tells whether the last 15 ms are no more than 20 dB under the loudest: voices die away.
func (e envelope) endsAbruptly() bool {
	if len(e.levels) < 3 {
		return false
	}
	return slices.Max(e.levels[len(e.levels)-3:]) > e.loudest()-20
}

// quiets are the runs of at least shortest samples in which the voice pauses, those at the ends left out: 42 dB under its
// loudest moment, or under the floor, and with nothing in them but clicks of up to 20 ms.
func (e envelope) quiets(shortest int) []span {
	const click = 4 // windows
	pausing := max(e.floor(), e.loudest()-42)
	var runs []span
	from, sound := 0, 0 // where the run began that may be going on, and for how many windows there has been sound
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

// joined leaves of runs that begin at the same sample only the last, which holds the others.
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

// span is a run of samples: from the first to before the last.
type span struct{ from, to int }

func (s span) length() int { return s.to - s.from }
