package elevenlabs

import "github.com/aloud-audio/aloud/internal/speech"

// Registration describes ElevenLabs. Prices are those of credits bought beyond a plan, from
// second-hand sources (ElevenLabs' own: https://elevenlabs.io/pricing/api); the smaller models cost
// half a credit per character. The service limits concurrent requests, not requests per minute.
var Registration = speech.Registration{
	Name: provider,
	Variables: []speech.Variable{
		{Name: keySetting, Default: "none", Meaning: "API key of ElevenLabs"},
		{Name: setting, Default: "ElevenLabs'", Meaning: "URL of a residency's own endpoint, or of an emulator", URL: true},
	},
	New: func(env speech.Env) speech.Synthesizer {
		return New(Options{URL: env[setting], Key: env[keySetting]})
	},
	Prices: map[string]float64{
		"eleven_multilingual_v2": 100, "eleven_v3": 100,
		"eleven_flash_v2_5": 50, "eleven_turbo_v2_5": 50, "eleven_flash_v2": 50, "eleven_turbo_v2": 50,
	},
	PricesAsOf: "2026-11-01",
	Examples: []speech.Example{
		{Voice: "elevenlabs:eleven_multilingual_v2/JBFqnCBsd6RMkjVDRZzb", Language: "uk"},
		{Voice: "elevenlabs:eleven_flash_v2_5/JBFqnCBsd6RMkjVDRZzb", Language: "uk"},
		{Voice: "elevenlabs:eleven_v3/JBFqnCBsd6RMkjVDRZzb", Language: "uk"},
	},
}
