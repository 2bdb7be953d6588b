package script

import (
	"encoding/xml"
	"io"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

func TestSpoken(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"folds space", " a\u00A0 b\n\tc\u2028", "a b c"},
		{"drops control characters", "a\x00b\x07c\u0085", "abc"},
		{"drops direction marks", "\u200Fa\u202Eb\u2066c\u061C", "abc"},
		{"drops spaces without width", "zero\u200Bwidth", "zerowidth"},
		{"drops soft hyphens", "nar\u00ADra\uFEFFtor", "narrator"},
		{"keeps joiners", "می\u200Cخواهم", "می\u200Cخواهم"},
		{"spells out what voices get wrong", "On Dec. 2, 5 & 6 km", "On December second, five and six kilometers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Spoken("en", c.text)
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if err := xml.EscapeText(io.Discard, []byte(got)); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestSiteNamesHoldInDesignations checks that a site's own pronunciation of a name also applies
// before a number, where built-in names yield to the rules.
func TestSiteNamesHoldInDesignations(t *testing.T) {
	site := lexicon.NewLayer("site", lexicon.List{Language: "en", Entries: []lexicon.Entry{{Written: []string{"Orlan"}, Alias: "Or lahn"}}})
	for text, want := range map[string]string{
		"An Orlan-10 fell.": "An Or lahn ten fell.",
		"An Orlan fell.":    "An Or lahn fell.",
	} {
		a := article.Article{Language: "en", Blocks: []article.Block{{Role: article.Paragraph, Text: text}}}
		if got := mustBuild(t, a, Options{Lexicon: []*lexicon.Layer{site}}).Segments[0].Spoken; got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
