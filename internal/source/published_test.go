package source

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// The hook or the page says when an article first appeared; an odd date is ignored.
func TestWhenAnArticleAppeared(t *testing.T) {
	const text = "<p>The tide tables are free.</p>"
	page := func(head string) string {
		return "<html><head>" + head + "</head><body><h1>T</h1>" + text + "</body></html>"
	}
	ghost := func(publishedAt string) article.Payload {
		body := fmt.Sprintf(`{"post":{"current":{"id":"a","updated_at":"2026-02-04T07:30:05Z","status":"published","published_at":%s,"html":%q}}}`, publishedAt, text)
		change, err := parseGhostHook(Delivery{Event: "post.published", Body: []byte(body)})
		if err != nil {
			t.Fatal(err)
		}
		return change.Payload
	}
	for name, test := range map[string]struct {
		payload article.Payload
		want    string
	}{
		"ghost":          {ghost(`"2026-02-03T09:30:00.000+02:00"`), "2026-02-03T07:30:00Z"},
		"ghost, none":    {ghost("null"), ""},
		"ghost, odd":     {ghost(`"yesterday"`), ""},
		"meta":           {article.Payload{HTML: page(`<meta property="article:published_time" content="2026-02-03T07:30:00Z">`)}, "2026-02-03T07:30:00Z"},
		"JSON-LD":        {article.Payload{HTML: page(`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-02-03T07:30:00Z"}]}</script>`)}, "2026-02-03T07:30:00Z"},
		"microdata":      {article.Payload{HTML: page(`<time itemprop="datePublished" datetime="2026-02-03T07:30:00Z">3 February</time>`)}, "2026-02-03T07:30:00Z"},
		"odd, then good": {article.Payload{HTML: page(`<meta property="article:published_time" content="today"><meta itemprop="datePublished" content="2026-02-03T07:30:00Z">`)}, "2026-02-03T07:30:00Z"},
		"the hook is first": {article.Payload{
			PublishedAt: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC),
			HTML:        page(`<meta property="article:published_time" content="2026-02-03T07:30:00Z">`),
		}, "2026-02-01T00:00:00Z"},
		"nobody says": {article.Payload{HTML: page("")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := article.Parse(test.payload, article.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if !a.PublishedAt.IsZero() {
				got = a.PublishedAt.Format(time.RFC3339)
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestPublishedAtOfTheGenericHook(t *testing.T) {
	const valid = `{"id":"a","updated_at":"2026-02-03T07:30:05Z","published_at":"2026-02-03T09:30:00+02:00","status":"published","text":"x"}`
	p, err := parsePayload([]byte(valid))
	if err != nil || !p.PublishedAt.Equal(time.Date(2026, 2, 3, 7, 30, 0, 0, time.UTC)) {
		t.Errorf("%v, error %v", p.PublishedAt, err)
	}
	_, err = parsePayload([]byte(strings.Replace(valid, "2026-02-03T09:30:00+02:00", "yesterday", 1)))
	if !errors.Is(err, ErrBadPayload) || !strings.Contains(err.Error(), "published_at") {
		t.Errorf("error is %v", err)
	}
}
