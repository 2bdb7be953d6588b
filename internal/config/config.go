// Package config reads the environment and the site settings into one immutable, validated value.
//
// It opens no connection and never changes after Load. Only cmd, service and process import it;
// every other package receives the values it needs.
package config

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/feed"
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

	File  string            // of the settings; "": there is none, and DefaultSite is the only site
	Files map[string]Digest // every file that was read, and those that are missing, by path
	Hash  string            // of all settings but the secrets: equal where articles sound the same
}

// Site is one publication.
type Site struct {
	narrate.Site
	URLs   []string // all addresses of the publication, the main one first; none: unknown
	Budget spend.Budget
	Hooks  map[string]Hook // by source; every source has one
	// MaxAhead is how far updated_at may be ahead of the time at which a revision was sent.
	MaxAhead time.Duration
	Notify   []notify.Receiver
	Late     time.Duration     // how long an article may wait before a notice says so; 0: forever
	Purge    []notify.Receiver // who is told which public files went
	Feed     *feed.Settings    // nil: the site has no feeds
	Sources  []AskedSource
	// AllowPrivate are the hosts that the site's receivers and sources may have although their
	// addresses are private.
	AllowPrivate []string
	// GenerateSecret means that there is no settings file: the secret of the hooks is generated
	// once and kept in the store.
	GenerateSecret bool

	Lexicons map[string]string // by language: the PLS file, which may be missing (see CheckFiles)
}

// Pages reports whether the pages of the site's CMS, such as "About us", have audio too.
func (s Site) Pages() bool {
	return slices.ContainsFunc(s.Sources, func(src AskedSource) bool { return src.Address.Pages })
}

// CheckFiles returns an error if lexicons that the settings name do not exist. Only the command
// that creates them skips it.
func (c Config) CheckFiles() error {
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(c.Sites)) {
		for _, lang := range slices.Sorted(maps.Keys(c.Sites[name].Lexicons)) {
			file := c.Sites[name].Lexicons[lang]
			if _, err := os.Stat(file); err != nil {
				problems = append(problems, fmt.Errorf(
					"settings: sites.%s.lexicon.%s: %w (create it with: aloud lexicon add --site %s --language %s)", name, lang, err, name, lang))
			}
		}
	}
	return errors.Join(problems...)
}

// DefaultSite is the site that exists without a settings file.
const DefaultSite = "main"

const defaultSettings = "aloud.yaml"

// Load reads the environment (name=value, as from os.Environ) and the settings file that it names,
// by default aloud.yaml in the working directory if it exists. Flags, by the name of their
// variable, take precedence over the environment. The providers contribute their variables, prices
// and quotas. The error names every wrong variable, key and line. If err is not nil, only the
// Config's Files may be used.
func Load(environ []string, flags map[string]string, providers speech.Registry) (Config, error) {
	f := newFiles("")
	cfg, err := f.load(environ, flags, providers)
	cfg.Files = f.read
	return cfg, err
}

func (f *files) load(environ []string, flags map[string]string, providers speech.Registry) (Config, error) {
	env, err := f.environment(environ, flags, providers)
	if err != nil {
		return Config{}, err
	}
	file := cmp.Or(env.Settings, defaultSettings)
	text, err := f.secret(file)
	if errors.Is(err, os.ErrNotExist) && env.Settings == "" {
		sites := map[string]Site{DefaultSite: defaultSite(env)}
		return Config{Environment: env, Sites: sites, Prices: providers.Prices(), Quotas: providers.Quotas(), Hash: settings{}.hash(f, env)}, nil
	}
	if err != nil {
		return Config{}, fmt.Errorf("settings: %w: check --settings and ALOUD_SETTINGS, which name the file", err)
	}
	f.dir = filepath.Dir(file)
	cfg, err := f.parse(text, file, env, providers)
	if err != nil {
		return Config{}, fmt.Errorf("settings:\n%w", err)
	}
	cfg.File = file
	return cfg, nil
}

// LoadEnvironment is Load for a command that works on another machine: it reads no settings.
func LoadEnvironment(environ []string, flags map[string]string, providers speech.Registry) (Environment, error) {
	return newFiles("").environment(environ, flags, providers)
}
