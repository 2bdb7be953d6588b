package google

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Bytes of UTF-8 in one request's input, https://cloud.google.com/text-to-speech/quotas and, for
// Gemini, https://cloud.google.com/text-to-speech/docs/gemini-tts. They can't be raised.
const (
	maxInput       = 5000
	maxInputGemini = 4000
)

// family describes the Google voices that share a price and a quota.
type family struct {
	name     string
	part     string // substring of its voices' names
	sentence int    // maximum letters of a sentence, 0: no limit
	markup   func(locale string) ssml.Capabilities
	rates    speech.Rates
	onsets   speech.OnsetSource
}

// rated are the speaking rates of the families that support them,
// https://cloud.google.com/text-to-speech/docs/reference/rest/v1/AudioConfig. Journey, the first
// Chirp HD and Gemini refuse or ignore them.
var rated = speech.Rates{Min: 0.25, Max: 2}

// cautious is a sentence length in letters that, as far as is known, every family accepts. Google
// refuses long sentences without documenting the limit. Refusals were seen from 300 letters
// (Neural2, Spanish) and between 255 and 378 (Chirp 3 HD, Thai). Not verified;
// ALOUD_GOOGLE_MAX_SENTENCE overrides it.
const cautious = 250

// families are identified by a part of their voices' names: uk-UA-Chirp3-HD-Kore, en-US-Neural2-F.
// Gemini's are identified by the model.
var families = []family{
	{"chirp3-hd", "-Chirp3-HD-", cautious, ssml.GoogleChirp3HD, rated, speech.NoOnsets},
	{"chirp-hd", "-Chirp-HD-", cautious, in(ssml.Plain), speech.Rates{}, speech.NoOnsets},
	{"journey", "-Journey-", cautious, in(ssml.Plain), speech.Rates{}, speech.NoOnsets},
	{"studio", "-Studio-", cautious, in(ssml.GoogleSSML), rated, speech.NoOnsets},
	{"polyglot", "-Polyglot-", cautious, in(ssml.GoogleSSML), rated, speech.ByMarks},
	{"neural2", "-Neural2-", cautious, in(ssml.GoogleSSML), rated, speech.ByMarks},
	{"wavenet", "-Wavenet-", cautious, in(ssml.GoogleSSML), rated, speech.ByMarks},
	{"standard", "-Standard-", cautious, in(ssml.GoogleSSML), rated, speech.ByMarks},
	{"news", "-News-", cautious, in(ssml.GoogleSSML), rated, speech.ByMarks},
	{"casual", "-Casual-", cautious, in(ssml.GoogleSSML), rated, speech.ByMarks},
}

// in returns the same capabilities for every locale.
func in(c ssml.Capabilities) func(string) ssml.Capabilities {
	return func(string) ssml.Capabilities { return c }
}

// familyOf returns a voice's family. Nothing is known about a new one: it has no name, and gets
// only plain text in short sentences.
func familyOf(name string) family {
	for _, f := range families {
		if strings.Contains(name, f.part) {
			return f
		}
	}
	return family{sentence: cautious, markup: in(ssml.Plain)}
}

// bytesPerLetter returns the UTF-8 bytes per letter of a language's usual script. The limit on
// sentences was observed in letters, but aloud measures input to Google in bytes.
func bytesPerLetter(lang string) int {
	script, _ := language.Make(lang).Script()
	switch script.String() {
	case "Latn":
		return 1
	case "Arab", "Armn", "Cyrl", "Grek", "Hebr":
		return 2
	default:
		return 3
	}
}
