package config

import (
	"path/filepath"

	"github.com/aloud-audio/aloud/internal/speech"
)

func parseSettings(text []byte, file string, env Environment, providers speech.Registry) (Config, error) {
	return newFiles(filepath.Dir(file)).parse(text, file, env, providers)
}
