package catalogue

import (
	"context"
	"errors"
	"maps"

	"github.com/aloud-audio/aloud/internal/library"
)

// View is a site's catalogue at one moment, with the articles for which it may be out of date.
type View struct {
	Due     map[library.Ref]bool // articles with unfinished work
	Pending map[library.Ref]bool // Due, and uncatalogued changes: read these from the library

	catalogue *Catalogue
	site      string
	head      head
}

// Open returns the current catalogue of a site, or ErrNone. It lists what is pending before it
// reads the head. This order is safe: an article is marked as changed before it ceases to be due,
// and is in the pages before its marker is deleted.
func (c *Catalogue) Open(ctx context.Context, site string) (View, error) {
	v := View{catalogue: c, site: site}
	var err error
	if v.Due, err = c.Library.DueRefs(ctx, site); err != nil {
		return v, err
	}
	changes, err := c.Library.Changes(ctx, site, 0)
	if err != nil {
		return v, err
	}
	v.Pending = maps.Clone(v.Due)
	for _, change := range changes {
		v.Pending[change.Ref] = true
	}
	v.head, err = c.head(ctx, site)
	return v, err
}

// Rows returns the rows of all articles except the pending ones, in no particular order. It returns
// ErrNone if a page is lost. If the head is replaced meanwhile, rows may be newer.
func (v *View) Rows(ctx context.Context) ([]Row, error) {
	pages, err := v.catalogue.pages(ctx, v.site, v.head)
	if errors.Is(err, errPageLost) {
		v.head, pages, err = v.catalogue.read(ctx, v.site)
	}
	if err != nil {
		return nil, err
	}
	return v.settled(pages), nil
}

func (v *View) settled(pages map[string][]Row) []Row {
	var all []Row
	for _, rows := range pages {
		for _, row := range rows {
			if !v.Pending[library.Ref{Site: v.site, ID: row.ID}] {
				all = append(all, row)
			}
		}
	}
	return all
}

// Counts returns the number of articles in each state, without the pending ones. If none is pending
// it reads no page.
func (v *View) Counts(ctx context.Context) (map[library.State]int, error) {
	counts := map[library.State]int{}
	if len(v.Pending) == 0 {
		for _, page := range v.head.Pages {
			for state, n := range page.States {
				counts[state] += n
			}
		}
		return counts, nil
	}
	rows, err := v.Rows(ctx)
	for _, row := range rows {
		counts[row.State]++
	}
	return counts, err
}
