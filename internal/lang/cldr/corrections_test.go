package cldr

import (
	"strings"
	"testing"
)

// TestCorrections checks that each correction names an existing locale, CLDR's text and a reason.
// Decoding applies them, and panics if the text differs.
func TestCorrections(t *testing.T) {
	for line := range strings.Lines(corrections) {
		locale, _, _ := strings.Cut(line, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		language, _, _ := strings.Cut(locale, "-")
		if _, ok := sectionsOf(language)[locale]; !ok {
			t.Errorf("unknown locale %s", locale)
		}
	}
	if t.Failed() {
		return
	}
	for _, wrong := range []struct{ keys, wrong string }{
		{"unit/day/one", "{0} dag"}, {"unit/day/one", ""}, {"unit/elephant/*", "{0}"},
	} {
		if (table{"unit/day/one": "{0} Tag"}).correct(wrong.keys, wrong.wrong, "right") {
			t.Errorf("a correction whose text CLDR does not have is applied: %v", wrong)
		}
	}
}
