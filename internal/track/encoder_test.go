package track

import (
	"errors"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

func TestDuration(t *testing.T) {
	track := encode(t, Options{SampleRate: 22050}, part{"x", chirp(22050, 11025), 250 * time.Millisecond})
	if track.Duration() != 750*time.Millisecond+22675*time.Nanosecond { // a pause of 5,512.5 samples, rounded
		t.Errorf("duration is %s", track.Duration())
	}
	if at := track.At(track.Cues[0].End); at != 500*time.Millisecond {
		t.Errorf("the cue ends at %s", at)
	}
}

func TestWhatAddRefuses(t *testing.T) {
	e, err := NewEncoder(Options{SampleRate: 24000})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Add("x", chirp(16000, 100), 0); !errors.Is(err, ErrRate) {
		t.Errorf("other sample rate: %v", err)
	}
	if err := e.Add("x", speech.Speech{SampleRate: 24000}, 0); !errors.Is(err, ErrEmpty) {
		t.Errorf("no samples: %v", err)
	}
	if err := e.Add("x", chirp(24000, 100), -1); err == nil {
		t.Error("negative pause: no error")
	}
	if err := e.Add("x", chirp(24000, 100), 0); err != nil {
		t.Errorf("after refusals: %v", err)
	}
	if track, err := e.Finish(); err != nil || track.Samples != 100 || len(track.Cues) != 1 {
		t.Errorf("after refusals the track is %+v, error %v", track, err)
	}
}

func TestFinishCloses(t *testing.T) {
	e, err := NewEncoder(Options{SampleRate: 24000})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Finish(); !errors.Is(err, ErrEmpty) {
		t.Errorf("Finish without audio: %v", err)
	}
	if err := e.Add("x", chirp(24000, 100), 0); !errors.Is(err, errClosed) {
		t.Errorf("Add: %v", err)
	}
	if _, err := e.Finish(); !errors.Is(err, errClosed) {
		t.Errorf("Finish: %v", err)
	}
}
