package track

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// Where padding begins in a frame depends on the length, so the lengths lie around those of frames
// (576 and 1152 samples), of what LAME and decoders add (1105) and of the block that LAME gets at a
// time.
func TestDecodersGiveBackEverySample(t *testing.T) {
	const block = 1 << 14
	lengths := []int{1, 2, 46, 47, 48, 575, 576, 577, 623, 624, 1104, 1105, 1106, 1151, 1152, 1153, block - 1, block, block + 1}
	for _, rate := range []int{8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000} {
		t.Run(fmt.Sprint(rate), func(t *testing.T) {
			t.Parallel()
			checkLengths(t, rate, append(lengths, rate))
		})
	}
	t.Run("a minute", func(t *testing.T) { checkLengths(t, 24000, []int{60 * 24000}) })
}

func TestEveryResidueOfTheFrame(t *testing.T) {
	const frame, batch = 576, 96
	for first := frame; first < 2*frame; first += batch {
		lengths := make([]int, batch)
		for i := range lengths {
			lengths[i] = first + i
		}
		checkLengths(t, 24000, lengths)
	}
}

// checkLengths has tracks of these lengths, in samples, decoded by one process for all: by ffmpeg
// each to its own file, by mpg123 one after the other.
func checkLengths(t *testing.T, sampleRate int, lengths []int) {
	t.Helper()
	dir := t.TempDir()
	var mp3s, inputs, outputs []string
	sum := 0
	for i, n := range lengths {
		track := encode(t, Options{SampleRate: sampleRate}, part{speech: chirp(sampleRate, n)})
		if track.Samples != int64(n) {
			t.Errorf("the track of %d samples at %d Hz says %d", n, sampleRate, track.Samples)
		}
		file := filepath.Join(dir, strconv.Itoa(n))
		if err := os.WriteFile(file+".mp3", track.MP3, 0o600); err != nil {
			t.Fatal(err)
		}
		mp3s = append(mp3s, file+".mp3")
		inputs = append(inputs, "-f", "mp3", "-i", file+".mp3")
		outputs = append(outputs, "-map", strconv.Itoa(i), "-f", "s16le", file+".raw")
		sum += n
	}
	run(t, "ffmpeg", append(append([]string{"-v", "error"}, inputs...), outputs...)...)
	for _, n := range lengths {
		info, err := os.Stat(filepath.Join(dir, strconv.Itoa(n)+".raw"))
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() != int64(2*n) {
			t.Errorf("ffmpeg decodes %d samples at %d Hz as %d", n, sampleRate, info.Size()/2)
		}
	}
	if got := len(samplesOf(run(t, "mpg123", append([]string{"-q", "-s"}, mp3s...)...))); got != sum {
		t.Errorf("mpg123 decodes %d samples at %d Hz, in tracks of %v, as %d", sum, sampleRate, lengths, got)
	}
}
