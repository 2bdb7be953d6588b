package rewrite

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestKnownOutcomesSayTheSame checks that a text is said the same with and without the memo, by
// rules that look at all they may see.
func TestKnownOutcomesSayTheSame(t *testing.T) {
	seen := func(m Match) (string, bool) {
		said := fmt.Sprintf("<%s %d %d>", m.Groups[0], len(m.Before), len(m.After))
		return said, strings.Count(m.Before, "b") != 3
	}
	book := newRuleBook([]Rule{
		{Name: "pair", Pattern: `\d+-\d+`, Say: func(m Match) (string, bool) { return "pair", strings.HasPrefix(m.After, "-") }},
		{Name: "number", Pattern: `\d+(?: \d+)*`, Say: seen},
		{Name: "letters", Pattern: `\b[abц]+\.?`, Say: seen},
	})
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SliceOfN(rapid.SampledFrom(strings.Split("1 22 - a b ц . é ,", " ")), 1, 12)
		text := strings.Join(part.Draw(t, "start"), "") + strings.Repeat(strings.Join(part.Draw(t, "part"), " "), rapid.IntRange(1, 300).Draw(t, "times")) +
			strings.Join(part.Draw(t, "end"), "")
		got, want := sayAll(book, text, true), sayAll(book, text, false)
		if got != want {
			t.Fatalf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	})
}

func sayAll(book *ruleBook, text string, repeats bool) string {
	s := book.source(text)
	defer book.release(s)
	s.repeats = repeats
	s.memo.begin(text)
	s.cutOut(nil)
	for _, r := range book.rules {
		r.apply(s)
	}
	return join(text, s.pieces).Text
}
