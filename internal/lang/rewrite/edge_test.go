package rewrite

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestEdgeMatchesAsTheRegexpDoes checks that an Edge, which takes a short cut, agrees with package
// regexp.
func TestEdgeMatchesAsTheRegexpDoes(t *testing.T) {
	patterns := []string{`\b(?:at|by|on) `, `(?i)dec\.? ?`, `[^a]b*`, `a{2,3}é`, `(?:^|, )\pL+ `, `ab|`, `.\b`, `x(?:a|b c)*`}
	alphabet := strings.Split("a b c x at by on é , . 1 DEC dec Dec. \n \x80 ж", " ")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(append(alphabet, " ", " ")), 0, 12).Draw(t, "parts"), "")
		pattern := rapid.SampledFrom(patterns).Draw(t, "pattern")
		if got, want := AtStart(pattern).In(text), regexp.MustCompile(`^(?:`+pattern+`)`).MatchString(text); got != want {
			t.Fatalf("%s at the start of %q: %v, want %v", pattern, text, got, want)
		}
		if got, want := AtEnd(pattern).In(text), regexp.MustCompile(`(?:`+pattern+`)$`).MatchString(text); got != want {
			t.Fatalf("%s at the end of %q: %v, want %v", pattern, text, got, want)
		}
	})
}
