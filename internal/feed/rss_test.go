package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	ext "github.com/mmcdole/gofeed/extensions"
)

// nasty is text that a careless encoder breaks on.
const nasty = `Ferry & "boat" <item><guid isPermaLink="false">aloud:main/other</guid></item> ]]> ` + "\x0b" + `é`

func items(list []Entry) (all []Item) {
	for _, e := range list {
		all = append(all, Item{
			Site: "main", ID: e.ID, Title: "Story " + e.ID, URL: "https://ferry.example/" + e.ID, Summary: nasty, Language: e.Language, Label: label(e.Language),
			Byline: []string{"Ann & Bob"}, Tags: []string{"boats"}, Published: e.Published, Modified: e.Published.Add(time.Minute),
			Audio: ferryNews.Files + e.ID + "/x7.mp3", Type: "audio/mpeg", Bytes: 480_123, Duration: 61.2, Captions: ferryNews.Files + e.ID + "/x7.vtt",
			Chapters: []Chapter{{"Out & back", 0}, {"Home", 3661.5}},
		})
	}
	return all
}

// documents are a newest page and an archive page of the site's feed, in one format.
func documents(t *testing.T, f Format) (newest, archive []byte) {
	t.Helper()
	pages := byName(Plan(ferryNews, label, entries(777, day)))
	for i, p := range []Page{pages[SiteFeed], pages[pages[SiteFeed].Older]} {
		body, err := f.Encode(Document{Page: p, Items: items(p.Entries)})
		if err != nil {
			t.Fatal(err)
		}
		*[]*[]byte{&newest, &archive}[i] = body
	}
	return newest, archive
}

func parse(t *testing.T, document []byte) *gofeed.Feed {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(document))
	for bytes.HasPrefix(document, []byte("<")) {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// one returns the only element of a name of an extension.
func one(t *testing.T, of ext.Extensions, space, name string) ext.Extension {
	t.Helper()
	found := of[space][name]
	if len(found) != 1 {
		t.Fatalf("%d elements %s:%s, want 1", len(found), space, name)
	}
	return found[0]
}

// rule is a requirement on a podcast, and who has it.
type rule struct {
	name string
	met  func(*gofeed.Feed) bool
}

// rules are Apple's (https://podcasters.apple.com/support/823-podcast-requirements) and those of
// the Podcast Standards Project (PSP-1), as far as a document can keep them.
var rules = []rule{
	{"Apple, PSP-1: title", func(f *gofeed.Feed) bool { return isText(f.Title, longestText) }},
	{"Apple, PSP-1: description of up to 4,000 bytes", func(f *gofeed.Feed) bool { return f.Description != "" && len(f.Description) <= 4000 }},
	{"Apple, PSP-1: link", func(f *gofeed.Feed) bool { return isHTTPS(f.Link) }},
	{"Apple, PSP-1: language", func(f *gofeed.Feed) bool { return len(f.Language) >= 2 }},
	{"Apple, PSP-1: itunes:category", func(f *gofeed.Feed) bool {
		return len(f.ITunesExt.Categories) > 0 && categories[f.ITunesExt.Categories[0].Text] != nil
	}},
	{"Apple, PSP-1: itunes:explicit is true or false", func(f *gofeed.Feed) bool { return f.ITunesExt.Explicit == "false" || f.ITunesExt.Explicit == "true" }},
	{"Apple, PSP-1: itunes:image", func(f *gofeed.Feed) bool {
		return isHTTPS(f.ITunesExt.Image) && strings.HasSuffix(f.ITunesExt.Image, ".jpg")
	}},
	{"PSP-1: atom:link rel=self, absolute", func(f *gofeed.Feed) bool { return isHTTPS(f.FeedLink) }},
	{"PSP-1: podcast:locked", func(f *gofeed.Feed) bool {
		locked := f.Extensions["podcast"]["locked"]
		return len(locked) == 1 && (locked[0].Value == "yes" || locked[0].Value == "no")
	}},
	{"PSP-1: podcast:guid", func(f *gofeed.Feed) bool {
		guid := f.Extensions["podcast"]["guid"]
		return len(guid) == 1 && len(guid[0].Value) == 36
	}},
	{"PSP-1: itunes:author", func(f *gofeed.Feed) bool { return isText(f.ITunesExt.Author, longestText) }},
	{"PSP-1: items have titles", each(func(i *gofeed.Item) bool { return isText(i.Title, longestText) })},
	{"Apple, PSP-1: one enclosure, with address, length and type", each(func(i *gofeed.Item) bool {
		return len(i.Enclosures) == 1 && isHTTPS(i.Enclosures[0].URL) && strings.HasSuffix(i.Enclosures[0].URL, ".mp3") &&
			i.Enclosures[0].Length == "480123" && i.Enclosures[0].Type == "audio/mpeg"
	})},
	{"Apple, PSP-1: no two items have one guid or one file", func(f *gofeed.Feed) bool {
		guids, files := map[string]bool{}, map[string]bool{}
		for _, i := range f.Items {
			guids[i.GUID], files[i.Enclosures[0].URL] = true, true
		}
		return len(guids) == len(f.Items) && len(files) == len(f.Items)
	}},
	{"RSS: a guid that is no address says so", func(f *gofeed.Feed) bool { return f.Items[0].GUID != "" && !isHTTPS(f.Items[0].GUID) }},
	{"Apple: pubDate", each(func(i *gofeed.Item) bool { return i.PublishedParsed != nil && !i.PublishedParsed.IsZero() })},
	{"Apple: itunes:duration in seconds", each(func(i *gofeed.Item) bool { return i.ITunesExt.Duration == "62" })},
	{"PSP-1: podcast:transcript", each(func(i *gofeed.Item) bool {
		transcript := i.Extensions["podcast"]["transcript"]
		return len(transcript) == 1 && isHTTPS(transcript[0].Attrs["url"]) && transcript[0].Attrs["type"] == "text/vtt"
	})},
	{"ours: AI is disclosed in words", func(f *gofeed.Feed) bool {
		return strings.Contains(f.Description, label("en")) && f.Extensions["podcast"]["txt"][0].Value == label("en")
	}},
	{"ours: AI is disclosed with each item", each(func(i *gofeed.Item) bool {
		return strings.Contains(i.Description, label("en")) && strings.Contains(i.Content, label("en"))
	})},
	{"ours: chapters", each(func(i *gofeed.Item) bool {
		chapters := i.Extensions["psc"]["chapters"][0].Children["chapter"]
		return len(chapters) == 2 && chapters[0].Attrs["title"] == "Out & back" && chapters[1].Attrs["start"] == "01:01:01.500"
	})},
}

func each(met func(*gofeed.Item) bool) func(*gofeed.Feed) bool {
	return func(f *gofeed.Feed) bool {
		return len(f.Items) > 0 && !slices.ContainsFunc(f.Items, func(i *gofeed.Item) bool { return !met(i) })
	}
}

func isHTTPS(address string) bool { return strings.HasPrefix(address, "https://") }

func isText(text string, longest int) bool {
	return text != "" && len([]rune(text)) <= longest && strings.TrimSpace(text) == text
}

func TestDirectoriesRules(t *testing.T) {
	newest, archive := documents(t, Formats[0])
	for name, document := range map[string][]byte{"newest": newest, "archive": archive} {
		parsed := parse(t, document)
		for _, rule := range rules {
			if !rule.met(parsed) {
				t.Errorf("%s page: %s", name, rule.name)
			}
		}
	}
}

// Texts that are too long are cut, and the disclosure is never what is cut.
func TestLongTextsAreCut(t *testing.T) {
	s := ferryNews
	s.Title, s.Description = " "+strings.Repeat("Fähre ", 100), strings.Repeat("Ö", 5000)
	all := items(entries(1, day))
	all[0].Title, all[0].Summary = strings.Repeat("ж", 300), strings.Repeat("ж", 5000)
	body, err := encodeRSS(Document{Page: Plan(s, label, entries(1, day))[0], Items: all})
	if err != nil {
		t.Fatal(err)
	}
	parsed := parse(t, body)
	if len(parsed.Items[0].Description) > 4000 || !strings.HasSuffix(parsed.Items[0].Description, "ж\n\n"+label("en")) {
		t.Errorf("item: %d bytes", len(parsed.Items[0].Description))
	}
	for _, rule := range rules[:2] {
		if !rule.met(parsed) {
			t.Error(rule.name)
		}
	}
	if !strings.HasSuffix(parsed.Description, label("en")) || len([]rune(parsed.Items[0].Title)) != longestText {
		t.Errorf("%q…, item %q", parsed.Description[3900:], parsed.Items[0].Title)
	}
}

// RFC 5005: an archive says so and leads to its neighbours; the newest page leads to the archive; a
// feed without an archive says that it is complete.
func TestArchiveLinks(t *testing.T) {
	newest, archive := documents(t, Formats[0])
	page := parse(t, newest)
	if got, want := links(page), "prev-archive=2026-11/podcast-7.xml self=podcast.xml"; got != want {
		t.Errorf("newest page: %s, want %s", got, want)
	}
	older := parse(t, archive)
	if got, want := links(older), "current=podcast.xml prev-archive=2026-11/podcast-6.xml self=2026-11/podcast-7.xml"; got != want {
		t.Errorf("archive: %s, want %s", got, want)
	}
	one(t, older.Extensions, "fh", "archive")
	if len(page.Extensions["fh"]) != 0 {
		t.Errorf("the newest page of several has %v", page.Extensions["fh"])
	}
	body, err := encodeRSS(Document{Page: Plan(ferryNews, label, entries(3, day))[0], Items: items(entries(3, day))})
	if err != nil {
		t.Fatal(err)
	}
	one(t, parse(t, body).Extensions, "fh", "complete")
}

func links(f *gofeed.Feed) string {
	var all []string
	for _, link := range f.Extensions["atom"]["link"] {
		all = append(all, link.Attrs["rel"]+"="+strings.TrimPrefix(link.Attrs["href"], ferryNews.Base))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// The examples are those of the namespace's documentation.
func TestPodcastGUID(t *testing.T) {
	for address, want := range map[string]string{
		"https://podnews.net/rss/":                "9b024349-ccf0-5f69-a609-6b82873eab3c",
		"http://mp3s.nashownotes.com/pc20rss.xml": "917393e3-1b1e-5cef-ace4-edaa54e1f810",
	} {
		if got := podcastGUID(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
	moved := ferryNews
	moved.GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
	for _, p := range Plan(moved, label, entries(1, day)) {
		if (p.Channel.guid() == moved.GUID) != (p.Name == SiteFeed) {
			t.Errorf("%s has the guid %s", p.Name, p.Channel.guid())
		}
	}
}

// An article is taken out of a document, and everything else stays as it is, whatever texts say.
func TestWithout(t *testing.T) {
	for _, format := range Formats {
		t.Run(format.Extension, func(t *testing.T) {
			page := Plan(ferryNews, label, entries(3, day))[0]
			whole, err := format.Encode(Document{Page: page, Items: items(page.Entries)})
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(format.GUIDs(whole)); got != "[aloud:main/a0003 aloud:main/a0002 aloud:main/a0001]" {
				t.Fatalf("names %s", got)
			}
			rest, err := format.Without(whole, func(guid string) bool { return guid == GUID("main", "a0002") })
			if err != nil {
				t.Fatal(err)
			}
			left := slices.Delete(slices.Clone(page.Entries), 1, 2)
			want, err := format.Encode(Document{Page: page, Items: items(left)})
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(rest, want) || bytes.Contains(rest, []byte("a0002")) {
				t.Errorf("left is\n%s\nwant\n%s", rest, want)
			}
		})
	}
}

func TestCategories(t *testing.T) {
	for text, problem := range map[string]string{
		"News": "", "News/Politics": "", "TV & Film/Film History": "",
		"news": "none of Apple's", "News/Ferries": "no subcategory", "Technology/Web": "no subcategories",
	} {
		_, err := ParseCategory(text)
		if (err == nil) != (problem == "") || err != nil && !strings.Contains(err.Error(), problem) {
			t.Errorf("%s: %v, want %q", text, err, problem)
		}
	}
}

// The archive of 100,000 articles is planned in a moment: a publication pays for it.
func BenchmarkPlan(b *testing.B) {
	for _, count := range []int{1000, 100_000} {
		all := entries(count, day)
		b.Run(strconv.Itoa(count), func(b *testing.B) {
			for b.Loop() {
				for _, p := range Plan(ferryNews, label, all) {
					p.Mark()
				}
			}
		})
	}
}
