package script_test

import (
	"os"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/source"
)

// BenchmarkArticle measures the way from a CMS's HTML to segments, per article of 10,000
// characters.
func BenchmarkArticle(b *testing.B) {
	for language, input := range map[string]string{"en": "news.json", "uk": "ukrainian-news.json"} {
		b.Run(language, func(b *testing.B) {
			payload := longPayload(b, "testdata/articles/"+input)
			b.ReportAllocs()
			for b.Loop() {
				art, err := article.Parse(payload, article.Options{DefaultLanguage: "en"})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := script.Build(art, script.Options{Limit: script.Limit{Max: 5000}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// longPayload repeats an article's body until it has 10,000 characters. A number in each copy
// prevents the copies from being mistaken for pull quotes.
func longPayload(b *testing.B, file string) article.Payload {
	b.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	payload, err := source.ParseFile(file, "", data)
	if err != nil {
		b.Fatal(err)
	}
	body := payload.HTML
	for {
		art, err := article.Parse(payload, article.Options{DefaultLanguage: "en"})
		if err != nil {
			b.Fatal(err)
		}
		read := 0
		for _, block := range art.Blocks {
			read += len([]rune(block.Text))
		}
		if read >= 10_000 {
			return payload
		}
		payload.HTML += strings.ReplaceAll(body, "<p>", "<p>"+strings.Repeat("Again, ", 1+len(payload.HTML)/len(body)))
	}
}
