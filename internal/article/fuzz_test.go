package article_test

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/article"
)

// FuzzParse cuts any HTML in two and puts between the halves, behind Ghost's marks, what must never
// be read.
func FuzzParse(f *testing.F) {
	page, err := os.ReadFile("testdata/ghost-page.html")
	if err != nil {
		f.Fatal(err)
	}
	before, after, _ := strings.Cut(string(page), "<h2")
	f.Add(before, "<h2"+after, "The keeper", "")
	for _, name := range []string{"newspaper", "live-blog", "layout-table", "amp", "right-to-left"} {
		page, err := os.ReadFile("testdata/pages/" + name + ".html")
		if err != nil {
			f.Fatal(err)
		}
		before, after, _ := strings.Cut(string(page), "</p>")
		f.Add(before, "</p>"+after, "", "public")
	}
	f.Add("<table><tr><td>a", "</td></tr></table>b", "", "public")
	f.Add("<p>a<ul><li>b<blockquote>c", "</p>d", "t", "paid")
	f.Add("a\x00\u200db\u202e&#0;&#x1f;&shy;", "&#xfffe;\xff<br><br>\u200c", "\x1b[0m", "public")
	f.Add("<svg><title>a</title><foreignObject><p>b", "</svg><math><mi>c", "t", "")
	f.Add("<title>a", "b</title>c", "t", "")
	f.Add("<select><option>a<textarea>b", "<plaintext>c", "t", "")
	f.Add("<!--kg-gated-block:begin nonMember:true", "<!--kg-gated-block:end--><!--kg-card-begin: html-->x", "t", "public")
	f.Fuzz(func(t *testing.T, before, after, title, visibility string) {
		const secret = "Zyxgatedzyx"
		if strings.Contains(before+after+title, secret) {
			return
		}
		for _, html := range []string{
			before + after,
			before + "<!--members-only-->" + secret + after,
			before + "<!--kg-gated-block:begin nonMember:false -->" + secret + "<!--kg-gated-block:end-->" + after,
			before + "<!--kg-card-begin: html-->" + secret + "<!--kg-card-end: html-->" + after,
		} {
			for _, options := range []article.Options{
				{MembersOnly: "none"},
				{MembersOnly: "preview"},
				{MembersOnly: "preview", Read: []string{"*"}},
				{MembersOnly: "preview", Skip: []string{"p:first-child, .a"}, Read: []string{"em, table"}, SkipPhrases: []string{"a"}},
			} {
				visibility := visibility
				if strings.Contains(html, "<!--members-only-->"+secret) && visibility == "public" {
					visibility = ""
				}
				a, err := article.Parse(article.Payload{Title: title, HTML: html, Visibility: visibility}, options)
				if err != nil {
					continue // nested too deeply
				}
				checkArticle(t, a, secret)
			}
		}
	})
}

func checkArticle(t *testing.T, a article.Article, secret string) {
	t.Helper()
	if a.Language == "" || a.LanguageBy == "" {
		t.Errorf("language %q by %q", a.Language, a.LanguageBy)
	}
	for _, b := range a.Blocks {
		switch {
		case strings.Contains(b.Text, secret):
			t.Errorf("read what is not for everybody: %q", b.Text)
		case !utf8.ValidString(b.Text) || strings.ContainsFunc(b.Text, unicode.IsControl):
			t.Errorf("not plain text: %q", b.Text)
		case strings.TrimSpace(b.Text) != b.Text || strings.Contains(b.Text, "  "):
			t.Errorf("white space: %q", b.Text)
		case !strings.ContainsFunc(b.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }):
			t.Errorf("nothing to say: %q", b.Text)
		}
	}
	for _, s := range a.Skipped {
		if s.Reason == "" || s.Text == "" || utf8.RuneCountInString(s.Text) > 300 {
			t.Errorf("skipped %+v", s)
		}
	}
}

// BenchmarkParsePage reads a newspaper's page.
func BenchmarkParsePage(b *testing.B) {
	page, err := os.ReadFile("testdata/pages/newspaper.html")
	if err != nil {
		b.Fatal(err)
	}
	p := article.Payload{HTML: string(page)}
	b.SetBytes(int64(len(p.HTML)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := article.Parse(p, article.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParse reads an article of 10,000 characters, ten minutes of speech.
func BenchmarkParse(b *testing.B) {
	const paragraph = `<p>The keeper climbed the <strong>163 steps</strong> twice a night, as <a href="https://example.org/log">his log</a> tells us, in every weather.</p>` +
		`<figure class="kg-card kg-image-card kg-card-hascaption"><img src="stairs.jpg" class="kg-image" alt=""><figcaption>The stairs</figcaption></figure>`
	p := article.Payload{Title: "The keeper", HTML: strings.Repeat(paragraph, 100), Visibility: "public"}
	b.SetBytes(int64(len(p.HTML)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := article.Parse(p, article.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
