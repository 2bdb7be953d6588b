package cldr

import (
	"strings"
	"testing"
)

// Each correction is of a locale that there is, says what CLDR says, and why. Decoding applies
// them, and panics at one that finds something else.
func TestCorrections(t *testing.T) {
	for line := range strings.Lines(corrections) {
		locale, _, _ := strings.Cut(line, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		language, _, _ := strings.Cut(locale, "-")
		if _, ok := sectionsOf(language)[locale]; !ok {
			t.Errorf("there is no locale %s", locale)
		}
	}
	if t.Failed() {
		return
	}
	for _, wrong := range []struct{ keys, wrong string }{
		{"unit/day/one", "{0} dag"}, {"unit/day/one", ""}, {"unit/elephant/*", "{0}"},
	} {
		if (table{"unit/day/one": "{0} Tag"}).correct(wrong.keys, wrong.wrong, "right") {
			t.Errorf("a correction of what CLDR doesn't say is applied: %v", wrong)
		}
	}
}
