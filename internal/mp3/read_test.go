package mp3

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// encodeWith has a program that is not ours make an MP3, as servers do.
func encodeWith(t *testing.T, rate, channels int, samples []int16, options ...string) []byte {
	t.Helper()
	var pcm bytes.Buffer
	for _, s := range samples {
		for range channels {
			_ = binary.Write(&pcm, binary.LittleEndian, s)
		}
	}
	file := filepath.Join(t.TempDir(), "file.mp3")
	args := []string{"-v", "error", "-f", "s16le", "-ar", strconv.Itoa(rate), "-ac", strconv.Itoa(channels), "-i", "-"}
	cmd := exec.Command("ffmpeg", append(append(args, options...), file)...)
	cmd.Stdin = &pcm
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("ffmpeg: %v\n%s", err, out)
	}
	mp3, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return mp3
}

// The Info frame says how much silence the encoder added: what is left are the samples, where they
// were.
func TestReadCutsTheDelay(t *testing.T) {
	for _, channels := range []int{1, 2} {
		for _, rate := range []int{16000, 22050, 24000, 44100} {
			said := chirp(rate, rate+123)
			sound, err := Read(encodeWith(t, rate, channels, said, "-b:a", "128k"))
			if err != nil || sound.SampleRate != rate || sound.Channels != channels || len(sound.Samples) != channels*len(said) {
				t.Fatalf("%d Hz, %d channels: %d samples of %d at %d Hz, %v", rate, channels, len(sound.Samples), len(said), sound.SampleRate, err)
			}
			first := make([]int16, len(said))
			for i := range first {
				first[i] = sound.Samples[i*channels]
			}
			if noise := noiseIn(first[600:len(first)-600], said[600:len(said)-600]); noise > -12 {
				t.Errorf("%d Hz, %d channels: noise of %.0f dB", rate, channels, noise)
			}
		}
	}
}

func TestReadWithoutInfoFrame(t *testing.T) {
	said := chirp(24000, 24000)
	plain, err := Plain(Format{24000, 64}, said)
	if err != nil {
		t.Fatal(err)
	}
	sound, err := Read(plain)
	if err != nil || len(sound.Samples) < len(said) || len(sound.Samples) > len(said)+3*granule*2 {
		t.Errorf("%d samples of %d, %v", len(sound.Samples), len(said), err)
	}
}

func TestReadRefuses(t *testing.T) {
	whole := encodeWith(t, 24000, 1, chirp(24000, 5*24000))
	for name, test := range map[string]struct {
		mp3  []byte
		want error
	}{
		"half of it": {whole[:len(whole)/2], ErrCut},
		"a tag only": {[]byte("ID3\x04\x00\x00\x00\x00\x00\x00"), ErrFrames},
		"nothing":    {nil, ErrFrames},
		"noise":      {bytes.Repeat([]byte("no music "), 1000), ErrFrames},
	} {
		if _, err := Read(test.mp3); !errors.Is(err, test.want) {
			t.Errorf("%s: error is %v, want %v", name, err, test.want)
		}
	}
}

func TestIs(t *testing.T) {
	whole := encodeWith(t, 44100, 2, chirp(44100, 44100))
	plain, err := Plain(Format{16000, 32}, chirp(16000, 16000))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		b    []byte
		want bool
	}{
		"with a tag":         {whole, true},
		"without":            {whole[tagBytes(whole):], true},
		"without Info frame": {plain, true},
		"one frame":          {plain[:100], false},
		"samples like one":   {bytes.Repeat([]byte{0xFF, 0xFB, 0x90, 0x00}, 5000), false},
		"nothing":            {nil, false},
	} {
		if got := Is(test.b); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
