package article_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/aloud-audio/aloud/internal/article"
)

// TestPages reads whole pages in the shapes of real sites. What of a page's body is to be read
// stands in elements that say data-keep: all of it must be read, in order, and nothing else. The
// golden files have the roles, the head and what is skipped.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(pages) < 20 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(page), ".html"), func(t *testing.T) {
			data, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			p := article.Payload{ID: strings.TrimSuffix(filepath.Base(page), ".html"), HTML: string(data)}
			a, err := article.Parse(p, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			read, keep := bodyOf(a), kept(t, p.HTML)
			for _, text := range keep {
				if !slices.Contains(read, text) {
					t.Errorf("missing: %s", text)
				}
			}
			for _, text := range read {
				if !slices.Contains(keep, text) {
					t.Errorf("leaked: %s", text)
				}
			}
			if !t.Failed() && !slices.Equal(read, keep) {
				t.Errorf("read in another order: %q", read)
			}
			golden(t, strings.TrimSuffix(page, ".html")+".golden", describe(a))
		})
	}
}

func bodyOf(a article.Article) []string {
	var texts []string
	for _, b := range a.Blocks {
		if b.Role.InBody() {
			texts = append(texts, b.Text)
		}
	}
	return texts
}

// kept returns the texts of a page that are to be read, without footnote marks.
func kept(t *testing.T, html string) []string {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(html))
	if err != nil {
		t.Fatal(err)
	}
	doc.Find("sup").Remove()
	return doc.Find("[data-keep]").Map(func(_ int, s *goquery.Selection) string {
		own := s.Clone()
		own.Find("[data-keep]").Remove() // items of a list within
		return strings.Join(strings.Fields(own.Text()), " ")
	})
}
