package main

import (
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/speech/google"
	"github.com/aloud-audio/aloud/internal/store"
)

// providers lists who can speak, each behind the cache of speech that was paid for. A new provider is one line here.
func providers(cfg config.Config, st store.Store, lease speech.Lease) speech.Providers {
	all := speech.Providers{
		"flite":     command.Flite{},
		"espeak-ng": command.EspeakNG{},
		"google": google.New(google.Options{
			Endpoint: cfg.GoogleEndpoint, CredentialsJSON: []byte(cfg.GoogleCredentials),
		}),
	}
	for name, provider := range all {
		all[name] = speech.NewCache(provider, st, lease)
	}
	return all
}
