package feed

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// PageSize is the maximum number of items of a document.
const PageSize = 100

// Entry is what Plan has to know of a narration.
type Entry struct {
	ID        string
	Language  string
	Tags      []string
	Published time.Time // of the article
	Version   string    // changes with the narration
}

// Page is one document of one feed, whatever its format.
type Page struct {
	Name    string   // below the site's feeds, without extension
	Channel *Channel // which feed it is a page of
	Archive bool
	Entries []Entry // the newest first; Layout leaves those of archive pages to Fill

	// Names of other pages of the feed; "" where there is none.
	Older, Newer string

	month  string
	number int    // of an archive page in its month, from the begin
	sum    string // of its entries
}

// Channel is a feed: all narrations of the site, or those of a language or tag.
type Channel struct {
	Name        string // of its newest page
	Title       string
	Description string
	Language    string
	Label       string // discloses AI

	settings Settings
	sum      string // of all the above
}

// SiteFeed is the name of the feed of a whole site. It is no language.
const SiteFeed = "podcast"

// tagFolder has the feeds of tags.
const tagFolder = "tags/"

// Plan returns the pages of all feeds of a site: first the newest page of each, then the archives,
// the newest first. label returns the words that disclose AI in a language.
func Plan(s Settings, label func(language string) string, entries []Entry) []Page {
	byMonth := map[string][]Entry{}
	entries = NewestFirst(entries)
	for _, e := range entries {
		byMonth[Month(e.Published)] = append(byMonth[Month(e.Published)], e)
	}
	var months []MonthPlan
	for _, month := range slices.Sorted(maps.Keys(byMonth)) {
		months = append(months, s.PlanMonth(month, byMonth[month]))
	}
	slices.Reverse(months)
	pages, _ := Layout(s, label, months, func(c Channel) ([]Entry, error) { // it never fails
		listed := c.Choose(entries)
		return listed[:min(len(listed), PageSize)], nil
	})
	for i, p := range pages {
		if p.Archive {
			pages[i] = p.Fill(byMonth[p.month])
		}
	}
	return pages
}

// NewestFirst returns entries in the order in which feeds list them.
func NewestFirst(entries []Entry) []Entry {
	return slices.SortedFunc(slices.Values(entries), func(a, b Entry) int {
		return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(b.ID, a.ID))
	})
}

// channels returns the feeds of a site that has narrations in some languages.
func (s Settings) channels(languages []string) []Channel {
	all := []Channel{s.channel(SiteFeed, s.Title, s.Description, s.Language)}
	for _, language := range slices.Sorted(slices.Values(languages)) {
		all = append(all, s.variant(language, language, s.Languages[language], language))
	}
	for _, tag := range slices.Sorted(maps.Keys(s.Tags)) {
		all = append(all, s.variant(tagFolder+tag, tag, s.Tags[tag], s.Language))
	}
	return all
}

func (s Settings) variant(name, shown string, v Variant, language string) Channel {
	return s.channel(name, cmp.Or(v.Title, s.Title+" ("+shown+")"), cmp.Or(v.Description, s.Description), language)
}

func (s Settings) channel(name, title, description, language string) Channel {
	return Channel{Name: name, Title: title, Description: description, Language: language, settings: s}
}

// Choose returns those of some entries that the feed lists.
func (c Channel) Choose(entries []Entry) (chosen []Entry) {
	for _, e := range entries {
		if c.lists(e) {
			chosen = append(chosen, e)
		}
	}
	return chosen
}

func (c Channel) lists(e Entry) bool {
	if tag, isTag := strings.CutPrefix(c.Name, tagFolder); isTag {
		return c.settings.Tags[tag].has(tag, e.Tags)
	}
	return c.Name == SiteFeed || e.Language == c.Name
}

// has reports whether one of an article's tags is meant, whatever its case.
func (v Variant) has(name string, tags []string) bool {
	for _, tag := range tags {
		if strings.EqualFold(tag, name) || slices.ContainsFunc(v.Tags, func(other string) bool { return strings.EqualFold(tag, other) }) {
			return true
		}
	}
	return false
}

// Month names the folder of the archive pages of a date. Months sort before the names of feeds.
func Month(at time.Time) string {
	if at.Year() < 1 || at.Year() > 9999 {
		return "0000-00"
	}
	return at.UTC().Format("2006-01")
}

// IsArchive reports whether a page is one of an archive.
func IsArchive(name string) bool { return name < AfterMonths }

// AfterMonths sorts after all archive pages, and before the newest page of every feed.
const AfterMonths = "9999-99"

// Mark changes with anything that the page's documents say. Marks can be compared.
type Mark struct{ channel, older, newer, entries string }

// Mark returns the page's.
func (p Page) Mark() Mark { return Mark{p.Channel.sum, p.Older, p.Newer, p.sum} }

func sumOf(entries []Entry) string {
	sum := sha256.New()
	for _, e := range entries {
		fmt.Fprintf(sum, "%s %s %d %q\n", e.ID, e.Version, e.Published.UnixNano(), e.Tags)
	}
	return string(sum.Sum(nil))
}

// address is where a page is public in a format.
func (p Page) address(name, extension string) string {
	if name == "" {
		return ""
	}
	return p.Channel.settings.Base + name + extension
}
