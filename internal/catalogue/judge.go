package catalogue

import (
	"context"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/library"
)

// judgedAtOnce is how many articles one Rejudge reads: about a second's work.
const judgedAtOnce = 500

// Rejudge judges articles again whose rows are based on former settings or a former release, the
// newest month first, and reports whether it found any.
func (c *Catalogue) Rejudge(ctx context.Context, site string) (found bool, err error) {
	_, pages, err := c.read(ctx, site)
	if err != nil {
		return false, err
	}
	months := slices.Sorted(maps.Keys(pages))
	for _, month := range slices.Backward(months) {
		var refs []library.Ref
		for _, row := range pages[month] {
			if !c.Judged(site, row) && len(refs) < judgedAtOnce {
				refs = append(refs, library.Ref{Site: site, ID: row.ID})
			}
		}
		if len(refs) > 0 {
			return true, c.update(ctx, site, refs)
		}
	}
	return false, nil
}

// Judged reports whether a row's judgement is based on the current settings. An article without
// public audio needs none.
func (c *Catalogue) Judged(site string, row Row) bool {
	return c.Ground == nil || row.Public == nil || row.Judgement.Ground == c.Ground(site)
}
