package track

import (
	"cmp"
	"math"
	"slices"

	"github.com/aloud-audio/aloud/internal/script"
)

// languageOf returns the language of a segment.
func languageOf(segment script.Segment, tags Tags) string {
	return cmp.Or(segment.Language, tags.Language)
}

// weights returns how much a voice has to say for each caption of a segment, in letters of its
// spoken form.
func weights(segment script.Segment, language string) []float64 {
	var weights []float64
	written := 0
	for _, sentence := range script.Captions(language, segment.Text) {
		from := segment.SpokenAt(written)
		written += len(sentence)
		said := segment.Spoken[from:max(from, segment.SpokenAt(written))]
		weights = append(weights, max(script.LettersOf(language, said).Likely, 1))
	}
	return weights
}

// How voices pause, in seconds.
const (
	shortestPause = 0.04 // shorter ones are part of consonants
	upbeat        = 0.02 // how long a cue starts before its sentence is heard
)

// stop is a place at which a sentence may end: a pause of the voice.
type stop struct {
	span
	at float64 // seconds of sound before it, without pauses: the length of pauses varies, the pace of speech hardly does
}

// sentenceSpans locates the sentences of a speech: one span per weight, in order, from the first
// sample to the last. Of all ways to end the sentences at pauses it takes the likeliest: each
// sentence is about as long as its weight says, and ends at a long pause.
func sentenceSpans(sampleRate int, samples []int16, weights []float64) []span {
	if len(weights) < 2 {
		return []span{{0, len(samples)}}
	}
	e := envelopeOf(sampleRate, samples)
	stops, sound := stopsOf(e.pauses(int(shortestPause*float64(sampleRate))), sampleRate, len(samples))
	expected := shares(weights, sound)
	stops = withGuesses(stops, expected, sampleRate, len(samples))
	return between(likeliest(stops, expected, sound), sampleRate, len(samples))
}

// between returns the sentences that end at stops.
func between(stops []stop, sampleRate, length int) []span {
	spans := make([]span, 0, len(stops)+1)
	start := 0
	for _, stop := range stops {
		spans = append(spans, span{start, max(start, stop.from)})
		start = max(start, stop.from, stop.to-int(upbeat*float64(sampleRate)))
	}
	return append(spans, span{start, length})
}

// stopsOf returns pauses as stops, and the seconds of sound in total.
func stopsOf(pauses []span, sampleRate, length int) ([]stop, float64) {
	var stops []stop
	silent := 0
	for _, pause := range pauses {
		stops = append(stops, stop{pause, float64(pause.from-silent) / float64(sampleRate)})
		silent += pause.length()
	}
	return stops, float64(length-silent) / float64(sampleRate)
}

// shares divides the seconds of sound in proportion to weights.
func shares(weights []float64, sound float64) []float64 {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	out := make([]float64, len(weights))
	for i, w := range weights {
		out[i] = w / sum * sound
	}
	return out
}

// withGuesses adds an empty stop where each sentence is expected to end, for voices that do not
// pause there. It also makes sure that there are enough stops.
func withGuesses(stops []stop, expected []float64, sampleRate, length int) []stop {
	out := slices.Clone(stops)
	at := 0.0
	for _, seconds := range expected[:len(expected)-1] {
		at += seconds
		sample := int(at * float64(sampleRate))
		for _, s := range stops {
			if s.at <= at {
				sample += s.length()
			}
		}
		sample = min(sample, length)
		out = append(out, stop{span{sample, sample}, at})
	}
	slices.SortStableFunc(out, func(a, b stop) int { return a.from - b.from })
	return out
}

// path is the cheapest way to a stop: its cost, and the stop before.
type path struct {
	cost   float64
	before int
}

// likeliest chooses len(expected)-1 of the stops, in order, with the least total cost of ends and
// lengths, by dynamic programming. Time: stops × sentences × the stops within about three
// sentences.
func likeliest(stops []stop, expected []float64, sound float64) []stop {
	ends := len(expected) - 1
	typical := typicalPause(stops, ends)
	table := make([][]path, ends) // a row for each end of a sentence, a path for each stop
	for k := range table {
		table[k] = make([]path, len(stops))
		for i, s := range stops {
			p := path{cost: math.Inf(1)}
			if k == 0 {
				p.cost = lengthCost(s.at, expected[0])
			} else {
				p = cheapest(table[k-1], stops[:i], s.at, expected[k])
			}
			p.cost += pauseCost(s, typical)
			table[k][i] = p
		}
	}
	out := make([]stop, ends)
	last := cheapest(table[ends-1], stops, sound, expected[ends]).before
	for k := ends - 1; k >= 0; k-- {
		out[k] = stops[last]
		last = table[k][last].before
	}
	return out
}

// cheapest returns the cheapest path that leads from one of the stops to at, over a sentence of the
// expected length.
func cheapest(paths []path, stops []stop, at, expected float64) path {
	best := path{cost: math.Inf(1)}
	for i := len(stops) - 1; i >= 0; i-- {
		length := at - stops[i].at
		if length > 3*expected+2 && !math.IsInf(best.cost, 1) {
			break
		}
		if cost := paths[i].cost + lengthCost(length, expected); cost < best.cost {
			best = path{cost: cost, before: i}
		}
	}
	return best
}

// lengthCost returns the cost of a sentence that does not take the expected seconds. The pace of
// voices varies by 12 %, and more in short sentences.
func lengthCost(seconds, expected float64) float64 {
	off := (seconds - expected) / (0.12*expected + 0.12)
	return off * off / 2
}

// pauseCost returns the cost of a sentence that ends at a shorter pause than is typical.
func pauseCost(s stop, typical float64) float64 {
	return 6 * (1 - min(1, float64(s.length())/typical))
}

// typicalPause returns the length in samples of the shortest pause if every sentence ended at one
// of the longest.
func typicalPause(stops []stop, ends int) float64 {
	if ends == 0 {
		return 1
	}
	lengths := make([]int, len(stops))
	for i, s := range stops {
		lengths[i] = s.length()
	}
	slices.Sort(lengths)
	return math.Max(1, float64(lengths[len(lengths)-ends]))
}
