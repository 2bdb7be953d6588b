package config

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// How loud tracks may be, in LUFS: broadcasters have -24 and -23, podcasts -19 to -14, and above -10 speech is distorted.
const (
	softest = -24.0
	loudest = -10.0
)

func (s siteSettings) checkLoudness() error {
	if s.Loudness != 0 && (s.Loudness < softest || s.Loudness > loudest) {
		return fmt.Errorf("loudness: %g is not a number of LUFS from %g to %g, like -16", s.Loudness, softest, loudest)
	}
	return nil
}

// verifyASR has English tracks heard by a recogniser.
const verifyASR = "asr"

func (s siteSettings) checkVerify() error {
	if s.Verify != "" && s.Verify != verifyASR {
		return fmt.Errorf("verify: %q is not %s", s.Verify, verifyASR)
	}
	return nil
}

// jingleSettings is a WAV file with the silence between it and what is read.
type jingleSettings struct {
	File  string `yaml:"file"`
	Pause string `yaml:"pause"`
}

const (
	jinglePause   = "700ms"
	longestJingle = 30 * time.Second
)

// jingle reads the file, nil if there is none. A relative name starts at dir.
func (s jingleSettings) jingle(dir string) (*track.Jingle, error) {
	if s.File == "" {
		if s.Pause != "" {
			return nil, errors.New("file: is missing: name a WAV file")
		}
		return nil, nil
	}
	pause, err := time.ParseDuration(cmp.Or(s.Pause, jinglePause))
	if err != nil || pause < 0 || pause > longestPause {
		return nil, fmt.Errorf("pause: %q is not a time from 0s to %s, like 900ms", s.Pause, longestPause)
	}
	if !filepath.IsAbs(s.File) {
		s.File = filepath.Join(dir, s.File)
	}
	wav, err := os.ReadFile(s.File)
	if err != nil {
		return nil, fmt.Errorf("file: %w", err)
	}
	sound, err := speech.DecodeWAV(wav)
	switch {
	case err != nil:
		return nil, fmt.Errorf("file: %s: %w; make it one with: ffmpeg -i INPUT -ac 1 -c:a pcm_s16le OUTPUT.wav", s.File, err)
	case len(sound.Samples) == 0:
		return nil, fmt.Errorf("file: %s is empty", s.File)
	case sound.Duration() > longestJingle:
		return nil, fmt.Errorf("file: %s plays %s, longer than %s", s.File, sound.Duration(), longestJingle)
	}
	return &track.Jingle{Sound: sound, Pause: pause}, nil
}

// checkDisclosure refuses a disclosure that listeners of one of the site's voices would not hear: to leave it out has to be
// meant.
func (s siteSettings) checkDisclosure() error {
	if len(s.Disclosure) == 0 {
		return nil
	}
	var problems []error
	for _, lang := range slices.Sorted(maps.Keys(s.Disclosure)) {
		problems = append(problems, checkLanguage("disclosure", lang))
		if strings.TrimSpace(s.Disclosure[lang]) == "" {
			problems = append(problems, fmt.Errorf("disclosure.%s: is empty: write what is said, or leave the language out", lang))
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(s.Voices)) {
		tag, err := language.Parse(lang)
		if err != nil {
			continue // checkVoices tells
		}
		base, _ := tag.Base()
		if s.Disclosure[lang] == "" && s.Disclosure[base.String()] == "" {
			problems = append(problems, fmt.Errorf("disclosure: has none for the language %s, which has a voice: add a line %s: \"…\"", lang, lang))
		}
	}
	return errors.Join(problems...)
}
