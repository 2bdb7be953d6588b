package track

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// BenchmarkEncode makes ten minutes of track, in segments of 15 s, and reports its speed as a multiple of real time.
func BenchmarkEncode(b *testing.B) {
	const rate, segments, pause = 24000, 40, 600 * time.Millisecond
	said := babble(rate, 15*rate-int(pause.Seconds()*rate))
	b.ReportAllocs()
	var track Track
	for b.Loop() {
		e, err := NewEncoder(Options{SampleRate: rate})
		if err != nil {
			b.Fatal(err)
		}
		for range segments {
			if err := e.Add("A paragraph.", said, pause); err != nil {
				b.Fatal(err)
			}
		}
		if track, err = e.Finish(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(track.Duration().Seconds()*float64(b.N)/b.Elapsed().Seconds(), "x_realtime")
	b.ReportMetric(float64(len(track.MP3)), "mp3_bytes")
}

// babble is like speech to an encoder: the harmonics of a gliding voice and some breath, four syllables a second.
func babble(sampleRate, samples int) speech.Speech {
	s := speech.Speech{SampleRate: sampleRate, Samples: make([]int16, samples)}
	random := rand.New(rand.NewPCG(1, 2))
	phase := 0.0
	for i := range s.Samples {
		at := float64(i) / float64(sampleRate)
		phase += 2 * math.Pi * (120 + 30*math.Sin(2*math.Pi*at/3)) / float64(sampleRate)
		sum := 0.1 * random.NormFloat64()
		for harmonic := 1.0; harmonic <= 25; harmonic++ {
			sum += math.Sin(harmonic*phase) / harmonic
		}
		s.Samples[i] = int16(6000 * sum * math.Abs(math.Sin(4*math.Pi*at)))
	}
	return s
}
