package article_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestWhoWrote: the byline has all authors and nobody else, wherever the page names them.
func TestWhoWrote(t *testing.T) {
	const page = `<!doctype html><html lang="en"><head><title>Trams stand still</title>%s</head><body>%s</body></html>`
	const text = `<p>The drivers had asked for more rest between shifts since the autumn, and nobody had answered them.</p><p>Both sides will meet again on Thursday, when the mayor is back in town, the union said.</p>`
	const story = `<main><article><h1>Trams stand still</h1>%s` + text + `</article></main>`
	ld := func(author string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Trams stand still",` + author + `}</script>`
	}
	for _, test := range []struct {
		name, head, byline, beside string
		want                       []string
	}{
		{"JSON-LD has one, its creators are two", ld(`"author":{"@type":"Person","name":"Ann Lee"},"creator":["Ann Lee","Bo Um"]`) + `<meta name="author" content="Ann Lee, Bo Um">`, "", "", []string{"Ann Lee", "Bo Um"}},
		{"a meta element names somebody else", ld(`"author":{"@type":"Person","name":"Ann Lee"}`) + `<meta name="author" content="Cy Roe">`, "", "", []string{"Ann Lee"}},
		{"a first name, and the whole one in the byline", ld(`"author":{"@type":"Person","name":"Ann"}`), `<p class="byline">By <a href="/author/ann">Ann Lee</a></p>`, "", []string{"Ann Lee"}},
		{"a place and an agency among the names", `<meta name="author" content="Ann Lee, London, Bo Um, DPA">`, "", "", []string{"Ann Lee", "Bo Um"}},
		{"a company", `<meta name="author" content="Tramways SA">`, "", "", nil},
		{"words that are no name", `<meta name="author" content="your tram team">`, "", "", nil},
		{"authors of works that the page cites", "", `<p class="byline">By Ann Lee</p>`, `<ol><li itemprop="citation"><meta itemprop="author" content="Cy Roe"></li></ol>`, []string{"Ann Lee"}},
		{"the author of a teaser", "", "", `<div class="box"><a href="/1"><h3>Ferries run</h3><div class="author-name">By Cy Roe</div></a></div>`, nil},
		{"a teaser above the byline in the order of kinds", "", `<div class="byline">By <a href="/writers/ann">Ann Lee</a></div>`, `<aside><div><a href="/author/cy">Cy Roe</a></div></aside>`, []string{"Ann Lee"}},
		{"glued to its By", "", `<div data-testid="byline"><span>By</span><span>J.R. Stone</span></div>`, "", []string{"J.R. Stone"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			html := fmt.Sprintf(page, test.head, fmt.Sprintf(story, test.byline)+test.beside)
			a, err := article.Parse(article.Payload{HTML: html, Visibility: "public"}, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(a.Byline, test.want) {
				t.Errorf("byline %q, want %q", a.Byline, test.want)
			}
		})
	}
}

// TestBylineBelowLede: a line below the first paragraph names the authors, and is not read.
func TestBylineBelowLede(t *testing.T) {
	blocks, _ := parse(t, `<!doctype html><html lang="de"><title>Bahnen stehen still</title><main><h1>Bahnen stehen still</h1><p>Die Fahrer hatten seit dem Herbst mehr Pausen verlangt, und das Unternehmen hatte nicht geantwortet.</p><p class="z">Von Anna Lee, Bo Um und Cy Roth, NDR</p><p>Beide Seiten treffen sich am Donnerstag wieder, wenn der Bürgermeister zurück ist, sagte die Gewerkschaft.</p></main>`)
	equal(t, "blocks", blocks, "headline: Bahnen stehen still", "byline: Von Anna Lee, Bo Um und Cy Roth",
		"paragraph: Die Fahrer hatten seit dem Herbst mehr Pausen verlangt, und das Unternehmen hatte nicht geantwortet.",
		"paragraph: Beide Seiten treffen sich am Donnerstag wieder, wenn der Bürgermeister zurück ist, sagte die Gewerkschaft.")
}
