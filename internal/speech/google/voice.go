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

// localeName matches a voice name that begins with its language: uk-UA-Chirp3-HD-Kore,
// es-419-Standard-A.
var localeName = regexp.MustCompile(`^([A-Za-z]{2,3}-(?:[A-Za-z]{2}|[0-9]{3}))-[A-Za-z0-9-]+$`)

// Voice accepts two kinds of names: those that begin with their language (uk-UA-Chirp3-HD-Kore),
// and model/speaker (gemini-2.5-flash-tts/Kore) for the Gemini models, whose speakers speak every
// language. The first request shows whether Google has the voice.
func (s *Synthesizer) Voice(name, lang string) (speech.Voice, error) {
	if model, speaker, ok := strings.Cut(name, "/"); ok {
		return s.geminiVoice(model, speaker, lang)
	}
	match := localeName.FindStringSubmatch(name)
	if match == nil {
		return speech.Voice{}, fmt.Errorf("google has no voice %q: write a name like uk-UA-Chirp3-HD-Kore; `aloud voices` lists them", name)
	}
	if !speech.SameLanguage(match[1], lang) {
		return speech.Voice{}, fmt.Errorf("the voice %s does not speak %q: `aloud voices` lists those that do", name, lang)
	}
	return s.localeVoice(name, match[1]), nil
}

func (s *Synthesizer) localeVoice(name, lang string) speech.Voice {
	f := familyOf(name)
	return speech.Voice{
		Provider:    provider,
		Name:        name,
		Family:      f.name,
		Language:    lang,
		Encoding:    encoding,
		SampleRate:  sampleRate,
		Unit:        speech.Bytes,
		MaxInput:    maxInput,
		MaxSentence: s.sentenceLimit(f, lang),
		Markup:      f.markup(lang),
		Rates:       f.rates,
		Onsets:      f.onsets,
	}
}

// geminiModels are the models that Voices lists; settings may name others.
var geminiModels = []string{"gemini-2.5-flash-tts", "gemini-2.5-pro-tts"}

func (s *Synthesizer) geminiVoice(model, speaker, lang string) (speech.Voice, error) {
	if !strings.HasPrefix(model, "gemini-") || speaker == "" {
		return speech.Voice{}, fmt.Errorf("google has no voice %s/%s: write a model and a speaker, like gemini-2.5-flash-tts/Kore", model, speaker)
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return speech.Voice{}, fmt.Errorf("%q is not a language: %w", lang, err)
	}
	// The service requires a region and no script. If the article names no region, the likeliest
	// one is used.
	base, _ := tag.Base()
	region, _ := tag.Region()
	voice := s.localeVoice(speaker, base.String()+"-"+region.String())
	voice.Model, voice.Family = model, model
	voice.MaxInput, voice.MaxSentence, voice.Markup = maxInputGemini, s.sentenceLimit(family{}, lang), ssml.GoogleGemini
	return voice, nil
}

// sentenceLimit returns the maximum length of a voice's sentence in bytes; 0: no limit.
func (s *Synthesizer) sentenceLimit(f family, lang string) int {
	if s.maxSentence != 0 {
		return max(0, s.maxSentence)
	}
	return f.sentence * bytesPerLetter(lang)
}

// Voices lists the service's voices. The service lists Gemini speakers without a model: each is a
// voice of every Gemini model, and multilingual ("mul").
func (s *Synthesizer) Voices(ctx context.Context) ([]speech.Voice, error) {
	client, err := s.conn.client()
	if err != nil {
		return nil, err
	}
	ctx, cancel := speech.WithTimeout(ctx, s.timeout)
	defer cancel()
	resp, err := client.ListVoices(ctx, &pb.ListVoicesRequest{})
	if err != nil {
		return nil, classify(ctx, speech.Request{Kind: ssml.KindText}, err)
	}
	var voices []speech.Voice
	for _, v := range resp.GetVoices() {
		voices = append(voices, s.listed(v)...)
	}
	return voices, nil
}

// listed returns a voice as settings name it: a Gemini speaker once for each model.
func (s *Synthesizer) listed(v *pb.Voice) []speech.Voice {
	if match := localeName.FindStringSubmatch(v.GetName()); match != nil {
		return []speech.Voice{s.localeVoice(v.GetName(), match[1])}
	}
	var voices []speech.Voice
	for _, model := range geminiModels {
		if voice, err := s.geminiVoice(model, v.GetName(), "en"); err == nil {
			voice.Language = "mul"
			voices = append(voices, voice)
		}
	}
	return voices
}
