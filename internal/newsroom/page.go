package newsroom

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// Page is a part of a list.
type Page struct {
	Articles []Article `json:"articles"`
	Next     string    `json:"next,omitempty"` // the page after this one begins after it; "": this is the last
}

// pagePatience bounds how long a page takes: a filter may choose few of many articles.
const pagePatience = 10 * time.Second

// Page returns at most limit articles of a site that the filter chooses and whose ids come after
// the given one. A page may be empty although others follow.
func (n *Newsroom) Page(ctx context.Context, site string, filter Filter, after string, limit int) (Page, error) {
	page := Page{Articles: []Article{}}
	late := n.Now().Add(pagePatience)
	if after != "" {
		if _, err := n.Ref(site, after); err != nil {
			return page, err
		}
	}
	for c, err := range n.choices(ctx, site, filter, after) {
		if err != nil {
			return page, err
		}
		if len(page.Articles) == limit || page.Next != "" && n.Now().After(late) {
			return page, nil
		}
		if page.Next = c.ID; c.chosen {
			page.Articles = append(page.Articles, c.Article)
		}
	}
	page.Next = ""
	return page, nil
}

// Named returns the articles with these ids that the filter chooses, in the order of the ids.
// Unknown ones are left out.
func (n *Newsroom) Named(ctx context.Context, site string, ids []string, filter Filter) (Page, error) {
	page := Page{Articles: []Article{}}
	refs, err := n.Refs(site, ids)
	if err != nil {
		return page, err
	}
	due, err := n.Library.DueRefs(ctx, site)
	if err != nil {
		return page, err
	}
	read := func(ctx context.Context, ref library.Ref) (choice, error) { return n.choose(ctx, ref, filter, due) }
	for c, err := range library.Ahead(ctx, library.Each(refs), read) {
		if err != nil {
			return page, err
		}
		if c.chosen {
			page.Articles = append(page.Articles, c.Article)
		}
	}
	return page, nil
}
