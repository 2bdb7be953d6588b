package track

import (
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/speech"
)

// BenchmarkBuilder makes ten minutes of track, in segments of 15 s on all cores, and reports its speed as a multiple of
// real time, the time from the last speech to the track, and CPU time.
func BenchmarkBuilder(b *testing.B) {
	const rate, count, pause = 24000, 40, 600 * time.Millisecond
	said := babble(rate, 15*rate-int(pause.Seconds()*rate))
	parts := make([]part, count)
	for i := range parts {
		parts[i] = part{text: strings.Repeat("A paragraph has sentences. ", 8), speech: said, pause: pause}
	}
	b.ReportAllocs()
	var track Track
	var finishing time.Duration
	before := cpu(b, syscall.RUSAGE_SELF)
	for b.Loop() {
		builder, err := NewBuilder(segments(parts), Options{SampleRate: rate, Gain: new(float64)})
		if err != nil {
			b.Fatal(err)
		}
		var group errgroup.Group
		group.SetLimit(runtime.GOMAXPROCS(0))
		for i, p := range parts {
			group.Go(func() error { return builder.Add(i, p.speech) })
		}
		if err := group.Wait(); err != nil {
			b.Fatal(err)
		}
		added := time.Now()
		if track, err = builder.Finish(); err != nil {
			b.Fatal(err)
		}
		finishing += time.Since(added)
	}
	b.ReportMetric(track.Duration().Seconds()*float64(b.N)/b.Elapsed().Seconds(), "x_realtime")
	b.ReportMetric(finishing.Seconds()*1000/float64(b.N), "finish-ms")
	b.ReportMetric((cpu(b, syscall.RUSAGE_SELF)-before).Seconds()*1000/float64(b.N), "cpu-ms")
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
