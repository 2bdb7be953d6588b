package google_test

import (
	"math"
	"strings"
	"testing"

	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech/google"
)

const letterSeconds = 0.07 // of local.Tone

// A voice that supports marks returns when it says each word, with a pronunciation and without. The
// bill is that of the document without its marks.
func TestOnsets(t *testing.T) {
	const spoken = "In Keev & Lviv, on Monday."
	for name, marks := range map[string][]ssml.Mark{
		"text":           nil,
		"pronunciations": {{Start: len("In "), End: len("In Keev"), IPA: "ˈkɪjiu̯"}},
	} {
		t.Run(name, func(t *testing.T) {
			server := start(t, emulator.Options{})
			synth := client(t, google.Options{Endpoint: server.Endpoint})
			voice, err := synth.Voice("en-US-Neural2-F", "en")
			if err != nil {
				t.Fatal(err)
			}
			plain := voice.Call(ssml.Text{Spoken: spoken, Marks: marks})
			call := plain.WithOnsets()
			if call.Key() != plain.Key() {
				t.Error("onsets change the key")
			}
			said, err := synth.Synthesize(t.Context(), call)
			if err != nil || len(said.Onsets) != 5 {
				t.Fatal(said.Onsets, err)
			}
			if billed := server.Stats().Billed; billed != call.Billed {
				t.Errorf("billed %d, expected %d", billed, call.Billed)
			}
			place := strings.Index(spoken, "Monday")
			if got := call.TimesIn(said, []int{place})[0]; math.Abs(got-float64(place)*letterSeconds) > 0.01 {
				t.Errorf("Monday begins at %.3f s, not after %d letters", got, place)
			}
		})
	}
}

// Where marks are not supported, are lost, or would not fit, the speech is bought as without.
func TestNoOnsets(t *testing.T) {
	for name, test := range map[string]struct {
		voice     string
		spoken    string
		requested bool
	}{
		"lost":         {"en-US-Wavenet-A", "Good morning, all of you.", true},
		"no marks":     {"en-US-Studio-O", "Good morning, all of you.", false},
		"no SSML":      {"en-US-Chirp3-HD-Kore", "Good morning, all of you.", false},
		"do not fit":   {"en-US-Standard-A", strings.Repeat("We go. ", 600), false},
		"no own voice": {"gemini-2.5-flash-tts/Kore", "Good morning, all of you.", false},
	} {
		t.Run(name, func(t *testing.T) {
			server := start(t, emulator.Options{FewerMarks: true})
			synth := client(t, google.Options{Endpoint: server.Endpoint})
			voice, err := synth.Voice(test.voice, "en-US")
			if err != nil {
				t.Fatal(err)
			}
			call := voice.Call(ssml.Text{Spoken: test.spoken}).WithOnsets()
			said, err := synth.Synthesize(t.Context(), call)
			if err != nil || said.Onsets != nil || call.Onsets != test.requested {
				t.Errorf("requested %v, onsets %v, error %v", call.Onsets, said.Onsets, err)
			}
			if billed := server.Stats().Billed; billed != call.Billed {
				t.Errorf("billed %d, expected %d", billed, call.Billed)
			}
		})
	}
}
