package track

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/loudness"
	"github.com/aloud-audio/aloud/internal/speech"
)

var ebur128 = regexp.MustCompile(`(?s).*Summary:.*I:\s+(-?[\d.]+) LUFS.*Peak:\s+(-?[\d.]+) dBFS`)

// measure has ffmpeg say a file's integrated loudness (LUFS) and true peak (dBTP).
func measure(t testing.TB, file string) (level, peak float64) {
	t.Helper()
	out := runs(t, "ffmpeg", "-hide_banner", "-nostats", "-f", "mp3", "-i", file, "-af", "ebur128=peak=true", "-f", "null", "-")
	found := ebur128.FindSubmatch(out)
	if found == nil {
		t.Fatalf("ffmpeg measures nothing:\n%s", out)
	}
	level, _ = strconv.ParseFloat(string(found[1]), 64)
	peak, _ = strconv.ParseFloat(string(found[2]), 64)
	return level, peak
}

func amplified(s speech.Speech, dB float64) speech.Speech {
	out := speech.Speech{SampleRate: s.SampleRate, Samples: slices.Clone(s.Samples)}
	for i, sample := range out.Samples {
		out.Samples[i] = int16(min(max(math.Round(float64(sample)*math.Pow(10, dB/20)), -32768), 32767))
	}
	return out
}

// As ffmpeg hears it, every voice reads at -16 LUFS and no peak passes -1 dBTP.
func TestLoudness(t *testing.T) {
	for _, voice := range []string{"slt", "rms", "awb", "kal16", "en-us"} {
		for _, target := range []float64{0, -19} {
			t.Run(fmt.Sprint(voice, target), func(t *testing.T) {
				t.Parallel()
				parts := reading(t, voice)
				track := encode(t, Options{SampleRate: parts[0].speech.SampleRate, Loudness: target, Tags: Tags{Language: "en"}}, parts...)
				want := target
				if want == 0 {
					want = DefaultLoudness
				}
				level, peak := measure(t, save(t, track))
				t.Logf("%.1f LUFS, %.1f dBTP; the track says %.2f", level, peak, track.Loudness)
				if math.Abs(level-want) > 0.5 || peak > -1 {
					t.Errorf("ffmpeg hears %.1f LUFS and %.1f dBTP, want %.1f and -1 at most", level, peak, want)
				}
				if math.Abs(level-track.Loudness) > 0.2 {
					t.Errorf("ffmpeg hears %.1f LUFS, the track says %.2f", level, track.Loudness)
				}
			})
		}
	}
}

// A provider whose level jumps by up to 12 dB either way is evened out, whether the voice is known
// or not.
func TestUnevenProvider(t *testing.T) {
	texts := reading(t, "kal16")[2:]
	var parts []part
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 40 {
		p := texts[i%6]
		p.text, p.pause = fmt.Sprint(i, " ", p.text), 500*time.Millisecond
		p.speech = amplified(amplified(p.speech, -12), 24*random.Float64())
		parts = append(parts, p)
	}
	known := -16 - measured(t, texts)
	for name, gain := range map[string]*float64{"unknown": nil, "known": &known} {
		t.Run(name, func(t *testing.T) {
			track := encode(t, Options{SampleRate: 16000, Gain: gain, Tags: Tags{Language: "en"}}, parts...)
			if gain != nil && track.Levels[0].Gain != *gain {
				t.Errorf("the voice's gain of %.2f dB became %.2f", *gain, track.Levels[0].Gain)
			}
			level, _ := measure(t, save(t, track))
			if math.Abs(level+16) > 0.5 {
				t.Errorf("ffmpeg hears %.1f LUFS", level)
			}
			played := decoders["ffmpeg"](t, save(t, track))
			last := 0.0
			for i, s := range track.Segments {
				now := loudnessOf(16000, played[s.Start:s.End])
				if i > 0 && math.Abs(now-last) > 2 {
					t.Errorf("segments %d and %d have %.1f and %.1f LUFS", i-1, i, last, now)
				}
				last = now
			}
		})
	}
}

// A voice's own dynamics stay: within 2 LU of its level, and in segments under 3 s, all get the
// same gain.
func TestDynamicsStay(t *testing.T) {
	parts := reading(t, "slt")
	parts[3].speech = amplified(parts[3].speech, -1.5)
	parts[1].speech = amplified(parts[1].speech, -5) // "Read more."
	gain := -20 - measured(t, parts[2:])
	track := encode(t, Options{SampleRate: 16000, Loudness: -20, Gain: &gain, Tags: Tags{Language: "en"}}, parts...)
	played := decoders["ffmpeg"](t, save(t, track))
	for _, i := range []int{1, 3} {
		want := loudnessOf(16000, trimmed(parts[i].speech)) + gain
		if got := loudnessOf(16000, played[track.Segments[i].Start:track.Segments[i].End]); math.Abs(got-want) > 0.3 {
			t.Errorf("segment %d has %.1f LUFS, want %.1f", i, got, want)
		}
	}
}

// A track that misses its loudness, since its voice says this article softer than usual, says by
// how much; made again with that correction it does not.
func TestCorrection(t *testing.T) {
	parts := reading(t, "kal16")[2:4]
	gain := -16 - measured(t, parts) - 1.5
	opts := Options{SampleRate: 16000, Gain: &gain, Tags: Tags{Language: "en"}}
	first := encode(t, opts, parts...)
	if off := first.Missing(); off < 0.6 {
		t.Fatalf("the correction is %.2f dB", off)
	}
	opts.Correction = first.Missing()
	second := encode(t, opts, parts...)
	if level, _ := measure(t, save(t, second)); math.Abs(level+16) > 0.5 || second.Levels[0].Gain != gain {
		t.Errorf("corrected, ffmpeg hears %.1f LUFS; the voice's gain is %.2f", level, second.Levels[0].Gain)
	}
}

// measured is the loudness of the parts' speech as it is.
func measured(t testing.TB, parts []part) float64 {
	t.Helper()
	var all []int16
	for _, p := range parts {
		all = append(append(all, trimmed(p.speech)...), make([]int16, p.speech.SampleRate/2)...)
	}
	return loudnessOf(parts[0].speech.SampleRate, all)
}

func loudnessOf(sampleRate int, samples []int16) float64 {
	return loudness.Measure(sampleRate, samples).Loudness()
}

// Where segments begin and end there is no click: no step between samples that the speech itself
// does not have.
func TestNoClicks(t *testing.T) {
	loud := speech.Speech{SampleRate: 24000, Samples: make([]int16, 24000)}
	for i := range loud.Samples {
		loud.Samples[i] = int16(12000 * math.Cos(2*math.Pi*120*float64(i)/24000)) // begins and ends at its peak
	}
	track := encode(t, Options{SampleRate: 24000}, part{text: "a", speech: loud, pause: time.Second}, part{text: "a", speech: loud, pause: time.Second})
	for judge, decode := range decoders {
		played := decode(t, save(t, track))
		steepest := 0
		for i := range played[1:] {
			steepest = max(steepest, int(played[i+1])-int(played[i]), int(played[i])-int(played[i+1]))
		}
		loudest := int(slices.Max(played))
		if limit := loudest * 5 / 100; steepest > limit { // 2π × 120 / 24000 is 3 %
			t.Errorf("%s: a step of %d, where the tone has %d at most", judge, steepest, limit)
		}
	}
}
