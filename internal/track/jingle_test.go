package track

import (
	"io"
	"math"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/loudness"
	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/speech"
)

// tone of a pitch in Hz, at a tenth of full scale.
func tone(sampleRate int, pitch, seconds float64) speech.Speech {
	s := speech.Speech{SampleRate: sampleRate, Samples: make([]int16, int(seconds*float64(sampleRate)))}
	for i := range s.Samples {
		s.Samples[i] = int16(3277 * math.Sin(2*math.Pi*pitch*float64(i)/float64(sampleRate)))
	}
	return s
}

// An intro and an outro are where they should be, as loud as the reading, and the reading is where
// the track says it is.
func TestJingles(t *testing.T) {
	parts := reading(t, "slt")
	opts := Options{SampleRate: 16000, Tags: Tags{Language: "en"}}
	opts.Intro = &Jingle{Sound: amplified(tone(44100, 440, 2), -20), Pause: 700 * time.Millisecond}
	opts.Outro = &Jingle{Sound: amplified(tone(48000, 600, 3), 12), Pause: 1500 * time.Millisecond}
	track := encode(t, opts, parts...)
	file := save(t, track)
	if got := len(track.Segments); got != len(parts) {
		t.Errorf("%d segments of %d", got, len(parts))
	}
	frame := int64(576)
	if first, want := track.Segments[0].Start, int64(2.7*16000); first < want-frame || first > want+frame {
		t.Errorf("the first segment begins at sample %d, want about %d", first, want)
	}
	end := track.Segments[len(parts)-1].End
	if want := end + int64(4.5*16000) + samplesIn(parts[len(parts)-1].pause, 16000); track.Samples < want-frame || track.Samples > want+frame {
		t.Errorf("the track has %d samples, want about %d", track.Samples, want)
	}
	for judge, decode := range decoders {
		played := decode(t, file)
		if int64(len(played)) != track.Samples {
			t.Errorf("%s plays %d samples, the track says %d", judge, len(played), track.Samples)
		}
		for name, span := range map[string]Span{"intro": {0, 2 * 16000}, "outro": {end + int64(1.6*16000), end + int64(4.4*16000)}} {
			if got := loudness.Measure(16000, played[span.Start:span.End]).Loudness(); math.Abs(got-DefaultLoudness) > 0.5 {
				t.Errorf("%s hears the %s at %.1f LUFS", judge, name, got)
			}
		}
	}
	if level, peak := measure(t, file); math.Abs(level-DefaultLoudness) > 0.5 || peak > -1 {
		t.Errorf("ffmpeg hears %.1f LUFS and %.1f dBTP", level, peak)
	}
}

// A jingle is encoded once for all tracks of one form.
func TestJinglesAreEncodedOnce(t *testing.T) {
	jingle := &Jingle{Sound: tone(44100, 440, 1)}
	form := jingleForm{mp3.Format{SampleRate: 24000, BitRate: 64}, DefaultLoudness}
	other := form
	other.loudness = -19
	pieces := map[io.ReaderAt]bool{}
	for _, f := range []jingleForm{form, form, other, form} {
		p, err := jingle.piece(intro, f)
		if err != nil {
			t.Fatal(err)
		}
		pieces[p.frames] = true
	}
	if len(pieces) != 2 {
		t.Errorf("encoded %d times, want 2", len(pieces))
	}
}
