package script

import (
	"fmt"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestASpeakerHasItsOwnLimit checks that a quote is cut and spelled for its own voice, and that a
// foreign voice takes precedence.
func TestASpeakerHasItsOwnLimit(t *testing.T) {
	text := "We will rebuild it in Львів. It will take two years."
	a := article.Article{Language: "en", Blocks: []article.Block{
		{Role: article.Paragraph, Text: text},
		{Role: article.Quote, Text: text},
		{Role: article.Paragraph, Text: "Who pays for it?", Question: true},
		{Role: article.Quote, Text: "Паром знову ходить.", Language: "uk"},
	}}
	s := mustBuild(t, a, Options{
		Foreign:  map[string]Limit{"uk": {}},
		Speakers: map[article.Speaker]Limit{article.Quoted: {Max: 35, Scripts: "Latin"}},
	})
	var got []string
	for _, seg := range s.Segments {
		got = append(got, fmt.Sprintf("%s|%s|%s", seg.Speaker, seg.Language, seg.Spoken))
	}
	want := []string{
		"||We will rebuild it in Львів. It will take two years.",
		"quote||We will rebuild it in Lviv.", "quote||It will take two years.",
		"||Who pays for it?", "|uk|Паром знову ходить.",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
