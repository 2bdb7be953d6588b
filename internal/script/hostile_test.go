package script_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/script/ssml"
)

// TestHostilePages checks that pages built to be slow or to lose text are processed completely, or
// refused with a reason.
func TestHostilePages(t *testing.T) {
	limit := script.Limit{Max: 5000, Size: func(said ssml.Text) int { return ssml.GoogleSSML.Input(said).Size() }}
	for name, c := range map[string]struct{ language, html, refused string }{
		"a paragraph of half a megabyte": {"en", "<p>" + strings.Repeat("The bridge, shut for years, opened on Dec. 2 in the U.S. state of Ohio. ", 7000), ""},
		"a word of ten megabytes":        {"en", "<p>Go. " + strings.Repeat("x", 10_000_000), "the limit is 2000000"},
		"a word of half a megabyte":      {"uk", "<p>Так. " + strings.Repeat("ї", 250_000), ""},
		"a number of 300,000 figures":    {"en", "<p>Go. " + strings.Repeat("1234567890", 30_000), ""},
		"100,000 nested elements":        {"en", strings.Repeat("<div>", 100_000) + "<p>Deep.", "nested"},
		"combining marks":                {"en", "<p>A e" + strings.Repeat("\u0301", 20_000) + " b", "cannot be split"},
		"zero-width characters":          {"en", "<p>A " + strings.Repeat("\u200b\u200d\u202e", 100_000) + " b", ""},
		"broken UTF-8":                   {"en", "<p>" + strings.Repeat("caf\xe9 \xff\xfe word. ", 10_000), ""},
		"Chinese":                        {"zh", "<p>" + strings.Repeat("会议结束了他走了，", 20_000), ""},
		"Arabic":                         {"ar", "<p>" + strings.Repeat("ذهب الرجل إلى المدينة في عام 2024. ", 8_000), ""},
		"brackets that never close":      {"en", "<p>" + strings.Repeat("“(a ", 50_000), ""},
		"full stops":                     {"en", "<p>" + strings.Repeat("a.B.", 50_000), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			art, err := article.Parse(article.Payload{HTML: c.html, Language: c.language}, article.Options{DefaultLanguage: "en"})
			var s script.Script
			if err == nil {
				s, err = script.Build(art, script.Options{Limit: limit})
			}
			if c.refused != "" {
				if err == nil || !strings.Contains(err.Error(), c.refused) {
					t.Fatalf("error is %v, want one with %q", err, c.refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			checkWhole(t, art, s, limit)
		})
	}
}
