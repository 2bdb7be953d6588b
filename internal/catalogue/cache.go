package catalogue

import (
	"context"
	"iter"
	"maps"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/library"
)

// cache holds what was read of the pages of the latest heads. Pages never change.
type cache struct {
	mu    sync.Mutex
	sites map[string]map[string]*cachedPage // by site and object
}

// cachedPage is what is known of a page.
type cachedPage struct {
	rows     []Row         // nil: not kept
	ids      []library.Sum // of its rows, in order; nil: not known
	glimpsed bool          // it was read, but not to the end
	judgedBy Ground        // what all its rows' judgements are based on; zero: not known
}

// cached is the maximum number of rows cached per site: some 100 MB. Of older months only the sums
// of ids are cached, 8 bytes for each article.
const cached = 200_000

func (c *cache) rows(site, object string) ([]Row, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	page, has := c.sites[site][object]
	if !has || page.rows == nil {
		return nil, false
	}
	return page.rows, true
}

func (c *cache) ids(site, object string) []library.Sum {
	c.mu.Lock()
	defer c.mu.Unlock()
	if page, has := c.sites[site][object]; has {
		return page.ids
	}
	return nil
}

// glimpse records that somebody reads a page, maybe not to the end, and reports whether somebody
// has before.
func (c *cache) glimpse(site, object string) (before bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	page := c.page(site, object)
	before, page.glimpsed = page.glimpsed, true
	return before
}

// judge records that all rows of a page are judged by the settings of a ground.
func (c *cache) judge(site, object string, by Ground) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.page(site, object).judgedBy = by
}

func (c *cache) judged(site, object string, by Ground) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	page, has := c.sites[site][object]
	return has && page.judgedBy == by && by != (Ground{})
}

func (c *cache) page(site, object string) *cachedPage {
	if c.sites == nil {
		c.sites = map[string]map[string]*cachedPage{}
	}
	if c.sites[site] == nil {
		c.sites[site] = map[string]*cachedPage{}
	}
	if c.sites[site][object] == nil {
		c.sites[site][object] = &cachedPage{}
	}
	return c.sites[site][object]
}

// keep adds pages to those cached of a site, by object, and forgets those that h does not name. If
// there are too many rows, it keeps those of the newest months.
func (c *cache) keep(site string, h head, read map[string][]Row) {
	c.mu.Lock()
	defer c.mu.Unlock()
	total, named := 0, map[string]*cachedPage{}
	for _, month := range slices.Backward(slices.Sorted(maps.Keys(h.Pages))) {
		object := h.Pages[month].Object
		page := c.page(site, object)
		named[object] = page
		if rows, has := read[object]; has {
			page.rows, page.ids = rows, sumsOf(rows)
		}
		if total += h.Pages[month].Rows; total > cached {
			page.rows = nil
		}
	}
	if c.sites == nil {
		c.sites = map[string]map[string]*cachedPage{}
	}
	c.sites[site] = named
}

func sumsOf(rows []Row) []library.Sum {
	sums := make([]library.Sum, 0, len(rows))
	for _, row := range rows {
		sums = append(sums, library.SumOf(row.ID))
	}
	slices.Sort(sums)
	return sums
}

// rowsOf yields the rows of a month. It reads the page no further than its caller takes rows, if
// nobody has read it before.
func (c *Catalogue) rowsOf(ctx context.Context, site string, h head, month string) iter.Seq2[Row, error] {
	page := h.Pages[month]
	if _, has := c.cache.rows(site, page.Object); !has && !c.cache.glimpse(site, page.Object) {
		return c.eachRow(ctx, site, page)
	}
	return func(yield func(Row, error) bool) {
		pages, err := c.pagesOf(ctx, site, h, []string{month})
		if err != nil {
			yield(Row{}, err)
			return
		}
		for _, row := range pages[month] {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// monthsOf returns the months whose pages may have rows of articles. It reads the pages whose ids
// are not known: all of them, once in the life of a process.
func (c *Catalogue) monthsOf(ctx context.Context, site string, h head, refs []library.Ref) (months []string, err error) {
	sums := make([]library.Sum, len(refs))
	for i, ref := range refs {
		sums[i] = library.SumOf(ref.ID)
	}
	if err := c.learnIDs(ctx, site, h); err != nil {
		return nil, err
	}
	for _, month := range slices.Sorted(maps.Keys(h.Pages)) {
		ids := c.cache.ids(site, h.Pages[month].Object)
		if slices.ContainsFunc(sums, func(sum library.Sum) bool { _, has := slices.BinarySearch(ids, sum); return has }) {
			months = append(months, month)
		}
	}
	return months, nil
}

// learnIDs reads the pages whose ids are not known, some at a time.
func (c *Catalogue) learnIDs(ctx context.Context, site string, h head) error {
	learning, learnCtx := errgroup.WithContext(ctx)
	learning.SetLimit(pagesAtOnce)
	for _, month := range slices.Backward(slices.Sorted(maps.Keys(h.Pages))) {
		if c.cache.ids(site, h.Pages[month].Object) != nil {
			continue
		}
		learning.Go(func() error {
			_, err := c.pagesOf(learnCtx, site, h, []string{month})
			return err
		})
	}
	return learning.Wait()
}
