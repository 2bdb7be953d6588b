package openai

import (
	"fmt"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Registration describes OpenAI and servers with its API. Prices are list prices from second-hand
// sources (OpenAI's own: https://openai.com/api/pricing). gpt-4o-mini-tts charges for tokens:
// $0.015 for a minute of audio, which is about 900 characters of English. OpenAI's quotas depend on
// the account.
var Registration = speech.Registration{
	Name: provider,
	Variables: []speech.Variable{
		{Name: setting, Default: "OpenAI's", Meaning: "URL of another server with OpenAI's /audio/speech, such as http://kokoro:8880/v1", URL: true},
		{Name: "ALOUD_OPENAI_KEY", Default: "none", Meaning: "key of OpenAI, or of that server"},
		{Name: "ALOUD_OPENAI_FORMAT", Default: "pcm of OpenAI, wav of another server", Meaning: "audio that the server is asked for: pcm, wav, or mp3 if it has nothing else", Check: checkFormat},
	},
	New: func(env speech.Env) speech.Synthesizer {
		return New(Options{URL: env[setting], Key: env["ALOUD_OPENAI_KEY"], Format: env["ALOUD_OPENAI_FORMAT"]})
	},
	Prices:      map[string]float64{"tts-1": 15, "tts-1-hd": 30, "gpt-4o-mini-tts": 17},
	PricesAsOf:  "2026-11-01",
	NewFamilies: []string{""}, // a self-hosted server may have any model
	Examples: []speech.Example{
		{Voice: "openai:gpt-4o-mini-tts/coral", Language: "en"}, {Voice: "openai:gpt-4o-mini-tts/coral", Language: "uk"},
		{Voice: "openai:gpt-4o-mini-tts/coral", Language: "ka"}, {Voice: "openai:tts-1/alloy", Language: "uk"},
		{Voice: "openai:kokoro/af_heart", Language: "en"},
	},
}

func checkFormat(value string) error {
	switch value {
	case formatPCM, formatWAV, formatMP3:
		return nil
	}
	return fmt.Errorf("%q is not pcm, wav or mp3", value)
}
