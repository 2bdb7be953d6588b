package google

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Bytes of UTF-8 in one request's input, https://cloud.google.com/text-to-speech/quotas and, for Gemini,
// https://cloud.google.com/text-to-speech/docs/gemini-tts. They can't be raised.
const (
	maxInput       = 5000
	maxInputGemini = 4000
)

// localeName is a voice's name that begins with its language: uk-UA-Chirp3-HD-Kore, es-419-Standard-A.
var localeName = regexp.MustCompile(`^([A-Za-z]{2,3}-(?:[A-Za-z]{2}|[0-9]{3}))-[A-Za-z0-9-]+$`)

// Voice knows two kinds of names: those that begin with their language (uk-UA-Chirp3-HD-Kore), and model/speaker
// (gemini-2.5-flash-tts/Kore) for the Gemini models, whose speakers speak every language. Whether Google has the voice,
// the first request finds out.
func (*Synthesizer) Voice(name, lang string) (speech.Voice, error) {
	if model, speaker, ok := strings.Cut(name, "/"); ok {
		return geminiVoice(model, speaker, lang)
	}
	match := localeName.FindStringSubmatch(name)
	if match == nil {
		return speech.Voice{}, fmt.Errorf("google has no voice %q: write a name like uk-UA-Chirp3-HD-Kore; `aloud voices` lists them", name)
	}
	if !speech.SameLanguage(match[1], lang) {
		return speech.Voice{}, fmt.Errorf("the voice %s does not speak %q: `aloud voices` lists those that do", name, lang)
	}
	return localeVoice(name, match[1]), nil
}

func localeVoice(name, lang string) speech.Voice {
	family, markup := family(name, lang)
	return speech.Voice{
		Provider:   provider,
		Name:       name,
		Family:     family,
		Language:   lang,
		Encoding:   encoding,
		SampleRate: sampleRate,
		MaxInput:   maxInput,
		Markup:     markup,
	}
}

// families are those of the voices' prices, by a part of their names: uk-UA-Chirp3-HD-Kore, en-US-Neural2-F.
var families = []struct {
	part, family string
	markup       ssml.Capabilities
}{
	{"-Chirp-HD-", "chirp-hd", ssml.Plain},
	{"-Journey-", "journey", ssml.Plain},
	{"-Studio-", "studio", ssml.GoogleSSML},
	{"-Polyglot-", "polyglot", ssml.GoogleSSML},
	{"-Neural2-", "neural2", ssml.GoogleSSML},
	{"-Wavenet-", "wavenet", ssml.GoogleSSML},
	{"-Standard-", "standard", ssml.GoogleSSML},
	{"-News-", "news", ssml.GoogleSSML},
	{"-Casual-", "casual", ssml.GoogleSSML},
}

// family is a voice's, and what it understands. Of one that is new, nothing is known: it gets text only.
func family(name, lang string) (string, ssml.Capabilities) {
	if strings.Contains(name, "-Chirp3-HD-") {
		return "chirp3-hd", ssml.GoogleChirp3HD(lang)
	}
	for _, f := range families {
		if strings.Contains(name, f.part) {
			return f.family, f.markup
		}
	}
	return "", ssml.Plain
}

func geminiVoice(model, speaker, lang string) (speech.Voice, error) {
	if !strings.HasPrefix(model, "gemini-") || speaker == "" {
		return speech.Voice{}, fmt.Errorf("google has no voice %s/%s: write a model and a speaker, like gemini-2.5-flash-tts/Kore", model, speaker)
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return speech.Voice{}, fmt.Errorf("%q is not a language: %w", lang, err)
	}
	// The service wants a region and no script; the likeliest region stands in where the article names none.
	base, _ := tag.Base()
	region, _ := tag.Region()
	voice := localeVoice(speaker, base.String()+"-"+region.String())
	voice.Model, voice.Family = model, model
	voice.MaxInput, voice.Markup = maxInputGemini, ssml.GoogleGemini
	return voice, nil
}

// Voices asks the service. The speakers of the Gemini models, which it lists without a model or language, are left out:
// no setting can name them so.
func (s *Synthesizer) Voices(ctx context.Context) ([]speech.Voice, error) {
	client, err := s.conn.client()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, s.timeout, errTimeout(s.timeout))
	defer cancel()
	resp, err := client.ListVoices(ctx, &pb.ListVoicesRequest{})
	if err != nil {
		return nil, classify(ctx, err)
	}
	var voices []speech.Voice
	for _, v := range resp.GetVoices() {
		if match := localeName.FindStringSubmatch(v.GetName()); match != nil {
			voices = append(voices, localeVoice(v.GetName(), match[1]))
		}
	}
	return voices, nil
}
