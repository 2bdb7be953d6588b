package rewrite

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestContextRulesOutTheSame checks that what a rule requires around a match counts the same where
// the engine finds it out early and where Say does.
func TestContextRulesOutTheSame(t *testing.T) {
	behind := []string{`\bat `, `(?i:no)\.? ?`, `[^.;\d]{0,16}, `, `(?:^|, )\pL+ `, `\pL+ \pL+ `, ``}
	before := []string{` km\b`, `$|[.,]`, ` (?:of|von) \pL+ `, `\b`, `(?: \pL+){1,3}\.`, ``}
	alphabet := strings.Split("1 22 3 a at no No. of von km, é жи . , ; - \x80", " ")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(append(alphabet, " ", " ")), 0, 60).Draw(t, "parts"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		after, ahead := AtEnd(rapid.SampledFrom(behind).Draw(t, "behind")), AtStart(rapid.SampledFrom(before).Draw(t, "before"))
		early := newRuleBook([]Rule{{Name: "number", Pattern: `\d+(?:-\d+)*`, Behind: after, Before: ahead, Say: said}})
		late := newRuleBook([]Rule{{Name: "number", Pattern: `\d+(?:-\d+)*`, Say: func(m Match) (string, bool) {
			return "<" + m.Groups[0] + ">", after.In(m.Before) && ahead.In(m.After)
		}}})
		if got, want := sayAll(early, text, false), sayAll(late, text, false); got != want {
			t.Fatalf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	})
}

func said(m Match) (string, bool) { return "<" + m.Groups[0] + ">", true }

// TestLongMatchesAreReadOnce checks that a text in which long matches may begin everywhere is read
// about once, and that they are found.
func TestLongMatchesAreReadOnce(t *testing.T) {
	const pattern = `\b[a-z]+(?:[.-][a-z]+)*@x`
	text := strings.Repeat("a.b-", 1000)
	book := bookOf(pattern)
	s := book.source(text)
	if got := len(s.candidates[0]); got != 0 {
		t.Errorf("%d candidates, want none", got)
	}
	if got, most := len(s.trail.steps), 2*len(text); got > most {
		t.Errorf("%d states were recorded, want %d at most", got, most)
	}
	text += "c@x " + text[:400]
	if got := findAll(book, text[4000-200:]); len(got) != 1 || !slices.Equal(got[0], []int{0, 203}) {
		t.Errorf("got %v, want the one match", got)
	}
}
