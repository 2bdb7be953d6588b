package track

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// paragraphs have sentences of all lengths, clauses, and names that are said slowly.
var paragraphs = [][]string{
	{"The harbour bridge closed on Monday. ", "Its owner, a company in Leeds, says that repairs will take until April. ", "Nobody believes it. ", "Last winter the same company promised, in writing, that the north ramp would open before the holidays, and it is still a field of mud."},
	{"Why now? ", "Because the cables, which were made in nineteen sixty four, have lost a third of their strength. ", "That is what Maria Wolska found."},
	{"She measured every one of them. ", "It took her two months. ", "She worked at night, when no cars were on the bridge, and slept in a van beside the river. ", "Her report has four hundred pages. ", "Few have read it."},
	{"The council met on Tuesday evening, behind closed doors, for six hours. ", "What it decided is not known. ", "Two members left early; one of them, Peter Hall, said that he was tired."},
	{"Boats have no way around. ", "The ferry, with room for twelve cars, runs every hour until ten."},
	{"Prices rose. ", "So did the anger of people who live on the island and work, as most of them do, on the other side of the water. ", "They blocked the road on Friday. ", "Police came, looked, and left. ", "Nothing happened. ", "On Saturday they blocked it again, with tractors this time, and somebody brought a piano."},
}

// spoken keeps what voices have said: the same speech serves many tests.
var spoken sync.Map

// say has a voice of flite, or espeak-ng's en-us, say text. The samples are the caller's.
func say(t testing.TB, voice, text string) speech.Speech {
	t.Helper()
	key := voice + "\x00" + text
	if said, known := spoken.Load(key); known {
		return cloned(said.(speech.Speech))
	}
	var synth speech.Synthesizer = command.Flite{}
	if voice == "en-us" {
		synth = command.EspeakNG{}
	}
	v, err := synth.Voice(voice, "en")
	if err != nil {
		t.Fatal(err)
	}
	said, err := synth.Synthesize(t.Context(), v.Call(ssml.Text{Spoken: text}))
	if err != nil {
		t.Fatal(err)
	}
	spoken.Store(key, said)
	return cloned(said)
}

func cloned(s speech.Speech) speech.Speech {
	s.Samples = slices.Clone(s.Samples)
	return s
}

// Sentences that were spoken apart and put together are found: their ends and beginnings are known.
func TestSentencesAreFound(t *testing.T) {
	for _, voice := range []string{"slt", "rms", "awb", "kal16", "en-us"} {
		t.Run(voice, func(t *testing.T) {
			t.Parallel()
			var off []float64 // milliseconds
			for _, sentences := range paragraphs {
				off = append(off, offsets(t, voice, sentences)...)
			}
			slices.Sort(off)
			median, worst := off[len(off)/2], off[len(off)-1]
			t.Logf("%d beginnings: median %.0f ms off, worst %.0f ms", len(off), median, worst)
			if median > 60 || worst > 250 {
				t.Errorf("a sentence's cue is off by %.0f ms at the median and %.0f ms at worst", median, worst)
			}
		})
	}
}

// offsets says how far, in milliseconds, the cue of each sentence but the first begins from where
// its sound does.
func offsets(t *testing.T, voice string, sentences []string) []float64 {
	t.Helper()
	var whole speech.Speech
	var begins []int
	text := ""
	for _, sentence := range sentences {
		said := say(t, voice, sentence)
		whole.SampleRate = said.SampleRate
		begins = append(begins, len(whole.Samples)+onset(said.Samples))
		whole.Samples = append(whole.Samples, said.Samples...)
		if voice == "en-us" { // whose silence is cut off where it speaks one sentence alone
			whole.Samples = append(whole.Samples, make([]int16, said.SampleRate/4)...)
		}
		text += sentence
	}
	track := encode(t, Options{SampleRate: whole.SampleRate, Tags: Tags{Language: "en"}}, part{text: text, speech: whole})
	starts := cuesOfSentences(track.Cues, sentences)
	if len(starts) != len(sentences) {
		t.Fatalf("%d of %d sentences begin a cue", len(starts), len(sentences))
	}
	trimmed := max(0, envelopeOf(whole.SampleRate, whole.Samples).sound().from-int(guardBefore*float64(whole.SampleRate)))
	var off []float64
	for i, begin := range begins[1:] {
		off = append(off, math.Abs(float64(int(starts[i+1].Start)-(begin-trimmed)))/float64(whole.SampleRate)*1000)
	}
	return off
}

// cuesOfSentences returns the cue that begins each sentence: a long sentence has several.
func cuesOfSentences(cues []Cue, sentences []string) []Cue {
	var starts []Cue
	left := ""
	for _, cue := range cues {
		if left == "" && len(starts) < len(sentences) {
			left = sentences[len(starts)]
			starts = append(starts, cue)
		}
		left = strings.TrimPrefix(left, cue.Text)
	}
	return starts
}

// onset is the first sample that reaches a hundredth of the loudest.
func onset(samples []int16) int {
	loudest := slices.Max(samples)
	return slices.IndexFunc(samples, func(s int16) bool { return s > loudest/100 })
}

// Whatever the sound and the weights: as many spans as sentences, in order, within the speech, from
// its start to its end.
func TestSentenceSpansCoverTheSpeech(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rate := rapid.SampledFrom([]int{8000, 24000}).Draw(rt, "rate")
		var samples []int16
		for range rapid.IntRange(1, 12).Draw(rt, "runs") {
			n := rapid.IntRange(1, rate/2).Draw(rt, "samples")
			level := rapid.SampledFrom([]int16{0, 1, 5000}).Draw(rt, "level")
			samples = append(samples, slices.Repeat([]int16{level, -level}, n)...)
		}
		weights := rapid.SliceOfN(rapid.Float64Range(1, 300), 1, 30).Draw(rt, "weights")
		spans := sentenceSpans(rate, samples, weights)
		if len(spans) != len(weights) || spans[0].from != 0 || spans[len(spans)-1].to != len(samples) {
			rt.Fatalf("%d sentences in %d samples are %v", len(weights), len(samples), spans)
		}
		last := 0
		for _, s := range spans {
			if s.from < last || s.to < s.from {
				rt.Fatalf("out of order: %v", spans)
			}
			last = s.to
		}
	})
}

// Every word of the script is in one cue, in order, and no cue is past the end or over another.
func TestCuesCoverTheScript(t *testing.T) {
	var parts []part
	text := ""
	for _, sentences := range paragraphs {
		paragraph := fmt.Sprint(sentences)[1:]
		paragraph = paragraph[:len(paragraph)-1]
		parts = append(parts, part{text: paragraph, speech: say(t, "kal16", paragraph), pause: 300 * time.Millisecond})
		text += paragraph
	}
	track := encode(t, Options{SampleRate: 16000, Tags: Tags{Language: "en"}}, parts...)
	said, last := "", int64(0)
	for _, cue := range track.Cues {
		if cue.Start < last || cue.End <= cue.Start || cue.End > track.Samples {
			t.Errorf("cue %+v after sample %d of %d", cue, last, track.Samples)
		}
		last = cue.End
		said += cue.Text
	}
	if said != text {
		t.Errorf("the cues say %q", said)
	}
}

func TestChapters(t *testing.T) {
	said := func(i int) speech.Speech { return chirp(24000, 24000+i) }
	track := encode(t, Options{SampleRate: 24000},
		part{text: "Bridge closes", speech: said(0), role: "headline"}, part{text: "One.", speech: said(1), role: "paragraph"},
		part{text: "Why", speech: said(2), role: "heading"}, part{text: "Two.", speech: said(3), role: "paragraph"},
		part{text: "What now", speech: said(4), role: "heading"})
	s := track.Segments
	want := []Chapter{
		{Span{0, s[2].Start}, "Bridge closes"}, {Span{s[2].Start, s[4].Start}, "Why"}, {Span{s[4].Start, track.Samples}, "What now"},
	}
	if !slices.Equal(track.Chapters, want) {
		t.Errorf("chapters are %+v, want %+v", track.Chapters, want)
	}
	untitled := encode(t, Options{SampleRate: 24000, Tags: Tags{Title: "Bridge closes"}},
		part{text: "One.", speech: said(1), role: "paragraph"}, part{text: "Why", speech: said(2), role: "heading"})
	if got := untitled.Chapters[0].Title; got != "Bridge closes" {
		t.Errorf("without a headline the first chapter is %q", got)
	}
	if plain := encode(t, Options{SampleRate: 24000}, part{text: "One.", speech: said(0)}); plain.Chapters != nil {
		t.Errorf("without headings there are chapters: %+v", plain.Chapters)
	}
}
