package google

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Registration describes Google Cloud Text-to-Speech. Prices are list prices without free quotas,
// from second-hand sources (Google's own: https://cloud.google.com/text-to-speech/pricing). Gemini
// charges for tokens: a million characters of English are about 1,100 minutes of audio at 1,500
// tokens each. Quotas are per project, from https://docs.cloud.google.com/text-to-speech/quotas.
var Registration = speech.Registration{
	Name: provider,
	Variables: []speech.Variable{
		{Name: "ALOUD_GOOGLE_ENDPOINT", Default: "Google's", Meaning: "host:port of a regional endpoint; http://host:port of an emulator"},
		{Name: "ALOUD_GOOGLE_CREDENTIALS", Default: "application default credentials", Meaning: "a service account's key, as JSON text", Check: checkCredentials},
		{Name: "ALOUD_GOOGLE_MAX_SENTENCE", Default: "250 letters, which are 500 bytes in Cyrillic", Meaning: "longest sentence sent to Google, in bytes; 0: no limit (docs/google.md)", Check: checkMaxSentence},
	},
	New: func(env speech.Env) speech.Synthesizer {
		return New(Options{
			Endpoint: env["ALOUD_GOOGLE_ENDPOINT"], CredentialsJSON: []byte(env["ALOUD_GOOGLE_CREDENTIALS"]),
			MaxSentence: maxSentence(env["ALOUD_GOOGLE_MAX_SENTENCE"]),
		})
	},
	Prices: map[string]float64{
		"standard": 4, "wavenet": 4, "news": 16, "casual": 16, "neural2": 16, "polyglot": 16, "studio": 160, "journey": 30,
		"chirp-hd": 30, "chirp3-hd": 30, "gemini-2.5-flash-tts": 17, "gemini-2.5-pro-tts": 34,
	},
	PricesAsOf:  "2026-11-01",
	NewFamilies: []string{"gemini-"},
	Quotas: map[string]speech.Quota{
		"standard": {Requests: 1000}, "wavenet": {CountsIn: "standard"}, "news": {CountsIn: "standard"}, "casual": {CountsIn: "standard"},
		"neural2": {Requests: 1000}, "polyglot": {Requests: 1000}, "studio": {Requests: 500}, "journey": {Requests: 30},
		"chirp3-hd": {Requests: 200}, "chirp-hd": {CountsIn: "chirp3-hd"},
		"gemini-2.5-flash-tts": {Requests: 150}, "gemini-2.5-pro-tts": {Requests: 125},
	},
	Examples: []speech.Example{
		{Voice: "google:en-US-Chirp3-HD-Charon", Language: "en"}, {Voice: "google:uk-UA-Chirp3-HD-Kore", Language: "uk"},
		{Voice: "google:en-US-Neural2-F", Language: "en"}, {Voice: "google:uk-UA-Standard-A", Language: "uk"},
		{Voice: "google:gemini-2.5-flash-tts/Kore", Language: "uk"},
	},
}

func checkCredentials(value string) error {
	if !json.Valid([]byte(value)) {
		return errors.New("not JSON: give the content of the key file, or its name in ALOUD_GOOGLE_CREDENTIALS_FILE")
	}
	return nil
}

func checkMaxSentence(value string) error {
	if n, err := strconv.Atoi(value); err != nil || n < 0 {
		return fmt.Errorf("%q is not a number of bytes", value)
	}
	return nil
}

// maxSentence converts the variable into the option: 0 means no limit, and an empty value the
// family's own limit.
func maxSentence(value string) int {
	n, err := strconv.Atoi(value)
	if err == nil && n == 0 {
		return -1
	}
	return n
}
