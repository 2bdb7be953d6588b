package flac_test

import (
	"bytes"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/flac"
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

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := rapid.SampledFrom([]int{8000, 11025, 16000, 22050, 24000, 44100, 48000, 12345}).Draw(t, "rate")
		want := samples(t)
		packed, err := flac.Encode(rate, want)
		if err != nil {
			t.Fatalf("encode: %v", err)
		}
		gotRate, got, err := flac.Decode(packed)
		if err != nil {
			t.Fatalf("decode: %v", err)
		}
		if gotRate != rate || !slices.Equal(got, want) {
			t.Fatalf("%d samples at %d Hz came back as %d others at %d Hz", len(want), rate, len(got), gotRate)
		}
	})
}

// Damage is an error or does no harm to the samples; it never panics and is never heard.
func TestDamage(t *testing.T) {
	original := make([]int16, 1500)
	for i := range original {
		original[i] = int16(i * i)
	}
	whole, err := flac.Encode(22050, original)
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
		_, got, err := flac.Decode(packed)
		if err == nil && !slices.Equal(got, original) {
			t.Fatalf("damage went unseen: %d samples", len(got))
		}
	})
}

func TestNothing(t *testing.T) {
	packed, err := flac.Encode(24000, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, got, err := flac.Decode(packed); err != nil || len(got) != 0 {
		t.Errorf("got %d samples, error %v", len(got), err)
	}
	if _, _, err := flac.Decode(nil); err == nil {
		t.Error("no bytes at all are taken for FLAC")
	}
	if _, err := flac.Encode(0, make([]int16, 10)); err == nil {
		t.Error("a sample rate of 0 Hz is taken")
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
	s, err := command.Flite{}.Synthesize(tb.Context(), v.Call(ssml.Text{Spoken: text}))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func TestFFmpegReadsIt(t *testing.T) {
	speechOf := map[string]speech.Speech{
		"speech":               spoken(t),
		"one sample":           {SampleRate: 22050, Samples: []int16{-12345}},
		"a block and a sample": {SampleRate: 24000, Samples: append(make([]int16, 512), 32767)},
		"an unusual rate":      {SampleRate: 12345, Samples: []int16{1, -1, 32767, -32768, 0}},
	}
	for name, want := range speechOf {
		t.Run(name, func(t *testing.T) {
			packed, err := flac.Encode(want.SampleRate, want.Samples)
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

func TestItCompresses(t *testing.T) {
	s := spoken(t)
	packed, err := flac.Encode(s.SampleRate, s.Samples)
	if err != nil {
		t.Fatal(err)
	}
	ratio := float64(len(packed)) / float64(2*len(s.Samples))
	t.Logf("FLAC takes %.0f %% of the PCM", 100*ratio)
	if ratio > 0.65 {
		t.Errorf("FLAC takes %.0f %% of the PCM, want at most 65", 100*ratio)
	}
}

func BenchmarkSpeech(b *testing.B) {
	s := spoken(b)
	packed, err := flac.Encode(s.SampleRate, s.Samples)
	if err != nil {
		b.Fatal(err)
	}
	perMinute := s.Duration().Minutes()
	b.Run("encode", func(b *testing.B) {
		for b.Loop() {
			if _, err := flac.Encode(s.SampleRate, s.Samples); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N)/perMinute, "ms/min")
	})
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := flac.Decode(packed); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N)/perMinute, "ms/min")
	})
}
