package catalogue

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// Progress is told how many of how many articles were read.
type Progress func(done, of int)

// Rebuild makes the catalogue of a site anew from the library, whatever there is of it, and returns
// how many articles it has. Compactions may go on meanwhile.
func (c *Catalogue) Rebuild(ctx context.Context, site string, progress Progress) (articles int, err error) {
	var refs []library.Ref
	for ref, err := range c.Library.Articles(ctx, site) {
		if err != nil {
			return 0, err
		}
		refs = append(refs, ref)
	}
	rows, err := c.rows(ctx, refs, func(done int) {
		if progress != nil {
			progress(done, len(refs))
		}
	})
	for err == nil {
		if err = c.replaceAll(ctx, site, rows); !errors.Is(err, store.ErrConflict) {
			break
		}
		err = nil
	}
	return len(rows), err
}

// replaceAll writes a catalogue of rows. Rows of a head that was written since they were read may
// be newer: articles whose rows differ are read once more, after that head.
func (c *Catalogue) replaceAll(ctx context.Context, site string, rows map[string]Row) error {
	before, err := c.head(ctx, site)
	if err != nil && !errors.Is(err, ErrNone) {
		return err
	}
	pages, err := c.pages(ctx, site, before)
	if errors.Is(err, errPageLost) { // compactions stop at it too
		pages, err = nil, nil
	}
	if err != nil {
		return err
	}
	differ := differing(site, pages, rows)
	again, err := c.rows(ctx, differ, nil)
	if err != nil {
		return err
	}
	for _, ref := range differ {
		delete(rows, ref.ID)
	}
	for id, row := range again {
		rows[id] = row
	}
	next, touched := map[string][]Row{}, map[string]bool{}
	for month := range before.Pages {
		touched[month] = true
	}
	for _, row := range rows {
		touched[row.month()] = true
		next[row.month()] = append(next[row.month()], row)
	}
	return c.write(ctx, site, before, next, touched)
}

// differing are the articles whose row is another one in pages than in rows.
func differing(site string, pages map[string][]Row, rows map[string]Row) (refs []library.Ref) {
	for _, page := range pages {
		for _, row := range page {
			if mine, has := rows[row.ID]; !has || mine.Versions != row.Versions {
				refs = append(refs, library.Ref{Site: site, ID: row.ID})
			}
		}
	}
	return refs
}

// abandonedAfter is the age at which a page that no head names is nobody's: a compaction is done
// long before.
const abandonedAfter = time.Hour

// Check compares the catalogue with a list of the library, makes the rows of articles anew that
// differ, and returns how many did: a worker of the former release leaves no change markers. It
// also deletes pages that an interrupted compaction left. It returns ErrNone if there is no
// catalogue.
func (c *Catalogue) Check(ctx context.Context, site string) (repaired int, err error) {
	_, pages, err := c.read(ctx, site)
	if err != nil {
		return 0, err
	}
	versions, err := c.Library.AllVersions(ctx, site)
	if err != nil {
		return 0, err
	}
	wrong := mismatched(site, pages, versions)
	if len(wrong) > 0 {
		if err := c.update(ctx, site, unique(wrong)); err != nil {
			return 0, err
		}
	}
	return len(wrong), c.discardAbandoned(ctx, site)
}

// mismatched are the articles whose row was made of other versions than the store has now, that have
// no row, or have a row and are not there. It empties versions.
func mismatched(site string, pages map[string][]Row, versions map[library.Ref]library.Versions) (wrong []library.Ref) {
	for _, page := range pages {
		for _, row := range page {
			ref := library.Ref{Site: site, ID: row.ID}
			now, there := versions[ref]
			damaged := row.State == library.Damaged && now.Desired == row.Versions.Desired
			if !there || now != row.Versions && !damaged {
				wrong = append(wrong, ref)
			}
			delete(versions, ref)
		}
	}
	for ref := range versions {
		wrong = append(wrong, ref)
	}
	return wrong
}

func (c *Catalogue) discardAbandoned(ctx context.Context, site string) error {
	h, err := c.head(ctx, site)
	if err != nil {
		return err
	}
	kept := map[string]bool{}
	for _, page := range h.Pages {
		kept[page.Object] = true
	}
	for _, object := range h.Former {
		kept[object] = true
	}
	for entry, err := range c.Store.List(ctx, pagesPrefix(site)) {
		if err != nil {
			return err
		}
		object := strings.TrimPrefix(entry.Key, pagesPrefix(site))
		if !kept[object] && c.Now().Sub(entry.Modified) > abandonedAfter {
			if err := c.Store.Delete(ctx, entry.Key); err != nil {
				return err
			}
		}
	}
	return nil
}
