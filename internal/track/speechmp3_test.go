package track

import (
	"errors"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
)

// With and without room for an Info frame, decoders hear all of it.
func TestEncodeMP3(t *testing.T) {
	for _, rate := range []int{8000, 24000} {
		said := speech.Speech{SampleRate: rate, Samples: make([]int16, rate)}
		for i := range said.Samples {
			said.Samples[i] = int16(i % 100 * 100)
		}
		mp3, err := EncodeMP3(said)
		if err != nil {
			t.Fatal(err)
		}
		for name, decode := range decoders {
			if got := len(decode(t, save(t, Track{MP3: mp3}))); got < rate || got > rate*12/10 {
				t.Errorf("%s hears %d samples of %d at %d Hz", name, got, rate, rate)
			}
		}
	}
	if _, err := EncodeMP3(speech.Speech{SampleRate: 12345, Samples: make([]int16, 10)}); !errors.Is(err, ErrRate) {
		t.Errorf("12345 Hz: error is %v, want ErrRate", err)
	}
}
