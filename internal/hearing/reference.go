package hearing

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/align"
	"github.com/aloud-audio/aloud/internal/subprocess"
	"github.com/aloud-audio/aloud/internal/wav"
)

// program reads the reference. It is executed, never linked: its licence is the GPL.
const program = "espeak-ng"

// Installed reports whether the program that reads references is available.
func Installed() bool {
	_, err := exec.LookPath(program)
	return err == nil
}

// ErrNoReference means that there is no reading to compare with: the program is not installed or
// does not support the language.
var ErrNoReference = errors.New("no reference reading")

// languages are the languages that the installed program supports.
var languages = sync.OnceValues(func() (map[string]bool, error) {
	table, err := subprocess.Run(context.Background(), "", program, "--voices")
	if err != nil {
		return nil, err
	}
	spoken := map[string]bool{}
	for line := range strings.Lines(string(table)) {
		if columns := strings.Fields(line); len(columns) > 1 {
			spoken[columns[1]] = true
		}
	}
	return spoken, nil
})

// otherTags are the languages for which the program uses another tag.
var otherTags = map[string]string{"no": "nb", "en": "en-us", "iw": "he"}

// unreadable are languages that the program claims to speak, but whose text it cannot read as it is
// written, with the reason. A good reading in them is nothing like the reference, or far shorter.
var unreadable = map[string]string{
	"ja":  "espeak-ng pronounces only kana, and names each other character",
	"zh":  "espeak-ng spells Chinese characters that its dictionary lacks",
	"cmn": "espeak-ng spells Chinese characters that its dictionary lacks",
	"th":  "espeak-ng finds no words in Thai, which has no spaces between them",
	"my":  "espeak-ng finds no words in Burmese, which has no spaces between them",
}

// referenceVoice returns the program's voice for a language (BCP 47): for the whole tag if there is
// one, else for its base language.
func referenceVoice(language string) (string, error) {
	spoken, err := languages()
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoReference, err)
	}
	tag := strings.ToLower(language)
	base, _, _ := strings.Cut(tag, "-")
	if reason := unreadable[base]; reason != "" {
		return "", fmt.Errorf("%w: %s", ErrNoReference, reason)
	}
	for _, voice := range []string{tag, otherTags[base], base} {
		if spoken[voice] {
			return voice, nil
		}
	}
	return "", fmt.Errorf("%w: espeak-ng does not speak %q", ErrNoReference, language)
}

// Readable returns why there is no reading in a language to compare with, or nil. It is an
// ErrNoReference.
func Readable(language string) error {
	if !Installed() {
		return fmt.Errorf("%w: espeak-ng is not installed", ErrNoReference)
	}
	_, err := referenceVoice(language)
	return err
}

// Reference is a plain, complete reading of a text.
type Reference struct {
	sound wav.Sound
	heard *align.Sound // in all its bands
}

// Sound returns the reading.
func (r Reference) Sound() wav.Sound { return r.sound }

// listen returns the reference as an align.Sound in bands up to top (Hz).
func (r Reference) listen(top float64) align.Sound {
	if top == align.Top(r.sound.SampleRate) {
		return *r.heard
	}
	return align.Listen(r.sound.Samples, r.sound.SampleRate, top, 1)
}

// NewReference runs espeak-ng on a text in its spoken form, without markup. The error is
// ErrNoReference if it is not installed or does not support the language.
func NewReference(ctx context.Context, language, text string) (Reference, error) {
	voice, err := referenceVoice(language)
	if err != nil {
		return Reference{}, err
	}
	sound, err := pronounce(ctx, voice, plain(text))
	if err != nil {
		return Reference{}, err
	}
	heard := align.Listen(sound.Samples, sound.SampleRate, align.Top(sound.SampleRate), 1)
	return Reference{sound, &heard}, nil
}

var commands = regexp.MustCompile(`[\x00-\x08\x0b-\x1f]|\[\[`)

// plain returns text without what the program treats as commands: control characters, and brackets
// that begin phonemes.
func plain(text string) string { return commands.ReplaceAllString(text, " ") }
