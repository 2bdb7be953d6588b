package catalogue

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// writePage writes the rows of a month as a new object: gzipped JSON lines, the newest first.
func (c *Catalogue) writePage(ctx context.Context, site, month string, rows []Row) (pageRef, error) {
	slices.SortFunc(rows, func(a, b Row) int { return a.Position().Compare(b.Position()) })
	p := pageRef{Object: month + "-" + library.NewNonce() + ".jsonl.gz", Rows: len(rows), States: map[library.State]int{}, NewestFirst: true}
	var body bytes.Buffer
	zip, _ := gzip.NewWriterLevel(&body, gzip.BestSpeed) // the level is valid
	lines := json.NewEncoder(zip)
	lines.SetEscapeHTML(false)
	for _, row := range rows {
		p.States[row.State]++
		if err := lines.Encode(row); err != nil {
			return p, fmt.Errorf("encode the row of %s/%s: %w", site, row.ID, err)
		}
	}
	if err := zip.Close(); err != nil {
		return p, err
	}
	_, err := c.Store.Put(ctx, pagesPrefix(site)+p.Object, body.Bytes(), store.PutOptions{If: store.IfAbsent(), ContentType: "application/gzip"})
	return p, err
}

// errPageLost means that a head names a page that is missing or damaged.
var errPageLost = errors.New("a page of the catalogue is missing or damaged")

// readPage returns the rows of a page.
func (c *Catalogue) readPage(ctx context.Context, site string, p pageRef) ([]Row, error) {
	rows := make([]Row, 0, p.Rows)
	for row, err := range c.eachRow(ctx, site, p) {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// eachRow yields the rows of a stored page, and decodes no more than its caller takes. It yields
// errPageLost if the page is missing or damaged.
func (c *Catalogue) eachRow(ctx context.Context, site string, p pageRef) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		body, _, err := store.Read(ctx, c.Store, pagesPrefix(site)+p.Object)
		if errors.Is(err, store.ErrNotFound) {
			err = errPageLost
		}
		if err != nil {
			yield(Row{}, err)
			return
		}
		zip, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			yield(Row{}, errPageLost)
			return
		}
		lines, count := json.NewDecoder(bufio.NewReaderSize(zip, 1<<16)), 0
		for ; ; count++ {
			var row Row
			if err := lines.Decode(&row); err != nil {
				if !errors.Is(err, io.EOF) || count != p.Rows {
					yield(Row{}, errPageLost)
				}
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// pages returns the pages of a head by month, or only those of the months that q may choose. Those
// that have not changed come from the cache.
func (c *Catalogue) pages(ctx context.Context, site string, h head, q Query) (map[string][]Row, error) {
	var months []string
	for month := range h.Pages {
		if q.months(month) {
			months = append(months, month)
		}
	}
	return c.pagesOf(ctx, site, h, months)
}

func (c *Catalogue) pagesOf(ctx context.Context, site string, h head, months []string) (map[string][]Row, error) {
	read := make([][]Row, len(months))
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(library.RecordsAtOnce)
	for i, month := range months {
		group.Go(func() (err error) {
			var has bool
			if read[i], has = c.cache.rows(site, h.Pages[month].Object); !has {
				read[i], err = c.readPage(groupCtx, site, h.Pages[month])
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	byMonth, byObject := map[string][]Row{}, map[string][]Row{}
	for i, month := range months {
		byMonth[month], byObject[h.Pages[month].Object] = read[i], read[i]
	}
	c.cache.keep(site, h, byObject)
	return byMonth, nil
}

// readFrom calls read with the head, which is read first if it is nil. It starts over with a new
// head if a compaction has replaced pages meanwhile, and returns ErrNone if a page is lost.
func (c *Catalogue) readFrom(ctx context.Context, site string, known *head, read func(head) error) (h head, err error) {
	for lost := ""; ; lost = h.etag {
		if known != nil {
			h, known = *known, nil
		} else if h, err = c.head(ctx, site); err != nil {
			return h, err
		}
		if h.etag == lost {
			return h, fmt.Errorf("site %s: %w", site, ErrNone)
		}
		if err = read(h); !errors.Is(err, errPageLost) {
			return h, err
		}
	}
}
