package openai_test

import (
	"encoding/binary"
	"errors"
	"math"
	"net/http"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/hearing"
	samples "github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/speech/openai/openaitest"
)

const tides = "The tide table for the coming week hangs at the harbour office, and every skipper is asked to read it before the boats go out."

// What servers of this interface have been seen to answer with status 200, by a voice that nobody
// has heard before: it is read as what it is, or refused, and never kept as something else.
func TestWrongAnswersOfANewVoice(t *testing.T) {
	good := tidesByFlite(t)
	at := func(hertz int) []byte { return samples.AppendBytes(nil, samples.Resample(good, 24000, hertz)) }
	part := func(share float64) []byte {
		kept := int(share * float64(len(good)))
		return samples.AppendBytes(nil, append(slices.Clip(good[:kept]), make([]int16, 2400)...))
	}
	whole := samples.AppendBytes(nil, good)
	for name, c := range map[string]struct {
		media   string
		body    []byte
		refused bool
	}{
		"good":                  {"audio/pcm", whole, false},
		"16 kHz, declared":      {"audio/L16;rate=16000;channels=1", at(16000), false},
		"44.1 kHz, declared":    {"audio/pcm;rate=44100", at(44100), false},
		"two channels":          {"audio/pcm;rate=24000;channels=2", twoChannels(good), false},
		"big-endian":            {"audio/L16;rate=24000", bigEndian(good), false},
		"two channels, unnamed": {"audio/pcm", twoChannels(good), true},
		"a quarter missing":     {"audio/pcm", part(0.75), true},
		"a third missing":       {"audio/pcm", part(0.67), true},
		"half missing":          {"audio/pcm", part(0.5), true},
		"said twice":            {"audio/pcm", append(slices.Clip(whole), whole...), true},
	} {
		t.Run(name, func(t *testing.T) {
			server := openaitest.Start(t)
			server.Instead = func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", c.media)
				_, _ = w.Write(c.body)
			}
			checked := speech.NewChecked(client(server), speech.Checks{Ear: hearing.NewEar(nil)})
			said, err := checked.Synthesize(t.Context(), voice(t, "kokoro/af_heart", "en").Call(ssml.Text{Spoken: tides}))
			if c.refused {
				if !errors.Is(err, speech.ErrBadAudio) {
					t.Errorf("%v, error %v, want ErrBadAudio", said.Duration(), err)
				}
				return
			}
			if err != nil || math.Abs(float64(len(said.Samples))/float64(len(good))-1) > 0.01 {
				t.Errorf("%d samples of %d, error %v", len(said.Samples), len(good), err)
			}
		})
	}
}

// tidesByFlite is a reading at 24 kHz by a voice that shares nothing with the reference.
func tidesByFlite(t *testing.T) []int16 {
	t.Helper()
	v, err := command.Flite{}.Voice("slt", "en")
	if err != nil {
		t.Fatal(err)
	}
	said, err := command.Flite{}.Synthesize(t.Context(), v.Call(ssml.Text{Spoken: tides}))
	if err != nil {
		t.Fatal(err)
	}
	return samples.Resample(said.Samples, said.SampleRate, 24000)
}

func twoChannels(said []int16) (body []byte) {
	for _, s := range said {
		body = samples.AppendBytes(body, []int16{s, s})
	}
	return body
}

func bigEndian(said []int16) (body []byte) {
	for _, s := range said {
		body = binary.BigEndian.AppendUint16(body, uint16(s))
	}
	return body
}
