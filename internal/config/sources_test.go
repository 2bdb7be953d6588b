package config

import (
	"strings"
	"testing"
	"time"
)

func sourcesOf(t *testing.T, yaml string) ([]AskedSource, error) {
	t.Helper()
	cfg, err := parseSettings([]byte("sites: {main: {sources: {"+yaml+"}}}"), "aloud.yaml", Environment{}, testProviders)
	return cfg.Sites["main"].Sources, err
}

func TestSources(t *testing.T) {
	asked, err := sourcesOf(t, `ghost: {url: "https://example.com", content_key: 0123456789abcdef0123456789, since: 2026-11-01}`)
	if err != nil || len(asked) != 1 {
		t.Fatal(asked, err)
	}
	if s := asked[0]; s.Source.Name != "ghost" || s.Every != 5*time.Minute || !s.Since.Equal(time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v", s)
	}
}

func TestWrongSources(t *testing.T) {
	const key = `content_key: "0123456789abcdef0123456789"`
	for yaml, message := range map[string]string{
		`blogger: {url: "https://example.com"}`:                                   "sources.blogger: not a source that can be polled: write one of ghost",
		`articles: {url: "https://example.com"}`:                                  "sources.articles: not a source that can be polled",
		`ghost: {` + key + `}`:                                                    "sources.ghost.url: is missing",
		`ghost: {url: "example.com", ` + key + `}`:                                "sources.ghost.url: not a URL",
		`ghost: {url: "https://example.com"}`:                                     "sources.ghost.content_key: is missing",
		`ghost: {url: "https://example.com", content_key: "abc"}`:                 "sources.ghost.content_key: is not Ghost's",
		`ghost: {url: "https://example.com", admin_key: "abc"}`:                   "sources.ghost.admin_key: is not Ghost's",
		`ghost: {url: "https://example.com", ` + key + `, every: 5}`:              "sources.ghost.every: \"5\" is not a duration",
		`ghost: {url: "https://example.com", ` + key + `, since: May}`:            "sources.ghost.since: \"May\" is not a day",
		`ghost: {url: "https://example.com", ` + key + `, content_key_file: "x"}`: "sources.ghost.content_key: is set here and by content_key_file",
		`feed: {url: "https://example.com/rss.xml", ` + key + `}`:                 "sources.feed.content_key: is not for this source",
		`wordpress: {url: ["https://a.example", "https://b.example"]}`:            "sources.wordpress.url: has several addresses",
		`ghost: {url: ["https://a.example", "https://b.example"], ` + key + `}`:   "sources.ghost.url: has several addresses",
	} {
		if _, err := sourcesOf(t, yaml); err == nil || !strings.Contains(err.Error(), message) {
			t.Errorf("%s: %v", yaml, err)
		} else if strings.Contains(err.Error(), "0123456789") {
			t.Errorf("the error quotes a key: %v", err)
		}
	}
}

func TestHooksThatBringAddresses(t *testing.T) {
	for name, test := range map[string]struct{ site, says string }{
		"an address":                {`{url: "https://example.com", hooks: {url: {secret: a}}}`, ""},
		"a rule":                    {`{url: "https://example.com", hooks: {strapi: {secret: a, page: "https://example.com/{slug}"}}}`, ""},
		"a site without url":        {`{hooks: {url: {secret: a}}}`, "sites.main.hooks.url.secret: this source sends page addresses"},
		"a rule that makes no page": {`{url: "https://example.com", hooks: {url: {secret: a, page: "/{slug}"}}}`, "no address of a page"},
		"a rule for Ghost":          {`{hooks: {ghost: {secret: a, page: "https://example.com/{slug}"}}}`, "sites.main.hooks.ghost.page: this source sends the whole article"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parseSettings([]byte("sites: {main: "+test.site+"}"), "aloud.yaml", Environment{}, testProviders)
			if (err == nil) != (test.says == "") || err != nil && !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want %q", err, test.says)
			}
		})
	}
}
