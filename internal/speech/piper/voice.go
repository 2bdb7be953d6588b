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

// maxInput is not Piper's, which has no limit, but ours: five minutes of speech, which a small
// machine makes in time.
const maxInput = 4000 // characters

// rates are ours too: beyond them Piper is hard to understand. It has no limit of its own.
var rates = speech.Rates{Min: 0.5, Max: 2}

// voiceName is language_REGION-name-quality. It is the name of a file on the server and must not
// look like a path.
var voiceName = regexp.MustCompile(`^([a-z]{2,3})_([A-Z]{2}|[0-9]{3})-[A-Za-z0-9_]+-(x_low|low|medium|high)$`)

// sampleRates, in Hz, by quality: https://github.com/rhasspy/piper/blob/master/VOICES.md.
var sampleRates = map[string]int{"x_low": 16000, "low": 16000, "medium": 22050, "high": 22050}

// Voice knows names like uk_UA-ukrainian_tts-medium, which have the language and the sample rate. A
// voice with several speakers may be named with one: uk_UA-ukrainian_tts-medium/tetiana. Whether
// the server has it, each request finds out.
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

// scriptsOf are those of a voice's language, and Latin, which phonemizers say as English in any.
// The Ukrainian voices have no phonemizer: they read letters, and leave out those that they were
// not trained with.
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

// parts are the file and the speaker, if one is named, of a request to a voice of newVoice's.
func parts(req speech.Request) (file, speaker string) {
	if req.Model == "" {
		return req.Voice, ""
	}
	return req.Model, req.Voice
}

// Voices asks the server, and lists each speaker too. Voices whose names do not have their language
// are left out.
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
