package speech_test

import (
	"bytes"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// samples draws audio of all kinds: noise over the whole range, silence, and smooth curves.
func samples(t *rapid.T) []int16 {
	n := rapid.SampledFrom([]int{1, 2, 3, 15, 16, 17, 511, 512, 513, 1024, 1200}).Draw(t, "length")
	switch rapid.SampledFrom([]string{"noise", "level", "steps"}).Draw(t, "kind") {
	case "noise":
		return rapid.SliceOfN(rapid.Int16(), n, n).Draw(t, "samples")
	case "level":
		return slices.Repeat([]int16{rapid.Int16().Draw(t, "level")}, n)
	}
	walk := make([]int16, n)
	step := int16(rapid.IntRange(-300, 300).Draw(t, "step"))
	for i := range walk {
		walk[i] = int16(i) * step // wraps around
	}
	return walk
}

func TestFLACRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := speech.Speech{
			SampleRate: rapid.SampledFrom([]int{8000, 11025, 16000, 22050, 24000, 44100, 48000, 12345}).Draw(t, "rate"),
			Samples:    samples(t),
		}
		packed, err := speech.EncodeFLAC(want)
		if err != nil {
			t.Fatalf("encode: %v", err)
		}
		got, err := speech.DecodeFLAC(packed)
		if err != nil {
			t.Fatalf("decode: %v", err)
		}
		if got.SampleRate != want.SampleRate || !slices.Equal(got.Samples, want.Samples) {
			t.Fatalf("%d samples at %d Hz came back as %d others at %d Hz", len(want.Samples), want.SampleRate, len(got.Samples), got.SampleRate)
		}
	})
}

// Damage is an error or does no harm to the samples; it never panics and is never heard.
func TestDamagedFLAC(t *testing.T) {
	original := speech.Speech{SampleRate: 22050, Samples: make([]int16, 1500)}
	for i := range original.Samples {
		original.Samples[i] = int16(i * i)
	}
	whole, err := speech.EncodeFLAC(original)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		packed := bytes.Clone(whole)
		for range rapid.IntRange(1, 3).Draw(t, "flips") {
			at := rapid.IntRange(0, len(packed)-1).Draw(t, "at")
			packed[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		}
		packed = packed[:rapid.IntRange(0, len(packed)).Draw(t, "length")]
		got, err := speech.DecodeFLAC(packed)
		if err == nil && !slices.Equal(got.Samples, original.Samples) {
			t.Fatalf("damage went unseen: %d samples", len(got.Samples))
		}
	})
}

// At 24 kHz the library has logged a line for every frame, thousands for an article.
func TestFLACIsQuiet(t *testing.T) {
	var logged strings.Builder
	log.SetOutput(&logged)
	defer log.SetOutput(os.Stderr)
	for _, rate := range []int{8000, 16000, 22050, 24000, 44100, 48000, 192000} {
		packed, err := speech.EncodeFLAC(speech.Speech{SampleRate: rate, Samples: make([]int16, 2000)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := speech.DecodeFLAC(packed); err != nil {
			t.Fatal(err)
		}
	}
	if logged.Len() > 0 {
		t.Errorf("logged: %s", logged.String())
	}
}

func TestFLACOfNothing(t *testing.T) {
	packed, err := speech.EncodeFLAC(speech.Speech{SampleRate: 24000})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := speech.DecodeFLAC(packed); err != nil || len(got.Samples) != 0 {
		t.Errorf("got %d samples, error %v", len(got.Samples), err)
	}
	if _, err := speech.DecodeFLAC(nil); err == nil {
		t.Error("no bytes at all are taken for FLAC")
	}
}

// spoken is real speech, a paragraph of it.
func spoken(tb testing.TB) speech.Speech {
	tb.Helper()
	text := strings.Repeat("The ferry was late again, so the mayor walked across the bridge and counted the boats. ", 8)
	v, err := command.Flite{}.Voice("slt", "en")
	if err != nil {
		tb.Fatal(err)
	}
	s, err := command.Flite{}.Synthesize(tb.Context(), v.Request(ssml.Text{Spoken: text}))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func TestFFmpegReadsFLAC(t *testing.T) {
	speechOf := map[string]speech.Speech{
		"speech":               spoken(t),
		"one sample":           {SampleRate: 22050, Samples: []int16{-12345}},
		"a block and a sample": {SampleRate: 24000, Samples: append(make([]int16, 512), 32767)},
		"an unusual rate":      {SampleRate: 12345, Samples: []int16{1, -1, 32767, -32768, 0}},
	}
	for name, want := range speechOf {
		t.Run(name, func(t *testing.T) {
			packed, err := speech.EncodeFLAC(want)
			if err != nil {
				t.Fatal(err)
			}
			decode := exec.Command("ffmpeg", "-v", "error", "-f", "flac", "-i", "-", "-f", "s16le", "-")
			decode.Stdin = bytes.NewReader(packed)
			var complaints strings.Builder
			decode.Stderr = &complaints
			pcm, err := decode.Output()
			if err != nil || complaints.Len() > 0 {
				t.Fatalf("ffmpeg (Debian package ffmpeg): %v %s", err, complaints.String())
			}
			got, err := speech.DecodePCM(pcm, want.SampleRate)
			if err != nil || !slices.Equal(got.Samples, want.Samples) {
				t.Errorf("ffmpeg reads %d samples, others than the %d written, error %v", len(got.Samples), len(want.Samples), err)
			}
		})
	}
}

func TestFLACCompresses(t *testing.T) {
	s := spoken(t)
	packed, err := speech.EncodeFLAC(s)
	if err != nil {
		t.Fatal(err)
	}
	ratio := float64(len(packed)) / float64(2*len(s.Samples))
	t.Logf("FLAC takes %.0f %% of the PCM", 100*ratio)
	if ratio > 0.7 {
		t.Errorf("FLAC takes %.0f %% of the PCM, want at most 70", 100*ratio)
	}
}

func BenchmarkFLAC(b *testing.B) {
	s := spoken(b)
	packed, err := speech.EncodeFLAC(s)
	if err != nil {
		b.Fatal(err)
	}
	perMinute := s.Duration().Minutes()
	b.Run("encode", func(b *testing.B) {
		for b.Loop() {
			if _, err := speech.EncodeFLAC(s); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N)/perMinute, "ms/min")
	})
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			if _, err := speech.DecodeFLAC(packed); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N)/perMinute, "ms/min")
	})
}
