package newsroom

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
)

// Newest returns at most limit articles of a site that the filter chooses, the newest publication
// first. after is the Next of the page before, "" for the first. With a catalogue it reads only the
// months that it needs.
func (n *Newsroom) Newest(ctx context.Context, site string, filter Filter, after string, limit int) (Page, error) {
	page := Page{Articles: []Article{}}
	from, err := parsePosition(after)
	if err != nil {
		return page, err
	}
	all, err := n.newest(ctx, site, filter, from, limit+1)
	if err != nil {
		return page, err
	}
	all = slices.DeleteFunc(all, func(a Article) bool { return positionOf(a).Compare(from) <= 0 })
	slices.SortFunc(all, func(a, b Article) int { return positionOf(a).Compare(positionOf(b)) })
	if len(all) > limit {
		all = all[:limit]
		page.Next = formatPosition(positionOf(all[limit-1]))
	}
	page.Articles = append(page.Articles, all...)
	return page, nil
}

// newest returns the articles that the filter chooses: at least the first so many after a position,
// if there are. Whether an article is stale, or failed attempts, takes more than its row.
func (n *Newsroom) newest(ctx context.Context, site string, filter Filter, from catalogue.Position, limit int) ([]Article, error) {
	if filter.Stale || filter.Retrying || filter.ToRetry {
		return n.listed(ctx, site, filter)
	}
	view, ok, err := n.open(ctx, site)
	if err != nil {
		return nil, err
	}
	var rows []catalogue.Row
	if ok {
		rows, err = view.Newest(ctx, filter.Query, from, limit)
	}
	if !ok || errors.Is(err, catalogue.ErrNone) {
		return n.listed(ctx, site, filter)
	}
	if err != nil {
		return nil, err
	}
	var all []Article
	for _, row := range rows {
		all = append(all, n.articleOf(site, row))
	}
	read := func(ctx context.Context, ref library.Ref) (choice, error) {
		return n.choose(ctx, ref, filter, view.Due)
	}
	for c, err := range library.Ahead(ctx, library.Each(refsOf(view.Pending)), read) {
		if err != nil {
			return nil, err
		}
		if c.chosen {
			all = append(all, c.Article)
		}
	}
	return all, nil
}

// listed collects List.
func (n *Newsroom) listed(ctx context.Context, site string, filter Filter) (all []Article, err error) {
	for a, err := range n.List(ctx, site, filter) {
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

func positionOf(a Article) catalogue.Position {
	return catalogue.Position{Appeared: a.Appeared, ID: a.ID}
}

// positionSeparator is in no time.
const positionSeparator = "_"

func formatPosition(p catalogue.Position) string {
	return p.Appeared.UTC().Format(time.RFC3339Nano) + positionSeparator + p.ID
}

func parsePosition(text string) (p catalogue.Position, err error) {
	if text == "" {
		return p, nil
	}
	at, id, _ := strings.Cut(text, positionSeparator)
	p.ID = id
	p.Appeared, err = time.Parse(time.RFC3339Nano, at)
	if _, idErr := library.NewRef("main", id); cmp.Or(err, idErr) != nil {
		return p, invalidf("after is %q: use next of the page before", text)
	}
	return p, nil
}
