package loudness

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func tone(sampleRate int, frequency, amplitude, seconds float64) []int16 {
	samples := make([]int16, int(seconds*float64(sampleRate)))
	for i := range samples {
		samples[i] = int16(math.Round(32767 * amplitude * math.Sin(2*math.Pi*frequency*float64(i)/float64(sampleRate))))
	}
	return samples
}

// EBU Tech 3341, case 1 and 2, for one channel: a tone of 1 kHz at -20 dBFS has -23 LUFS.
func TestTone(t *testing.T) {
	for _, rate := range []int{8000, 16000, 22050, 24000, 44100, 48000} {
		for _, dBFS := range []float64{-20, -30} {
			got := Measure(rate, tone(rate, 997, Ratio(dBFS), 20)).Loudness()
			if math.Abs(got-(dBFS-3)) > 0.1 {
				t.Errorf("%d Hz: a tone at %.0f dBFS has %.2f LUFS", rate, dBFS, got)
			}
		}
	}
}

// EBU Tech 3341, case 3: soft parts around a loud one do not count.
func TestRelativeGate(t *testing.T) {
	const rate = 24000
	soft, loud := tone(rate, 997, Ratio(-33), 10), tone(rate, 997, Ratio(-20), 60)
	got := Measure(rate, slices.Concat(soft, loud, soft)).Loudness()
	if math.Abs(got+23) > 0.1 {
		t.Errorf("loudness is %.2f LUFS, want -23", got)
	}
}

func TestNothing(t *testing.T) {
	for name, samples := range map[string][]int16{"no samples": nil, "silence": make([]int16, 48000), "one click": {1}} {
		if got := Measure(24000, samples).Loudness(); got != Silence {
			t.Errorf("%s: %.1f LUFS", name, got)
		}
	}
	if got := truePeak(make([]int16, 100)); !math.IsInf(got, -1) {
		t.Errorf("silence peaks at %.1f dBTP", got)
	}
}

// The blocks of runs apart are those of the whole.
func TestBlocksAddUp(t *testing.T) {
	const rate = 16000
	pause := make([]int16, rate/2)
	one, two := speak(t, "slt", "The harbour bridge is closed."), speak(t, "slt", "It opens again in April, says the council. Boats have no way around.")
	whole := Measure(rate, slices.Concat(one, pause, two)).Loudness()
	parts := slices.Concat(Measure(rate, one), Measure(rate, two)).Loudness()
	if math.Abs(whole-parts) > 0.1 {
		t.Errorf("the whole has %.2f LUFS, its parts %.2f", whole, parts)
	}
}

func TestLoudnessAndPeakAreThoseOfFFmpeg(t *testing.T) {
	for _, voice := range []string{"slt", "rms", "kal16", "kal", "awb"} {
		samples := speak(t, voice, "The harbour bridge closed on Monday. Its owner, a company in Leeds, says that repairs will take until April. Nobody believes it!")
		rate := fliteRate(voice)
		wantLoudness, wantPeak := ffmpeg(t, rate, samples)
		if got := Measure(rate, samples).Loudness(); math.Abs(got-wantLoudness) > 0.15 {
			t.Errorf("%s: %.2f LUFS, ffmpeg says %.2f", voice, got, wantLoudness)
		}
		if got := truePeak(samples); math.Abs(got-wantPeak) > 0.2 {
			t.Errorf("%s: %.2f dBTP, ffmpeg says %.2f", voice, got, wantPeak)
		}
	}
}

// Speech made far too loud keeps its loudness, stays under the ceiling, and sounds as before: the
// noise that limiting adds is what modulating it slowly adds.
func TestLevelLimits(t *testing.T) {
	for _, voice := range []string{"slt", "rms", "kal16", "kal"} {
		rate := fliteRate(voice)
		samples := speak(t, voice, "The harbour bridge closed on Monday. Its owner, a company in Leeds, says that repairs will take until April.")
		before := Measure(rate, samples)
		out, blocks := Level(rate, samples, before, -16-before.Loudness(), -2)
		loudness, peak := ffmpeg(t, rate, out)
		if math.Abs(loudness+16) > 0.3 || peak > -1.8 {
			t.Errorf("%s: %.2f LUFS and %.2f dBTP, want -16 and -2 at most", voice, loudness, peak)
		}
		if got := blocks.Loudness(); math.Abs(got+16) > 0.15 {
			t.Errorf("%s: the blocks say %.2f LUFS", voice, got)
		}
	}
}

// Blocks of what was not limited are not measured again.
func TestLevelTellsLoudness(t *testing.T) {
	samples := speak(t, "slt", "The harbour bridge closed on Monday.")
	out, blocks := Level(16000, samples, Measure(16000, samples), -3, -2)
	if got, want := blocks.Loudness(), Measure(16000, out).Loudness(); math.Abs(got-want) > 0.01 {
		t.Errorf("it says %.2f LUFS, its samples have %.2f", got, want)
	}
}

// A gain alone is a multiplication, and nothing is touched where no peak is near.
func TestAmplify(t *testing.T) {
	samples := tone(24000, 200, 0.25, 1)
	if got, limited := amplify(24000, samples, 0, -2); limited || !slices.Equal(got, samples) {
		t.Error("a gain of 0 dB changes samples")
	}
	twice, _ := amplify(24000, samples, DB(2), -2)
	for i, got := range twice {
		if got != 2*samples[i] {
			t.Fatalf("sample %d is %d times 2, not %d", i, samples[i], got)
		}
	}
	samples[12000] = 32767 // one peak in the middle
	out, _ := amplify(24000, samples, 0, -2)
	far := 24000 / 50 * 2
	if !slices.Equal(out[:12000-far], samples[:12000-far]) || !slices.Equal(out[12000+far:], samples[12000+far:]) {
		t.Error("what is far from a peak is changed")
	}
	if peak := truePeak(out); peak > -1.9 {
		t.Errorf("the peak is at %.2f dBTP", peak)
	}
}

func TestNothingOverTheCeiling(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rate := rapid.SampledFrom([]int{8000, 16000, 24000, 48000}).Draw(rt, "rate")
		samples := rapid.SliceOfN(rapid.Int16(), 0, 3000).Draw(rt, "samples")
		gain := rapid.Float64Range(-20, 30).Draw(rt, "gain")
		out, _ := amplify(rate, samples, gain, -2)
		if len(out) != len(samples) {
			rt.Fatalf("%d samples became %d", len(samples), len(out))
		}
		if peak := truePeak(out); peak > -1 { // noise is the worst that slow gains can meet
			rt.Fatalf("the peak is at %.2f dBTP", peak)
		}
	})
}

func TestLowest(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		values := rapid.SliceOfN(rapid.Float32Range(0, 1), 1, 60).Draw(rt, "values")
		reach := rapid.IntRange(0, 20).Draw(rt, "reach")
		for i, got := range lowest(values, 2*reach+1) {
			if want := slices.Min(values[max(0, i-reach):min(len(values), i+reach+1)]); got != want {
				rt.Fatalf("at %d: %v, want %v", i, got, want)
			}
		}
	})
}

func BenchmarkLevel(b *testing.B) {
	samples := speak(b, "slt", "The harbour bridge closed on Monday. Its owner, a company in Leeds, says that repairs will take until April.")
	before := Measure(16000, samples)
	for name, work := range map[string]func(){
		"measure":   func() { Measure(16000, samples) },
		"true peak": func() { truePeak(samples) },
		"level":     func() { Level(16000, samples, before, -16-before.Loudness(), -2) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				work()
			}
			b.ReportMetric(float64(len(samples))/16000*float64(b.N)/b.Elapsed().Seconds(), "x_realtime")
		})
	}
}

// truePeak returns the true peak of samples in dBTP, -Inf if all are zero. The limiter never needs
// it whole.
func truePeak(samples []int16) float64 {
	x := floats(samples, 1)
	highest := float32(0)
	for _, s := range x {
		highest = max(highest, s, -s)
	}
	peak := highest
	for i := range x { // between two samples under half of the highest nothing rises above it
		if a, b := magnitude(x, i), magnitude(x, i+1); a > highest/2 || b > highest/2 {
			peak = max(peak, between(x, i))
		}
	}
	return DB(float64(peak))
}
