package elevenlabs

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// maxInput is less than any model accepts. ElevenLabs warns that accent and voice drift above 800
// to 900 characters, https://elevenlabs.io/docs/resources/troubleshooting.
const maxInput = 800 // characters

// voiceID matches the id of a voice in a URL: letters and digits.
var voiceID = regexp.MustCompile(`^[A-Za-z0-9]{10,40}$`)

// Voice accepts a model and a voice id: eleven_multilingual_v2/JBFqnCBsd6RMkjVDRZzb. The first
// request shows whether the account has the voice; a failed one is not charged.
func (*Synthesizer) Voice(name, lang string) (speech.Voice, error) {
	modelName, id, _ := strings.Cut(name, "/")
	m, known := models[modelName]
	tag, err := language.Parse(lang)
	base, _ := tag.Base()
	switch {
	case !known:
		return speech.Voice{}, noModel(modelName)
	case !voiceID.MatchString(id):
		return speech.Voice{}, fmt.Errorf("elevenlabs has no voice %q: write a model and a voice's id, like eleven_multilingual_v2/JBFqnCBsd6RMkjVDRZzb; `aloud voices elevenlabs` lists them", name)
	case err != nil:
		return speech.Voice{}, fmt.Errorf("%q is not a language: %w", lang, err)
	case !m.speaks(base.String()):
		return speech.Voice{}, fmt.Errorf("the model %s does not speak %q: of the others, %s do", modelName, lang, strings.Join(modelsFor(base.String()), ", "))
	}
	return newVoice(modelName, id, base.String()), nil
}

func modelsFor(base string) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(models)) {
		if models[name].speaks(base) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return []string{"none"}
	}
	return names
}

// newVoice describes a voice. No voice gets phonemes: most models omit a word that has them, so the
// alias is read instead. Eleven v3 treats text in square brackets as directions.
func newVoice(modelName, id, lang string) speech.Voice {
	m := models[modelName]
	return speech.Voice{
		Provider:   provider,
		Name:       id,
		Model:      modelName,
		Language:   lang,
		Encoding:   encoding,
		SampleRate: sampleRate,
		Family:     modelName,
		Unit:       speech.Characters,
		MaxInput:   maxInput,
		Rates:      m.rates,
		Contexts:   m.context,
		Onsets:     speech.WithSpeech,
		Markup:     ssml.Capabilities{Brackets: true},
	}
}

// listed is the answer to GET /v1/voices.
type listed struct {
	Voices []struct {
		ID   string `json:"voice_id"`
		Name string `json:"name"`
	} `json:"voices"`
}

// several is the language of multilingual voices, in BCP 47.
const several = "mul"

// Voices lists the account's voices, each with each model.
func (s *Synthesizer) Voices(ctx context.Context) ([]speech.Voice, error) {
	list, err := s.voices.Get(ctx, &s.api)
	if err != nil {
		return nil, err
	}
	var voices []speech.Voice
	for _, name := range slices.Sorted(maps.Keys(models)) {
		lang := several
		if models[name].languages == "en" {
			lang = "en"
		}
		for _, v := range list.Voices {
			voices = append(voices, newVoice(name, v.ID, lang))
		}
	}
	return voices, nil
}

// names returns the names of the account's voices, for an error message.
func (s *Synthesizer) names(ctx context.Context) string {
	list, err := s.voices.Get(ctx, &s.api)
	if err != nil || len(list.Voices) == 0 {
		return "which it has is not known"
	}
	const enough = 12
	var names []string
	for _, v := range list.Voices[:min(enough, len(list.Voices))] {
		names = append(names, v.ID+" ("+v.Name+")")
	}
	if more := len(list.Voices) - enough; more > 0 {
		names = append(names, fmt.Sprintf("and %d more (`aloud voices elevenlabs`)", more))
	}
	return "it has " + strings.Join(names, ", ")
}
