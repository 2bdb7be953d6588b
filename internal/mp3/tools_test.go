package mp3

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// chirp is sound that matches itself at one position only: a tone that rises from 400 Hz to 3 kHz,
// at full level from its first sample to its last.
func chirp(sampleRate, samples int) []int16 {
	sound := make([]int16, samples)
	phase := 0.0
	for i := range sound {
		phase += 2 * math.Pi * (400 + 2600*float64(i)/float64(samples)) / float64(sampleRate)
		sound[i] = int16(12000 * math.Cos(phase))
	}
	return sound
}

func decode(t testing.TB, c Clip) []int16 {
	t.Helper()
	samples, err := c.Decode()
	if err != nil {
		t.Fatal(err)
	}
	return samples
}

// noiseIn is the level of what got differs from want by, in dB below want.
func noiseIn(got, want []int16) float64 {
	var signal, noise float64
	for i, w := range want {
		signal += float64(w) * float64(w)
		noise += float64(got[i]-w) * float64(got[i]-w)
	}
	return 10 * math.Log10(noise/signal)
}

// decoders are the independent players whose samples count. ffmpeg is told the format, since of a
// file of two frames it cannot be sure.
var decoders = map[string][]string{
	"ffmpeg": {"-v", "error", "-f", "mp3", "-i", "FILE", "-f", "s16le", "-"},
	"mpg123": {"-q", "-s", "FILE"},
}

func play(t testing.TB, decoder string, mp3 []byte) []int16 {
	t.Helper()
	file := filepath.Join(t.TempDir(), "file.mp3")
	if err := os.WriteFile(file, mp3, 0o600); err != nil {
		t.Fatal(err)
	}
	var args []string
	for _, arg := range decoders[decoder] {
		if arg == "FILE" {
			arg = file
		}
		args = append(args, arg)
	}
	cmd := exec.Command(decoder, args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	raw, err := cmd.Output()
	if err != nil || errs.Len() > 0 {
		t.Fatalf("%s: %v\n%s", decoder, err, errs.String())
	}
	samples := make([]int16, len(raw)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	return samples
}
