package catalogue

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// Progress is called with the number of articles read and the total.
type Progress func(done, of int)

// Rebuild builds a site's catalogue from the library, replacing any existing one, and returns how
// many articles it contains. Compactions may continue meanwhile.
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

// replaceAll writes a catalogue of rows. Rows of a head that was written after they were read may
// be newer: articles whose rows differ are read again, after that head.
func (c *Catalogue) replaceAll(ctx context.Context, site string, rows map[string]Row) error {
	before, err := c.head(ctx, site)
	if err != nil && !errors.Is(err, ErrNone) {
		return err
	}
	pages, err := c.pages(ctx, site, before, Query{})
	if errors.Is(err, errPageLost) { // compactions fail on it too
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

// differing returns the articles whose rows in pages and in rows differ.
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

// abandonedAfter is the age at which a page that no head names is considered abandoned: any
// compaction has finished long before.
const abandonedAfter = time.Hour

// Check compares the catalogue with a list of the library, recomputes the rows that differ, and
// returns how many did. It is needed because a worker of the former release leaves no change
// markers. It also deletes pages left by an interrupted compaction. It returns ErrNone if there is
// no catalogue.
func (c *Catalogue) Check(ctx context.Context, site string) (repaired int, err error) {
	wrong, lexicons, err := c.compare(ctx, site)
	if err != nil {
		return 0, err
	}
	if len(wrong) > 0 {
		if err := c.update(ctx, site, unique(wrong), nil); err != nil {
			return 0, err
		}
	}
	if err := c.discardLexicons(ctx, site, lexicons); err != nil {
		return len(wrong), err
	}
	return len(wrong), c.discardAbandoned(ctx, site)
}

// compare returns the articles whose row was made from other versions than the store has now, that
// have no row, or that have a row but no longer exist; and the lexicons that rows name. It has the
// rows of one month in memory at a time.
func (c *Catalogue) compare(ctx context.Context, site string) (wrong []library.Ref, lexicons map[string]bool, err error) {
	_, err = c.readFrom(ctx, site, nil, func(h head) error {
		wrong, lexicons = nil, map[string]bool{}
		versions, err := c.Library.AllVersions(ctx, site)
		if err != nil {
			return err
		}
		for month := range h.Pages {
			pages, err := c.pagesOf(ctx, site, h, []string{month})
			if err != nil {
				return err
			}
			wrong = append(wrong, mismatched(site, pages[month], versions)...)
			for _, row := range pages[month] {
				lexicons[row.Judgement.Ground.Lexicon] = true
			}
		}
		for ref := range versions {
			wrong = append(wrong, ref)
		}
		return nil
	})
	return wrong, lexicons, err
}

// mismatched returns the articles whose row was made from other versions, or that no longer exist.
// It deletes the others, too, from versions.
func mismatched(site string, page []Row, versions map[library.Ref]library.Versions) (wrong []library.Ref) {
	for _, row := range page {
		ref := library.Ref{Site: site, ID: row.ID}
		now, there := versions[ref]
		damaged := row.State == library.Damaged && now.Desired == row.Versions.Desired
		if !there || now != row.Versions && !damaged {
			wrong = append(wrong, ref)
		}
		delete(versions, ref)
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
