package config

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
)

// Hook says how the sender of a hook is verified.
type Hook struct {
	Secrets   []string      // each is valid, so that they can be rotated; without any, the hook is closed
	Tolerance time.Duration // allowed difference between the request's timestamp and our clock
	Page      string        // rule for the addresses of pages, for hints: source.PageOf
}

const defaultTolerance = "5m" // the recommendation of Standard Webhooks

type hookSettings struct {
	Secret     stringList `yaml:"secret" json:"-"`
	SecretFile stringList `yaml:"secret_file" json:"-"`
	Tolerance  string     `yaml:"tolerance"`
	Page       string     `yaml:"page"`
}

// hooks returns the hooks of all sources, closed for those that the settings do not name.
func (s siteSettings) hooks(f *files) (map[string]Hook, error) {
	hooks := map[string]Hook{}
	var problems []error
	for _, src := range source.Hooks() {
		hook, err := s.Hooks[src.Name].hook(f)
		if err == nil {
			_, err = src.Verifier(hook.Secrets)
			err = errors.Join(at("secret", err), s.checkHints(src, hook))
		}
		hooks[src.Name] = hook
		problems = append(problems, at("hooks", at(src.Name, err)))
	}
	for name := range s.Hooks {
		if _, known := hooks[name]; !known {
			problems = append(problems, at("hooks", at(name, fmt.Errorf("no such source: write one of %s", strings.Join(names(source.Hooks()), ", ")))))
		}
	}
	return hooks, errors.Join(problems...)
}

// checkHints refuses hints for a site without hosts, and a page rule for a source whose hooks
// contain the article.
func (s siteSettings) checkHints(src source.Source, hook Hook) error {
	switch {
	case !src.Hints && hook.Page != "":
		return at("page", errors.New("this source sends the whole article, so page is not used: remove it"))
	case !src.Hints:
		return nil
	case len(hook.Secrets) > 0 && len(s.URL) == 0:
		return at("secret", errors.New("this source sends page addresses, so the site needs url (the addresses of the publication): add it"))
	case hook.Page != "":
		return at("page", source.CheckPage(hook.Page))
	default:
		return nil
	}
}

func names(sources []source.Source) (names []string) {
	for _, src := range sources {
		names = append(names, src.Name)
	}
	return names
}

func (h hookSettings) hook(f *files) (Hook, error) {
	secrets, err := secrets(h.Secret, h.SecretFile, f)
	tolerance, wrong := time.ParseDuration(cmp.Or(h.Tolerance, defaultTolerance))
	if wrong != nil || tolerance <= 0 {
		err = errors.Join(err, at("tolerance", fmt.Errorf("%q is not a duration: write one like 5m", h.Tolerance)))
	}
	return Hook{Secrets: secrets, Tolerance: tolerance, Page: h.Page}, err
}

// maxAhead is the largest tolerance of the open hooks, unless the site's CMS is trusted.
func (s siteSettings) maxAhead(hooks map[string]Hook) time.Duration {
	if s.TrustFuture {
		return newsroom.AnyTime
	}
	var largest time.Duration
	for _, hook := range hooks {
		if len(hook.Secrets) > 0 {
			largest = max(largest, hook.Tolerance)
		}
	}
	return cmp.Or(largest, newsroom.DefaultMaxAhead)
}

// secrets returns those in the settings and those in files.
func secrets(inline, files []string, f *files) ([]string, error) {
	secrets := slices.Clone(inline)
	for _, name := range files {
		text, err := f.secret(name)
		if err != nil {
			return nil, at("secret_file", err)
		}
		if err := checkSecret(secretOf(text)); err != nil {
			return nil, at("secret_file", fmt.Errorf("%s %w", name, err))
		}
		secrets = append(secrets, secretOf(text))
	}
	for _, secret := range inline {
		if err := checkSecret(secret); err != nil {
			return nil, at("secret", err)
		}
	}
	return secrets, nil
}
