package source

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

func FuzzParseFile(f *testing.F) {
	f.Add("a.html", "<p>a")
	f.Add("a.md", "---\ntitle: a\n---\n# b\n\nc[^1]\n\n[^1]: d")
	f.Add("a.txt", "a\n\nb")
	f.Add("їжак.json", `{"text":"a","byline":["b"]}`)
	f.Add("a.json", `{"post":{"current":{"id":"a","updated_at":"2026-02-03T07:30:05Z","status":"published"}}}`)
	f.Fuzz(func(t *testing.T, name, data string) {
		p, err := ParseFile(name, "", []byte(data))
		if err != nil {
			return
		}
		if p.ID == "" || p.Status == "" {
			t.Errorf("the payload has no id or no status: %+v", p)
		}
		if a, err := article.Parse(p, article.Options{}); err == nil && a.Language == "" {
			t.Error("the article has no language")
		}
	})
}
