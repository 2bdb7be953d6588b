package speech_test

import (
	"context"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// spelled has a letter each tenth of a second.
func spelled(words string) (s speech.Speech, onsets []speech.Onset) {
	for at := range words {
		onsets = append(onsets, speech.Onset{Byte: at, Seconds: float64(len(onsets)) / 10})
	}
	return speech.Speech{SampleRate: 1000, Samples: make([]int16, 100*len(onsets))}, onsets
}

func TestTimedRefusesWhatCannotBe(t *testing.T) {
	words := "Dogs bark at the moon, and the moon is silent, and so is the sea below it, tonight."
	s, good := spelled(words)
	if speech.Timed(s, words, good).Onsets == nil {
		t.Fatal("good onsets are refused")
	}
	change := func(index int, o speech.Onset) []speech.Onset {
		changed := slices.Clone(good)
		changed[index] = o
		return changed
	}
	collapsed := slices.Clone(good)
	for i := range collapsed[10:] {
		collapsed[10+i].Seconds = 1
	}
	for name, onsets := range map[string][]speech.Onset{
		"none":                   nil,
		"back in time":           change(5, speech.Onset{Byte: 5, Seconds: 0.1}),
		"back in the text":       change(5, speech.Onset{Byte: 2, Seconds: 0.5}),
		"after the text's end":   change(len(good)-1, speech.Onset{Byte: 200, Seconds: 8}),
		"after the speech's end": change(len(good)-1, speech.Onset{Byte: len(words) - 1, Seconds: 9}),
		"all at once":            collapsed,
	} {
		if got := speech.Timed(s, words, onsets).Onsets; got != nil {
			t.Errorf("%s: %v is believed", name, got)
		}
	}
}

// Places are those of the spoken text: what a voice is not sent has no time, and a bracket or a
// quotation mark begins with the word in it.
func TestTimesIn(t *testing.T) {
	spoken := "Київ\u00ad & “Львів” [чекає]."
	v := speech.Voice{Markup: ssml.Capabilities{Phoneme: true, Brackets: true}}
	call := v.Call(ssml.Text{Spoken: spoken, Marks: []ssml.Mark{{End: len("Київ"), IPA: "ˈkɪjiu̯"}}})
	s, onsets := spelled(call.Words())
	s = speech.Timed(s, call.Words(), onsets)
	places := []int{0, len("Київ\u00ad & "), len("Київ\u00ad & “Львів” [")}
	if got := call.TimesIn(s, places); !slices.Equal(got, []float64{0, 0.8, 1.6}) {
		t.Errorf("%q: times %v of %q", call.Words(), got, call.Input)
	}
	if got := call.TimesIn(speech.Speech{SampleRate: 1000}, places); got != nil {
		t.Errorf("times %v without onsets", got)
	}
	s.Onsets = s.Onsets[:1:1]
	s.Onsets = append(s.Onsets, speech.Onset{Byte: len(call.Words()), Seconds: float64(len(call.Words())) / 10})
	if got := call.TimesIn(s, places[1:2]); got[0] < 1.2 || got[0] > 1.6 {
		t.Errorf("in proportion the second word begins at %v", got)
	}
}

// timedProvider says each letter in a tenth of a second, and one sentence at a time.
type timedProvider struct{ speech.Synthesizer }

func (timedProvider) Synthesize(_ context.Context, call speech.Call) (speech.Speech, error) {
	if len(call.Words()) > 20 {
		return speech.Speech{}, speech.ErrSentenceTooLong
	}
	s, onsets := spelled(call.Words())
	return speech.Timed(s, call.Words(), onsets), nil
}

// Onsets are stored beside the speech, also if that is bought in halves.
func TestCacheKeepsOnsets(t *testing.T) {
	reword := &speech.Reword{Synthesizer: timedProvider{}}
	cache := speech.NewCache(reword, newStorage(t), speech.LocalLeases())
	reword.Parts = cache
	call := speech.Voice{}.Call(ssml.Text{Spoken: "The dogs bark at the moon, and I am here."})
	bought, err := cache.Synthesize(t.Context(), call)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := cache.Synthesize(t.Context(), call)
	if _, want := spelled(call.Words()); err != nil || len(bought.Onsets) != len(want) || len(stored.Onsets) != len(want) {
		t.Fatalf("%d onsets bought, %d stored, want %d; error %v", len(bought.Onsets), len(stored.Onsets), len(want), err)
	}
	for i, o := range stored.Onsets {
		if off := o.Seconds - float64(i)/10; o.Byte != i || off > 0.001 || off < -0.001 {
			t.Errorf("byte %d is said at %v", i, o)
		}
	}
}
