package feed

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
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
	Name    string  // below the site's feeds, without extension
	Channel Channel // which feed it is a page of
	Archive bool
	Entries []Entry // the newest first

	// Names of other pages of the feed; "" where there is none.
	Older, Newer string
}

// Channel is a feed: all narrations of the site, or those of a language or tag.
type Channel struct {
	Name        string // of its newest page
	Title       string
	Description string
	Language    string
	Label       string // discloses AI

	settings Settings
}

// SiteFeed is the name of the feed of a whole site. It is no language.
const SiteFeed = "podcast"

// tagFolder has the feeds of tags.
const tagFolder = "tags/"

// Plan returns the pages of all feeds of a site: first the newest page of each, then the archives,
// the newest first.
//
// An archive page has up to PageSize narrations of one month. They are counted from the month's
// begin, so that a new narration changes no page but the last, and a removal none of another month.
// Narrations that are all on the newest page need no archive. label returns the words that disclose
// AI in a language.
func Plan(s Settings, label func(language string) string, entries []Entry) []Page {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(b.ID, a.ID))
	})
	var newest, archive []Page
	for _, f := range s.feeds(entries) {
		f.Label = label(f.Language)
		first, older := f.pages()
		newest, archive = append(newest, first), append(archive, older...)
	}
	slices.SortStableFunc(archive, func(a, b Page) int { return strings.Compare(b.month(), a.month()) })
	return append(newest, archive...)
}

// listing is a feed with everything that it lists.
type listing struct {
	Channel
	entries []Entry
}

func (s Settings) feeds(entries []Entry) []listing {
	all := []listing{{s.channel(SiteFeed, s.Title, s.Description, s.Language), entries}}
	byLanguage := map[string][]Entry{}
	for _, e := range entries {
		if e.Language != "" {
			byLanguage[e.Language] = append(byLanguage[e.Language], e)
		}
	}
	for _, language := range slices.Sorted(maps.Keys(byLanguage)) {
		all = append(all, listing{s.variant(language, language, s.Languages[language], language), byLanguage[language]})
	}
	for _, tag := range slices.Sorted(maps.Keys(s.Tags)) {
		variant := s.Tags[tag]
		tagged := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return !variant.has(tag, e.Tags) })
		all = append(all, listing{s.variant(tagFolder+tag, tag, variant, s.Language), tagged})
	}
	return all
}

func (s Settings) variant(name, shown string, v Variant, language string) Channel {
	return s.channel(name, cmp.Or(v.Title, s.Title+" ("+shown+")"), cmp.Or(v.Description, s.Description), language)
}

func (s Settings) channel(name, title, description, language string) Channel {
	return Channel{Name: name, Title: title, Description: description, Language: language, settings: s}
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

// pages returns the newest page of a feed, and its archive, the newest first.
func (f listing) pages() (newest Page, archive []Page) {
	count := min(len(f.entries), PageSize)
	newest = Page{Name: f.Name, Channel: f.Channel, Entries: f.entries[:count]}
	left := count // entries of the newest page that no archive page has passed yet
	for _, page := range f.months() {
		if left -= len(page.Entries); left < 0 {
			archive = append(archive, page)
		}
	}
	for i := range archive {
		if i > 0 {
			archive[i].Newer = archive[i-1].Name
		}
		if i+1 < len(archive) {
			archive[i].Older = archive[i+1].Name
		}
	}
	if len(archive) > 0 {
		newest.Older = archive[0].Name
	}
	return newest, archive
}

// months cuts the entries into archive pages, the newest first.
func (f listing) months() (pages []Page) {
	for begin := 0; begin < len(f.entries); {
		month, end := Month(f.entries[begin].Published), begin+1
		for end < len(f.entries) && Month(f.entries[end].Published) == month {
			end++
		}
		number := (end - begin + PageSize - 1) / PageSize
		for ; number > 0; number-- { // the last of a month may be short
			size := (end-begin-1)%PageSize + 1
			pages = append(pages, Page{
				Name: fmt.Sprintf("%s/%s-%d", month, f.Name, number), Channel: f.Channel, Archive: true, Entries: f.entries[begin : begin+size],
			})
			begin += size
		}
	}
	return pages
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

func (p Page) month() string { return p.Name[:len("2006-01")] }

// Fingerprint changes with anything that the page's documents say.
func (p Page) Fingerprint() string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %+v %q %q\n", p.Name, p.Channel, p.Older, p.Newer)
	for _, e := range p.Entries {
		fmt.Fprintf(sum, "%s %s %d %q\n", e.ID, e.Version, e.Published.UnixNano(), e.Tags)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// address is where a page is public in a format.
func (p Page) address(name, extension string) string {
	if name == "" {
		return ""
	}
	return p.Channel.settings.Base + name + extension
}
