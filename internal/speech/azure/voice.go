package azure

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Limits of one request. The service does not limit characters, but truncates its audio at ten
// minutes. These limits give about five minutes at a voice's own rate, and ten at half that rate.
const (
	maxInput    = 3500 // characters of scripts with an alphabet, some 12 a second
	maxInputHan = 2000 // of Chinese, Japanese and Korean, some 5 a second; Chinese ones count twice
	rateMarkup  = len(`<prosody rate="+25%"></prosody>`)
)

// kind describes the voices that share a naming scheme,
// https://learn.microsoft.com/azure/ai-services/speech-service/language-support?tabs=tts.
type kind struct {
	family       string
	markup       ssml.Capabilities
	rates        speech.Rates
	multilingual bool // it speaks other languages than its locale's, with the lang element
}

// speeds are the rates that the prosody element accepts.
var speeds = speech.Rates{Min: 0.5, Max: 2}

var (
	neural       = kind{family: "neural", markup: ssml.Capabilities{Phoneme: true}, rates: speeds}
	multilingual = kind{family: "neural", rates: speeds, multilingual: true}

	// highDefinition voices do not support prosody, emphasis, break, phoneme and others:
	// https://learn.microsoft.com/azure/ai-services/speech-service/high-definition-voices.
	highDefinition = kind{family: "hd"}
)

func kindOf(name string) kind {
	switch {
	case strings.Contains(name, ":DragonHD"):
		return highDefinition
	case strings.Contains(name, "Multilingual"):
		return multilingual
	}
	return neural
}

// voiceName matches a locale and a name: uk-UA-PolinaNeural, zh-CN-shaanxi-XiaoniNeural,
// en-US-Ava:DragonHDLatestNeural. The name is inserted into SSML.
var voiceName = regexp.MustCompile(`^([a-z]{2,3}(?:-[A-Z][a-z]{3})?-(?:[A-Z]{2}|[0-9]{3}))(?:-[a-z]+)?-[A-Z][A-Za-z0-9]*(?::[A-Z][A-Za-z0-9]*)?$`)

// Voice accepts names that begin with their language: uk-UA-PolinaNeural. Multilingual voices speak
// other languages too. The first request shows whether the region has the voice; a failed one is
// not charged.
func (*Synthesizer) Voice(name, lang string) (speech.Voice, error) {
	match := voiceName.FindStringSubmatch(name)
	tag, err := language.Parse(lang)
	switch {
	case match == nil:
		return speech.Voice{}, fmt.Errorf("azure has no voice %q: write a name like uk-UA-PolinaNeural; `aloud voices azure` lists them", name)
	case err != nil:
		return speech.Voice{}, fmt.Errorf("%q is not a language: %w", lang, err)
	case speech.SameLanguage(match[1], lang):
		return newVoice(name, match[1]), nil
	case kindOf(name).multilingual:
		return newVoice(name, withRegion(tag)), nil
	}
	return speech.Voice{}, fmt.Errorf("the voice %s speaks %s, not %q: `aloud voices azure` lists those that do", name, match[1], lang)
}

// withRegion returns the language as the service names it. If the language has no region, it adds
// the one where most of its speakers live.
func withRegion(tag language.Tag) string {
	base, _ := tag.Base()
	region, _ := tag.Region()
	return base.String() + "-" + region.String()
}

func newVoice(name, locale string) speech.Voice {
	k := kindOf(name)
	frame := 0
	if k.multilingual {
		frame = len(fmt.Sprintf(inLanguage, locale, ""))
	}
	return speech.Voice{
		Provider:   provider,
		Name:       name,
		Language:   locale,
		Encoding:   encoding,
		SampleRate: sampleRate,
		Family:     k.family,
		Unit:       speech.HanTwice,
		MaxInput:   maxInputOf(locale),
		Rates:      k.rates,
		Frame:      frame,
		RateMarkup: rateMarkup,
		Markup:     k.markup,
	}
}

func maxInputOf(locale string) int {
	for _, slow := range []string{"zh", "ja", "ko", "yue", "wuu"} {
		if speech.SameLanguage(locale, slow) {
			return maxInputHan
		}
	}
	return maxInput
}

// listed is a voice in the answer to GET /cognitiveservices/voices/list.
type listed struct {
	ShortName       string
	Locale          string
	SecondaryLocale []string `json:"SecondaryLocaleList"`
}

// Voices lists the region's voices. A multilingual voice is listed once for each language.
func (s *Synthesizer) Voices(ctx context.Context) ([]speech.Voice, error) {
	if err := s.checkAccount(); err != nil {
		return nil, err
	}
	list, err := s.voices.Get(ctx, &s.api)
	if err != nil {
		return nil, err
	}
	var voices []speech.Voice
	for _, v := range list {
		for _, locale := range append([]string{v.Locale}, v.SecondaryLocale...) {
			voices = append(voices, newVoice(v.ShortName, locale))
		}
	}
	return voices, nil
}

func has(list []listed, name string) bool {
	return slices.ContainsFunc(list, func(v listed) bool { return v.ShortName == name })
}

// namesFor returns the names of the voices for a language, for an error message.
func namesFor(list []listed, lang string) string {
	const enough = 12
	var names []string
	for _, v := range list {
		if speech.SameLanguage(v.Locale, lang) {
			names = append(names, v.ShortName)
		}
	}
	switch {
	case len(names) == 0:
		return "none"
	case len(names) > enough:
		return strings.Join(names[:enough], ", ") + " and others (`aloud voices azure`)"
	}
	return strings.Join(names, ", ")
}
