package track

import (
	"math"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Two sentences with a pause between them, and times that are off as those of alignments are: by 50
// ms, or by the pause. The cue begins at the end of the pause, and each word where it is said to
// begin.
func TestTimesFromAnAlignment(t *testing.T) {
	for name, off := range map[string]float64{"late": 0.05, "within the pause": -0.12, "before the pause": -0.27} {
		t.Run(name, func(t *testing.T) { timesOff(t, off) })
	}
}

func timesOff(t *testing.T, off float64) {
	const first, second = "The harbour bridge closed on Monday. ", "Nobody knows for how long."
	one, two := say(t, "rms", first), say(t, "rms", second)
	rate := one.SampleRate
	pause := make([]int16, rate/4)
	whole := speech.Speech{SampleRate: rate, Samples: append(append(one.Samples, pause...), two.Samples...)}
	begins := float64(len(one.Samples)+len(pause)+onset(two.Samples)) / float64(rate)
	p := part{text: first + second, speech: whole}
	times := func(_ int, _ speech.Speech, places []int) []float64 {
		seconds := make([]float64, len(places))
		for i, place := range places {
			if seconds[i] = float64(place) / float64(len(first)) * begins; place >= len(first) {
				seconds[i] = begins + off + 0.06*float64(place-len(first))
			}
		}
		return seconds
	}
	trk := encode(t, Options{SampleRate: rate, Words: true, Times: times, Tags: Tags{Language: "en"}}, p)
	trimmed := max(0, envelopeOf(rate, whole.Samples).sound().from-int(guardBefore*float64(rate)))
	want := begins - float64(trimmed)/float64(rate)
	if got := float64(trk.Cues[1].Start) / float64(rate); math.Abs(got-want) > 0.04 {
		t.Errorf("the second sentence begins at %.3f, its sound at %.3f", got, want)
	}
	words := trk.Words[0]
	var read []string
	for i, word := range words {
		read = append(read, p.text[word.From:word.To])
		if word.End < word.Start || i > 0 && word.Start < words[i-1].Start {
			t.Errorf("%q lasts from %d to %d", read[i], word.Start, word.End)
		}
	}
	if got := strings.Join(read, " "); got != p.text {
		t.Errorf("the words are %q", got)
	}
	if vtt := string(trk.WordsVTT()); strings.Count(vtt, "<00:00:0") < len(words)-3 || strings.Contains(string(trk.WebVTT()), "<") {
		t.Errorf("captions with words:\n%s\nand without:\n%s", vtt, trk.WebVTT())
	}
}

// Without times the sentences are located by their length, and no words.
func TestNoTimes(t *testing.T) {
	const text = "The harbour bridge closed on Monday. Nobody knows for how long."
	p := part{text: text, speech: say(t, "rms", text)}
	options := Options{SampleRate: p.speech.SampleRate, Words: true, Tags: Tags{Language: "en"}}
	options.Times = func(int, speech.Speech, []int) []float64 { return nil }
	trk := encode(t, options, p)
	if len(trk.Cues) != 2 || len(trk.Words[0]) != 0 || trk.WordsVTT() != nil {
		t.Errorf("%d cues, words %v", len(trk.Cues), trk.Words)
	}
}
