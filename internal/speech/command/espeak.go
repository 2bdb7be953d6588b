package command

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

const (
	espeakProgram = "espeak-ng"
	espeakRate    = 22050 // Hz, of all its voices
	espeakPace    = 175   // words a minute by default
)

// espeakRates are within the program's own limits, 80 to 450 words per minute.
var espeakRates = speech.Rates{Min: 0.5, Max: 2.5}

// EspeakNG synthesizes speech with espeak-ng 1.51, https://github.com/espeak-ng/espeak-ng. Its
// voices are named after its languages: uk, de, en-us.
type EspeakNG struct{}

// espeakName matches a voice. It is a program argument, so it must not look like an option or a
// path.
var espeakName = regexp.MustCompile(`^[A-Za-z]{2,4}(-[A-Za-z0-9]+)*$`)

// Voice accepts any name that matches the text's language; an empty name selects that language.
// Synthesize finds out whether the installed espeak-ng has it.
func (EspeakNG) Voice(name, language string) (speech.Voice, error) {
	if name == "" {
		name, _, _ = strings.Cut(language, "-")
	}
	if !espeakName.MatchString(name) {
		return speech.Voice{}, fmt.Errorf("espeak-ng has no voice %q: its voices are languages such as uk or en-us; `aloud voices` lists them", name)
	}
	if !speech.SameLanguage(name, language) {
		return speech.Voice{}, fmt.Errorf("voice %q does not speak %q: `aloud voices` lists those that do", name, language)
	}
	return espeakVoice(name), nil
}

func espeakVoice(name string) speech.Voice {
	return speech.Voice{
		Provider:   espeakProgram,
		Name:       name,
		Language:   name,
		Scripts:    espeakScripts(name),
		Encoding:   encoding,
		SampleRate: espeakRate,
		Markup:     ssml.EspeakNG,
		Rates:      espeakRates,
		Algorithm:  true,
	}
}

// espeakScripts returns a language's own scripts, and those that the program reads as in another
// language. It spells other scripts letter by letter, such as Greek in English text: "kappa upsilon
// rho".
func espeakScripts(language string) string {
	scripts := lang.ScriptsOf(language) + " Latin Armenian Georgian Hangul Devanagari"
	if speech.SameLanguage(language, "en") {
		return scripts
	}
	return scripts + " Greek"
}

// Voices lists the languages of the installed espeak-ng.
func (EspeakNG) Voices(ctx context.Context) ([]speech.Voice, error) {
	table, err := run(ctx, "", espeakProgram, "--voices")
	if err != nil {
		return nil, err
	}
	return parseVoices(table), nil
}

// parseVoices parses the table that espeak-ng prints: a heading, then one voice per line with its
// language in the second column. If a language has two voices, its name selects the first.
func parseVoices(table []byte) []speech.Voice {
	var voices []speech.Voice
	seen := map[string]bool{}
	for line := range bytes.Lines(table) {
		columns := strings.Fields(string(line))
		if len(columns) < 2 || !espeakName.MatchString(columns[1]) || seen[columns[1]] {
			continue
		}
		seen[columns[1]] = true
		voices = append(voices, espeakVoice(columns[1]))
	}
	return voices
}

// Synthesize runs espeak-ng on text of any length, at about 400 times the speed of speech.
func (e EspeakNG) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	req := call.Request
	if err := check(req, espeakRates, ssml.KindText); err != nil {
		return speech.Speech{}, err
	}
	if _, err := e.Voice(req.Voice, req.Language); err != nil {
		return speech.Speech{}, speech.Permanent(err)
	}
	// -b 1: the text is UTF-8; -z: no pause at the end, since the track adds its own.
	args := []string{"-v", req.Voice, "-b", "1", "-z", "--stdin", "--stdout"}
	if req.Rate != 0 {
		args = append(args, "-s", strconv.Itoa(int(math.Round(espeakPace*req.Rate))))
	}
	wav, err := run(ctx, req.Input, espeakProgram, args...)
	if err != nil {
		return speech.Speech{}, espeakError(req.Voice, err)
	}
	return speech.DecodeWAV(wav)
}

// espeakError makes the one failure caused by the request permanent. espeak-ng has no exit status
// for it.
func espeakError(voice string, err error) error {
	if strings.Contains(err.Error(), "voice does not exist") {
		return speech.Permanent(fmt.Errorf("espeak-ng has no voice %q: `aloud voices` lists them", voice))
	}
	return err
}
