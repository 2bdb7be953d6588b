package loudness

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
)

func fliteRate(voice string) int {
	if voice == "kal" {
		return 8000
	}
	return 16000
}

// speak has flite say text.
func speak(t testing.TB, voice, text string) []int16 {
	t.Helper()
	file := filepath.Join(t.TempDir(), "said.wav")
	if out, err := exec.Command("flite", "-voice", voice, "-t", text, "-o", file).CombinedOutput(); err != nil {
		t.Fatalf("flite: %v\n%s", err, out)
	}
	wav, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	said, err := speech.DecodeWAV(wav)
	if err != nil {
		t.Fatal(err)
	}
	return said.Samples
}

var summary = regexp.MustCompile(`(?s).*Summary:.*I:\s+(-?[\d.]+) LUFS.*Peak:\s+(-?[\d.]+) dBFS`)

// ffmpeg measures the integrated loudness (LUFS) and true peak (dBTP) of a programme of samples with silence around them.
func ffmpeg(t testing.TB, sampleRate int, samples []int16) (loudness, peak float64) {
	t.Helper()
	var pcm bytes.Buffer
	silence := make([]int16, sampleRate/2)
	for _, run := range [][]int16{silence, samples, silence} {
		_ = binary.Write(&pcm, binary.LittleEndian, run)
	}
	cmd := exec.Command("ffmpeg", "-hide_banner", "-nostats", "-f", "s16le", "-ar", fmt.Sprint(sampleRate), "-ac", "1", "-i", "-",
		"-af", "ebur128=peak=true", "-f", "null", "-")
	cmd.Stdin = &pcm
	out, err := cmd.CombinedOutput()
	found := summary.FindSubmatch(out)
	if err != nil || found == nil {
		t.Fatalf("ffmpeg: %v\n%s", err, out)
	}
	loudness, _ = strconv.ParseFloat(string(found[1]), 64)
	peak, _ = strconv.ParseFloat(string(found[2]), 64)
	return loudness, peak
}
