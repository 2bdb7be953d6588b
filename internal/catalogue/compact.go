package catalogue

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// Batch is the maximum number of change markers per compaction.
const Batch = 2000

// Compact applies changes to the catalogue and returns how many markers it deleted. It returns
// ErrNone if the catalogue has to be built first. After a crash at any point the markers remain,
// and the next compaction repeats the work.
func (c *Catalogue) Compact(ctx context.Context, site string) (done int, err error) {
	changes, err := c.Library.Changes(ctx, site, Batch)
	if err != nil {
		return 0, err
	}
	if len(changes) == 0 {
		_, err := c.head(ctx, site)
		return 0, err
	}
	var refs []library.Ref
	for _, change := range changes {
		refs = append(refs, change.Ref)
	}
	if err := c.update(ctx, site, unique(refs), nil); err != nil {
		return 0, err
	}
	return len(changes), c.Library.Catalogued(ctx, changes)
}

func unique(refs []library.Ref) []library.Ref {
	slices.SortFunc(refs, func(a, b library.Ref) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(refs)
}

// update recomputes the rows of some articles. It reads the articles after the head, and writes the
// next head on the condition that this one is still current: so it never replaces a row by an older
// one. It reads only the pages that have, or will have, rows of these articles.
func (c *Catalogue) update(ctx context.Context, site string, refs []library.Ref, remake remaker) error {
	for {
		var before head
		var pages map[string][]Row
		var rows map[string]Row
		before, err := c.readFrom(ctx, site, nil, func(h head) (err error) {
			pages, rows, err = c.affected(ctx, site, h, refs, remake)
			return err
		})
		if err != nil {
			return err
		}
		err = c.replace(ctx, site, before, pages, refs, rows)
		if !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
}

// remaker makes a new row of an article's former one. ok is false if the article has to be read.
type remaker func(context.Context, Row) (row Row, ok bool, err error)

// affected returns the new rows of some articles, and the pages by month that change by them. An
// article is read unless remake, if it is not nil, makes its row.
func (c *Catalogue) affected(ctx context.Context, site string, h head, refs []library.Ref, remake remaker) (pages map[string][]Row, rows map[string]Row, err error) {
	months, err := c.monthsOf(ctx, site, h, refs)
	if err != nil {
		return nil, nil, err
	}
	if pages, err = c.pagesOf(ctx, site, h, months); err != nil {
		return nil, nil, err
	}
	remade, unread := map[string]Row{}, refs
	if remake != nil {
		if remade, unread, err = remakeAll(ctx, pages, refs, remake); err != nil {
			return nil, nil, err
		}
	}
	if rows, err = c.rows(ctx, unread, nil); err != nil {
		return nil, nil, err
	}
	maps.Copy(rows, remade)
	var others []string
	for _, row := range rows {
		_, has := pages[row.month()]
		if _, there := h.Pages[row.month()]; there && !has && !slices.Contains(others, row.month()) {
			others = append(others, row.month())
		}
	}
	more, err := c.pagesOf(ctx, site, h, others)
	maps.Copy(pages, more)
	return pages, rows, err
}

// remakeAll calls remake for the rows of articles, and returns also those that have to be read.
func remakeAll(ctx context.Context, pages map[string][]Row, refs []library.Ref, remake remaker) (remade map[string]Row, unread []library.Ref, err error) {
	had := map[string]Row{}
	for _, page := range pages {
		for _, row := range page {
			had[row.ID] = row
		}
	}
	type answer struct {
		library.Ref
		row Row
		ok  bool
	}
	read := func(ctx context.Context, ref library.Ref) (a answer, err error) {
		a.Ref = ref
		if row, has := had[ref.ID]; has {
			a.row, a.ok, err = remake(ctx, row)
		}
		return a, err
	}
	remade = map[string]Row{}
	for a, err := range library.Ahead(ctx, library.Each(refs), read) {
		if err != nil {
			return nil, nil, err
		}
		if !a.ok {
			unread = append(unread, a.Ref)
			continue
		}
		remade[a.ID] = a.row
	}
	return remade, unread, nil
}

// rows reads articles and returns their rows. Those that were never accepted have none.
func (c *Catalogue) rows(ctx context.Context, refs []library.Ref, progress func(done int)) (map[string]Row, error) {
	rows := map[string]Row{}
	read := func(ctx context.Context, ref library.Ref) (Row, error) {
		r, err := c.Library.Record(ctx, ref)
		if err != nil {
			return Row{}, err
		}
		return c.row(r), nil
	}
	for row, err := range library.Ahead(ctx, library.Each(refs), read) {
		if err != nil {
			return nil, err
		}
		rows[row.ID] = row
		if progress != nil {
			progress(len(rows))
		}
	}
	return rows, nil
}

// replace writes the pages that change when rows replace the rows of refs, and then the head.
func (c *Catalogue) replace(ctx context.Context, site string, before head, pages map[string][]Row, refs []library.Ref, rows map[string]Row) error {
	replaced := map[string]bool{}
	for _, ref := range refs {
		replaced[ref.ID] = true
	}
	next, touched := map[string][]Row{}, map[string]bool{}
	for month, had := range pages {
		for _, row := range had {
			if replaced[row.ID] {
				touched[month] = true
				continue
			}
			next[month] = append(next[month], row)
		}
	}
	for _, row := range rows {
		touched[row.month()] = true
		next[row.month()] = append(next[row.month()], row)
	}
	return c.write(ctx, site, before, next, touched)
}

// write writes the changed months of the next catalogue, and then the head that names them.
func (c *Catalogue) write(ctx context.Context, site string, before head, next map[string][]Row, touched map[string]bool) error {
	after := head{Pages: maps.Clone(before.Pages)}
	if err := c.keepLexicon(ctx, site); err != nil {
		return err
	}
	if err := c.writePages(ctx, site, next, touched, &after); err != nil {
		return err
	}
	for month := range touched {
		if former, had := before.Pages[month]; had {
			after.Former = append(after.Former, former.Object)
		}
	}
	if err := c.writeHead(ctx, site, before, after); err != nil {
		return err
	}
	written := map[string][]Row{}
	for month := range touched {
		if page, has := after.Pages[month]; has {
			written[page.Object] = next[month]
		}
	}
	c.cache.keep(site, after, written)
	c.discard(ctx, site, before.Former)
	return nil
}

// writePages writes the changed months as new pages, and records them in a head.
func (c *Catalogue) writePages(ctx context.Context, site string, rows map[string][]Row, touched map[string]bool, after *head) error {
	months := slices.Sorted(maps.Keys(touched))
	written := make([]pageRef, len(months))
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(pagesAtOnce)
	for i, month := range months {
		if len(rows[month]) == 0 {
			continue
		}
		group.Go(func() (err error) {
			written[i], err = c.writePage(groupCtx, site, month, rows[month])
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i, month := range months {
		if delete(after.Pages, month); written[i].Object != "" {
			after.Pages[month] = written[i]
		}
	}
	return nil
}

// pagesAtOnce is the number of pages written concurrently: each may take a megabyte.
const pagesAtOnce = 8

// discard deletes pages that no reader needs any more. What it cannot delete is left to the next
// Check.
func (c *Catalogue) discard(ctx context.Context, site string, objects []string) {
	for _, object := range objects {
		_ = c.Store.Delete(ctx, pagesPrefix(site)+object)
	}
}
