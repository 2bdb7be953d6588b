package newsroom

import (
	"context"
	"time"
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
	for ref, err := range n.Library.Articles(ctx, site) {
		if err != nil {
			return page, err
		}
		if after != "" && ref.ID+".json" <= after+".json" { // as the store orders them: a-b comes before a
			continue
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
