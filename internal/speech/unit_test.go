package speech_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Each provider counts its limit and its bill in its own unit.
func TestUnits(t *testing.T) {
	said := ssml.Text{Spoken: "Київ", Marks: []ssml.Mark{{End: len("Київ"), IPA: "ki"}}}
	const markup = len(`<speak><phoneme alphabet="ipa" ph="ki"></phoneme></speak>`)
	for _, c := range []struct {
		unit         speech.Unit
		size, billed int
	}{
		{speech.Bytes, markup + 8, markup + 4},
		{speech.Characters, markup + 4, markup + 4},
		{speech.Words, (markup + 4 + 1) / 2, 4}, // twice as many with markup as without
	} {
		voice := speech.Voice{Unit: c.unit, Markup: ssml.GoogleSSML}
		if size, billed := voice.InputSize(said), voice.Call(said).Billed; size != c.size || billed != c.billed {
			t.Errorf("unit %d: size %d, billed %d; want %d, %d", c.unit, size, billed, c.size, c.billed)
		}
	}
}
