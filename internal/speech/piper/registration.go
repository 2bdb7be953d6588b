package piper

import "github.com/aloud-audio/aloud/internal/speech"

// Registration describes Piper, which is free.
var Registration = speech.Registration{
	Name: provider,
	Variables: []speech.Variable{
		{Name: setting, Default: "none", Meaning: "URL of Piper's HTTP server, such as http://piper:5000", URL: true},
	},
	New:    func(env speech.Env) speech.Synthesizer { return New(Options{URL: env[setting]}) },
	Prices: map[string]float64{"": 0},
	Examples: []speech.Example{
		{Voice: "piper:uk_UA-ukrainian_tts-medium", Language: "uk"}, {Voice: "piper:en_US-danny-low", Language: "en"},
	},
}
