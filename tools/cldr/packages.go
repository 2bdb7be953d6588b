package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// packages is the folder that holds the npm packages.
type packages string

// read decodes the part of a JSON file that lies under the names of path.
func (p packages) read(file string, into any, path ...string) error {
	data, err := os.ReadFile(filepath.Join(string(p), file))
	if err != nil {
		return err
	}
	for _, name := range path {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(data, &object); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		data = object[name]
		if data == nil {
			return fmt.Errorf("%s has no %s", file, strings.Join(path, "."))
		}
	}
	return json.Unmarshal(data, into)
}

// spelledLanguages returns the languages with number words of their own, variants excepted.
func (p packages) spelledLanguages() ([]string, error) {
	files, err := filepath.Glob(filepath.Join(string(p), "cldr-rbnf/rbnf/*-SpelloutRules.txt"))
	if err != nil {
		return nil, err
	}
	var languages []string
	for _, file := range files {
		locale := strings.TrimSuffix(filepath.Base(file), "-SpelloutRules.txt")
		if locale != "root" && !strings.Contains(locale, "_") {
			languages = append(languages, locale)
		}
	}
	if len(languages) == 0 {
		return nil, fmt.Errorf("%s has no number rules: run `make cldr`, which installs the packages", p)
	}
	return languages, nil
}

// locales returns all locales that CLDR has units for.
func (p packages) locales() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(string(p), "cldr-units-full/main"))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, nil
}

// shared is what CLDR says of all locales in one place.
type shared struct {
	parents   map[string]string
	cardinals map[string]map[string]string
	ordinals  map[string]map[string]string
}

func readShared(cldr packages) (*shared, error) {
	s := &shared{}
	err := cldr.read("cldr-core/supplemental/parentLocales.json", &s.parents, "supplemental", "parentLocales", "parentLocale")
	if err != nil {
		return nil, err
	}
	if err := cldr.read("cldr-core/supplemental/plurals.json", &s.cardinals, "supplemental", "plurals-type-cardinal"); err != nil {
		return nil, err
	}
	return s, cldr.read("cldr-core/supplemental/ordinals.json", &s.ordinals, "supplemental", "plurals-type-ordinal")
}

// parentWithin returns the nearest ancestor of locale among locales, or "".
func (s *shared) parentWithin(locale string, locales []string) string {
	for locale != "" {
		if parent, ok := s.parents[locale]; ok {
			locale = parent
		} else {
			locale = locale[:max(0, strings.LastIndex(locale, "-"))]
		}
		if slices.Contains(locales, locale) {
			return locale
		}
	}
	return ""
}

// depth counts the ancestors of locale among locales.
func (s *shared) depth(locale string, locales []string) int {
	depth := 0
	for locale = s.parentWithin(locale, locales); locale != ""; locale = s.parentWithin(locale, locales) {
		depth++
	}
	return depth
}
