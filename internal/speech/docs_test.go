package speech_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// TestDocsHaveTheLimits keeps the table of voices true to the code.
func TestDocsHaveTheLimits(t *testing.T) {
	docstest.Keep(t, "../../docs/providers.md", map[string]string{"voices": tableOfVoices(t)})
}

func tableOfVoices(t *testing.T) string {
	_, all := startServers(t)
	var b strings.Builder
	b.WriteString("| voice, for example | for | one request at most | Hz | pronunciations | pauses | a million characters |\n")
	b.WriteString("| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, example := range []struct{ setting, language string }{
		{"google:en-US-Chirp3-HD-Charon", "en"}, {"google:uk-UA-Chirp3-HD-Kore", "uk"}, {"google:en-US-Neural2-F", "en"}, {"google:uk-UA-Standard-A", "uk"},
		{"google:gemini-2.5-flash-tts/Kore", "uk"},
		{"openai:gpt-4o-mini-tts/coral", "en"}, {"openai:gpt-4o-mini-tts/coral", "uk"}, {"openai:gpt-4o-mini-tts/coral", "ka"}, {"openai:tts-1/alloy", "uk"},
		{"openai:kokoro/af_heart", "en"},
		{"polly:standard/Joanna", "en"}, {"polly:neural/Joanna", "en"}, {"polly:long-form/Ruth", "en"}, {"polly:generative/Ruth", "en"},
		{"piper:uk_UA-ukrainian_tts-medium", "uk"}, {"piper:en_US-danny-low", "en"},
		{"espeak-ng:uk", "uk"}, {"flite:slt", "en"},
	} {
		v, err := all.Find(example.setting, example.language)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %d | %s | %s | %s |\n", example.setting, example.language, limitOf(v), v.SampleRate,
			pronunciationsOf(v.Markup), pausesOf(v.Markup), priceOf(v))
	}
	return b.String()
}

func limitOf(v speech.Voice) string {
	units := map[speech.Unit]string{speech.Bytes: "bytes", speech.Characters: "characters", speech.Words: "characters without markup"}
	if v.MaxInput == 0 {
		return "any length"
	}
	return fmt.Sprintf("%d %s", v.MaxInput, units[v.Unit])
}

func pronunciationsOf(c ssml.Capabilities) string {
	switch {
	case c.Phoneme:
		return "SSML phoneme"
	case c.Pronunciations:
		return "a list of phrases"
	}
	return "no: the alias is read"
}

func pausesOf(c ssml.Capabilities) string {
	switch {
	case c.Break:
		return "SSML break"
	case c.PauseTags:
		return "pause tags"
	}
	return "no"
}

func priceOf(v speech.Voice) string {
	family := v.Provider + ":" + v.Family
	if price := speech.DefaultPrices()[family]; price > 0 {
		return fmt.Sprintf("$%g, `%s`", price, family)
	}
	return "nothing"
}
