package article_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestNothingVanishesUnsaid builds pages of any shape: each of their visible paragraphs is either
// read or listed as skipped, once.
func TestNothingVanishesUnsaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := pageShape{T: t}
		html := asPage(p.boxes(0))
		a, err := article.Parse(article.Payload{HTML: html}, article.Options{})
		if err != nil {
			t.Fatal(err)
		}
		said := slices.Concat(bodyOf(a), skippedOf(a))
		for _, b := range a.Blocks {
			if b.Role == article.Standfirst {
				said = append(said, b.Text)
			}
		}
		for i := range p.paragraphs {
			if mark := markOf(i); !strings.Contains(strings.Join(said, "\n"), mark) {
				t.Errorf("%s of %d is neither read nor listed:\n%s\nread: %q\nskipped: %q", mark, p.paragraphs, html, bodyOf(a), skippedOf(a))
			}
		}
	})
}

// pageShape draws a page: boxes in boxes, with names that mean something and names that don't.
type pageShape struct {
	*rapid.T
	paragraphs int
}

func (p *pageShape) boxes(depth int) string {
	const deepest, most = 5, 4
	var b strings.Builder
	for range rapid.IntRange(1, most).Draw(p.T, "boxes") {
		if depth == deepest || rapid.Bool().Draw(p.T, "text") {
			b.WriteString(p.text())
			continue
		}
		element := rapid.SampledFrom([]string{"div", "section", "article", "main", "aside", "header", "footer", "ul", "table", "figure", "form", "details", "blockquote", "nav", "a href=/x", "span"}).Draw(p.T, "element")
		name := rapid.SampledFrom([]string{"", "", "con", "entry-content", "ad wrap", "related", "newsletter", "is-premium", "article-body", "comments", "widget", "caption", "author-bio", "paywall", "kg-card"}).Draw(p.T, "name")
		tag, _, _ := strings.Cut(element, " ")
		fmt.Fprintf(&b, "<%s class=%q>%s</%s>", element, name, p.boxes(depth+1), tag)
	}
	return b.String()
}

// text draws a paragraph, which begins with a mark of its own, or something that is none.
func (p *pageShape) text() string {
	shape := rapid.SampledFrom([]string{"<p>%s</p>", "<p>%s</p>", "<div>%s</div>", "<br><br>%s<br><br>", "<p><a href=/1>%s</a></p>", "<li>%s</li>", "<h2>What now?</h2><p>%s</p>",
		"<table><tr><td>1</td><td>%s</td></tr></table>", "<h1>The trams stand still</h1><div>%s</div>", "<p><b>%s</b></p>", "<!--members-only--><p>%s</p>", "<p>%s <small>(Jane Roe)</small></p>", "<p class=standfirst>%s</p>"}).Draw(p.T, "shape")
	sentence := rapid.SampledFrom([]string{"No one objected.", "The drivers of two lines had asked for more rest since the autumn, and nobody had answered them until this week.",
		strings.Repeat("The company said that it would hire more of them before winter. ", 8)}).Draw(p.T, "sentence")
	p.paragraphs++
	return fmt.Sprintf(shape, markOf(p.paragraphs-1)+": "+sentence)
}

func markOf(i int) string { return fmt.Sprintf("Speaker Q%03d", i) }

func skippedOf(a article.Article) []string {
	var texts []string
	for _, s := range a.Skipped {
		texts = append(texts, s.Text)
	}
	return texts
}
