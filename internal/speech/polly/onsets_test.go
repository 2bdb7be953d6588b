package polly_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/polly"
	"github.com/aloud-audio/aloud/internal/speech/polly/pollytest"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

func paying(s *pollytest.Server) *polly.Synthesizer {
	return polly.New(polly.Options{Endpoint: s.URL, Marks: true})
}

func TestContractWithSpeechMarks(t *testing.T) {
	for _, name := range []string{"Joanna", "neural/Joanna", "generative/Ruth"} {
		t.Run(name, func(t *testing.T) {
			speechtest.TestSynthesizer(t, paying(pollytest.Start(t)), name, "en", "neural/Nobody")
		})
	}
}

// Speech marks count bytes of the text as it is sent: with tags and escapes, for a pronunciation or
// a rate. They cost as much as the speech, and are bought only if the settings say so.
func TestSpeechMarks(t *testing.T) {
	const spoken = "In Keev & Lviv on Monday."
	pronounced := []ssml.Mark{{Start: 3, End: 7, IPA: "ˈkɪjiu̯"}}
	for name, test := range map[string]struct {
		voice string
		marks []ssml.Mark
		rate  float64
		want  bool
	}{
		"text":            {"neural/Joanna", nil, 0, true},
		"a pronunciation": {"neural/Joanna", pronounced, 0, true},
		"a rate":          {"standard/Joanna", pronounced, 1.5, true},
		"another engine":  {"generative/Ruth", nil, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			server := pollytest.Start(t)
			v, err := paying(server).Voice(test.voice, "en")
			if err == nil {
				v, err = v.At(test.rate)
			}
			if err != nil {
				t.Fatal(err)
			}
			call := v.Call(ssml.Text{Spoken: spoken, Marks: test.marks}).WithOnsets()
			said, err := paying(server).Synthesize(t.Context(), call)
			if err != nil || call.Onsets != test.want {
				t.Fatal(call.Onsets, err)
			}
			if server.Billed() != call.Billed {
				t.Errorf("billed %d, expected %d", server.Billed(), call.Billed)
			}
			var words []string
			for _, o := range said.Onsets {
				words = append(words, strings.Trim(strings.Fields(spoken[o.Byte:])[0], "."))
			}
			if want := []string{"In", "Keev", "Lviv", "on", "Monday"}; test.want != slices.Equal(words, want) {
				t.Errorf("words are %v", words)
			}
		})
	}
	if v := voice(t, "neural/Joanna", "en"); v.Onsets != speech.NoOnsets {
		t.Error("speech marks that nobody pays for")
	}
}

// Speech that is bought is kept if its marks are not to be had.
func TestWithoutSpeechMarks(t *testing.T) {
	server := pollytest.Start(t)
	v, err := paying(server).Voice("neural/Joanna", "en")
	if err != nil {
		t.Fatal(err)
	}
	call := v.Call(ssml.Text{Spoken: "Good morning."}).WithOnsets()
	server.Instead = func(w http.ResponseWriter, r *http.Request) {
		if server.Asked() > 1 {
			(&pollytest.Fault{Status: http.StatusBadRequest, Code: "ThrottlingException"}).ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "audio/pcm")
		_, _ = w.Write(make([]byte, 32000))
	}
	if said, err := paying(server).Synthesize(t.Context(), call); err != nil || len(said.Samples) != 16000 || said.Onsets != nil {
		t.Errorf("%d samples, onsets %v, error %v", len(said.Samples), said.Onsets, err)
	}
}
