package command

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/subprocess"
)

const fliteProgram = "flite"

// fliteRates are the sample rates, in Hz, of flite 2.2's built-in voices. Its awb_time can only say
// the time. Any other name must not reach flite, which would use another voice or load one from a
// path.
var fliteRates = map[string]int{"awb": 16000, "kal": 8000, "kal16": 16000, "rms": 16000, "slt": 16000}

// fliteStretch is the default duration stretch of the voices for which it is not 1.
var fliteStretch = map[string]float64{"kal": 1.1, "kal16": 1.1}

var fliteSpeeds = speech.Rates{Min: 0.5, Max: 2} // ours: beyond them it is hard to understand

// Flite synthesizes English speech with flite 2.2, http://cmuflite.org.
type Flite struct{}

// Voice accepts flite's built-in voices. Their language is English, and no other is accepted.
func (Flite) Voice(name, language string) (speech.Voice, error) {
	rate, ok := fliteRates[name]
	if !ok {
		return speech.Voice{}, fmt.Errorf("flite has no voice %q: write slt, rms, awb, kal16 or kal; `aloud voices` lists them", name)
	}
	if !speech.SameLanguage("en", language) {
		return speech.Voice{}, fmt.Errorf("flite speaks only English, not %q: take another provider, such as espeak-ng", language)
	}
	return speech.Voice{
		Provider:   fliteProgram,
		Name:       name,
		Language:   "en-US",
		Scripts:    "Latin",
		Encoding:   encoding,
		SampleRate: rate,
		Rates:      fliteSpeeds,
		Algorithm:  true,
	}, nil
}

// Voices lists the voices of the installed flite.
func (f Flite) Voices(ctx context.Context) ([]speech.Voice, error) {
	list, err := run(ctx, "", fliteProgram, "-lv")
	if err != nil {
		return nil, err
	}
	_, names, _ := strings.Cut(string(list), ":")
	var voices []speech.Voice
	for _, name := range strings.Fields(names) {
		if voice, err := f.Voice(name, "en"); err == nil {
			voices = append(voices, voice)
		}
	}
	return voices, nil
}

// Synthesize runs flite on text of any length, at about 80 times the speed of speech.
func (f Flite) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	req := call.Request
	if err := check(req, fliteSpeeds, ssml.KindText); err != nil {
		return speech.Speech{}, err
	}
	if _, err := f.Voice(req.Voice, req.Language); err != nil {
		return speech.Speech{}, speech.Permanent(err)
	}
	text, err := fliteText(req.Input)
	if err != nil {
		return speech.Speech{}, err
	}
	wav, err := fliteWAV(ctx, text, fliteArgs(req))
	if err != nil {
		return speech.Speech{}, err
	}
	return speech.DecodeWAV(wav)
}

func fliteArgs(req speech.Request) []string {
	args := []string{"-voice", req.Voice}
	if req.Rate != 0 {
		stretch := cmp.Or(fliteStretch[req.Voice], 1) / req.Rate
		args = append(args, "--setf", fmt.Sprintf("duration_stretch=%.4f", stretch))
	}
	return args
}

// fliteWAV uses a temporary file because flite writes the header last, and hangs if its output is a
// pipe.
func fliteWAV(ctx context.Context, text string, args []string) ([]byte, error) {
	dir, remove, err := subprocess.TempDir()
	if err != nil {
		return nil, fmt.Errorf("make room for flite's output: %w", err)
	}
	defer remove()
	out := filepath.Join(dir, "speech.wav")
	if _, err := run(ctx, text, fliteProgram, append(args, "-f", "/dev/stdin", "-o", out)...); err != nil {
		return nil, err
	}
	wav, err := os.ReadFile(out)
	if err != nil {
		return nil, fmt.Errorf("read flite's output: %w", err)
	}
	return wav, nil
}
