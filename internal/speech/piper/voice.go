package piper

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// maxInput is our limit; Piper has none. It is five minutes of speech, which a small machine
// synthesizes in time.
const maxInput = 4000 // characters

// rates are our limits; Piper has none. Beyond them it is hard to understand.
var rates = speech.Rates{Min: 0.5, Max: 2}

// voiceName matches language_REGION-name-quality. It is the name of a file on the server and must
// not look like a path.
var voiceName = regexp.MustCompile(`^([a-z]{2,3})_([A-Z]{2}|[0-9]{3})-[A-Za-z0-9_]+-(x_low|low|medium|high)$`)

// sampleRates, in Hz, by quality: https://github.com/rhasspy/piper/blob/master/VOICES.md.
var sampleRates = map[string]int{"x_low": 16000, "low": 16000, "medium": 22050, "high": 22050}

// Voice accepts names like uk_UA-ukrainian_tts-medium, which contain the language and imply the
// sample rate. A speaker may be added for a voice with several: uk_UA-ukrainian_tts-medium/tetiana.
// Each request checks whether the server has the voice.
func (*Synthesizer) Voice(name, language string) (speech.Voice, error) {
	file, speaker, several := strings.Cut(name, "/")
	v, ok := newVoice(file, speaker)
	switch {
	case !ok, several && speaker == "":
		return speech.Voice{}, fmt.Errorf("piper has no voice %q: write a name like uk_UA-ukrainian_tts-medium, or with a speaker, uk_UA-ukrainian_tts-medium/tetiana; `aloud voices piper` lists them", name)
	case !speech.SameLanguage(v.Language, language):
		return speech.Voice{}, fmt.Errorf("the voice %s does not speak %q: `aloud voices` lists those that do", name, language)
	}
	return v, nil
}

// scriptsOf returns the scripts of a voice's language, and Latin, which phonemizers read as English
// in any language. The Ukrainian voices have no phonemizer: they read letters, and skip those that
// they were not trained with.
func scriptsOf(language string) string {
	if language == "uk" {
		return lang.ScriptsOf(language)
	}
	return lang.ScriptsOf(language) + " Latin"
}

func newVoice(file, speaker string) (speech.Voice, bool) {
	match := voiceName.FindStringSubmatch(file)
	if match == nil {
		return speech.Voice{}, false
	}
	v := speech.Voice{
		Provider:   provider,
		Name:       file,
		Language:   match[1] + "-" + match[2],
		Scripts:    scriptsOf(match[1]),
		Encoding:   encoding,
		SampleRate: sampleRates[match[3]],
		Unit:       speech.Characters,
		MaxInput:   maxInput,
		Rates:      rates,
		Markup:     ssml.Capabilities{Brackets: true}, // [[ ]] are phonemes
	}
	if speaker != "" {
		v.Model, v.Name = file, speaker
	}
	return v, true
}

// parts returns the file of a request's voice and the speaker, if one is named.
func parts(req speech.Request) (file, speaker string) {
	if req.Model == "" {
		return req.Voice, ""
	}
	return req.Model, req.Voice
}

// Voices lists the server's voices, with each speaker. It leaves out voices whose names do not
// contain their language.
func (s *Synthesizer) Voices(ctx context.Context) ([]speech.Voice, error) {
	served, err := s.voices(ctx)
	if err != nil {
		return nil, err
	}
	var voices []speech.Voice
	for _, file := range slices.Sorted(maps.Keys(served)) {
		for _, speaker := range append([]string{""}, slices.Sorted(maps.Keys(served[file].Speakers))...) {
			if v, ok := newVoice(file, speaker); ok {
				voices = append(voices, v)
			}
		}
	}
	return voices, nil
}
