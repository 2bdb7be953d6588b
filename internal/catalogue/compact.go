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
	if err := c.update(ctx, site, unique(refs)); err != nil {
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
// one.
func (c *Catalogue) update(ctx context.Context, site string, refs []library.Ref) error {
	for {
		before, pages, err := c.read(ctx, site)
		if err != nil {
			return err
		}
		rows, err := c.rows(ctx, refs, nil)
		if err != nil {
			return err
		}
		err = c.replace(ctx, site, before, pages, refs, rows)
		if !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
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
