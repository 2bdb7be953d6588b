package feed

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

const jsonVersion = "https://jsonfeed.org/version/1.1"

type jsonFeed struct {
	Version     string            `json:"version"`
	Title       string            `json:"title"`
	HomePage    string            `json:"home_page_url"`
	URL         string            `json:"feed_url"`
	Description string            `json:"description"`
	NextURL     string            `json:"next_url,omitempty"`
	Icon        string            `json:"icon"`
	Authors     []jsonAuthor      `json:"authors,omitempty"`
	Language    string            `json:"language"`
	Items       []json.RawMessage `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID          string           `json:"id"`
	URL         string           `json:"url,omitempty"`
	Title       string           `json:"title"`
	Text        string           `json:"content_text"`
	Summary     string           `json:"summary,omitempty"`
	Published   time.Time        `json:"date_published"`
	Modified    time.Time        `json:"date_modified"`
	Authors     []jsonAuthor     `json:"authors,omitempty"`
	Tags        []string         `json:"tags,omitempty"`
	Language    string           `json:"language,omitempty"`
	Attachments []jsonAttachment `json:"attachments"`
	Aloud       jsonExtension    `json:"_aloud"`
}

type jsonAttachment struct {
	URL      string `json:"url"`
	Type     string `json:"mime_type"`
	Bytes    int    `json:"size_in_bytes"`
	Duration int    `json:"duration_in_seconds"`
}

// jsonExtension is what only aloud's feeds have.
type jsonExtension struct {
	About    string        `json:"about"`
	Site     string        `json:"site"`
	ID       string        `json:"id"`
	Label    string        `json:"label"`
	Captions string        `json:"captions,omitempty"`
	Chapters []jsonChapter `json:"chapters,omitempty"`
}

type jsonChapter struct {
	Title string  `json:"title"`
	Start float64 `json:"start"`
}

// extensionAbout is where the extension is documented.
const extensionAbout = "https://github.com/aloud-audio/aloud/blob/main/docs/feeds.md#json-feed"

func encodeJSON(d Document) ([]byte, error) {
	c, s := d.Page.Channel, d.Page.Channel.settings
	feed := jsonFeed{
		Version: jsonVersion, Title: shorten(c.Title), HomePage: s.Link, URL: d.Page.address(d.Page.Name, ".json"),
		Description: disclosed(c.Description, c.Label), NextURL: d.Page.address(d.Page.Older, ".json"), Icon: s.Image,
		Authors: []jsonAuthor{{s.Author}}, Language: c.Language, Items: []json.RawMessage{},
	}
	for _, item := range d.Items {
		made, err := encode(newJSONItem(item))
		if err != nil {
			return nil, err
		}
		feed.Items = append(feed.Items, made)
	}
	return encode(feed)
}

func newJSONItem(item Item) jsonItem {
	made := jsonItem{
		ID: GUID(item.Site, item.ID), URL: item.URL, Title: item.Title, Text: disclosed(item.Summary, item.Label), Summary: item.Summary,
		Published: item.Published.UTC(), Modified: item.Modified.UTC(), Tags: item.Tags, Language: item.Language,
		Attachments: []jsonAttachment{{item.Audio, item.Type, item.Bytes, seconds(item.Duration)}},
		Aloud:       jsonExtension{About: extensionAbout, Site: item.Site, ID: item.ID, Label: item.Label, Captions: item.Captions},
	}
	for _, name := range item.Byline {
		made.Authors = append(made.Authors, jsonAuthor{name})
	}
	for _, c := range item.Chapters {
		made.Aloud.Chapters = append(made.Aloud.Chapters, jsonChapter(c))
	}
	return made
}

func encode(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return text.Bytes(), err
}

func jsonGUIDs(document []byte) (guids []string) {
	var feed jsonFeed
	if json.Unmarshal(document, &feed) != nil {
		return nil
	}
	for _, item := range feed.Items {
		guids = append(guids, jsonGUID(item))
	}
	return guids
}

func jsonGUID(item []byte) string {
	var has struct {
		ID string `json:"id"`
	}
	_ = json.Unmarshal(item, &has) // no item of ours has no id
	return has.ID
}

func jsonWithout(document []byte, cut func(guid string) bool) ([]byte, error) {
	var feed jsonFeed
	if err := json.Unmarshal(document, &feed); err != nil {
		return nil, err
	}
	feed.Items = slices.DeleteFunc(feed.Items, func(item json.RawMessage) bool { return cut(jsonGUID(item)) })
	return encode(feed)
}

// ID returns the article of a GUID of a site; false if it is of another site.
func ID(site, guid string) (id string, ok bool) { return strings.CutPrefix(guid, GUID(site, "")) }
