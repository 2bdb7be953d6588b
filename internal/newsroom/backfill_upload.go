package newsroom

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
	"github.com/aloud-audio/aloud/internal/library"
)

var backfillName = lazyregexp.New(`^[0-9]{8}-[0-9]{6}-[0-9a-f]{4}$`)

// AddToBackfill stores articles, with their texts, for a backfill that StartUploaded begins. They
// are one page of its list: library.BackfillPage of them from an index on, or the last ones.
func (n *Newsroom) AddToBackfill(ctx context.Context, site, name string, from int, articles []article.Payload) error {
	if !backfillName().MatchString(name) {
		return invalidf("%.60q is not a name of a backfill", name)
	}
	if from < 0 || from%library.BackfillPage != 0 || len(articles) == 0 || len(articles) > library.BackfillPage {
		return invalidf("a page of %d articles at index %d is refused: send up to %d at a time, each page at a multiple of that", len(articles), from, library.BackfillPage)
	}
	if err := n.checkNotStarted(ctx, site, name); err != nil {
		return err
	}
	list := backfillList{n: n, site: site, name: name, stored: from}
	for _, p := range articles {
		if err := list.add(ctx, p); err != nil {
			return err
		}
	}
	return list.flush(ctx)
}

// checkNotStarted refuses to overwrite the articles of an existing backfill.
func (n *Newsroom) checkNotStarted(ctx context.Context, site, name string) error {
	all, err := n.Library.Backfills(ctx, site)
	for _, b := range all {
		if b.Name == name {
			return invalidf("backfill %s has started", name)
		}
	}
	return err
}

// StartUploaded is StartBackfill for articles that AddToBackfill has stored: total of them.
func (n *Newsroom) StartUploaded(ctx context.Context, site, name string, total int, o BackfillOrder) (b Backfill, err error) {
	if total < 1 || !backfillName().MatchString(name) {
		return b, errNoArticle
	}
	b = n.newBackfill(name, BackfillOrder{MaxUSD: o.MaxUSD})
	defer func() { n.enter(ctx, site, "start backfill "+b.Name, nil, err) }()
	last, err := n.Library.BackfillItems(ctx, site, name, (total-1)/library.BackfillPage*library.BackfillPage)
	if errors.Is(err, library.ErrNotFound) || err == nil && len(last) != (total-1)%library.BackfillPage+1 {
		err = invalidf("backfill %s does not have %d articles: send them first", name, total)
	}
	if err != nil {
		return b, err
	}
	b.Total = total
	return b, n.Library.MakeBackfill(ctx, site, b)
}
