package google_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"

	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/flac"
	"github.com/aloud-audio/aloud/internal/speech"
)

// wav requests LINEAR16, which must have a header.
var wav = audio(func(a *pb.AudioConfig) { a.AudioEncoding = pb.AudioEncoding_LINEAR16 })

func speak(t *testing.T, o emulator.Options, req *pb.SynthesizeSpeechRequest) speech.Speech {
	t.Helper()
	_, client := start(t, o)
	resp, err := client.SynthesizeSpeech(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	spoken, err := speech.DecodeWAV(resp.GetAudioContent())
	if err != nil {
		t.Fatal(err)
	}
	return spoken
}

// A recogniser that shares nothing with the voices tells which of these sentences it hears, through
// a resampler of ours and one of ffmpeg's.
func TestItReallySpeaks(t *testing.T) {
	const grammar = "#JSGF V1.0;\ngrammar g;\npublic <s> = good morning the weather is fine today | the train to the airport leaves at noon | nobody came;\n"
	for _, rate := range []int32{22050, 24000} {
		spoken := speak(t, emulator.Options{Speaker: local.Local}, request(chirp, "en-US", wav, text("Good morning. The weather is fine today."),
			audio(func(a *pb.AudioConfig) { a.SampleRateHertz = rate })))
		if spoken.SampleRate != int(rate) {
			t.Errorf("%d Hz, want %d", spoken.SampleRate, rate)
		}
		if heard := recognise(t, spoken, grammar); heard != "good morning the weather is fine today" {
			t.Errorf("at %d Hz, %q was heard", rate, heard)
		}
	}
}

func recognise(t *testing.T, s speech.Speech, grammar string) string {
	t.Helper()
	packed, err := flac.Encode(s.SampleRate, s.Samples)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	in, wav, rules := filepath.Join(dir, "in.flac"), filepath.Join(dir, "in.wav"), filepath.Join(dir, "rules.jsgf")
	for file, content := range map[string][]byte{in: packed, rules: []byte(grammar)} {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if said, err := exec.Command("ffmpeg", "-v", "error", "-i", in, "-ar", "16000", wav).CombinedOutput(); err != nil {
		t.Fatalf("ffmpeg: %v: %s", err, said)
	}
	heard, err := exec.Command("pocketsphinx_continuous", "-infile", wav, "-jsgf", rules, "-logfn", "/dev/null").Output()
	if err != nil {
		t.Fatalf("pocketsphinx_continuous (Debian packages pocketsphinx, pocketsphinx-en-us): %v", err)
	}
	return strings.TrimSpace(string(heard))
}

func TestOtherLanguagesAreSpoken(t *testing.T) {
	for language, words := range map[string]string{"uk-UA": "Доброго ранку.", "cmn-CN": "早上好。", "th-TH": "สวัสดี", "en-US": "It is called Ω."} {
		spoken := speak(t, emulator.Options{Speaker: local.Local}, request(language+"-Chirp3-HD-Kore", language, wav, text(words)))
		if slices.Max(spoken.Samples) < 1000 {
			t.Errorf("%s is not heard", language)
		}
	}
}

// Breaks and pause tags have the stated length, and directions are not said.
func TestPausesAreSilence(t *testing.T) {
	plain := speak(t, emulator.Options{}, request(neural2, "en-US", wav, text("One. Two."))).Duration()
	for name, test := range map[string]struct {
		req  *pb.SynthesizeSpeechRequest
		more time.Duration
	}{
		"break":                        {request(neural2, "en-US", wav, ssml(`<speak>One.<break time="1.5s"/> Two.</speak>`)), 1500 * time.Millisecond},
		"strength":                     {request(neural2, "en-US", wav, ssml(`<speak>One.<break strength="strong"/> Two.</speak>`)), 800 * time.Millisecond},
		"tags around words":            {request(neural2, "en-US", wav, ssml(`<speak><p><s>One.</s><s>Two.</s></p></speak>`)), 0},
		"alias":                        {request(neural2, "en-US", wav, ssml(`<speak>One. <sub alias="Two.">2</sub></speak>`)), 0},
		"mark":                         {request(neural2, "en-US", wav, ssml(`<speak>One. <mark name="here"/>Two.</speak>`)), 0},
		"tags that Chirp 3 HD ignores": {request(chirp, "en-US", wav, ssml(`<speak>One. <emphasis>Two.</emphasis><mark/></speak>`)), 0},
		"pause tag":                    {request(chirp, "en-US", wav, markup("One.[pause long] Two.")), 1200 * time.Millisecond},
		"a direction":                  {request(chirp, "en-US", wav, text("One.[whispers] Two.")), 0},
		"words in brackets":            {request(neural2, "en-US", wav, text("One. [a] Two.")), 4 * 70 * time.Millisecond},
		"tags beside each other": {request(chirp, "en-US", wav, markup("One.[pause] [pause] Two.")),
			600*time.Millisecond + time.Duration(len(" pause"))*70*time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			if got := speak(t, emulator.Options{}, test.req).Duration() - plain; got != test.more {
				t.Errorf("%v longer than the plain text, want %v", got, test.more)
			}
		})
	}
}

func TestRateAndGain(t *testing.T) {
	plain := speak(t, emulator.Options{}, request(neural2, "en-US", wav))
	fast := speak(t, emulator.Options{}, request(neural2, "en-US", wav, audio(func(a *pb.AudioConfig) { a.SpeakingRate = 2 })))
	soft := speak(t, emulator.Options{}, request(neural2, "en-US", wav, audio(func(a *pb.AudioConfig) { a.VolumeGainDb = -20 })))
	if len(fast.Samples) != len(plain.Samples)/2 {
		t.Errorf("%d samples at twice the rate, %d at the normal one", len(fast.Samples), len(plain.Samples))
	}
	if got, want := slices.Max(soft.Samples), slices.Max(plain.Samples)/10; got < want-1 || got > want+1 {
		t.Errorf("the loudest sample at -20 dB is %d, want %d", got, want)
	}
}

func TestEncodings(t *testing.T) {
	_, client := start(t, emulator.Options{})
	answer := func(encoding pb.AudioEncoding) []byte {
		resp, err := client.SynthesizeSpeech(t.Context(), request(chirp, "en-US", audio(func(a *pb.AudioConfig) { a.AudioEncoding = encoding })))
		if err != nil {
			t.Fatal(err)
		}
		return resp.GetAudioContent()
	}
	pcm, headed, mp3 := answer(pb.AudioEncoding_PCM), answer(pb.AudioEncoding_LINEAR16), answer(pb.AudioEncoding_MP3)
	if string(headed[44:]) != string(pcm) || string(headed[:4]) != "RIFF" {
		t.Error("LINEAR16 is not PCM behind a header")
	}
	file := filepath.Join(t.TempDir(), "answer.mp3")
	if err := os.WriteFile(file, mp3, 0o600); err != nil {
		t.Fatal(err)
	}
	probed, err := exec.Command("ffprobe", "-v", "error", "-show_entries", "stream=codec_name,sample_rate,bit_rate", "-of", "csv=p=0", file).Output()
	if err != nil || strings.TrimSpace(string(probed)) != "mp3,24000,32000" {
		t.Errorf("ffprobe says %q, %v", probed, err)
	}
}
