package config

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/source"
)

// AskedSource is a source that is polled.
type AskedSource struct {
	Source  source.Source
	Address source.Address
	Every   time.Duration // from one pass to the next
	Since   time.Time     // the earliest publication that is accepted; zero: when it is first asked
}

const (
	defaultEvery  = "5m"
	shortestEvery = time.Second
)

type askSettings struct {
	URL            stringList `yaml:"url"`
	ContentKey     string     `yaml:"content_key" json:"-"`
	ContentKeyFile string     `yaml:"content_key_file" json:"-"`
	AdminKey       string     `yaml:"admin_key" json:"-"`
	AdminKeyFile   string     `yaml:"admin_key_file" json:"-"`
	IDPrefix       string     `yaml:"id_prefix"`
	Pages          bool       `yaml:"pages"`
	Every          string     `yaml:"every"`
	Since          string     `yaml:"since"`
}

// sources returns the sources that the settings name, by name.
func (s siteSettings) sources(f *files) ([]AskedSource, error) {
	var asked []AskedSource
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(s.Sources)) {
		src, err := s.Sources[name].source(name, f)
		asked = append(asked, src)
		problems = append(problems, at(name, err))
	}
	return asked, at("sources", errors.Join(problems...))
}

func (s askSettings) source(name string, f *files) (AskedSource, error) {
	known := source.Asked()
	i := slices.IndexFunc(known, func(src source.Source) bool { return src.Name == name })
	if i < 0 {
		return AskedSource{}, fmt.Errorf("not a source that can be polled: write one of %s", strings.Join(names(known), ", "))
	}
	src := AskedSource{Source: known[i], Address: source.Address{URLs: s.URL, IDPrefix: s.IDPrefix, Pages: s.Pages}}
	var keysErr, everyErr, sinceErr error
	src.Address.Keys, keysErr = s.keys(*src.Source.Asking, f)
	src.Every, everyErr = parseEvery(s.Every)
	src.Since, sinceErr = parseSince(s.Since)
	err := errors.Join(s.checkURLs(), keysErr, everyErr, sinceErr)
	if err == nil {
		_, err = src.Source.Asking.NewAsker(src.Address, http.DefaultClient) // asks nothing
	}
	return src, err
}

func (s askSettings) checkURLs() error {
	if len(s.URL) == 0 {
		return at("url", errors.New("is missing: write the source's address"))
	}
	for _, address := range s.URL {
		if err := checkURL(address); err != nil {
			return at("url", err)
		}
	}
	return nil
}

// keys returns the keys that are set. It refuses a setting that the source has no use for.
func (s askSettings) keys(asking source.Asking, f *files) (map[string]string, error) {
	found := map[string]string{}
	var problems []error
	for _, key := range []struct{ name, inline, file string }{
		{"content_key", s.ContentKey, s.ContentKeyFile}, {"admin_key", s.AdminKey, s.AdminKeyFile},
	} {
		secret, err := oneSecret(key.name, key.inline, key.file, f)
		if key.inline+key.file != "" && !slices.Contains(asking.Keys, key.name) {
			err = errors.Join(err, at(key.name, errors.New("is not for this source: leave it out")))
		}
		if secret != "" {
			found[key.name] = secret
		}
		problems = append(problems, err)
	}
	if s.Pages && !slices.Contains(asking.Keys, "pages") {
		problems = append(problems, at("pages", errors.New("is not for this source: leave it out")))
	}
	return found, errors.Join(problems...)
}

func oneSecret(key, inline, file string, f *files) (string, error) {
	if inline != "" && file != "" {
		return "", at(key, fmt.Errorf("is set here and by %s_file: keep one", key))
	}
	var files []string
	if file != "" {
		files = []string{file}
	}
	found, err := secrets(nil, files, f)
	if err != nil {
		return "", at(key+"_file", err)
	}
	return strings.Join(append(found, inline), ""), nil
}

func parseEvery(value string) (time.Duration, error) {
	every, err := time.ParseDuration(cmp.Or(value, defaultEvery))
	if err != nil || every < shortestEvery {
		return 0, at("every", fmt.Errorf("%q is not a duration of %s or more: write one like 5m", value, shortestEvery))
	}
	return every, nil
}

// parseSince accepts a day, which begins at midnight UTC, or a time.
func parseSince(value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, value); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, at("since", fmt.Errorf("%q is not a day: write one like 2026-11-01, or a time like 2026-11-01T08:30:00Z", value))
}
