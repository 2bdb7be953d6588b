package main

import (
	"embed"
	"encoding/json"
	"html/template"
	"time"
)

//go:embed pages
var pages embed.FS

// story is an article and the rest of its page. Its texts are in its language.
type story struct {
	ID, Language, Path, Title, Standfirst, Byline, Date string

	By      string // before the byline, where the language has it
	Paper   string // the newspaper's name
	Menu    []string
	Other   string // the link to the article in the other language
	Notice  string
	Agree   string
	Banner  string
	Join    string
	Ticker  string
	News    []string // of the ticker
	More    string
	Cards   []struct{ Title, Text string } // of other articles
	Letter  string
	Email   string
	Send    string
	Comment string
	Post    string
	About   string
	Policy  string

	Body template.HTML `json:"-"`
}

// readStories reads the articles from pages/.
func readStories() (stories []story, err error) {
	text, err := pages.ReadFile("pages/stories.json")
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &stories); err != nil {
		return nil, err
	}
	for i, s := range stories {
		body, err := pages.ReadFile("pages/" + s.Language + ".html")
		if err != nil {
			return nil, err
		}
		stories[i].Body = template.HTML(body) // our own
	}
	return stories, nil
}

// payload returns what Ghost's webhook sends for a published article whose page is at address.
func (s story) payload(address string, at time.Time) ([]byte, error) {
	return json.Marshal(map[string]any{"post": map[string]any{
		"current": map[string]any{
			"id":             s.ID,
			"title":          s.Title,
			"html":           string(s.Body),
			"status":         "published",
			"visibility":     "public",
			"updated_at":     at.UTC().Format(time.RFC3339),
			"custom_excerpt": s.Standfirst,
			"url":            address,
			"authors":        []map[string]any{{"name": s.Byline}},
			"tags":           []map[string]any{{"slug": "hash-" + s.Language}},
		},
		"previous": map[string]any{"status": "draft"},
	}})
}
