package cldr

import "testing"

func BenchmarkSpell(b *testing.B) {
	Spell("de", "spellout-numbering", "0")
	b.ReportAllocs()
	for b.Loop() {
		Spell("de", "spellout-numbering", "1234567")
	}
}
