package config

import (
	"fmt"
	"strings"
	"testing"
)

const wholeFeed = `title: Ferry News, description: On the water, image: "https://ferry.example/cover.jpg", category: News/Politics`

func TestFeedSettings(t *testing.T) {
	for name, test := range map[string]struct {
		url, public, feed, problem string
	}{
		"whole":             {feed: wholeFeed},
		"no title":          {feed: `description: On the water`, problem: "sites.main.feed.title: is missing"},
		"no description":    {feed: `title: Ferry News`, problem: "sites.main.feed.description: is missing"},
		"no image":          {feed: `title: Ferry News`, problem: "sites.main.feed.image: is missing"},
		"no category":       {feed: `title: Ferry News`, problem: "sites.main.feed.category: is missing"},
		"image over HTTP":   {feed: wholeFeed + `, image: "http://ferry.example/cover.jpg"`, problem: "sites.main.feed.image: is not an https address"},
		"image as WebP":     {feed: wholeFeed + `, image: "https://ferry.example/cover.webp"`, problem: "sites.main.feed.image: ends with neither"},
		"unknown category":  {feed: wholeFeed + `, category: Boats`, problem: `sites.main.feed.category: "Boats" is none of Apple's`},
		"bad address":       {feed: wholeFeed + `, email: Ann <ann@ferry.example>`, problem: "sites.main.feed.email"},
		"bad guid":          {feed: wholeFeed + `, guid: ferry`, problem: "sites.main.feed.guid"},
		"bad language":      {feed: wholeFeed + `, languages: {"no language": {title: x}}`, problem: "sites.main.feed.languages.no language"},
		"bad tag":           {feed: wholeFeed + `, tags: {"High Seas": {}}`, problem: "sites.main.feed.tags.High Seas: is not a name for an address"},
		"unknown key":       {feed: wholeFeed + `, colour: blue`, problem: "colour"},
		"no url":            {url: "none", feed: wholeFeed, problem: "sites.main.feed: needs the site's url"},
		"no public address": {public: "none", feed: wholeFeed, problem: "sites.main.feed: needs absolute addresses"},
	} {
		t.Run(name, func(t *testing.T) {
			settings := fmt.Sprintf("sites: {main: {url: %q, feed: {%s}}}", "https://ferry.example", lastOf(test.feed))
			if test.url != "" {
				settings = strings.Replace(settings, `url: "https://ferry.example", `, "", 1)
			}
			env := Environment{PublicURL: "https://audio.ferry.example/public/"}
			if test.public != "" {
				env.PublicURL = ""
			}
			cfg, err := parseSettings([]byte(settings), "aloud.yaml", env, testProviders)
			switch {
			case test.problem != "":
				if err == nil || !strings.Contains(err.Error(), test.problem) {
					t.Errorf("%v, want %s", err, test.problem)
				}
			case err != nil:
				t.Error(err)
			case cfg.Sites["main"].Feed.Base != "https://audio.ferry.example/public/main/feeds/" || cfg.Sites["main"].Feed.Author != "Ferry News":
				t.Errorf("read as %+v", cfg.Sites["main"].Feed)
			}
		})
	}
	_, err := parseSettings([]byte("sites: {main: {player: {up_next: true}}}"), "aloud.yaml", Environment{}, testProviders)
	if err == nil || !strings.Contains(err.Error(), "sites.main.player.up_next: needs the site's feed") {
		t.Errorf("up_next without a feed: %v", err)
	}
	cfg, err := parseSettings([]byte("sites: {main: {}}"), "aloud.yaml", Environment{}, testProviders)
	if err != nil || cfg.Sites["main"].Feed != nil {
		t.Errorf("without settings: %+v, %v", cfg.Sites["main"].Feed, err)
	}
}

// lastOf keeps the last of keys that are given twice.
func lastOf(fields string) string {
	for _, key := range []string{"image: ", "category: "} {
		first, last := strings.Index(fields, key), strings.LastIndex(fields, key)
		if first != last {
			_, rest, _ := strings.Cut(fields[first:], ", ")
			fields = fields[:first] + rest
		}
	}
	return fields
}
