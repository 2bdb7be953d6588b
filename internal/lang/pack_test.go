package lang

import "testing"

// TestPacksAreWellFormed makes a broken pack fail here, not in a newsroom.
func TestPacksAreWellFormed(t *testing.T) {
	for _, l := range All() {
		if len(l.Rules()) == 0 {
			t.Errorf("%s has no rules", l.Tag)
		}
	}
}

func BenchmarkFirstUse(b *testing.B) {
	for b.Loop() {
		newLanguage("de", "de").Say("Am 3. Mai kostet es 5 Mio. Euro.")
	}
}
