package config

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/narrate"
)

// playerSettings is what a site says about the player on its pages.
type playerSettings struct {
	Texts    map[string]map[string]string `yaml:"texts"`
	Policy   string                       `yaml:"policy"`
	Download bool                         `yaml:"download"`
	UpNext   bool                         `yaml:"up_next"` // the player lists the newest articles of the site's feed
}

// analyticsSettings says which listening figures a site wants.
type analyticsSettings struct {
	Events bool `yaml:"events"` // the player reports listening figures
}

func (s playerSettings) player() (narrate.Player, error) {
	texts, err := byLanguage("texts", s.Texts, "")
	problems := []error{err}
	known := lang.PlayerTexts("en")
	for tag, given := range texts {
		for key, text := range given {
			if _, ok := known[key]; !ok {
				problems = append(problems, at("texts", at(tag, fmt.Errorf("unknown text %q: write one of %v", key, slices.Sorted(maps.Keys(known))))))
			}
			if text == "" {
				problems = append(problems, at("texts", at(tag, at(key, errors.New("is empty: write a text, or leave it out")))))
			}
		}
	}
	if s.Policy != "" {
		problems = append(problems, at("policy", checkURL(s.Policy)))
	}
	return narrate.Player{Texts: texts, Policy: s.Policy, Download: s.Download, UpNext: s.UpNext}, errors.Join(problems...)
}
