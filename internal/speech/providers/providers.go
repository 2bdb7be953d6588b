// Package providers lists the text-to-speech providers that aloud is built with. A new one is one
// line here.
//
// It does nothing else: internal/service makes clients of the list, and internal/config reads its
// variables, prices and quotas.
package providers

import (
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/azure"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/speech/elevenlabs"
	"github.com/aloud-audio/aloud/internal/speech/google"
	"github.com/aloud-audio/aloud/internal/speech/openai"
	"github.com/aloud-audio/aloud/internal/speech/piper"
	"github.com/aloud-audio/aloud/internal/speech/polly"
)

// All are the providers, in the order of the documentation.
func All() speech.Registry {
	return speech.Registry{
		google.Registration,
		openai.Registration,
		elevenlabs.Registration,
		azure.Registration,
		polly.Registration,
		piper.Registration,
		command.EspeakNGRegistration,
		command.FliteRegistration,
	}
}
