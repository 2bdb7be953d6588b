package cldr

import (
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
)

// FuzzSpell checks that Spell returns words without digits, or none, for any input.
func FuzzSpell(f *testing.F) {
	for _, number := range []string{"0", "-1", "2.50", "1e5", "007", "999999999999999999", "0.000001", "--1", "1.", "٣", ""} {
		f.Add("pl", "spellout-cardinal-masculine", number)
		f.Add("RU_ru", "spellout-cardinal-feminine", number)
	}
	f.Fuzz(func(t *testing.T, tag, ruleset, number string) {
		check := func(tag, ruleset string) {
			words, ok := Spell(tag, ruleset, number)
			if ok != (words != "") || strings.IndexFunc(words, unicode.IsDigit) >= 0 {
				t.Errorf("%s %s %q: %q, %v", tag, ruleset, number, words, ok)
			}
			Plural(tag, number)
		}
		check(tag, ruleset)
		for _, language := range Languages() {
			for _, ruleset := range Rulesets(language) {
				check(language, ruleset)
			}
		}
	})
}

// TestDistinctNumbersHaveDistinctWords exists because a listener could not tell two numbers with
// the same words apart.
func TestDistinctNumbersHaveDistinctWords(t *testing.T) {
	for _, language := range strings.Fields("cs de en es fr it nl pl pt pt-PT ru sv uk") {
		for _, ruleset := range Rulesets(language) {
			numbers := make(map[string]string)
			for n := range 10001 {
				number := strconv.Itoa(n)
				words, ok := Spell(language, ruleset, number)
				if !ok {
					t.Fatalf("%s %s has no words for %s", language, ruleset, number)
				}
				if other, said := numbers[words]; said {
					t.Fatalf("%s %s says %q for %s and %s", language, ruleset, words, other, number)
				}
				numbers[words] = number
			}
		}
	}
}

func TestConcurrentCallsForALanguage(t *testing.T) {
	var calls sync.WaitGroup
	for range 8 {
		calls.Go(func() {
			if words, _ := Spell("lb", "spellout-numbering", "2"); words != "zwee" {
				t.Errorf("2 is %q", words)
			}
			if got := Plural("lb", "2"); got != Other {
				t.Errorf("2 is %s", got)
			}
		})
	}
	calls.Wait()
}
