package newsroom

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
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

// look returns the rows of a site's articles that q chooses, and the articles that have to be read
// instead. Without a catalogue, pending is nil: that is all of them.
func (n *Newsroom) look(ctx context.Context, site string, q Query) (due map[library.Ref]bool, rows []catalogue.Row, pending []library.Ref, err error) {
	view, ok, err := n.open(ctx, site)
	if err != nil || !ok {
		return view.Due, nil, nil, err
	}
	rows, err = view.Rows(ctx, q)
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

// overlay is settleAll for the articles after an id, ordered by id.
func (n *Newsroom) overlay(ctx context.Context, site string, filter Filter, after string, rows []catalogue.Row, pending []library.Ref,
	read func(context.Context, library.Ref) (choice, error),
) iter.Seq2[choice, error] {
	return func(yield func(choice, error) bool) {
		var all []choice
		for c, err := range n.settleAll(ctx, newBlast(n, site), filter, rows, pending, read) {
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

// settleAll yields the choices of rows and of pending articles, in no particular order. It reads
// the pending ones, and those of which the catalogue does not know whether they are stale.
func (n *Newsroom) settleAll(ctx context.Context, blast *blast, filter Filter, rows []catalogue.Row, pending []library.Ref,
	read func(context.Context, library.Ref) (choice, error),
) iter.Seq2[choice, error] {
	return func(yield func(choice, error) bool) {
		settled, unless, doubted, err := blast.settled(ctx, filter, rows)
		if err != nil {
			yield(choice{}, err)
			return
		}
		for _, c := range settled {
			if !yield(c, nil) {
				return
			}
		}
		readOrReread := func(ctx context.Context, ref library.Ref) (choice, error) {
			if row, has := unless[ref]; has {
				if c, ok, err := blast.reread(ctx, row); ok || err != nil {
					return c, err
				}
			}
			return read(ctx, ref)
		}
		for c, err := range library.Ahead(ctx, library.Each(slices.Concat(pending, doubted)), readOrReread) {
			if !yield(c, err) {
				return
			}
		}
	}
}

// listKey orders ids as lists of the library do.
func listKey(id string) string { return id + ".json" }

// articleOf returns what a row says about an article without unfinished work.
func (n *Newsroom) articleOf(site string, row catalogue.Row) Article {
	a := Article{
		Site: site, ID: row.ID, State: cmp.Or(row.State, library.Accepted), Reason: row.Reason, Title: row.Title, URL: row.URL, Language: row.Language,
		Tags: row.Tags, Appeared: row.Appeared, Revision: row.Revision, Attempts: row.Attempts, Orders: row.Orders, Audio: row.Public,
	}
	if !row.At.IsZero() {
		a.At = &row.At
	}
	if row.Public != nil {
		a.Location = n.location(a.Ref(), row.Public.Audio)
	}
	return a
}
