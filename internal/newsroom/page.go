package newsroom

import (
	"context"
	"iter"
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
	articles := n.Library.Articles(ctx, site)
	if after != "" {
		ref, err := n.Ref(site, after)
		if err != nil {
			return page, err
		}
		articles = n.Library.ArticlesAfter(ctx, ref)
	}
	for c, err := range n.choices(ctx, site, articles, filter) {
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
	for a, err := range n.read(ctx, site, each(refs), filter) {
		if err != nil {
			return page, err
		}
		page.Articles = append(page.Articles, a)
	}
	return page, nil
}

func each(refs []library.Ref) iter.Seq2[library.Ref, error] {
	return func(yield func(library.Ref, error) bool) {
		for _, ref := range refs {
			if !yield(ref, nil) {
				return
			}
		}
	}
}
