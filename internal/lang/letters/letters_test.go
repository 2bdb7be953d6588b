package letters

import (
	"strings"
	"testing"
	"unicode"
)

func TestHaveVowel(t *testing.T) {
	for word, want := range map[string]bool{
		"mc": false, "kg": false, "ma": true, "né": true, "Øl": true, "my": true, "км": false, "мій": true, "їй": true, "Й": false, "και": true, "שלום": true, "": false,
	} {
		if got := HaveVowel(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}

func TestToLatin(t *testing.T) {
	if got := ToLatin("ХІХ століття"); got != "XIX століття" {
		t.Error(got)
	}
	if got := Like("x"); got != "xх" {
		t.Error(got)
	}
}

// TestTables checks that the tables name existing scripts and letters, and no letter twice.
func TestTables(t *testing.T) {
	for script, row := range vowels {
		for _, r := range strings.ReplaceAll(row, "\t", "") {
			if table := unicode.Scripts[script]; table == nil || !unicode.Is(table, r) {
				t.Errorf("%c is not a letter of %s", r, script)
			}
		}
	}
	for latin, others := range lookAlikes {
		if len(latin) != 1 || others == "" {
			t.Errorf("lookalikes of %q: %q", latin, others)
		}
	}
}
