package track

import (
	"slices"
	"sort"

	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// places are the bytes of a segment's spoken form at which its captions begin, and its words if
// they are to be located.
type places struct{ captions, words []int }

func placesOf(segment script.Segment, language string, words bool) (p places) {
	written := 0
	for _, caption := range script.Captions(language, segment.Text) {
		p.captions = append(p.captions, segment.SpokenAt(written))
		written += len(caption)
	}
	if words {
		for _, word := range segment.Words() {
			p.words = append(p.words, word.Said)
		}
	}
	return p
}

// all returns both, in order, each once, and the first byte.
func (p places) all() []int {
	all := slices.Concat([]int{0}, p.captions, p.words)
	slices.Sort(all)
	return slices.Compact(all)
}

// timesOf returns the second of the utterance at which each of its segment's places is said, or nil
// if it is not known.
func (b *Builder) timesOf(u utterance, s speech.Speech) []float64 {
	places := b.places[u.index]
	if b.opts.Times == nil || len(places.captions) < 2 && len(places.words) == 0 {
		return nil
	}
	all := places.all()
	times := b.opts.Times(u.index, s, all)
	if len(times) != len(all) {
		return nil
	}
	for i := range times {
		times[i] = min(max(times[i]-float64(u.from)/float64(s.SampleRate), 0), u.seconds)
	}
	return times
}

// locate returns where the sentences and the words of an utterance are in its samples.
func (b *Builder) locate(u utterance, samples []int16) (sentences, words []span) {
	rate, places := b.opts.SampleRate, b.places[u.index]
	if u.times == nil {
		return sentenceSpans(rate, samples, b.weights[u.index]), nil
	}
	stops, _ := stopsOf(envelopeOf(rate, samples).pauses(int(shortestPause*float64(rate))), rate, len(samples))
	all := places.all()
	starts := u.startsOf(places.captions, all)
	sentences = between(nearest(joinNoise(stops, rate), starts[1:], rate), rate, len(samples))
	return sentences, wordSpans(stops, u.startsOf(places.words, all), rate, len(samples))
}

// startsOf returns the times of some of all places.
func (u utterance) startsOf(places, all []int) []float64 {
	times := make([]float64, len(places))
	for i, place := range places {
		times[i] = u.times[sort.SearchInts(all, place)]
	}
	return times
}

// aligned is how far, in seconds, a sentence begins from where the alignment says, at most.
const aligned = 0.1

// noWord is the longest sound between two pauses that is no word, in seconds.
const noWord = 0.08

// joinNoise joins pauses with nothing but a click or a breath between them.
func joinNoise(stops []stop, sampleRate int) (joined []stop) {
	for _, s := range stops {
		if last := len(joined) - 1; last >= 0 && float64(s.from-joined[last].to) < noWord*float64(sampleRate) {
			joined[last].to = s.to
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// awayFrom returns how many samples a stop is away from a sample: 0 within it.
func (s stop) awayFrom(sample int) float64 { return float64(max(s.from-sample, sample-s.to, 0)) }

// nearest returns the stop before each of the starts, in seconds: a long pause near the start, or
// an empty stop there if there is no pause.
func nearest(stops []stop, starts []float64, sampleRate int) []stop {
	typical := typicalPause(stops, min(len(starts), len(stops)))
	found := make([]stop, len(starts))
	for i, start := range starts {
		sample := int(start * float64(sampleRate))
		best := stop{span: span{sample, sample}}
		least := pauseCost(best, typical)
		for _, s := range stops {
			off := s.awayFrom(sample) / (aligned * float64(sampleRate))
			if cost := off*off/2 + pauseCost(s, typical); cost < least {
				best, least = s, cost
			}
		}
		if float64(sample-best.to) > aligned*float64(sampleRate) {
			best.to = sample // a breath, or a click
		}
		found[i] = best
	}
	return found
}

// wordSpans returns the words that begin at starts, in seconds. A word that begins in a pause
// begins at its end, and one before a pause ends where that begins.
func wordSpans(stops []stop, starts []float64, sampleRate, length int) []span {
	words := make([]span, len(starts))
	for i, start := range starts {
		words[i].from = afterPause(stops, min(int(start*float64(sampleRate)), length), sampleRate)
		if i > 0 {
			words[i].from = max(words[i].from, words[i-1].from)
			words[i-1].to = beforePause(stops, words[i-1].from, words[i].from)
		}
		words[i].to = length
	}
	return words
}

// snap is how near, in seconds, a pause must be to a word that begins after it.
const snap = 0.06

func afterPause(stops []stop, at, sampleRate int) int {
	reach := int(snap * float64(sampleRate))
	for _, s := range stops {
		if s.from-reach <= at && at <= s.to && s.to-s.from >= sampleRate/12 {
			return s.to
		}
	}
	return at
}

func beforePause(stops []stop, from, to int) int {
	for _, s := range stops {
		if from < s.from && s.from < to && to <= s.to {
			return s.from
		}
	}
	return to
}
