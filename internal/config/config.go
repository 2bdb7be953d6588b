// Package config reads the environment and the site settings into one immutable, validated value.
//
// It opens no connection and never changes after Load. Only cmd imports it: every other package is handed what it needs.
package config

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/spend"
)

// Config is everything that operators and editors set.
type Config struct {
	Environment
	Sites  map[string]Site
	Prices speech.Prices
	Quotas speech.Quotas
}

// Site is one publication.
type Site struct {
	narrate.Site
	Budget   spend.Budget
	Ghost    Hook
	Articles Hook
	Notify   []notify.Receiver
	// GenerateSecret says that no settings file was given: the hooks' secret is made once and kept in the store.
	GenerateSecret bool

	Lexicons map[string]string // by language: the PLS file, which may be missing (see Config.CheckFiles)
}

// CheckFiles refuses settings that name files which are not there. Only the command that makes them does without.
func (c Config) CheckFiles() error {
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(c.Sites)) {
		for _, lang := range slices.Sorted(maps.Keys(c.Sites[name].Lexicons)) {
			file := c.Sites[name].Lexicons[lang]
			if _, err := os.Stat(file); err != nil {
				problems = append(problems, fmt.Errorf(
					"settings: sites.%s.lexicon.%s: %w (aloud lexicon add --site %s --language %s makes it)", name, lang, err, name, lang))
			}
		}
	}
	return errors.Join(problems...)
}

// Hook says how a hook's sender proves itself.
type Hook struct {
	Secrets   []string      // any of them; more than one while rotating; none: the hook is closed
	Tolerance time.Duration // how far its timestamp may be from our clock
}

// DefaultSite is the site that exists without a settings file.
const DefaultSite = "main"

const defaultSettings = "aloud.yaml"

// Load reads the environment (name=value, as os.Environ has it) and the settings file that it names, aloud.yaml in the
// working directory if there is one. Flags that were given, by the name of the variable that they stand for, win over
// the environment. The error names every wrong variable, key and line.
func Load(environ []string, flags map[string]string) (Config, error) {
	env, err := parseEnvironment(environ, flags)
	if err != nil {
		return Config{}, err
	}
	return loadSettings(env)
}

func loadSettings(env Environment) (Config, error) {
	file := env.Settings
	if file == "" {
		file = defaultSettings
	}
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) && env.Settings == "" {
		sites := map[string]Site{DefaultSite: defaultSite(env)}
		return Config{Environment: env, Sites: sites, Prices: speech.DefaultPrices(), Quotas: speech.DefaultQuotas()}, nil
	}
	if err != nil {
		return Config{}, fmt.Errorf("settings: %w", err)
	}
	cfg, err := parseSettings(text, filepath.Dir(file), env)
	if err != nil {
		return Config{}, fmt.Errorf("settings in %s: %w", file, err)
	}
	return cfg, nil
}
