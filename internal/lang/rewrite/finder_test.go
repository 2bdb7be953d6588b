package rewrite

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestFinderFindsWhatTheRegexpFinds checks that a finder, which takes short cuts, misses no match
// of package regexp. It omits patterns that can match from within a number, where a finder finds
// nothing.
func TestFinderFindsWhatTheRegexpFinds(t *testing.T) {
	patterns := []string{
		`\b[A-Z]{2,}s?\b`, `[aé]+`, ` ?— ?`, `\b(?:[a-z]\.){2,}`, `(\d+(?:[,.]\d+)*)(%| km)?`, `[~<]?\d+`, `(?i)dec\.?`, `\b\w+@\w+`, `x|\.com|—`, `(?:a|b)*c`, `^a`, `.$`, `\pL+\.`, `[A-Z]\B.`, `\w+\b é`,
		`(a|a b)( c| b c)?( \w)*`, `(a ?)*?(b) ?c`, `(?:(a)|(b)|(c) ?)+`, `((?:a|b)*)*x`, `(\b|x)(?:(A)|A( B)?)(?m:$|\s)`, `(?:([abx]) ?){2,3}(?:—|(\.)|)`,
	}
	alphabet := strings.Split("a b c x A B D e é é — . , @ 1 2 0 % km ~ < dec Dec. com \n \x80 ж", " ")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(append(alphabet, " ", " ")), 0, 25).Draw(t, "parts"), "")
		pattern := regexp.MustCompile(rapid.SampledFrom(patterns).Draw(t, "pattern"))
		want := pattern.FindAllStringSubmatchIndex(text, -1)
		want = slices.DeleteFunc(want, func(at []int) bool { return at[0] == at[1] })
		got := findAll(bookOf(pattern.String()), text)
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%s in %q: got %v, want %v", pattern, text, got, want)
		}
	})
}

func bookOf(pattern string) *ruleBook { return newRuleBook([]Rule{{Pattern: pattern}}) }

func findAll(b *ruleBook, text string) [][]int {
	var all [][]int
	for rest := (Span{0, len(text)}); ; {
		s := b.source(text)
		at := nextMatch(b.rules[0], s, rest)
		if at == nil {
			return all
		}
		all = append(all, slices.Clone(at))
		rest.Start = at[1]
	}
}

// nextMatch returns the first match in part of a text, or nil.
func nextMatch(r prepared, s *source, part Span) []int {
	for _, c := range s.candidates[r.rule] {
		if c.place < part.Start || c.place >= part.End {
			continue
		}
		if at := r.match(s, Span{c.place, part.End}, c.reach); at != nil {
			return at
		}
	}
	return nil
}

func TestFinderFindsLongMatches(t *testing.T) {
	text := "see https://" + strings.Repeat("a", 10*usual) + " there"
	got := findAll(bookOf(`\bhttps?://\S+`), text)
	if want := []int{4, len(text) - len(" there")}; len(got) != 1 || !slices.Equal(got[0], want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestFinderBoundsItsStates checks that a pattern that would need a state for each text still finds
// its matches.
func TestFinderBoundsItsStates(t *testing.T) {
	book := bookOf(`[ab]*a[ab]{16}c`)
	for n := range 1 << 10 {
		word := strings.NewReplacer("0", "a", "1", "b").Replace(fmt.Sprintf("0%016b", n*61))
		if got := findAll(book, word+"c"); len(got) != 1 || !slices.Equal(got[0], []int{0, len(word) + 1}) {
			t.Fatalf("%sc: got %v", word, got)
		}
	}
	if got := len(book.unions[anywhere].states); got != mostJoint {
		t.Errorf("%d states, want %d: this pattern needs more than may be", got, mostJoint)
	}
}

func TestFinderSeesAroundThePart(t *testing.T) {
	const text = "xUN UN"
	book := bookOf(`\bUN\b`)
	s := book.source(text)
	if at := nextMatch(book.rules[0], s, Span{1, len(text)}); !slices.Equal(at, []int{4, 6}) {
		t.Errorf("got %v, want the second", at)
	}
}

func TestRefusedMatchHidesNoOther(t *testing.T) {
	book := newRuleBook([]Rule{{Name: "title", Pattern: `[A-Z]\w+ [A-Z]\w+`, Say: func(m Match) (string, bool) {
		return "Mister Kit", m.Groups[0] == "Mr Kit"
	}}})
	const text = "Old Mr Kit"
	s := book.source(text)
	s.cutOut(nil)
	book.rules[0].apply(s)
	form := join(text, s.pieces)
	if form.Text != "Old Mister Kit" {
		t.Errorf("got %q", form.Text)
	}
}
