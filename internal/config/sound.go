package config

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// The range of track loudness, in LUFS: broadcasters use -24 and -23, podcasts -19 to -14; above
// -10 speech is distorted.
const (
	softest = -24.0
	loudest = -10.0
)

func (s siteSettings) checkLoudness() error {
	if s.Loudness != 0 && !(s.Loudness >= softest && s.Loudness <= loudest) {
		return at("loudness", fmt.Errorf("%g is not from %g to %g: write LUFS like -16", s.Loudness, softest, loudest))
	}
	return nil
}

// How speech is checked, besides by its bytes and its length: verifyListen compares it with a
// reference reading, verifyASR also has a speech recogniser check English tracks.
const (
	verifyListen = "listen"
	verifyBytes  = "bytes"
	verifyASR    = "asr"
)

func (s siteSettings) checkVerify() error {
	switch s.Verify {
	case "", verifyListen, verifyBytes, verifyASR:
		return nil
	}
	return at("verify", fmt.Errorf("%q is not known: write %s, %s or %s", s.Verify, verifyListen, verifyBytes, verifyASR))
}

// jingleSettings is a WAV file, with the silence between it and the narration.
type jingleSettings struct {
	File  string `yaml:"file" json:"-"`
	Pause string `yaml:"pause"`
}

const (
	jinglePause   = "700ms"
	longestJingle = 30 * time.Second
)

// jingle reads the file; it returns nil if there is none.
func (s jingleSettings) jingle(f *files) (*track.Jingle, error) {
	if s.File == "" {
		if s.Pause != "" {
			return nil, at("file", errors.New("is missing: name a WAV file"))
		}
		return nil, nil
	}
	pause, err := parsePause(cmp.Or(s.Pause, jinglePause))
	if err != nil {
		return nil, at("pause", err)
	}
	sound, err := readJingle(f, s.File)
	if err != nil {
		return nil, at("file", err)
	}
	return &track.Jingle{Sound: sound, Pause: pause}, nil
}

func readJingle(f *files, name string) (speech.Speech, error) {
	file := f.path(name)
	wav, err := f.content(name)
	if err != nil {
		return speech.Speech{}, err
	}
	sound, err := speech.DecodeWAV(wav)
	switch {
	case err != nil:
		return sound, fmt.Errorf("%s: %w; convert it with: ffmpeg -i INPUT -ac 1 -c:a pcm_s16le OUTPUT.wav", file, err)
	case len(sound.Samples) == 0:
		return sound, fmt.Errorf("%s is empty", file)
	case sound.Duration() > longestJingle:
		return sound, fmt.Errorf("%s plays %s, longer than %s: cut it", file, sound.Duration(), longestJingle)
	}
	return sound, nil
}

// disclosures returns what is said at the end of articles, by language. Every language that has a
// voice needs one, because leaving it out must be a decision.
func (s siteSettings) disclosures() (map[string]string, error) {
	given, err := byLanguage("disclosure", s.Disclosure, "")
	problems := []error{err}
	for lang, text := range given {
		if strings.TrimSpace(text) == "" {
			problems = append(problems, at("disclosure", at(lang, errors.New("is empty: write what is said, or leave the language out"))))
		}
	}
	for lang := range s.Voices {
		tag, err := language.Parse(lang)
		if err != nil || len(given) == 0 {
			continue // the voices' own check reports the tag
		}
		base, _ := tag.Base()
		if given[tag.String()] == "" && given[base.String()] == "" {
			problems = append(problems, at("disclosure", fmt.Errorf("has no text for %s, which has a voice: add a line %s: \"…\"", lang, lang)))
		}
	}
	return given, errors.Join(problems...)
}
