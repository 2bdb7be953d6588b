package source

import (
	"errors"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

func TestPayloadsOfCMSs(t *testing.T) {
	const rest = `"updated_at":"2026-02-03T07:30:05Z","title":"T"`
	for name, test := range map[string]struct {
		body   string
		id     string
		status article.Status
		hint   bool
	}{
		"a numeric id":           {`{"id":42,"status":"published","html":"<p>x</p>",` + rest + `}`, "42", article.Published, false},
		"a long numeric id":      {`{"id":12345678901234567890,"status":"published","text":"x",` + rest + `}`, "12345678901234567890", article.Published, false},
		"publish":                {`{"id":"a","status":"publish","text":"x",` + rest + `}`, "a", article.Published, false},
		"draft":                  {`{"id":"a","status":"draft","text":"x",` + rest + `}`, "a", article.Removed, false},
		"trash":                  {`{"id":7,"status":"trash",` + rest + `}`, "7", article.Removed, false},
		"an address and no text": {`{"id":7,"status":"publish","url":"https://example.com/a",` + rest + `}`, "7", article.Published, true},
		"an address and a text":  {`{"id":7,"status":"publish","url":"https://example.com/a","text":"x",` + rest + `}`, "7", article.Published, false},
		"a removal with address": {`{"id":7,"status":"trash","url":"https://example.com/a",` + rest + `}`, "7", article.Removed, false},
	} {
		t.Run(name, func(t *testing.T) {
			change, err := articles.Parse(Delivery{Body: []byte(test.body)})
			if err != nil || change.Payload.ID != test.id || change.Payload.Status != test.status || change.Hint != test.hint {
				t.Errorf("got %+v, %v", change, err)
			}
		})
	}
}

// Each body is written after its CMS's documentation.
func TestHints(t *testing.T) {
	at := time.Date(2026, 2, 3, 7, 30, 5, 0, time.UTC)
	for name, test := range map[string]struct {
		source Source
		event  string // of a header
		body   string
		page   string // rule
		want   article.Payload
	}{
		"an address": {urls, "", `{"url":"https://example.com/a"}`, "", article.Payload{Source: "url", URL: "https://example.com/a"}},
		"all that the sender knows": {
			urls, "", `{"url":"https://example.com/a","id":7,"status":"publish","updated_at":"2026-02-03T07:30:05Z","title":"T","byline":"B","tags":["x"],"language":"uk","visibility":"members"}`, "",
			article.Payload{Source: "url", ID: "7", URL: "https://example.com/a", Status: article.Published, UpdatedAt: at, Title: "T", Byline: []string{"B"}, Tags: []string{"x"}, Language: "uk", Visibility: "members"},
		},
		"Contentful's own body": {
			urls, "", `{"sys":{"id":"5KsDBWseXY6QegucYAoacS","type":"Entry"},"fields":{"slug":{"en-US":"ferry runs"}}}`, "https://example.com/news/{fields.slug.en-US}",
			article.Payload{Source: "url", URL: "https://example.com/news/ferry%20runs"},
		},
		"a Sanity document": {
			sanity, "", `{"_id":"b7a1","_type":"post","_updatedAt":"2026-02-03T07:30:05Z","title":"T","slug":{"_type":"slug","current":"ferry"}}`, "https://example.com/{slug.current}",
			article.Payload{Source: "sanity", ID: "b7a1", URL: "https://example.com/ferry", Title: "T", UpdatedAt: at},
		},
		"a Sanity projection": {
			sanity, "delete", `{"_id":"b7a1","url":"https://example.com/ferry"}`, "https://example.com/{slug.current}",
			article.Payload{Source: "sanity", ID: "b7a1", URL: "https://example.com/ferry", Status: article.Removed},
		},
		"Strapi 5": {
			strapi, "", `{"event":"entry.publish","createdAt":"2026-02-03T07:31:00.000Z","model":"article","uid":"api::article.article","entry":{"id":9,"documentId":"kz12","title":"T","slug":"ferry","locale":"uk","updatedAt":"2026-02-03T07:30:05.000Z","publishedAt":"2026-02-03T07:30:05.000Z"}}`,
			"https://example.com/{locale}/{slug}",
			article.Payload{Source: "strapi", ID: "article-kz12-uk", URL: "https://example.com/uk/ferry", Title: "T", Language: "uk", UpdatedAt: at, PublishedAt: at},
		},
		"Strapi 4, unpublished": {
			strapi, "", `{"event":"entry.unpublish","created_at":"2026-02-03T07:31:00.000Z","model":"article","entry":{"id":9,"slug":"ferry","publishedAt":null,"updatedAt":"2026-02-03T07:30:05.000Z"}}`,
			"https://example.com/{slug}",
			article.Payload{Source: "strapi", ID: "article-9", URL: "https://example.com/ferry", Status: article.Removed, UpdatedAt: at},
		},
		"WordPress.com": {
			wordpress, "", `ID=823&post_status=publish&post_url=https%3A%2F%2Fexample.com%2F2026%2Fferry%2F&post_type=post&post_modified_gmt=2026-02-03+07%3A30%3A05&hook=publish_post`, "",
			article.Payload{Source: "wordpress", ID: "823", URL: "https://example.com/2026/ferry/", Status: article.Published, UpdatedAt: at},
		},
		"WordPress.com, into the bin": {
			wordpress, "", `hook=wp_trash_post&ID=823&guid=x`, "https://example.com/?p={ID}",
			article.Payload{Source: "wordpress", ID: "823", URL: "https://example.com/?p=823", Status: article.Removed},
		},
		"a WordPress plugin": {
			wordpress, "", `{"id":823,"title":"T","url":"https://example.com/ferry/","tags":["one"]}`, "",
			article.Payload{Source: "wordpress", ID: "823", URL: "https://example.com/ferry/"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			change, err := test.source.Parse(Delivery{Header: map[string][]string{"Sanity-Operation": {test.event}}, Body: []byte(test.body)})
			if err != nil || !change.Hint {
				t.Fatalf("%+v, %v", change, err)
			}
			got := change.Payload
			if got.URL, err = PageOf(change, test.page); err != nil || !equalPayloads(got, test.want) {
				t.Errorf("got  %+v, %v\nwant %+v", got, err, test.want)
			}
		})
	}
}

func equalPayloads(a, b article.Payload) bool {
	lists := slices.Equal(a.Byline, b.Byline) && slices.Equal(a.Tags, b.Tags) && a.UpdatedAt.Equal(b.UpdatedAt) && a.PublishedAt.Equal(b.PublishedAt)
	return lists && a.Source == b.Source && a.ID == b.ID && a.Status == b.Status && a.Visibility == b.Visibility && a.URL == b.URL && a.Language == b.Language && a.Title == b.Title
}

func TestHintsOfNoArticle(t *testing.T) {
	for name, test := range map[string]struct {
		source Source
		body   string
	}{
		"a Sanity draft":      {sanity, `{"_id":"drafts.b7a1"}`},
		"Strapi's media":      {strapi, `{"event":"media.create","media":{"id":1}}`},
		"Strapi's test":       {strapi, `{"event":"trigger-test"}`},
		"a Strapi draft":      {strapi, `{"event":"entry.update","model":"article","entry":{"id":1,"slug":"a","publishedAt":null}}`},
		"a page of WordPress": {wordpress, `{"id":1,"type":"page","link":"https://example.com/imprint/"}`},
	} {
		change, err := test.source.Parse(Delivery{Body: []byte(test.body)})
		if err != nil || change.Ignored == "" {
			t.Errorf("%s: %+v, %v", name, change, err)
		}
	}
}

func TestBadHints(t *testing.T) {
	for _, src := range All {
		if !src.Hints {
			continue
		}
		for _, body := range []string{``, `[]`, `"a"`, "\xff\xfe{\x00"} {
			if change, err := src.Parse(Delivery{Body: []byte(body)}); !errors.Is(err, ErrBadPayload) {
				t.Errorf("%s, %q: %+v, %v", src.Name, body, change, err)
			}
		}
	}
	for rule, fields := range map[string]map[string]string{
		"":                            {},
		"https://example.com/{slug}":  {"title": "T"},
		"https://example.com/{slug}/": {"slug": ""},
		"{host}/{slug}":               {"host": "x", "slug": "y"},
	} {
		if address, err := PageOf(Change{Fields: fields}, rule); !errors.Is(err, ErrBadPayload) {
			t.Errorf("%q with %v: %q, %v", rule, slices.Collect(maps.Keys(fields)), address, err)
		}
	}
}
