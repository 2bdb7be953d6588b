package track

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
	"time"
)

// BenchmarkUsualWay makes the track of BenchmarkBuilder as pipelines usually do: ffmpeg measures all of it, brings it to
// its loudness, and encodes it, when the last speech is there. Both benchmarks report the same, so that their ratio tells.
func BenchmarkUsualWay(b *testing.B) {
	const rate, count, pause = 24000, 40, 600 * time.Millisecond
	said := babble(rate, 15*rate-int(pause.Seconds()*rate))
	var pcm bytes.Buffer
	silence := make([]int16, int(pause.Seconds()*rate))
	for range count {
		for _, run := range [][]int16{said.Samples, silence} {
			_ = binary.Write(&pcm, binary.LittleEndian, run)
		}
	}
	out := filepath.Join(b.TempDir(), "track.mp3")
	before := childrenCPU(b)
	for b.Loop() {
		const target = "loudnorm=I=-16:TP=-1:LRA=11"
		measured := ffmpegOn(b, pcm.Bytes(), "-af", target+":print_format=json", "-f", "null", "-")
		ffmpegOn(b, pcm.Bytes(), "-af", target+":"+loudnormOptions(b, measured), "-ar", fmt.Sprint(rate), "-c:a", "libmp3lame", "-b:a", "64k", "-y", out)
	}
	b.ReportMetric(count*15*float64(b.N)/b.Elapsed().Seconds(), "x_realtime")
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "finish-ms")
	b.ReportMetric((childrenCPU(b)-before).Seconds()*1000/float64(b.N), "cpu-ms")
}

func ffmpegOn(b *testing.B, pcm []byte, args ...string) []byte {
	b.Helper()
	cmd := exec.Command(tool(b, "ffmpeg"), append([]string{"-hide_banner", "-nostats", "-f", "s16le", "-ar", "24000", "-ac", "1", "-i", "-"}, args...)...)
	cmd.Stdin = bytes.NewReader(pcm)
	out, err := cmd.CombinedOutput()
	if err != nil {
		b.Fatalf("ffmpeg: %v\n%s", err, out)
	}
	return out
}

var loudnormSays = regexp.MustCompile(`"(input_i|input_tp|input_lra|input_thresh)" : "(-?[\d.]+)"`)

// loudnormOptions are those with which the second pass gets what the first has measured.
func loudnormOptions(b *testing.B, out []byte) string {
	b.Helper()
	found := loudnormSays.FindAllSubmatch(out, -1)
	if len(found) != 4 {
		b.Fatalf("loudnorm measures nothing:\n%s", out)
	}
	options := "linear=true"
	for _, m := range found {
		options += fmt.Sprintf(":measured_%s=%s", bytes.TrimPrefix(m[1], []byte("input_")), m[2])
	}
	return options
}

func childrenCPU(b *testing.B) time.Duration { return cpu(b, syscall.RUSAGE_CHILDREN) }

func cpu(b *testing.B, who int) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(who, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
