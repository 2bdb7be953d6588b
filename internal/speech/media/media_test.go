package media_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/speech/media"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

const rate = 24000

// spoken is a sentence, at rates of servers.
func spoken(t *testing.T, hertz int) []byte {
	t.Helper()
	said, err := speechtest.Say(t.Context(), speechtest.Texts["en"], "en", rate, 1)
	if err != nil {
		t.Fatal(err)
	}
	return pcm.AppendBytes(nil, pcm.Resample(samplesOf(said), rate, hertz))
}

func samplesOf(b []byte) []int16 {
	samples, _ := pcm.Format{Channels: 1, Bits: 16}.Decode(b)
	return samples
}

func swapped(b []byte) []byte {
	b = bytes.Clone(b)
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return b
}

func twice(b []byte) (stereo []byte) {
	for pair := range slices.Chunk(b, 2) {
		stereo = append(append(stereo, pair...), pair...)
	}
	return stereo
}

func floats(b []byte) (wide []byte) {
	for _, s := range samplesOf(b) {
		wide = binary.LittleEndian.AppendUint32(wide, math.Float32bits(float32(s)/32768))
	}
	return wide
}

func inMP3(t *testing.T, b []byte) []byte {
	t.Helper()
	file, err := mp3.Plain(mp3.Format{SampleRate: rate, BitRate: 64}, samplesOf(b))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func inJSON(audio []byte, end float64) []byte {
	b, _ := json.Marshal(map[string]any{
		"audio_base64": base64.StdEncoding.EncodeToString(audio),
		"alignment": map[string]any{
			"characters": []string{"a", "b"}, "character_start_times_seconds": []float64{0, end / 2}, "character_end_times_seconds": []float64{end / 2, end},
		},
		"normalized_alignment": nil,
	})
	return b
}

// Whatever an answer declares, the sentence is as long as it was said, and sounds as speech does.
func TestReadsWhatIsDeclared(t *testing.T) {
	said := spoken(t, rate)
	seconds := float64(len(said)) / 2 / rate
	for name, test := range map[string]struct {
		contentType string
		header      string // X-Sample-Rate
		body        []byte
		exact       bool // to the sample
	}{
		"as asked":                     {"audio/pcm", "", said, true},
		"no type":                      {"", "", said, true},
		"a type that was guessed":      {"image/x-icon", "", said, true},
		"another rate":                 {"audio/pcm;rate=16000", "", spoken(t, 16000), false},
		"a higher rate":                {"audio/pcm; Rate=44100", "", spoken(t, 44100), false},
		"a rate in a broken type":      {"audio/pcm;; rate=16000; x", "", spoken(t, 16000), false},
		"a rate in a header":           {"application/octet-stream", "22050", spoken(t, 22050), false},
		"a rate in both":               {"audio/L16;rate=16000;channels=1", "16000", swapped(spoken(t, 16000)), false},
		"L16":                          {"audio/L16; rate=24000", "", swapped(said), true},
		"L16 of the machine's order":   {"audio/L16;codec=pcm;rate=24000", "", said, true},
		"PCM of the network's order":   {"audio/pcm;rate=24000", "", swapped(said), true},
		"the order is declared":        {"audio/x-raw;format=S16BE;rate=24000", "", swapped(said), true},
		"the order in a parameter":     {"audio/pcm;rate=24000;endianness=big-endian", "", swapped(said), true},
		"two equal channels":           {"audio/pcm;rate=24000;channels=2", "", twice(said), true},
		"floating point":               {"audio/pcm;encoding=f32le", "", floats(said), true},
		"WAV":                          {"audio/wav", "", speechtest.WAV(said, rate), true},
		"WAV of another rate":          {"audio/wav", "", speechtest.WAV(spoken(t, 22050), 22050), false},
		"WAV as a page":                {"text/html; charset=utf-8", "", speechtest.WAV(said, rate), true},
		"WAV whose type lies":          {"audio/pcm;rate=8000", "", speechtest.WAV(said, rate), true},
		"MP3":                          {"audio/mpeg", "", inMP3(t, said), false},
		"MP3 as anything":              {"application/octet-stream", "", inMP3(t, said), false},
		"base64":                       {"audio/pcm", "", []byte(base64.StdEncoding.EncodeToString(said)), true},
		"base64 in lines":              {"text/plain", "", []byte(strings.Join(split(base64.StdEncoding.EncodeToString(speechtest.WAV(said, rate)), 76), "\r\n")), true},
		"base64 for URLs":              {"", "", []byte(base64.RawURLEncoding.EncodeToString(said)), true},
		"a data URL":                   {"", "", []byte("data:audio/wav;base64," + base64.StdEncoding.EncodeToString(speechtest.WAV(said, rate))), true},
		"JSON with the letters' times": {"application/json", "", inJSON(said, seconds-0.2), true},
		"JSON without":                 {"application/json", "", []byte(`{"audioContent": "` + base64.StdEncoding.EncodeToString(speechtest.WAV(said, rate)) + `"}`), true},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := media.Answer{Header: header(test.contentType, test.header), Body: test.body}.Read(rate)
			if err != nil || got.SampleRate != rate {
				t.Fatalf("%d Hz, error %v", got.SampleRate, err)
			}
			if test.exact && !slices.Equal(got.Samples, samplesOf(said)) {
				t.Errorf("%d samples are not the %d that were said", len(got.Samples), len(said)/2)
			}
			if off := math.Abs(got.Duration().Seconds() - seconds); off > 0.1 || pcm.Smoothness(got.Samples) < pcm.Speech {
				t.Errorf("%v long, %.1f s were said; smoothness %.2f", got.Duration(), seconds, pcm.Smoothness(got.Samples))
			}
		})
	}
}

func header(contentType, rate string) http.Header {
	h := http.Header{}
	h.Set("Content-Type", contentType)
	h.Set("X-Sample-Rate", rate)
	return h
}

func split(s string, n int) (lines []string) {
	for line := range slices.Chunk([]byte(s), n) {
		lines = append(lines, string(line))
	}
	return lines
}

// G.711 has a type of its own, at 8,000 Hz where no other rate is declared.
func TestG711(t *testing.T) {
	for contentType, want := range map[string]int{"audio/basic": 9000, "audio/PCMU": 9000, "audio/PCMA;rate=16000": 4500, "audio/L8;rate=8000": 9000} {
		got, err := media.Answer{Header: header(contentType, ""), Body: slices.Repeat([]byte{0xFF, 0x80, 0x00}, 1000)}.Read(rate)
		if err != nil || len(got.Samples) != want {
			t.Errorf("%s: %d samples, %v", contentType, len(got.Samples), err)
		}
	}
}

func TestRefuses(t *testing.T) {
	said := spoken(t, rate)
	file := speechtest.WAV(said, rate)
	stereo := twice(said)
	copy(stereo[len(stereo)/2:], said)
	for name, test := range map[string]struct {
		contentType string
		rate        string
		body        []byte
		kind        error
		want        string
	}{
		"a message":                 {"application/json", "", []byte(`{"error": "model is loading"}`), media.ErrText, ""},
		"a message as audio":        {"audio/pcm", "", []byte(`{"error": "model is loading"}`), media.ErrText, ""},
		"a message in letters":      {"", "", []byte("internalerror"), media.ErrText, ""},
		"a page":                    {"text/html", "", []byte("<title>Sign in</title>"), media.ErrText, ""},
		"nothing":                   {"audio/pcm", "", nil, media.ErrText, ""},
		"JSON with a word for data": {"application/json", "", []byte(`{"data": "none", "audio": ""}`), media.ErrText, ""},
		"a stream of events":        {"text/event-stream", "", []byte("data: {\"audio\": \"AAAA\"}\n\n"), media.ErrFormat, "a stream of events"},
		"Ogg":                       {"audio/pcm", "", []byte("OggS\x00\x02"), media.ErrFormat, "audio/ogg"},
		"FLAC":                      {"", "", []byte("fLaC\x00\x00"), media.ErrFormat, "audio/flac"},
		"AAC":                       {"audio/aac", "", said, media.ErrFormat, "audio/aac"},
		"WAV without its header":    {"audio/wav", "", said, media.ErrFormat, "without its header"},
		"MP3 without frames":        {"audio/mpeg", "", []byte("\xff\xf3\x44\xc4\x00\x00"), media.ErrFormat, "audio/mpeg"},
		"other channels":            {"audio/pcm;channels=2", "", stereo, media.ErrFormat, "have it made with one"},
		"two rates":                 {"audio/pcm;rate=16000", "24000", said, media.ErrFormat, "rate 16000 and 24000"},
		"a rate that is none":       {"audio/pcm;rate=fast", "", said, media.ErrFormat, `rate "fast"`},
		"a rate that is too low":    {"audio/pcm;rate=4000", "", said, media.ErrFormat, "have the server answer at 24000 Hz"},
		"a codec that is none":      {"audio/pcm;codec=opus", "", said, media.ErrFormat, `encoding "opus"`},
		"an order that is none":     {"audio/pcm;endian=middle", "", said, media.ErrFormat, "byte order"},
		"twelve bits":               {"audio/pcm;bits=12", "", said, media.ErrFormat, "12 bits"},
		"half a sample":             {"audio/pcm", "", said[:len(said)-1], media.ErrCut, "within a sample"},
		"half a file":               {"audio/wav", "", withSize(file, len(said))[:len(file)/2], media.ErrCut, "cut off"},
		"shorter than its letters":  {"application/json", "", inJSON(said, float64(len(said))/2/rate+1), media.ErrCut, "last letter"},
		"half an MP3":               {"audio/mpeg", "", halfMP3(t, samplesOf(said)), media.ErrCut, "cut off"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := media.Answer{Header: header(test.contentType, test.rate), Body: test.body}.Read(rate)
			if !errors.Is(err, test.kind) || !strings.Contains(fmt.Sprint(err), test.want) {
				t.Errorf("error is %v, want %v with %q", err, test.kind, test.want)
			}
		})
	}
}

// withSize has a WAV file tell how much audio it has.
func withSize(file []byte, size int) []byte {
	file = bytes.Clone(file)
	binary.LittleEndian.PutUint32(file[40:], uint32(size))
	return file
}

func halfMP3(t *testing.T, samples []int16) []byte {
	t.Helper()
	format := mp3.Format{SampleRate: rate, BitRate: 64}
	file, err := mp3.NewFile(format)
	if err != nil {
		t.Fatal(err)
	}
	clip, err := format.Encode(samples)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Add(bytes.NewReader(clip.Frames), clip.Samples, 0); err != nil {
		t.Fatal(err)
	}
	whole, err := file.Finish(nil)
	if err != nil {
		t.Fatal(err)
	}
	return whole[:len(whole)/2]
}

// Samples may begin with any bytes: a quiet room's are an icon's, or the mark of a text in UTF-16.
func TestSamplesMayBeginWithAnyBytes(t *testing.T) {
	said := spoken(t, rate)
	for first := int16(-3); first <= 3; first++ {
		for second := int16(-3); second <= 3; second++ {
			body := append(pcm.AppendBytes(nil, []int16{first, second}), said...)
			contentType := http.DetectContentType(body)
			got, err := media.Answer{Header: header(contentType, ""), Body: body}.Read(rate)
			if err != nil || !slices.Equal(got.Samples, samplesOf(body)) {
				t.Errorf("%d, %d, taken for %s: %d samples, %v", first, second, contentType, len(got.Samples), err)
			}
		}
	}
}
