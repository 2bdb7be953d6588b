package track

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/speech"
)

func TestPositionsAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rate := rapid.SampledFrom(sampleRates()).Draw(rt, "rate")
		e, err := NewEncoder(Options{SampleRate: rate})
		if err != nil {
			rt.Fatal(err)
		}
		defer e.Close()
		var end int64
		for range rapid.IntRange(1, 5).Draw(rt, "parts") {
			n := rapid.IntRange(1, 5000).Draw(rt, "samples")
			pause := time.Duration(rapid.Int64Range(0, int64(time.Second)).Draw(rt, "pause"))
			if err := e.Add("x", chirp(rate, n), pause); err != nil {
				rt.Fatal(err)
			}
			cue := e.track.Cues[len(e.track.Cues)-1]
			if cue.Start != end || cue.End != end+int64(n) {
				rt.Fatalf("cue %+v of %d samples after sample %d", cue, n, end)
			}
			end = e.track.Samples
			off := time.Duration(end-cue.End)*time.Second - pause*time.Duration(rate)
			if off.Abs() > time.Second/2 {
				rt.Fatalf("pause of %s became %d samples at %d Hz", pause, end-cue.End, rate)
			}
		}
		track, err := e.Finish()
		if err != nil || track.Samples != end {
			rt.Fatalf("track of %d samples says %d, error %v", end, track.Samples, err)
		}
	})
}

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
	defer e.Close()
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

func TestClose(t *testing.T) {
	tests := map[string]func(*Encoder){
		"Close":                func(e *Encoder) { e.Close() },
		"Close twice":          func(e *Encoder) { e.Close(); e.Close() },
		"Finish":               func(e *Encoder) { _ = e.Add("x", chirp(24000, 100), 0); _, _ = e.Finish() },
		"Finish without audio": func(e *Encoder) { _, _ = e.Finish() },
	}
	for name, end := range tests {
		t.Run(name, func(t *testing.T) {
			e, err := NewEncoder(Options{SampleRate: 24000})
			if err != nil {
				t.Fatal(err)
			}
			defer e.Close()
			end(e)
			if err := e.Add("x", chirp(24000, 100), 0); !errors.Is(err, errClosed) {
				t.Errorf("Add: %v", err)
			}
			if _, err := e.Finish(); !errors.Is(err, errClosed) {
				t.Errorf("Finish: %v", err)
			}
		})
	}
}

func TestTrackWithoutSpeech(t *testing.T) {
	e, err := NewEncoder(Options{SampleRate: 24000})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Finish(); !errors.Is(err, ErrEmpty) {
		t.Errorf("error is %v", err)
	}
}
