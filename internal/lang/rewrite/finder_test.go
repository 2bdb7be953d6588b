package rewrite

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A finder takes short cuts; they must not lose what the regexp would have found. Patterns whose
// matches can begin within a number are left out, as a finder finds none there.
func TestFinderFindsWhatTheRegexpFinds(t *testing.T) {
	patterns := []string{
		`\b[A-Z]{2,}s?\b`, `[aé]+`, ` ?— ?`, `\b(?:[a-z]\.){2,}`, `(\d+(?:[,.]\d+)*)(%| km)?`, `[~<]?\d+`, `(?i)dec\.?`, `\b\w+@\w+`, `x|\.com|—`, `(?:a|b)*c`, `^a`, `.$`, `\pL+\.`,
	}
	alphabet := strings.Split("a b c x A B D e é é — . , @ 1 2 0 % km ~ < dec Dec. com \n \x80 ж", " ")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(append(alphabet, " ", " ")), 0, 25).Draw(t, "parts"), "")
		pattern := regexp.MustCompile(rapid.SampledFrom(patterns).Draw(t, "pattern"))
		want := pattern.FindAllStringSubmatchIndex(text, -1)
		want = slices.DeleteFunc(want, func(at []int) bool { return at[0] == at[1] })
		got := findAll(newFinder(pattern.String(), false), text)
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%s in %q: got %v, want %v", pattern, text, got, want)
		}
	})
}

func findAll(f *finder, text string) [][]int {
	var all [][]int
	for rest := (Span{0, len(text)}); ; {
		at := f.next(newSource(text), rest)
		if at == nil {
			return all
		}
		all = append(all, at)
		rest.Start = at[1]
	}
}

func TestFinderFindsLongMatches(t *testing.T) {
	text := "see https://" + strings.Repeat("a", 10*usual) + " there"
	at := newFinder(`\bhttps?://\S+`, false).next(newSource(text), Span{0, len(text)})
	if want := []int{4, len(text) - len(" there")}; !slices.Equal(at, want) {
		t.Errorf("got %v, want %v", at, want)
	}
}

// A pattern that would need a state for each of the texts that it has read still finds its matches.
func TestFinderBoundsItsStates(t *testing.T) {
	f := newFinder(`[ab]*a[ab]{16}c`, false)
	for n := range 1 << 10 {
		word := strings.NewReplacer("0", "a", "1", "b").Replace(fmt.Sprintf("0%016b", n*61))
		if at := f.next(newSource(word+"c"), Span{0, len(word) + 1}); !slices.Equal(at, []int{0, len(word) + 1}) {
			t.Fatalf("%sc: got %v", word, at)
		}
	}
	if got := len(f.states); got != mostStates {
		t.Errorf("%d states, want %d: this pattern needs more than may be", got, mostStates)
	}
}

func TestFinderSeesAroundThePart(t *testing.T) {
	const text = "xUN UN"
	if at := newFinder(`\bUN\b`, false).next(newSource(text), Span{1, len(text)}); !slices.Equal(at, []int{4, 6}) {
		t.Errorf("got %v, want the second", at)
	}
}

func TestRefusedMatchHidesNoOther(t *testing.T) {
	r := prepared{Rule{Name: "title", Pattern: `[A-Z]\w+ [A-Z]\w+`, Say: func(m Match) (string, bool) {
		return "Mister Kit", m.Groups[0] == "Mr Kit"
	}}, newFinder(`[A-Z]\w+ [A-Z]\w+`, false)}
	const text = "Old Mr Kit"
	form := join(text, r.apply(newSource(text), []piece{{Span: Span{0, len(text)}}}))
	if form.Text != "Old Mister Kit" {
		t.Errorf("got %q", form.Text)
	}
}
