package mp3

import (
	"bytes"
	"errors"
	"io"
	"math"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// run is what one Add takes.
type run struct {
	samples []int16
	pause   int64
}

func join(t testing.TB, f Format, runs ...run) (mp3 []byte, starts []int64, samples int64) {
	t.Helper()
	file, err := NewFile(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runs {
		clip, err := f.Encode(r.samples)
		if err != nil {
			t.Fatal(err)
		}
		start, err := file.Add(bytes.NewReader(clip.Frames), clip.Samples, r.pause)
		if err != nil {
			t.Fatal(err)
		}
		starts = append(starts, start)
	}
	mp3, err = file.Finish(nil)
	if err != nil {
		t.Fatal(err)
	}
	return mp3, starts, file.Samples()
}

// What each clip plays on its own, it plays in the file, to the sample and the bit; between clips
// is digital silence but for what the transform smears. Two decoders that share no code with LAME
// say so.
func TestClipsJoin(t *testing.T) {
	for _, f := range []Format{{8000, 24}, {16000, 64}, {22050, 64}, {24000, 64}, {44100, 96}, {48000, 64}} {
		runs := []run{
			{chirp(f.SampleRate, f.SampleRate/10), 400}, {chirp(f.SampleRate, 2*f.SampleRate/7+1), int64(f.SampleRate / 2)}, {chirp(f.SampleRate, 1), 0},
			{chirp(f.SampleRate, 3001), 0}, {chirp(f.SampleRate, f.SampleRate/3), 12345}, {chirp(f.SampleRate, f.SampleRate), 17},
		}
		mp3, starts, samples := join(t, f, runs...)
		for judge := range decoders {
			played := play(t, judge, mp3)
			if int64(len(played)) != samples {
				t.Fatalf("%+v: %s plays %d samples of %d", f, judge, len(played), samples)
			}
			for i, r := range runs {
				clip, _ := f.Encode(r.samples)
				alone := decode(t, clip)
				from, to := starts[i], starts[i]+int64(len(r.samples))
				if noise := noiseIn(played[from:to], alone); len(alone) > 1 && noise > -70 {
					t.Errorf("%+v: %s plays clip %d otherwise than alone: by %.0f dB", f, judge, i, noise)
				}
				if i+1 < len(runs) {
					checkSilence(t, played[to:starts[i+1]])
				}
			}
		}
	}
}

// checkSilence is of a pause whose ends hold what the transform smears of its neighbours.
func checkSilence(t *testing.T, pause []int16) {
	t.Helper()
	if len(pause) < MinPause {
		t.Fatalf("a pause of %d samples", len(pause))
	}
	for i := 2 * granule; i < len(pause)-2*granule; i++ {
		if pause[i] < -1 || pause[i] > 1 {
			t.Fatalf("sample %d of a pause is %d", i, pause[i])
		}
	}
}

// A pause is what was asked for to half a frame, if it is long enough to be had; the last one is
// exact.
func TestPauses(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := Format{rapid.SampledFrom(sampleRates()).Draw(rt, "rate"), 64}
		file, err := NewFile(f)
		if err != nil {
			rt.Fatal(err)
		}
		frame := int64(f.FrameSamples())
		end, asked := int64(0), int64(0)
		for i := range rapid.IntRange(1, 6).Draw(rt, "clips") {
			clip, err := f.Encode(make([]int16, rapid.IntRange(1, 5000).Draw(rt, "samples")))
			if err != nil {
				rt.Fatal(err)
			}
			pause := rapid.Int64Range(0, 20_000).Draw(rt, "pause")
			start, err := file.Add(bytes.NewReader(clip.Frames), clip.Samples, pause)
			if err != nil {
				rt.Fatal(err)
			}
			got := start - end
			switch {
			case start%frame != 0:
				rt.Fatalf("clip %d begins at sample %d, within a frame", i, start)
			case i == 0 && start != 0:
				rt.Fatalf("the first clip begins at %d", start)
			case i > 0 && (got < MinPause || got < asked-frame/2 || got > max(asked+frame/2, MinPause+frame)):
				rt.Fatalf("pause of %d became %d", asked, got)
			}
			end, asked = start+int64(clip.Samples), pause
		}
		if file.Samples() != end+asked {
			rt.Fatalf("file of %d samples and a last pause of %d has %d", end, asked, file.Samples())
		}
	})
}

func TestWhatFileRefuses(t *testing.T) {
	file, err := NewFile(Format{24000, 64})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Finish(nil); !errors.Is(err, ErrEmpty) {
		t.Errorf("nothing: %v", err)
	}
	nothing := bytes.NewReader(nil)
	if _, err := file.Add(nothing, 0, 0); !errors.Is(err, ErrEmpty) {
		t.Errorf("no samples: %v", err)
	}
	if _, err := file.Add(nothing, 1, -1); err == nil {
		t.Error("negative pause: no error")
	}
	if _, err := file.Add(nothing, 1, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := file.Finish(nil); !errors.Is(err, io.EOF) {
		t.Errorf("frames that are not there: %v", err)
	}
}

// A clip whose bytes are damaged is told, not played.
func TestDamagedClips(t *testing.T) {
	clip, err := Format{24000, 64}.Encode(chirp(24000, 24000))
	if err != nil {
		t.Fatal(err)
	}
	damage := map[string]func(c *Clip){
		"cut within a frame": func(c *Clip) { c.Frames = c.Frames[:len(c.Frames)-100] },
		"a frame less":       func(c *Clip) { c.Frames = c.Frames[:len(c.Frames)-192] },
		"a frame more":       func(c *Clip) { c.Frames = append(c.Frames[:192:192], c.Frames...) },
		"no header":          func(c *Clip) { c.Frames = append([]byte{0}, c.Frames[1:]...) },
		"nothing":            func(c *Clip) { c.Frames = nil },
	}
	for name, do := range damage {
		t.Run(name, func(t *testing.T) {
			c := clip
			do(&c)
			if _, err := c.Decode(); !errors.Is(err, ErrFrames) {
				t.Errorf("error is %v", err)
			}
		})
	}
}

// The level is kept at every bit rate: what was measured before is what is heard.
func TestLevelIsKept(t *testing.T) {
	for _, rate := range sampleRates() {
		version, _ := layer3Version(rate)
		for _, bitRate := range bitRates(version, rate) {
			said := chirp(rate, rate)
			clip, err := Format{rate, bitRate}.Encode(said)
			if err != nil {
				t.Fatal(err)
			}
			if dB := 10 * math.Log10(energy(decode(t, clip))/energy(said)); math.Abs(dB) > 0.05 {
				t.Errorf("%d Hz, %d kbit/s: the level changes by %.2f dB", rate, bitRate, dB)
			}
		}
	}
}

// The whole band of speech is kept: energy near the top of what the sample rate can hold comes
// back.
func TestTopOfTheBandIsKept(t *testing.T) {
	for _, rate := range []int{16000, 22050, 24000} {
		tone := make([]int16, rate)
		for i := range tone { // 7/16 of the sample rate
			tone[i] = []int16{0, 3827, -7071, 9239, -10000, 9239, -7071, 3827, 0, -3827, 7071, -9239, 10000, -9239, 7071, -3827}[i%16]
		}
		clip, err := Format{rate, 64}.Encode(tone)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := energy(decode(t, clip)), energy(tone); got < 0.9*want {
			t.Errorf("of a tone at %d Hz in %d Hz, %.0f %% of the energy is left", rate*7/16, rate, 100*got/want)
		}
	}
}

func energy(samples []int16) (sum float64) {
	for _, s := range samples {
		sum += float64(s) * float64(s)
	}
	return sum
}

// Clips are encoded and decoded side by side, and come out as they do alone.
func TestSideBySide(t *testing.T) {
	f := Format{24000, 64}
	said := chirp(f.SampleRate, 3*f.SampleRate)
	clip, err := f.Encode(said)
	if err != nil {
		t.Fatal(err)
	}
	alone := decode(t, clip)
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			again, err := f.Encode(said)
			if err != nil || !bytes.Equal(again.Frames, clip.Frames) {
				t.Errorf("other frames than alone, error %v", err)
			}
			if heard, err := again.Decode(); err != nil || !slices.Equal(heard, alone) {
				t.Errorf("other samples than alone, error %v", err)
			}
		})
	}
	group.Wait()
}
