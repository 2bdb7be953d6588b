package catalogue

import (
	"context"
	"errors"
	"maps"

	"github.com/aloud-audio/aloud/internal/library"
)

// View is a site's catalogue at one moment, with the articles that it may be behind on.
type View struct {
	Due     map[library.Ref]bool // articles with unfinished work
	Pending map[library.Ref]bool // the same, and those whose change is not catalogued: they have to be read

	catalogue *Catalogue
	site      string
	head      head
}

// Open returns the catalogue of a site as it is now, or ErrNone. It lists what is pending before it
// reads the head: an article that ceases to be due is marked as changed before, and one that
// ceases to be marked is in the pages before.
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

// Rows returns the rows of all articles but the pending ones, in no order. It returns ErrNone if a
// page is lost. A later head has what this one has, and perhaps newer rows.
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

// Counts returns how many articles are in each state, the pending ones not counted. If none is
// pending it reads no page.
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
