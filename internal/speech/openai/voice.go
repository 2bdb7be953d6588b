package openai

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Limits of one request. The number of characters is from the API reference; the models whose names
// begin with gpt- also accept at most 2,000 tokens,
// https://platform.openai.com/docs/models/gpt-4o-mini-tts. A token is about four letters of
// English. The limits for other scripts assume shorter tokens, with a wide margin.
const (
	maxInput         = 4096 // characters
	maxInputCyrillic = 3000 // characters of Cyrillic or Greek, at 1.5 per token
	maxInputOther    = 1500 // characters of any other script but Latin, some of which take more than a token each
)

// rates are those of the API reference, for every model. Some servers with the same API ignore
// them.
var rates = speech.Rates{Min: 0.25, Max: 4}

// Voice accepts a model and a voice: gpt-4o-mini-tts/coral, kokoro/af_heart. OpenAI's voices speak
// the language of the text. Each of Kokoro's speaks one language, given by the first letter of its
// name. The first request shows whether the server has the voice.
func (s *Synthesizer) Voice(name, lang string) (speech.Voice, error) {
	slash := strings.LastIndexByte(name, '/')
	if slash <= 0 || slash == len(name)-1 {
		return speech.Voice{}, fmt.Errorf("openai has no voice %q: write a model and a voice, like gpt-4o-mini-tts/coral", name)
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return speech.Voice{}, fmt.Errorf("%q is not a language: %w", lang, err)
	}
	model, voice := name[:slash], name[slash+1:]
	if !isKokoro(model) {
		base, _ := tag.Base() // regions do not change the request
		return s.newVoice(model, voice, base.String()), nil
	}
	own, known := kokoroLanguage(voice)
	switch {
	case !known:
		return speech.Voice{}, fmt.Errorf("kokoro has no voice %q: its voices are named like af_heart; `aloud voices openai` lists them", voice)
	case !speech.SameLanguage(own, lang):
		return speech.Voice{}, fmt.Errorf("the voice %s speaks %s, not %q: `aloud voices` lists those that do", name, own, lang)
	}
	return s.newVoice(model, voice, own), nil
}

func (s *Synthesizer) newVoice(model, name, lang string) speech.Voice {
	return speech.Voice{
		Provider:   provider,
		Name:       name,
		Model:      model,
		Language:   lang,
		Encoding:   s.encoding(),
		SampleRate: sampleRate,
		Family:     snapshot.ReplaceAllString(model, ""),
		Unit:       speech.Characters,
		MaxInput:   maxInputOf(model, lang),
		Rates:      rates,
		Markup:     ssml.Capabilities{Brackets: true}, // Kokoro takes them for pauses and phonemes, gpt-4o-mini-tts for directions
	}
}

// snapshot matches the date at the end of a model name, gpt-4o-mini-tts-2025-12-15. A dated model
// has the price of the undated one.
var snapshot = regexp.MustCompile(`-\d{4}-\d{2}-\d{2}$`)

func maxInputOf(model, lang string) int {
	if !strings.HasPrefix(model, "gpt-") {
		return maxInput
	}
	script, _ := language.Make(lang).Script()
	switch script.String() {
	case "Latn":
		return maxInput
	case "Cyrl", "Grek":
		return maxInputCyrillic
	}
	return maxInputOther
}

// kokoroLanguages are the languages of Kokoro's voices by their first letter,
// https://huggingface.co/hexgrad/Kokoro-82M/blob/main/VOICES.md. Ukrainian is not among them.
var kokoroLanguages = map[byte]string{
	'a': "en-US", 'b': "en-GB", 'e': "es", 'f': "fr-FR", 'h': "hi", 'i': "it", 'j': "ja", 'p': "pt-BR", 'z': "cmn-CN",
}

// kokoroName matches a voice, or the first of a mixture: af_heart, af_bella(2)+af_sky(1).
var kokoroName = regexp.MustCompile(`^[a-z][fm]_[a-z0-9_]+`)

func isKokoro(model string) bool { return strings.Contains(strings.ToLower(model), "kokoro") }

func kokoroLanguage(voice string) (string, bool) {
	if !kokoroName.MatchString(voice) {
		return "", false
	}
	lang, ok := kokoroLanguages[voice[0]]
	return lang, ok
}

// documented are OpenAI's voices, which no endpoint lists:
// https://platform.openai.com/docs/guides/text-to-speech, read in November 2026.
var documented = []struct{ model, voices string }{
	{"gpt-4o-mini-tts", "alloy ash ballad cedar coral echo fable marin nova onyx sage shimmer verse"},
	{"tts-1", "alloy ash coral echo fable nova onyx sage shimmer"},
	{"tts-1-hd", "alloy ash coral echo fable nova onyx sage shimmer"},
}

// several is the language of multilingual voices, in BCP 47.
const several = "mul"

// Voices returns OpenAI's documented voices. From other servers it requests the list, at
// Kokoro-FastAPI's endpoint.
func (s *Synthesizer) Voices(ctx context.Context) ([]speech.Voice, error) {
	if s.isOpenAI() {
		return s.documentedVoices(), nil
	}
	var served struct{ Voices []voiceID }
	if err := s.api.Get(ctx, "/audio/voices", &served); err != nil {
		return nil, fmt.Errorf("this server lists no voices; settings can still name them, as model/voice: %w", err)
	}
	models, err := s.models(ctx)
	if err != nil {
		return nil, err
	}
	var voices []speech.Voice
	for _, model := range models {
		for _, id := range served.Voices {
			voices = append(voices, s.listedVoice(model, string(id)))
		}
	}
	return voices, nil
}

func (s *Synthesizer) documentedVoices() []speech.Voice {
	var voices []speech.Voice
	for _, d := range documented {
		for _, name := range strings.Fields(d.voices) {
			voices = append(voices, s.listedVoice(d.model, name))
		}
	}
	return voices
}

func (s *Synthesizer) listedVoice(model, name string) speech.Voice {
	if lang, ok := kokoroLanguage(name); ok && isKokoro(model) {
		return s.newVoice(model, name, lang)
	}
	return s.newVoice(model, name, several)
}

// models returns the server's models. Kokoro-FastAPI also lists its one model under OpenAI's names,
// which are left out.
func (s *Synthesizer) models(ctx context.Context) ([]string, error) {
	var served struct{ Data []struct{ ID string } }
	if err := s.api.Get(ctx, "/models", &served); err != nil {
		return nil, err
	}
	var models []string
	for _, model := range served.Data {
		if isKokoro(model.ID) {
			return []string{model.ID}, nil
		}
		models = append(models, model.ID)
	}
	return models, nil
}

// voiceID is a string in Kokoro-FastAPI before version 0.3, and {"id", "name"} since then.
type voiceID string

// UnmarshalJSON implements json.Unmarshaler.
func (v *voiceID) UnmarshalJSON(b []byte) error {
	var object struct{ ID string }
	if json.Unmarshal(b, (*string)(v)) == nil {
		return nil
	}
	err := json.Unmarshal(b, &object)
	*v = voiceID(object.ID)
	return err
}
