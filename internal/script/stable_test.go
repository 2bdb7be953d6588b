package script_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
)

// TestTheScriptOfAScriptsTextIsStable builds a script from a script's own text: the segments stay
// whole, and the spoken form does not change when it is processed again.
func TestTheScriptOfAScriptsTextIsStable(t *testing.T) {
	for _, input := range articles(t) {
		for _, limit := range []script.Limit{{}, {Max: 300}, {Max: 300, Sentence: 120}} {
			opts := script.Options{Limit: limit}
			art := read(t, input)
			first := build(t, art, opts)
			written, said := first, first
			written.Segments = build(t, articleOf(art.Language, first, func(s script.Segment) string { return s.Text }), opts).Segments
			said.Segments = build(t, articleOf(art.Language, first, func(s script.Segment) string { return s.Spoken }), script.Options{Off: []string{script.RuleLexicon}}).Segments
			if len(written.Segments) != len(first.Segments) || len(said.Segments) < len(first.Segments) {
				t.Fatalf("%s: %d segments; %d from its text, %d from its spoken form", input, len(first.Segments), len(written.Segments), len(said.Segments))
			}
			for i, seg := range first.Segments {
				if written.Segments[i].Spoken != seg.Spoken || written.Segments[i].Text != seg.Text {
					t.Errorf("%s: %q becomes %q when built from its text", input, seg.Spoken, written.Segments[i].Spoken)
				}
				if said.Segments[i].Spoken != seg.Spoken {
					t.Errorf("%s: the spoken form changes when processed again:\n%q\n%q", input, seg.Spoken, said.Segments[i].Spoken)
				}
			}
		}
	}
}

func build(t *testing.T, art article.Article, opts script.Options) script.Script {
	t.Helper()
	s, err := script.Build(art, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// articleOf makes an article with a block for each segment.
func articleOf(language string, s script.Script, text func(script.Segment) string) article.Article {
	art := article.Article{Language: language}
	for _, seg := range s.Segments {
		art.Blocks = append(art.Blocks, article.Block{Role: seg.Role, Text: text(seg)})
	}
	return art
}
