package track

import (
	"errors"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

func TestDuration(t *testing.T) {
	track := encode(t, Options{SampleRate: 22050}, part{text: "x", speech: chirp(22050, 11025), pause: 250 * time.Millisecond})
	if track.Duration() != 750*time.Millisecond+22675*time.Nanosecond { // a pause of 5,512.5 samples, rounded
		t.Errorf("duration is %s", track.Duration())
	}
	if at := track.At(track.Segments[0].End); at != 500*time.Millisecond {
		t.Errorf("the segment ends at %s", at)
	}
}

func TestWhatABuilderRefuses(t *testing.T) {
	said := part{text: "x", speech: chirp(24000, 100)}
	if _, err := NewBuilder(nil, Options{SampleRate: 24000}); !errors.Is(err, ErrEmpty) {
		t.Errorf("no segments: %v", err)
	}
	if _, err := NewBuilder(segments([]part{said}), Options{SampleRate: 20000}); !errors.Is(err, ErrRate) {
		t.Errorf("no sample rate of MP3: %v", err)
	}
	b, err := NewBuilder(segments([]part{said}), Options{SampleRate: 24000})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Add(0, chirp(16000, 100)); !errors.Is(err, ErrRate) {
		t.Errorf("other sample rate: %v", err)
	}
	if err := b.Add(0, speech.Speech{SampleRate: 24000}); !errors.Is(err, ErrCheck) {
		t.Errorf("no samples: %v", err)
	}
	if err := b.Add(1, said.speech); !errors.Is(err, ErrCheck) {
		t.Errorf("no such segment: %v", err)
	}
	if err := b.Add(0, said.speech); err != nil {
		t.Errorf("after refusals: %v", err)
	}
	if track, err := b.Finish(); err != nil || track.Samples != 100 || len(track.Cues) != 1 {
		t.Errorf("after refusals the track is %+v, error %v", track, err)
	}
	if err := b.Add(0, said.speech); err == nil {
		t.Error("a finished builder takes speech")
	}
}
