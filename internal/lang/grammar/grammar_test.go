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

// languages are some whose numbers are declined, and how many ordinals each can say.
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

// Every number has words in every gender and case, and no two have the same.
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
			t.Fatalf("%s: %d is %q, %v", what, n, said, ok)
		}
		if other, twice := seen[said]; twice {
			t.Fatalf("%s: %d and %d are both %q", what, other, n, said)
		}
		seen[said] = n
	}
}

// Where CLDR has words for what number rules of our own say, they are the same but for compounds of
// one and two, which do not agree in Czech, and for thousands, which CLDR takes for feminine.
func TestOwnNumbersAreCLDRs(t *testing.T) {
	g := load(t, "cs")
	thousands := strings.NewReplacer("jedna tisíc", "tisíc", "dvě tisíce", "dva tisíce")
	for n := range 10_001 {
		ours, _ := g.cardinal(strconv.Itoa(n), "masculine", nominative)
		theirs, _ := cldr.Spell("cs", "spellout-cardinal-masculine", fmt.Sprint(n))
		if ours != thousands.Replace(theirs) && n%10 > 2 {
			t.Errorf("%d is %q, and CLDR's %q", n, ours, theirs)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	phrase := func(written, said string) *pack.Pack {
		return &pack.Pack{Phrases: []pack.Phrase{{Written: written, Said: said}}}
	}
	cases := []string{"nominative", "genitive"}
	for why, p := range map[string]*pack.Pack{
		"a form too few":                   {Cases: cases, Declensions: []pack.Declension{{Endings: "a b / c", Stems: "x"}}},
		"a noun without forms":             {Nouns: map[string]string{"euro": "masculine"}},
		"a unit of nobody":                 {Cases: cases, Units: map[string][]string{"parsec-and-a-half": {"km"}}},
		"a rule without end":               {Cases: cases, NumberRules: "%a:\n1: one\n"},
		"a part of nobody":                 phrase("{nothing}", ""),
		"a part of nobody behind":          {Phrases: []pack.Phrase{{Written: "{day}", Before: "{nothing}"}}},
		"a part that is said in no way":    phrase("{day}", "{day: sung softly}"),
		"a part that is not written":       phrase("{day}", "{hour}"),
		"a noun of nobody that is counted": phrase("{hour}", "{hour: count nothing genitive}"),
	} {
		if _, err := New("cs", p); err == nil {
			t.Errorf("a pack with %s is taken", why)
		}
	}
}
