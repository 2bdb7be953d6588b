package grammar

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// languages are some whose numbers inflect, with the highest ordinal that each can spell out.
var languages = map[string]int{"cs": 1999, "pl": 3_000, "ru": 3_000}

func load(t *testing.T, tag string) *Grammar {
	t.Helper()
	p, err := pack.Load(os.DirFS(".."), tag)
	if err != nil {
		t.Fatal(err)
	}
	g, err := New(tag, p)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestCardinals checks that every number has words in every gender and case, and that no two
// numbers share them.
func TestCardinals(t *testing.T) {
	for tag := range languages {
		g := load(t, tag)
		for _, gender := range []string{"masculine", "feminine", "neuter"} {
			for _, c := range g.cases {
				checkDistinct(t, tag+" "+gender+" "+c, 3_000, func(n int) (string, bool) {
					return g.cardinal(strconv.Itoa(n), gender, c)
				})
			}
		}
	}
}

func TestOrdinals(t *testing.T) {
	for tag, most := range languages {
		g := load(t, tag)
		for _, gender := range []string{"masculine", "feminine", "neuter", "plural"} {
			for _, c := range g.cases {
				checkDistinct(t, tag+" ordinals, "+gender+" "+c, most, func(n int) (string, bool) {
					return g.ordinal(strconv.Itoa(n), gender, c)
				})
			}
		}
	}
}

func checkDistinct(t *testing.T, what string, most int, say func(n int) (string, bool)) {
	t.Helper()
	seen := map[string]int{}
	for n := 1; n <= most; n++ {
		said, ok := say(n)
		if !ok || strings.ContainsAny(said, "0123456789~*^") || strings.Contains(said, "  ") || said == "" {
			t.Fatalf("%s: %d is spelled %q, %v", what, n, said, ok)
		}
		if other, twice := seen[said]; twice {
			t.Fatalf("%s: %d and %d are both spelled %q", what, other, n, said)
		}
		seen[said] = n
	}
}

// TestOwnNumbersAreCLDRs compares our number rules with CLDR. They agree except for compounds of
// one and two, which do not inflect in Czech, and thousands, which CLDR treats as feminine.
func TestOwnNumbersAreCLDRs(t *testing.T) {
	g := load(t, "cs")
	thousands := strings.NewReplacer("jedna tisíc", "tisíc", "dvě tisíce", "dva tisíce")
	for n := range 10_001 {
		ours, _ := g.cardinal(strconv.Itoa(n), "masculine", nominative)
		theirs, _ := cldr.Spell("cs", "spellout-cardinal-masculine", fmt.Sprint(n))
		if ours != thousands.Replace(theirs) && n%10 > 2 {
			t.Errorf("%d is spelled %q; CLDR has %q", n, ours, theirs)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	phrase := func(written, said string) *pack.Pack {
		return &pack.Pack{Phrases: []pack.Phrase{{Written: written, Said: said}}}
	}
	cases := []string{"nominative", "genitive"}
	for why, p := range map[string]*pack.Pack{
		"a missing form":                  {Cases: cases, Declensions: []pack.Declension{{Endings: "a b / c", Stems: "x"}}},
		"a noun without forms":            {Nouns: map[string]string{"euro": "masculine"}},
		"an unknown unit":                 {Cases: cases, Units: map[string][]string{"parsec-and-a-half": {"km"}}},
		"an unterminated rule":            {Cases: cases, NumberRules: "%a:\n1: one\n"},
		"an unknown part":                 phrase("{nothing}", ""),
		"an unknown part in before":       {Phrases: []pack.Phrase{{Written: "{day}", Before: "{nothing}"}}},
		"an unknown form of a part":       phrase("{day}", "{day: sung softly}"),
		"a part that the pattern lacks":   phrase("{day}", "{hour}"),
		"an unknown noun that is counted": phrase("{hour}", "{hour: count nothing genitive}"),
	} {
		if _, err := New("cs", p); err == nil {
			t.Errorf("New accepts a pack with %s", why)
		}
	}
}
