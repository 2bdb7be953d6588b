package polly

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/polly/types"
	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// maxInput is what one request may be billed for; with markup it may be twice as long, which is
// what speech.Words counts: https://docs.aws.amazon.com/polly/latest/dg/limits.html.
const maxInput = 3000 // characters

// engineMarkup is what the voices of each engine understand:
// https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html. Of phoneme with generative voices
// the pages say "partial" and, elsewhere, nothing: they get none.
var engineMarkup = map[types.Engine]ssml.Capabilities{
	types.EngineStandard:   {Phoneme: true},
	types.EngineNeural:     {Phoneme: true},
	types.EngineLongForm:   {Phoneme: true},
	types.EngineGenerative: {},
}

// engineRates are the speaking rates of each engine, by prosody:
// https://docs.aws.amazon.com/polly/latest/dg/prosody-tag.html. Whether generative voices have it,
// Amazon's pages contradict each other.
var engineRates = map[types.Engine]speech.Rates{
	types.EngineStandard: {Min: 0.2, Max: 2},
	types.EngineNeural:   {Min: 0.2, Max: 2},
	types.EngineLongForm: {Min: 0.2, Max: 2},
}

// Voice knows names of an engine and a voice, neural/Joanna, or of a voice alone, which is of the
// standard engine. It refuses languages that Polly does not speak, and known voices for a language
// not theirs. A voice that it does not know is newer than this program: the first request finds out
// whether it speaks the language, before anything is bought.
func (*Synthesizer) Voice(name, lang string) (speech.Voice, error) {
	engine, id, err := split(name)
	if err != nil {
		return speech.Voice{}, err
	}
	if !slices.ContainsFunc(codes, func(code types.LanguageCode) bool { return speech.SameLanguage(string(code), lang) }) {
		return speech.Voice{}, fmt.Errorf("polly has no voice for %q: take another provider", lang)
	}
	languages, known := known[id]
	if !known {
		base, _ := language.Make(lang).Base()
		return newVoice(engine, id, base.String()), nil
	}
	for _, own := range languages {
		if speech.SameLanguage(own, lang) {
			return newVoice(engine, id, own), nil
		}
	}
	return speech.Voice{}, fmt.Errorf("the voice %s speaks %s, not %q: `aloud voices polly` lists those that do", id, strings.Join(languages, " and "), lang)
}

func split(name string) (types.Engine, string, error) {
	engine, id, found := strings.Cut(name, "/")
	if !found {
		engine, id = string(types.EngineStandard), name
	}
	if _, ok := engineMarkup[types.Engine(engine)]; !ok {
		return "", "", fmt.Errorf("polly has no engine %q: write standard, neural, long-form or generative before the voice, as in neural/Joanna", engine)
	}
	if id == "" {
		return "", "", fmt.Errorf("polly has no voice %q: write an engine and a voice, as in neural/Joanna; `aloud voices polly` lists them", name)
	}
	return types.Engine(engine), id, nil
}

func newVoice(engine types.Engine, id, lang string) speech.Voice {
	return speech.Voice{
		Provider:   provider,
		Name:       id,
		Model:      string(engine),
		Language:   lang,
		Encoding:   encoding,
		SampleRate: sampleRate,
		Family:     string(engine),
		Unit:       speech.Words,
		MaxInput:   maxInput,
		Markup:     engineMarkup[engine],
		Rates:      engineRates[engine],
	}
}

// codes are those of the languages that Polly speaks. Ukrainian is not among them.
var codes = types.LanguageCode("").Values()

func isCode(lang string) bool { return slices.Contains(codes, types.LanguageCode(lang)) }

// Voices asks the service. A voice of several engines or languages is listed for each.
func (s *Synthesizer) Voices(ctx context.Context) ([]speech.Voice, error) {
	client, err := s.conn.client(ctx)
	if err != nil {
		return nil, err
	}
	ctx, cancel := speech.WithTimeout(ctx, s.timeout)
	defer cancel()
	offered, err := describe(ctx, client)
	if err != nil {
		return nil, err
	}
	var voices []speech.Voice
	for _, o := range offered {
		for _, engine := range o.SupportedEngines {
			for _, code := range languagesOf(o) {
				voices = append(voices, newVoice(engine, string(o.Id), code))
			}
		}
	}
	return voices, nil
}
