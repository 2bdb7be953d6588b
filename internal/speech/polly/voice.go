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

// maxInput is the billable limit of one request. With markup a request may be twice as long, which
// the unit speech.Words takes into account:
// https://docs.aws.amazon.com/polly/latest/dg/limits.html.
const maxInput = 3000 // characters

// engineMarkup is the markup that each engine supports:
// https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html. For phoneme with generative
// voices the documentation says "partial" in one place and nothing in another, so they get none.
var engineMarkup = map[types.Engine]ssml.Capabilities{
	types.EngineStandard:   {Phoneme: true},
	types.EngineNeural:     {Phoneme: true},
	types.EngineLongForm:   {Phoneme: true},
	types.EngineGenerative: {},
}

// engineRates are the speaking rates of each engine, set with prosody:
// https://docs.aws.amazon.com/polly/latest/dg/prosody-tag.html. Amazon's pages contradict each
// other on generative voices.
var engineRates = map[types.Engine]speech.Rates{
	types.EngineStandard: {Min: 0.2, Max: 2},
	types.EngineNeural:   {Min: 0.2, Max: 2},
	types.EngineLongForm: {Min: 0.2, Max: 2},
}

// Voice accepts an engine and a voice, neural/Joanna, or a voice alone, which uses the standard
// engine. It rejects languages that Polly does not speak, and known voices in another language. An
// unknown voice may be newer than this program: the first request checks its language before buying
// anything.
func (s *Synthesizer) Voice(name, lang string) (speech.Voice, error) {
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
		return s.newVoice(engine, id, base.String()), nil
	}
	for _, own := range languages {
		if speech.SameLanguage(own, lang) {
			return s.newVoice(engine, id, own), nil
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

func (s *Synthesizer) newVoice(engine types.Engine, id, lang string) speech.Voice {
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
		Onsets:     s.onsetsOf(engine),
		Markup:     engineMarkup[engine],
		Rates:      engineRates[engine],
	}
}

// codes are the codes of the languages that Polly speaks. Ukrainian is not among them.
var codes = types.LanguageCode("").Values()

func isCode(lang string) bool { return slices.Contains(codes, types.LanguageCode(lang)) }

// Voices lists the service's voices. A voice with several engines or languages is listed for each.
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
				voices = append(voices, s.newVoice(engine, string(o.Id), code))
			}
		}
	}
	return voices, nil
}
