package article_test

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestSignatures: who wrote an article, in brackets behind its last sentence, is no part of it;
// other brackets are.
func TestSignatures(t *testing.T) {
	const text = "<p>The drivers of the trams will strike from noon on Monday, as their union had announced in the spring.</p>"
	for _, test := range []struct{ name, last, read, skipped string }{
		{"author and date", "The ferries run as usual. (Ann Lee, 3.3.2026)", "The ferries run as usual.", "(Ann Lee, 3.3.2026)"},
		{"agency", "The ferries run as usual. (dpa)", "The ferries run as usual.", "(dpa)"},
		{"agency and initials", "The ferries run as usual. (APA, red)", "The ferries run as usual.", "(APA, red)"},
		{"a place", "The ferries run as usual. (Kyiv)", "The ferries run as usual. (Kyiv)", ""},
		{"words", "The ferries run as usual. (They did so in May.)", "The ferries run as usual. (They did so in May.)", ""},
		{"inside a sentence", "The ferries (Ann Lee) run as usual.", "The ferries (Ann Lee) run as usual.", ""},
		{"initials only", "The ferries run as usual. (aq)", "The ferries run as usual. (aq)", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := article.Parse(article.Payload{ID: "a", Byline: []string{"Ann Lee"}, HTML: text + "<p>" + test.last + "</p>"}, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if read := a.Blocks[len(a.Blocks)-1].Text; read != test.read {
				t.Errorf("read %q, want %q", read, test.read)
			}
			skipped := ""
			for _, s := range a.Skipped {
				skipped += s.Text
			}
			if skipped != test.skipped {
				t.Errorf("skipped %q, want %q", skipped, test.skipped)
			}
		})
	}
}
