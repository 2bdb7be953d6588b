// Package feed writes a site's narrations as feeds: RSS 2.0 for podcast apps and JSON Feed 1.1 for
// scripts.
//
// It is pure: Plan says which documents there are and what each of them lists, a Format encodes a
// document and takes an article out of one. It never reads or writes a store, and decides nothing
// about articles. newsroom writes the documents when something is published, and library takes a
// removed article out of them.
package feed

import "time"

// Settings is what a site says about its feeds.
type Settings struct {
	Title       string
	Description string
	Link        string // the publication's page
	Image       string // address of the cover
	Language    string // that the site's feed declares
	Author      string
	Email       string // of the owner; "": none is published
	Copyright   string
	GUID        string // podcast:guid of the site's feed; "": made from its address
	Categories  []Category
	Explicit    bool
	Locked      bool // other hosts may not import the feed

	Languages map[string]Variant // by language: other texts for the feed of that language
	Tags      map[string]Variant // by name: the tags that have a feed

	Base  string // address of the folder of the site's feeds, with a slash at its end
	Files string // address of the folder of its articles' files, likewise
}

// Variant is what differs in the feed of a language or tag.
type Variant struct {
	Title       string   // "": the site's with the name of the feed
	Description string   // "": the site's
	Tags        []string // names that the CMS has for the tag
}

// Category is one of Apple's categories; Sub may be empty.
type Category struct {
	Name string
	Sub  string
}

// Item is one narration.
type Item struct {
	Site     string
	ID       string
	Title    string
	URL      string // of the article
	Summary  string
	Language string
	Label    string // discloses AI
	Byline   []string
	Tags     []string

	Published time.Time // of the article
	Modified  time.Time // of the narration

	Audio    string // address
	Type     string
	Bytes    int
	Duration float64 // seconds
	Captions string  // address of WebVTT; "": none
	Chapters []Chapter
}

// Chapter is a part of an Item's audio.
type Chapter struct {
	Title string
	Start float64 // seconds
}

// Document is one page of a feed.
type Document struct {
	Page  Page
	Items []Item // the newest first
}

// guidPrefix begins the ids of items. They never depend on an address, so that nothing is new to a
// podcast app when a publication moves.
const guidPrefix = "aloud:"

// GUID is the id of an article in a feed, for as long as the article exists.
func GUID(site, id string) string { return guidPrefix + site + "/" + id }

// modified is when anything in the document last changed.
func (d Document) modified() (last time.Time) {
	for _, item := range d.Items {
		if item.Modified.After(last) {
			last = item.Modified
		}
	}
	return last
}
