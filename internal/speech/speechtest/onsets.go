package speechtest

import (
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// onsets wants a voice that has onsets to return one for each word if a call requests them, and the
// same speech as without.
func onsets(t *testing.T, synth speech.Synthesizer, v speech.Voice, text string) {
	call := v.Call(ssml.Text{Spoken: text})
	if without := synthesize(t, synth, call); without.Onsets != nil {
		t.Error("onsets that nobody requested")
	}
	if call = call.WithOnsets(); !call.Onsets {
		return
	}
	said := synthesize(t, synth, call)
	places := []int{}
	for _, word := range script.Words(text) {
		places = append(places, word.Start)
		if !slices.ContainsFunc(said.Onsets, func(o speech.Onset) bool { return o.Byte == word.Start }) {
			t.Errorf("no onset at byte %d, where a word begins: %v", word.Start, said.Onsets)
		}
	}
	times := call.TimesIn(said, places)
	if len(times) != len(places) || !slices.IsSorted(times) || times[0] < 0 || times[len(times)-1] >= said.Duration().Seconds() {
		t.Errorf("words begin at %v in speech of %v", times, said.Duration())
	}
	if last := times[len(times)-1]; last < said.Duration().Seconds()/2 {
		t.Errorf("the last word begins at %.2f s of %v", last, said.Duration())
	}
}
