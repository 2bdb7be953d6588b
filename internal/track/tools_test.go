package track

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
)

// tool is the path of a program that the tests judge by.
func tool(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("this test needs %s: `make test` installs it", name)
	}
	return path
}

func run(t testing.TB, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(tool(t, name), args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil || errs.Len() > 0 {
		t.Fatalf("%s: %v\n%s", name, err, errs.String())
	}
	return out
}

// runs is what a program that talks while it works prints in all.
func runs(t testing.TB, name string, args ...string) []byte {
	t.Helper()
	out, err := exec.Command(tool(t, name), args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return out
}

func save(t testing.TB, track Track) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "track.mp3")
	if err := os.WriteFile(file, track.MP3, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// decoders are the independent players whose samples count. ffmpeg is told the format: of a file of
// two frames it cannot be sure, and now and then takes one for video.
var decoders = map[string]func(testing.TB, string) []int16{
	"ffmpeg": func(t testing.TB, file string) []int16 {
		return samplesOf(run(t, "ffmpeg", "-v", "error", "-f", "mp3", "-i", file, "-f", "s16le", "-"))
	},
	"mpg123": func(t testing.TB, file string) []int16 { return samplesOf(run(t, "mpg123", "-q", "-s", file)) },
}

func samplesOf(raw []byte) []int16 {
	samples := make([]int16, len(raw)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	return samples
}

// probe is what ffprobe says of a file.
type probe struct {
	Streams []struct {
		Codec      string `json:"codec_name"`
		SampleRate string `json:"sample_rate"`
		Channels   int    `json:"channels"`
		BitRate    string `json:"bit_rate"`
		Packets    string `json:"nb_read_packets"`
	} `json:"streams"`
	Format struct {
		Tags map[string]string `json:"tags"`
	} `json:"format"`
}

func ffprobe(t testing.TB, file string) probe {
	t.Helper()
	var p probe
	out := run(t, "ffprobe", "-v", "error", "-count_packets", "-show_streams", "-show_format", "-of", "json", file)
	if err := json.Unmarshal(out, &p); err != nil {
		t.Fatal(err)
	}
	if len(p.Streams) != 1 {
		t.Fatalf("ffprobe sees %d streams, want 1", len(p.Streams))
	}
	return p
}

// chirp is speech that matches itself at one position only: a tone that rises from 400 Hz to 3 kHz.
func chirp(sampleRate, samples int) speech.Speech {
	s := speech.Speech{SampleRate: sampleRate, Samples: make([]int16, samples)}
	phase := 0.0
	for i := range s.Samples {
		phase += 2 * math.Pi * (400 + 2600*float64(i)/float64(samples)) / float64(sampleRate)
		s.Samples[i] = int16(12000 * math.Sin(phase))
	}
	return s
}

// part is a segment and its speech.
type part struct {
	text   string
	speech speech.Speech
	pause  time.Duration
	role   article.Role
}

func encode(t testing.TB, opts Options, parts ...part) Track {
	t.Helper()
	track, err := build(opts, parts...)
	if err != nil {
		t.Fatal(err)
	}
	return track
}

func build(opts Options, parts ...part) (Track, error) {
	b, err := NewBuilder(segments(parts), opts)
	if err != nil {
		return Track{}, err
	}
	for i, p := range parts {
		if err := b.Add(i, p.speech); err != nil {
			return Track{}, err
		}
	}
	return b.Finish()
}

func segments(parts []part) []script.Segment {
	var segments []script.Segment
	for i, p := range parts {
		segments = append(segments, script.Segment{Index: i, Role: p.role, Text: p.text, Spoken: p.text, Pause: p.pause})
	}
	return segments
}
