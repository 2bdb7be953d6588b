package newsroom

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"maps"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
)

// byCatalogue and byReading say how it was found out whether an article is stale.
const (
	byCatalogue = "catalogue"
	byReading   = "reading"
)

// open returns the catalogue of a site. Without one, ok is false and only the view's Due is set.
func (n *Newsroom) open(ctx context.Context, site string) (view catalogue.View, ok bool, err error) {
	if n.Catalogue == nil {
		view.Due, err = n.Library.DueRefs(ctx, site)
		return view, false, err
	}
	view, err = n.Catalogue.Open(ctx, site)
	if errors.Is(err, catalogue.ErrNone) {
		return view, false, nil
	}
	return view, err == nil, err
}

// look returns the rows of a site's articles, and the articles that have to be read instead.
// Without a catalogue, pending is nil: that is all of them.
func (n *Newsroom) look(ctx context.Context, site string) (due map[library.Ref]bool, rows []catalogue.Row, pending []library.Ref, err error) {
	view, ok, err := n.open(ctx, site)
	if err != nil || !ok {
		return view.Due, nil, nil, err
	}
	rows, err = view.Rows(ctx)
	if errors.Is(err, catalogue.ErrNone) {
		return view.Due, nil, nil, nil
	}
	return view.Due, rows, refsOf(view.Pending), err
}

// counts is look for who needs only the numbers of articles by state.
func (n *Newsroom) counts(ctx context.Context, site string) (due map[library.Ref]bool, counts map[library.State]int, pending []library.Ref, err error) {
	view, ok, err := n.open(ctx, site)
	if err != nil || !ok {
		return view.Due, nil, nil, err
	}
	counts, err = view.Counts(ctx)
	if errors.Is(err, catalogue.ErrNone) {
		return view.Due, nil, nil, nil
	}
	return view.Due, counts, refsOf(view.Pending), err
}

// refsOf returns the refs of a set, never nil.
func refsOf(set map[library.Ref]bool) []library.Ref {
	refs := make([]library.Ref, 0, len(set))
	for ref := range maps.Keys(set) {
		refs = append(refs, ref)
	}
	return refs
}

// overlay yields the choices of rows and of pending articles after an id, ordered by id. It
// reads the pending ones, and those of which the catalogue does not know whether they are stale.
func (n *Newsroom) overlay(ctx context.Context, site string, filter Filter, after string, rows []catalogue.Row, pending []library.Ref,
	read func(context.Context, library.Ref) (choice, error),
) iter.Seq2[choice, error] {
	return func(yield func(choice, error) bool) {
		var all []choice
		for _, row := range rows {
			c := choice{Article: n.articleOf(site, row)}
			if c.chosen = filter.matches(c.Article) && (!filter.ToRetry || row.State == library.Failed); c.chosen && filter.Stale {
				var known bool
				if c.chosen, known = n.judged(site, row); !known {
					pending = append(pending, c.Ref())
					continue
				}
				c.Judged = byCatalogue
			}
			all = append(all, c)
		}
		for c, err := range library.Ahead(ctx, library.Each(pending), read) {
			if err != nil {
				yield(c, err)
				return
			}
			all = append(all, c)
		}
		slices.SortFunc(all, func(a, b choice) int { return cmp.Compare(listKey(a.ID), listKey(b.ID)) })
		for _, c := range all {
			if (after == "" || listKey(c.ID) > listKey(after)) && !yield(c, nil) {
				return
			}
		}
	}
}

// listKey orders ids as lists of the library do.
func listKey(id string) string { return id + ".json" }

// judged returns whether an article is stale, if the catalogue knows.
func (n *Newsroom) judged(site string, row catalogue.Row) (stale, known bool) {
	return row.Judgement.Stale, n.Catalogue.Judged(site, row)
}

// articleOf is what the catalogue has of an article without unfinished work.
func (n *Newsroom) articleOf(site string, row catalogue.Row) Article {
	a := Article{
		Site: site, ID: row.ID, State: row.State, Reason: row.Reason, Title: row.Title, Revision: row.Revision, Attempts: row.Attempts,
		Orders: row.Orders, Audio: row.Public, appeared: row.Appeared, language: row.Language, tags: row.Tags,
	}
	if !row.At.IsZero() {
		a.At = &row.At
	}
	if row.Public != nil {
		a.Location = n.location(a.Ref(), row.Public.Audio)
	}
	return a
}

const (
	compactEvery   = 5 * time.Second
	checkEvery     = time.Hour
	catalogueRetry = 30 * time.Second // after a failure
)

// CatalogueKeeper keeps the catalogue of a site up to date. A worker runs one for each site. It
// is not safe for concurrent use.
type CatalogueKeeper struct {
	newsroom  *Newsroom
	site      string
	checked   time.Time // when the catalogue was last compared with the library
	judgedAll bool      // every row is judged by the settings in force
}

// NewCatalogueKeeper returns a keeper that has checked nothing yet.
func NewCatalogueKeeper(n *Newsroom, site string) *CatalogueKeeper {
	return &CatalogueKeeper{newsroom: n, site: site}
}

// Keep adds recent changes to the catalogue, builds it if there is none, and compares it with
// the library at first and every hour. It returns when to call it again.
func (k *CatalogueKeeper) Keep(ctx context.Context) (next time.Duration) {
	done, err := k.newsroom.Catalogue.Compact(ctx, k.site)
	if errors.Is(err, catalogue.ErrNone) {
		return k.build(ctx)
	}
	if err == nil && k.newsroom.Now().Sub(k.checked) >= checkEvery {
		err = k.check(ctx)
	}
	if err == nil && !k.judgedAll {
		err = k.rejudge(ctx)
	}
	switch {
	case err != nil && ctx.Err() == nil:
		logging.From(ctx).WarnContext(ctx, "cannot keep the catalogue, will retry", "site", k.site, "in", catalogueRetry, "error", err)
		return catalogueRetry
	case done == catalogue.Batch:
		return 0
	}
	return compactEvery
}

func (k *CatalogueKeeper) build(ctx context.Context) time.Duration {
	articles, err := k.newsroom.Catalogue.Rebuild(ctx, k.site, nil)
	if err != nil {
		if ctx.Err() == nil {
			logging.From(ctx).WarnContext(ctx, "cannot build the catalogue, will retry", "site", k.site, "in", catalogueRetry, "error", err)
		}
		return catalogueRetry
	}
	k.checked = k.newsroom.Now()
	logging.From(ctx).InfoContext(ctx, "built the catalogue", "site", k.site, "articles", articles)
	return compactEvery
}

// rejudge judges some of the rows that were judged by former settings.
func (k *CatalogueKeeper) rejudge(ctx context.Context) error {
	found, err := k.newsroom.Catalogue.Rejudge(ctx, k.site)
	k.judgedAll = err == nil && !found
	return err
}

// check repairs rows that differ from the library.
func (k *CatalogueKeeper) check(ctx context.Context) error {
	repaired, err := k.newsroom.Catalogue.Check(ctx, k.site)
	if repaired > 0 {
		logging.From(ctx).InfoContext(ctx, "repaired the catalogue", "site", k.site, "articles", repaired)
	}
	if err == nil {
		k.checked = k.newsroom.Now()
	}
	return err
}

// RebuildCatalogue makes a site's catalogue anew and returns how many articles it has.
func (n *Newsroom) RebuildCatalogue(ctx context.Context, site string, progress func(done, of int)) (articles int, err error) {
	return n.Catalogue.Rebuild(ctx, site, progress)
}
