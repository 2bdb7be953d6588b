package pcm

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"testing"
)

// tone returns one second of a sine at a quarter of full scale.
func tone(sampleRate int, hertz float64) []int16 {
	samples := make([]int16, sampleRate)
	for i := range samples {
		samples[i] = int16(math.Round(8192 * math.Sin(2*math.Pi*hertz*float64(i)/float64(sampleRate))))
	}
	return samples
}

// A tone that both rates can carry keeps its phase and level.
func TestResampleKeepsWhatBothRatesHave(t *testing.T) {
	for _, from := range []int{8000, 16000, 22050, 44100, 48000} {
		for _, to := range []int{16000, 22050, 24000} {
			t.Run(fmt.Sprint(from, to), func(t *testing.T) {
				got, want := Resample(tone(from, 1000), from, to), tone(to, 1000)
				if len(got) != len(want) {
					t.Fatalf("%d samples, want %d", len(got), len(want))
				}
				for i := to / 10; i < to*9/10; i++ {
					if d := int(got[i]) - int(want[i]); d < -40 || d > 40 { // -58 dBFS
						t.Fatalf("sample %d is %d, want %d", i, got[i], want[i])
					}
				}
			})
		}
	}
}

// A tone above the lower rate's band must go, or it would come back as another tone.
func TestResampleDoesNotAlias(t *testing.T) {
	got := Resample(tone(48000, 15000), 48000, 16000)[1600:14400]
	if loudest := slices.Max(got); loudest > 10 { // -70 dBFS
		t.Errorf("15 kHz at 16 kHz leaves samples up to %d", loudest)
	}
}

func TestAppendBytes(t *testing.T) {
	if got := AppendBytes([]byte{9}, []int16{1, -2, math.MinInt16}); !bytes.Equal(got, []byte{9, 1, 0, 0xFE, 0xFF, 0, 0x80}) {
		t.Errorf("%x", got)
	}
}

// Ends of the audio, and audio shorter than the filter, are resampled as if silence surrounded
// them.
func TestResampleShortAudio(t *testing.T) {
	for n := range 200 {
		samples := slices.Repeat([]int16{1000}, n)
		if got := Resample(samples, 16000, 24000); len(got) != n*3/2 {
			t.Errorf("%d samples become %d", n, len(got))
		}
		if got := Resample(samples, 24000, 16000); len(got) != n*2/3 {
			t.Errorf("%d samples become %d", n, len(got))
		}
	}
}

func BenchmarkResample(b *testing.B) {
	samples := tone(22050, 440)
	for b.Loop() {
		Resample(samples, 22050, 24000)
	}
}
