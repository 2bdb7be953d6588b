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

// look returns the rows of a site's articles, and the articles that have to be read instead. Without
// a catalogue, pending is nil: that is all of them.
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

// overlay yields the choices of rows and of pending articles after an id, ordered by id. It reads the
// pending ones, and those of which the catalogue does not know whether they are stale.
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

// KeepCatalogue takes what changed into a site's catalogue, builds it if there is none, and compares
// it with the library every hour and when the settings in force were replaced. It returns when it is
// due again.
func (n *Newsroom) KeepCatalogue(ctx context.Context, site string) (next time.Duration) {
	done, err := n.Catalogue.Compact(ctx, site)
	if errors.Is(err, catalogue.ErrNone) {
		return n.buildCatalogue(ctx, site)
	}
	if err == nil && n.checkIsDue(site) {
		err = n.checkCatalogue(ctx, site)
	}
	if _, all := n.judgedAll.Load(site); err == nil && !all {
		err = n.rejudge(ctx, site)
	}
	switch {
	case err != nil && ctx.Err() == nil:
		logging.From(ctx).WarnContext(ctx, "cannot keep the catalogue, will retry", "site", site, "in", catalogueRetry, "error", err)
		return catalogueRetry
	case done == catalogue.Batch:
		return 0
	}
	return compactEvery
}

func (n *Newsroom) buildCatalogue(ctx context.Context, site string) time.Duration {
	articles, err := n.Catalogue.Rebuild(ctx, site, nil)
	if err != nil {
		if ctx.Err() == nil {
			logging.From(ctx).WarnContext(ctx, "cannot build the catalogue, will retry", "site", site, "in", catalogueRetry, "error", err)
		}
		return catalogueRetry
	}
	n.checked.Store(site, n.Now())
	logging.From(ctx).InfoContext(ctx, "built the catalogue", "site", site, "articles", articles)
	return compactEvery
}

func (n *Newsroom) checkIsDue(site string) bool {
	last, checked := n.checked.Load(site)
	return !checked || n.Now().Sub(last.(time.Time)) >= checkEvery //nolint:forcetypeassert // only times are stored
}

// rejudge judges some rows anew that rest on former settings, until there are none.
func (n *Newsroom) rejudge(ctx context.Context, site string) error {
	found, err := n.Catalogue.Rejudge(ctx, site)
	if err == nil && !found {
		n.judgedAll.Store(site, true)
	}
	return err
}

// checkCatalogue repairs rows.
func (n *Newsroom) checkCatalogue(ctx context.Context, site string) error {
	repaired, err := n.Catalogue.Check(ctx, site)
	if repaired > 0 {
		logging.From(ctx).InfoContext(ctx, "repaired the catalogue", "site", site, "articles", repaired)
	}
	if err == nil {
		n.checked.Store(site, n.Now())
	}
	return err
}

// RebuildCatalogue makes a site's catalogue anew and returns how many articles it has.
func (n *Newsroom) RebuildCatalogue(ctx context.Context, site string, progress func(done, of int)) (articles int, err error) {
	return n.Catalogue.Rebuild(ctx, site, progress)
}
