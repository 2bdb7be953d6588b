package lang_test

import (
	"maps"
	"regexp"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/lang"
)

// TestPlayerTexts checks that every language has all texts, with the placeholders of the English
// ones.
func TestPlayerTexts(t *testing.T) {
	english := lang.PlayerTexts("en")
	value := regexp.MustCompile(`\{\d\}`)
	for _, tag := range []string{"uk", "de", "fr", "es", "pl", "it", "pt", "cs", "ru", "ar", "he"} {
		texts := lang.PlayerTexts(tag)
		if texts["label"] == english["label"] {
			t.Errorf("%s has the English texts", tag)
		}
		if got, want := slices.Sorted(maps.Keys(texts)), slices.Sorted(maps.Keys(english)); !slices.Equal(got, want) {
			t.Errorf("%s has the keys %v, want %v", tag, got, want)
		}
		for key, text := range texts {
			if got, want := value.FindAllString(text, -1), value.FindAllString(english[key], -1); !slices.Equal(got, want) || text == "" {
				t.Errorf("%s: %s: %q has the placeholders %v, want %v", tag, key, text, got, want)
			}
		}
	}
	if got := lang.PlayerTexts("pt-BR")["play"]; got != "Reproduzir" {
		t.Errorf("pt-BR: %q", got)
	}
	if got := lang.PlayerTexts("nl")["play"]; got != "Play" {
		t.Errorf("a language without texts: %q", got)
	}
}
