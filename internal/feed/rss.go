package feed

import (
	"bytes"
	"encoding/xml"
	"html"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Namespaces of the extensions, as PSP-1 (https://podstandards.org) and RFC 5005 write them.
const (
	itunesNS  = "http://www.itunes.com/dtds/podcast-1.0.dtd"
	podcastNS = "https://podcastindex.org/namespace/1.0"
	atomNS    = "http://www.w3.org/2005/Atom"
	contentNS = "http://purl.org/rss/1.0/modules/content/"
	historyNS = "http://purl.org/syndication/history/1.0"
	pscNS     = "http://podlove.org/simple-chapters"
)

// Limits of texts in podcast directories.
const (
	longestText        = 255  // characters
	longestDescription = 4000 // bytes
)

type rss struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	ITunes  string     `xml:"xmlns:itunes,attr"`
	Podcast string     `xml:"xmlns:podcast,attr"`
	Atom    string     `xml:"xmlns:atom,attr"`
	Content string     `xml:"xmlns:content,attr"`
	History string     `xml:"xmlns:fh,attr"`
	PSC     string     `xml:"xmlns:psc,attr"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Links       []rssLink     `xml:"atom:link"`
	Title       string        `xml:"title"`
	Description string        `xml:"description"`
	Link        string        `xml:"link"`
	Language    string        `xml:"language"`
	Copyright   string        `xml:"copyright,omitempty"`
	Generator   string        `xml:"generator"`
	BuildDate   string        `xml:"lastBuildDate,omitempty"`
	Image       rssImage      `xml:"image"`
	Cover       href          `xml:"itunes:image"`
	Categories  []rssCategory `xml:"itunes:category"`
	Explicit    bool          `xml:"itunes:explicit"`
	Author      string        `xml:"itunes:author"`
	Owner       *rssOwner     `xml:"itunes:owner"`
	Type        string        `xml:"itunes:type"`
	GUID        string        `xml:"podcast:guid"`
	Locked      rssLocked     `xml:"podcast:locked"`
	Disclosure  rssText       `xml:"podcast:txt"`
	Archive     *struct{}     `xml:"fh:archive"`
	Complete    *struct{}     `xml:"fh:complete"`
	Items       []rssItem     `xml:"item"`
}

type rssItem struct {
	Title       string         `xml:"title"`
	Link        string         `xml:"link,omitempty"`
	GUID        rssGUID        `xml:"guid"`
	Published   string         `xml:"pubDate"`
	Description string         `xml:"description"`
	Content     string         `xml:"content:encoded"`
	Enclosure   rssEnclosure   `xml:"enclosure"`
	Author      string         `xml:"itunes:author,omitempty"`
	Duration    string         `xml:"itunes:duration"`
	Explicit    bool           `xml:"itunes:explicit"`
	Transcript  *rssTranscript `xml:"podcast:transcript"`
	Disclosure  rssText        `xml:"podcast:txt"`
	Chapters    *pscChapters   `xml:"psc:chapters"`
}

type rssLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
	Type string `xml:"type,attr"`
}

type rssImage struct {
	URL   string `xml:"url"`
	Title string `xml:"title"`
	Link  string `xml:"link"`
}

type href struct {
	Href string `xml:"href,attr"`
}

type rssCategory struct {
	Text string       `xml:"text,attr"`
	Sub  *rssCategory `xml:"itunes:category"`
}

type rssOwner struct {
	Name  string `xml:"itunes:name"`
	Email string `xml:"itunes:email"`
}

type rssLocked struct {
	Owner string `xml:"owner,attr,omitempty"`
	Value string `xml:",chardata"`
}

// rssText is free text with a purpose.
type rssText struct {
	Purpose string `xml:"purpose,attr"`
	Value   string `xml:",chardata"`
}

type rssGUID struct {
	PermaLink bool   `xml:"isPermaLink,attr"`
	Value     string `xml:",chardata"`
}

type rssEnclosure struct {
	URL    string `xml:"url,attr"`
	Length int    `xml:"length,attr"`
	Type   string `xml:"type,attr"`
}

type rssTranscript struct {
	URL      string `xml:"url,attr"`
	Type     string `xml:"type,attr"`
	Language string `xml:"language,attr,omitempty"`
}

type pscChapters struct {
	Version  string       `xml:"version,attr"`
	Chapters []pscChapter `xml:"psc:chapter"`
}

type pscChapter struct {
	Start string `xml:"start,attr"`
	Title string `xml:"title,attr"`
}

const rssType = "application/rss+xml"

// disclosurePurpose marks the words that disclose AI; the podcast namespace has no element of its
// own for them.
const disclosurePurpose = "ai-disclosure"

func encodeRSS(d Document) ([]byte, error) {
	feed := rss{
		Version: "2.0", ITunes: itunesNS, Podcast: podcastNS, Atom: atomNS, Content: contentNS, History: historyNS, PSC: pscNS, Channel: newChannel(d),
	}
	for _, item := range d.Items {
		feed.Channel.Items = append(feed.Channel.Items, newItem(item, d.Page.Channel.settings))
	}
	body, err := xml.MarshalIndent(feed, "", " ")
	return append([]byte(xml.Header), append(body, '\n')...), err
}

func newChannel(d Document) rssChannel {
	c, s := d.Page.Channel, d.Page.Channel.settings
	title := shorten(c.Title)
	channel := rssChannel{
		Links: rssLinks(d.Page), Title: title, Description: disclosed(c.Description, c.Label), Link: s.Link, Language: c.Language,
		Copyright: shorten(s.Copyright), Generator: "aloud", Image: rssImage{s.Image, title, s.Link}, Cover: href{s.Image},
		Explicit: s.Explicit, Author: shorten(s.Author), Type: "episodic", GUID: c.guid(), Locked: rssLocked{s.Email, yesNo(s.Locked)},
		Disclosure: rssText{disclosurePurpose, c.Label},
	}
	for _, category := range s.Categories {
		channel.Categories = append(channel.Categories, newCategory(category))
	}
	if s.Email != "" {
		channel.Owner = &rssOwner{shorten(s.Author), s.Email}
	}
	if at := d.modified(); !at.IsZero() {
		channel.BuildDate = rssDate(at)
	}
	switch {
	case d.Page.Archive:
		channel.Archive = &struct{}{}
	case d.Page.Older == "":
		channel.Complete = &struct{}{}
	}
	return channel
}

// rssLinks are those of RFC 5005. The canonical address of a feed is that of its newest page.
func rssLinks(p Page) (links []rssLink) {
	for _, link := range []struct{ rel, name string }{{"self", p.Name}, {"current", p.Channel.Name}, {"prev-archive", p.Older}, {"next-archive", p.Newer}} {
		if link.name != "" && (p.Archive || link.rel != "current") {
			links = append(links, rssLink{link.rel, p.address(link.name, ".xml"), rssType})
		}
	}
	return links
}

func newCategory(c Category) rssCategory {
	category := rssCategory{Text: c.Name}
	if c.Sub != "" {
		category.Sub = &rssCategory{Text: c.Sub}
	}
	return category
}

func newItem(item Item, s Settings) rssItem {
	made := rssItem{
		Title: shorten(item.Title), Link: item.URL, GUID: rssGUID{Value: GUID(item.Site, item.ID)}, Published: rssDate(item.Published),
		Description: disclosed(item.Summary, item.Label), Content: htmlOf(item), Enclosure: rssEnclosure{item.Audio, item.Bytes, item.Type},
		Author: shorten(strings.Join(item.Byline, ", ")), Duration: strconv.Itoa(seconds(item.Duration)), Explicit: s.Explicit,
		Disclosure: rssText{disclosurePurpose, item.Label},
	}
	if item.Captions != "" {
		made.Transcript = &rssTranscript{item.Captions, "text/vtt", item.Language}
	}
	if len(item.Chapters) > 0 {
		made.Chapters = &pscChapters{Version: "1.2"}
		for _, c := range item.Chapters {
			made.Chapters.Chapters = append(made.Chapters.Chapters, pscChapter{clock(c.Start), c.Title})
		}
	}
	return made
}

// htmlOf is an item's description with a link to the article.
func htmlOf(item Item) string {
	var text string
	if item.Summary != "" {
		text = "<p>" + html.EscapeString(item.Summary) + "</p>"
	}
	if item.URL != "" {
		text += `<p><a href="` + html.EscapeString(item.URL) + `">` + html.EscapeString(item.Title) + "</a></p>"
	}
	return text + "<p>" + html.EscapeString(item.Label) + "</p>"
}

// disclosed puts the words that disclose AI after a text, within what directories read.
func disclosed(text, label string) string {
	text = strings.TrimSpace(text)
	for len(text)+len(label)+2 > longestDescription {
		_, size := lastRune(text)
		text = text[:len(text)-size]
	}
	return strings.TrimSpace(strings.TrimSpace(text) + "\n\n" + label)
}

func lastRune(text string) (rune, int) {
	r := []rune(text[max(0, len(text)-4):])
	last := r[len(r)-1]
	return last, len(string(last))
}

func shorten(text string) string {
	text = strings.TrimSpace(text)
	if r := []rune(text); len(r) > longestText {
		return strings.TrimSpace(string(r[:longestText-1])) + "…"
	}
	return text
}

func rssDate(at time.Time) string { return at.UTC().Format(time.RFC1123Z) }

// seconds rounds up, so that no audio has a duration of 0.
func seconds(duration float64) int { return int(math.Ceil(duration)) }

// clock is a time as simple chapters write it.
func clock(start float64) string {
	return time.Time{}.Add(time.Duration(start * float64(time.Second))).Format("15:04:05.000")
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// Markup of items as encodeRSS writes it. Texts cannot contain it, because they are escaped.
var (
	rssItemMarkup = regexp.MustCompile(`(?s)[ \n]*<item>.*?</item>`)
	rssGUIDMarkup = regexp.MustCompile(`<guid isPermaLink="false">([^<]*)</guid>`)
)

func rssGUIDs(document []byte) (guids []string) {
	for _, match := range rssGUIDMarkup.FindAllSubmatch(document, -1) {
		guids = append(guids, string(match[1]))
	}
	return guids
}

func rssWithout(document []byte, cut func(guid string) bool) ([]byte, error) {
	return rssItemMarkup.ReplaceAllFunc(bytes.Clone(document), func(item []byte) []byte {
		if guid := rssGUIDMarkup.FindSubmatch(item); guid != nil && cut(string(guid[1])) {
			return nil
		}
		return item
	}), nil
}
