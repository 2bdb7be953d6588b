package newsroom

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"
)

// Page is a part of a list.
type Page struct {
	Articles []Article `json:"articles"`
	Next     string    `json:"next,omitempty"` // the page after this one begins after it; "": this is the last
}

// pagePatience bounds how long a page takes: a filter may choose few of many articles.
const pagePatience = 10 * time.Second

// Page returns the articles of a site that the filter chooses and whose ids come after the one that
// is named, at most limit of them. A page may be empty although others follow.
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
	for ref, err := range articles {
		if err != nil {
			return page, err
		}
		if len(page.Articles) == limit || page.Next != "" && n.Now().After(late) {
			return page, nil
		}
		a, chosen, err := n.choose(ctx, ref, filter)
		if err != nil {
			return page, err
		}
		if page.Next = ref.ID; chosen {
			page.Articles = append(page.Articles, a)
		}
	}
	page.Next = ""
	return page, nil
}

// statesAtOnce is how many articles' states are read at once.
const statesAtOnce = 16

// Named returns the articles with these ids that the filter chooses, in the order of the ids.
// Unknown ones are left out.
func (n *Newsroom) Named(ctx context.Context, site string, ids []string, filter Filter) (Page, error) {
	refs, err := n.Refs(site, ids)
	if err != nil {
		return Page{}, err
	}
	found := make([]*Article, len(refs))
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(statesAtOnce)
	for i, ref := range refs {
		group.Go(func() error {
			a, chosen, err := n.choose(groupCtx, ref, filter)
			if chosen {
				found[i] = &a
			}
			return err
		})
	}
	page := Page{Articles: []Article{}}
	err = group.Wait()
	for _, a := range found {
		if a != nil {
			page.Articles = append(page.Articles, *a)
		}
	}
	return page, err
}
