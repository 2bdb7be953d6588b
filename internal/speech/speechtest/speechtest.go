// Package speechtest is the test that every speech.Synthesizer passes.
package speechtest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Texts to speak, by base language.
var Texts = map[string]string{
	"en": "The ferry was late again, so the mayor walked across the bridge and counted the boats.",
	"uk": "Пором знову запізнився, тож мер перейшов мостом і порахував човни біля берега.",
}

// TestSynthesizer holds synth to its contract, with one voice of its own that speaks language, a
// key of Texts, and the name of a voice it has not.
func TestSynthesizer(t *testing.T, synth speech.Synthesizer, voice, language, noVoice string) {
	testVoice(t, synth, voice, language, noVoice)
	t.Run("other language", func(t *testing.T) { otherLanguage(t, synth, voice) })
}

// TestMultilingual is TestSynthesizer for a voice that speaks whatever language it is asked for.
func TestMultilingual(t *testing.T, synth speech.Synthesizer, voice, language, noVoice string) {
	testVoice(t, synth, voice, language, noVoice)
	t.Run("other language", func(t *testing.T) { anyLanguage(t, synth, voice) })
}

func testVoice(t *testing.T, synth speech.Synthesizer, voice, language, noVoice string) {
	v, err := synth.Voice(voice, language)
	if err != nil {
		t.Fatalf("Voice(%q, %q): %v", voice, language, err)
	}
	text := Texts[language]
	t.Run("speaks", func(t *testing.T) { speaks(t, synth, v, text) })
	t.Run("a longer text is longer speech", func(t *testing.T) { growsWithText(t, synth, v, text) })
	t.Run("rate", func(t *testing.T) { rate(t, synth, v, text) })
	t.Run("onsets", func(t *testing.T) { onsets(t, synth, v, text) })
	t.Run("concurrent", func(t *testing.T) { concurrent(t, synth, v, text) })
	t.Run("cancelled", func(t *testing.T) { cancelled(t, synth, v, text) })
	t.Run("lists its voice", func(t *testing.T) { listed(t, synth, v) })
	t.Run("unknown voice", func(t *testing.T) { unknownVoice(t, synth, v, noVoice, text) })
	t.Run("what can't be said", func(t *testing.T) { refuses(t, synth, v) })
}

func synthesize(t *testing.T, synth speech.Synthesizer, req speech.Call) speech.Speech {
	t.Helper()
	spoken, err := synth.Synthesize(t.Context(), req)
	if err != nil {
		t.Fatalf("Synthesize(%q): %v", req.Input, err)
	}
	return spoken
}

// speaks also wants a plausible length: people take 40 to 100 ms a character.
func speaks(t *testing.T, synth speech.Synthesizer, v speech.Voice, text string) {
	spoken := synthesize(t, synth, v.Call(ssml.Text{Spoken: text}))
	if spoken.SampleRate != v.SampleRate {
		t.Errorf("sample rate is %d Hz, the voice promises %d", spoken.SampleRate, v.SampleRate)
	}
	if loudest := slices.Max(spoken.Samples); loudest < 1000 {
		t.Errorf("the loudest sample is %d of 32767: too quiet for speech", loudest)
	}
	perCharacter := spoken.Duration() / time.Duration(utf8.RuneCountInString(text))
	if perCharacter < 30*time.Millisecond || perCharacter > 150*time.Millisecond {
		t.Errorf("%v for %q: %v a character is no speech", spoken.Duration(), text, perCharacter)
	}
}

func growsWithText(t *testing.T, synth speech.Synthesizer, v speech.Voice, text string) {
	once := synthesize(t, synth, v.Call(ssml.Text{Spoken: text})).Duration()
	again := synthesize(t, synth, v.Call(ssml.Text{Spoken: text})).Duration()
	twice := synthesize(t, synth, v.Call(ssml.Text{Spoken: text + " " + text})).Duration()
	if difference := (again - once).Abs(); difference > once/5 {
		t.Errorf("the same request took %v, then %v", once, again)
	}
	if twice < once*3/2 || twice > once*5/2 {
		t.Errorf("twice the text took %v, once %v", twice, once)
	}
}

// rate wants a voice to be faster by its rate, or to refuse it, at once and by the request.
func rate(t *testing.T, synth speech.Synthesizer, v speech.Voice, text string) {
	if _, err := v.At(speed + 100); err == nil {
		t.Error("no voice speaks a hundred times as fast")
	}
	fast, err := v.At(speed)
	if err != nil {
		call := v.Call(ssml.Text{Spoken: text})
		call.Rate = speed
		if _, err := synth.Synthesize(t.Context(), call); !errors.Is(err, speech.ErrPermanent) {
			t.Errorf("error is %v, want a permanent one", err)
		}
		return
	}
	own := synthesize(t, synth, v.Call(ssml.Text{Spoken: text})).Duration()
	faster := synthesize(t, synth, fast.Call(ssml.Text{Spoken: text})).Duration()
	if by := own.Seconds() / faster.Seconds(); by < 1.15 || by > 1.4 {
		t.Errorf("at rate %g it takes %v instead of %v: ÷ %.2f", speed, faster, own, by)
	}
}

// speed is a rate that is heard.
const speed = 1.25

func concurrent(t *testing.T, synth speech.Synthesizer, v speech.Voice, text string) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			spoken, err := synth.Synthesize(t.Context(), v.Call(ssml.Text{Spoken: text}))
			if err != nil || len(spoken.Samples) == 0 {
				t.Errorf("got %d samples, error %v", len(spoken.Samples), err)
			}
		})
	}
	wg.Wait()
}

func cancelled(t *testing.T, synth speech.Synthesizer, v speech.Voice, text string) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := synth.Synthesize(ctx, v.Call(ssml.Text{Spoken: text}))
	if !errors.Is(err, context.Canceled) || errors.Is(err, speech.ErrPermanent) {
		t.Errorf("error is %v, want one that is context.Canceled and can be tried again", err)
	}
}

// listed allows a voice of any language to be listed as one of several: "mul" in BCP 47.
func listed(t *testing.T, synth speech.Synthesizer, v speech.Voice) {
	voices, err := synth.Voices(t.Context())
	if err != nil {
		t.Fatalf("Voices: %v", err)
	}
	if !slices.ContainsFunc(voices, func(l speech.Voice) bool { return l == v || l.Language == "mul" && l.String() == v.String() }) {
		t.Errorf("Voices has no %+v among its %d", v, len(voices))
	}
}

// unknownVoice allows a provider that must be asked to find out only then.
func unknownVoice(t *testing.T, synth speech.Synthesizer, v speech.Voice, noVoice, text string) {
	unknown, err := synth.Voice(noVoice, v.Language)
	if err != nil {
		return
	}
	if _, err := synth.Synthesize(t.Context(), unknown.Call(ssml.Text{Spoken: text})); !errors.Is(err, speech.ErrPermanent) {
		t.Errorf("error is %v, want a permanent one", err)
	}
}

func otherLanguage(t *testing.T, synth speech.Synthesizer, voice string) {
	if v, err := synth.Voice(voice, "ja"); err == nil {
		t.Errorf("the voice %v would read Japanese", v)
	}
}

func anyLanguage(t *testing.T, synth speech.Synthesizer, voice string) {
	if v, err := synth.Voice(voice, "ja-JP"); err != nil || !speech.SameLanguage(v.Language, "ja") {
		t.Errorf("for Japanese the voice is of %q, error %v", v.Language, err)
	}
	if v, err := synth.Voice(voice, "not a language"); err == nil {
		t.Errorf("the voice %v would read what is no language", v)
	}
}

func refuses(t *testing.T, synth speech.Synthesizer, v speech.Voice) {
	for name, text := range map[string]string{
		"nothing":          "",
		"punctuation only": "… — !",
		"a NUL byte":       "one\x00 two",
		"broken UTF-8":     "one \xff two",
	} {
		t.Run(name, func(t *testing.T) {
			req := v.Call(ssml.Text{Spoken: "x"})
			req.Input = text // as no Voice makes it
			if _, err := synth.Synthesize(t.Context(), req); !errors.Is(err, speech.ErrPermanent) {
				t.Errorf("error is %v, want a permanent one", err)
			}
		})
	}
}
