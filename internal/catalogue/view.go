package catalogue

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

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

// Rows returns the rows that q chooses except the pending ones, in no particular order. It reads
// the pages of the months that q may choose, and returns ErrNone if a page is lost. If the head is
// replaced meanwhile, rows may be newer.
func (v *View) Rows(ctx context.Context, q Query) (rows []Row, err error) {
	v.head, err = v.catalogue.readFrom(ctx, v.site, &v.head, func(h head) error {
		pages, err := v.catalogue.pages(ctx, v.site, h, q)
		rows = nil
		for _, page := range pages {
			rows = append(rows, v.chosen(page, q)...)
		}
		return err
	})
	return rows, err
}

// Months returns the name of each month's page. A page changes by getting another name.
func (v *View) Months() map[string]string {
	months := map[string]string{}
	for month, page := range v.head.Pages {
		months[month] = page.Object
	}
	return months
}

// PendingMonths returns the months whose pages have rows of pending articles.
func (v *View) PendingMonths(ctx context.Context) ([]string, error) {
	if len(v.Pending) == 0 {
		return nil, nil
	}
	months, err := v.catalogue.monthsOf(ctx, v.site, v.head, slices.Collect(maps.Keys(v.Pending)))
	return months, v.lost(err)
}

// RowsOf is Rows for one month. It returns ErrNone also if the page was replaced long ago.
func (v *View) RowsOf(ctx context.Context, month string, q Query) ([]Row, error) {
	pages, err := v.catalogue.pagesOf(ctx, v.site, v.head, present(v.head, month))
	return v.chosen(pages[month], q), v.lost(err)
}

func (v *View) lost(err error) error {
	if errors.Is(err, errPageLost) {
		return fmt.Errorf("site %s: %w", v.site, ErrNone)
	}
	return err
}

// Newest is Rows for the n newest after a position, the newest first. It reads months from the
// newest back until it has so many, and of a page no more than it needs.
func (v *View) Newest(ctx context.Context, q Query, after Position, n int) (rows []Row, err error) {
	if after != (Position{}) && (q.Until.IsZero() || after.Appeared.Before(q.Until)) {
		q.Until = after.Appeared.Add(1) // others may have appeared at the same time
	}
	v.head, err = v.catalogue.readFrom(ctx, v.site, &v.head, func(h head) error {
		rows = nil
		months := slices.DeleteFunc(slices.Sorted(maps.Keys(h.Pages)), func(month string) bool { return !q.months(month) })
		for seen := 0; len(months) > 0 && len(rows) < n; {
			next := lastMonths(h, months, max(n-len(rows), seen))
			if _, err := v.catalogue.pagesOf(ctx, v.site, h, next[1:]); err != nil { // at once: they are small
				return err
			}
			for _, month := range slices.Backward(next) {
				some, err := v.newestOf(ctx, h, month, q, after, n-len(rows))
				if err != nil {
					return err
				}
				if rows = append(rows, some...); len(rows) >= n {
					break
				}
				seen += h.Pages[month].Rows
			}
			months = months[:len(months)-len(next)]
		}
		return nil
	})
	return rows, err
}

// lastMonths returns the last of some months that have so many rows together, or all.
func lastMonths(h head, months []string, rows int) []string {
	for i := len(months) - 1; i > 0; i-- {
		if rows -= h.Pages[months[i]].Rows; rows <= 0 {
			return months[i:]
		}
	}
	return months
}

// newestOf is Newest for one month.
func (v *View) newestOf(ctx context.Context, h head, month string, q Query, after Position, n int) (rows []Row, err error) {
	for row, err := range v.catalogue.rowsOf(ctx, v.site, h, month) {
		if err != nil {
			return nil, err
		}
		if !v.chooses(row, q) || row.Position().Compare(after) <= 0 {
			continue
		}
		if rows = append(rows, row); len(rows) == n && h.Pages[month].NewestFirst {
			return rows, nil
		}
	}
	slices.SortFunc(rows, func(a, b Row) int { return a.Position().Compare(b.Position()) })
	return rows[:min(n, len(rows))], nil
}

func (v *View) chosen(page []Row, q Query) (rows []Row) {
	for _, row := range page {
		if v.chooses(row, q) {
			rows = append(rows, row)
		}
	}
	return rows
}

func (v *View) chooses(row Row, q Query) bool {
	return q.Chooses(row) && !v.Pending[library.Ref{Site: v.site, ID: row.ID}]
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
	rows, err := v.Rows(ctx, Query{})
	for _, row := range rows {
		counts[row.State]++
	}
	return counts, err
}
