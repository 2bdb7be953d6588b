package feed

import (
	"encoding/json"
	"strings"
	"testing"
)

// What JSON Feed 1.1 requires, read by another parser and by the names of the specification.
func TestJSONFeed(t *testing.T) {
	newest, archive := documents(t, Formats[1])
	parsed := parse(t, newest)
	item := parsed.Items[0]
	if parsed.FeedType != "json" || parsed.Title != ferryNews.Title || len(parsed.Items) != PageSize || !strings.Contains(parsed.Description, label("en")) {
		t.Errorf("read as %s %q with %d items", parsed.FeedType, parsed.Title, len(parsed.Items))
	}
	if item.GUID != "aloud:main/a0777" || item.Link != "https://ferry.example/a0777" || !item.PublishedParsed.Equal(day) || item.Enclosures[0].Type != "audio/mpeg" {
		t.Errorf("read as %+v", item)
	}
	var raw, older struct {
		Version string           `json:"version"`
		URL     string           `json:"feed_url"`
		Next    string           `json:"next_url"`
		Items   []map[string]any `json:"items"`
	}
	if err := json.Unmarshal(newest, &raw); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(archive, &older); err != nil {
		t.Fatal(err)
	}
	if raw.Version != "https://jsonfeed.org/version/1.1" || raw.URL != ferryNews.Base+"podcast.json" || raw.Next != older.URL || older.Next == "" {
		t.Errorf("%s at %s leads to %s; that is %s and leads to %q", raw.Version, raw.URL, raw.Next, older.URL, older.Next)
	}
	attachment := raw.Items[0]["attachments"].([]any)[0].(map[string]any)
	if attachment["size_in_bytes"] != 480123.0 || attachment["duration_in_seconds"] != 62.0 || !strings.Contains(raw.Items[0]["content_text"].(string), label("en")) {
		t.Errorf("item %v", raw.Items[0])
	}
}
