package newsroom

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
)

// Newest returns at most limit articles of a site that the filter chooses, the newest publication
// first. after is the Next of the page before, "" for the first. With a catalogue it reads only the
// months that it needs.
func (n *Newsroom) Newest(ctx context.Context, site string, filter Filter, after string, limit int) (Page, error) {
	page := Page{Articles: []Article{}}
	from, err := parsePosition(after)
	if err != nil {
		return page, err
	}
	for a, err := range n.newest(ctx, site, filter, from, limit+1) {
		if err != nil {
			return page, err
		}
		if len(page.Articles) == limit {
			page.Next = formatPosition(positionOf(page.Articles[limit-1]))
			break
		}
		page.Articles = append(page.Articles, a)
	}
	return page, nil
}

// Rows are read some at a time: first rowsAtFirst, then twice as many each time up to rowsAtOnce.
const (
	rowsAtFirst = 100
	rowsAtOnce  = 5000
)

// newest yields the articles after a position that the filter chooses, the newest publication
// first. It takes so many rows from the catalogue at first.
func (n *Newsroom) newest(ctx context.Context, site string, filter Filter, from catalogue.Position, first int) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		view, ok, err := n.open(ctx, site)
		if err != nil {
			yield(Article{}, err)
			return
		}
		l := &newestList{n: n, site: site, filter: filter, view: view, after: from}
		if ok {
			l.fromCatalogue(ctx, first, yield)
			return
		}
		l.fromArticles(ctx, yield)
	}
}

// newestList lists articles, the newest publication first.
type newestList struct {
	n      *Newsroom
	site   string
	filter Filter
	view   catalogue.View
	after  catalogue.Position // of the last article that was listed
}

// fromCatalogue yields rows of the catalogue, and the pending articles, which it reads, among them.
func (l *newestList) fromCatalogue(ctx context.Context, size int, yield func(Article, error) bool) {
	pending, err := l.read(ctx, refsOf(l.view.Pending))
	if err != nil {
		yield(Article{}, err)
		return
	}
	blast, row := newBlast(l.n, l.site), l.after
	for ended := l.filter.Retrying; ; size = min(2*size, rowsAtOnce) { // who retries is pending
		var rows []catalogue.Row
		if !ended {
			rows, err = l.view.Newest(ctx, l.filter.Query, row, size)
		}
		if errors.Is(err, catalogue.ErrNone) { // a page is lost
			l.fromArticles(ctx, yield)
			return
		}
		var settled []Article
		if err == nil {
			settled, err = l.settle(ctx, blast, rows)
		}
		if err != nil {
			yield(Article{}, err)
			return
		}
		if ended = len(rows) < size; !ended {
			row = rows[len(rows)-1].Position()
		}
		due := len(pending)
		if !ended {
			due, _ = slices.BinarySearchFunc(pending, row, func(a Article, p catalogue.Position) int { return positionOf(a).Compare(p) })
		}
		if !l.yieldAll(append(settled, pending[:due]...), yield) || ended {
			return
		}
		pending = pending[due:]
	}
}

// settle returns the articles of rows that the filter chooses. It reads those of which the
// catalogue does not know whether they are stale.
func (l *newestList) settle(ctx context.Context, blast *blast, rows []catalogue.Row) (all []Article, err error) {
	for c, err := range l.n.settleAll(ctx, blast, l.filter, rows, nil, l.choose) {
		if err != nil {
			return nil, err
		}
		if c.chosen {
			all = append(all, c.Article)
		}
	}
	return all, nil
}

// fromArticles yields articles after reading all of them.
func (l *newestList) fromArticles(ctx context.Context, yield func(Article, error) bool) {
	refs, err := collect(l.n.Library.Articles(ctx, l.site))
	var all []Article
	if err == nil {
		all, err = l.read(ctx, refs)
	}
	if err != nil {
		yield(Article{}, err)
		return
	}
	l.yieldAll(all, yield)
}

// read returns those of some articles that the filter chooses, the newest first.
func (l *newestList) read(ctx context.Context, refs []library.Ref) (all []Article, err error) {
	for c, err := range library.Ahead(ctx, library.Each(refs), l.choose) {
		if err != nil {
			return nil, err
		}
		if c.chosen {
			all = append(all, c.Article)
		}
	}
	slices.SortFunc(all, byPosition)
	return all, nil
}

func (l *newestList) choose(ctx context.Context, ref library.Ref) (choice, error) {
	return l.n.choose(ctx, ref, l.filter, l.view.Due)
}

// yieldAll yields those of some articles that come after the last one, the newest first.
func (l *newestList) yieldAll(all []Article, yield func(Article, error) bool) (more bool) {
	slices.SortFunc(all, byPosition)
	for _, a := range all {
		if positionOf(a).Compare(l.after) <= 0 {
			continue
		}
		if l.after = positionOf(a); !yield(a, nil) {
			return false
		}
	}
	return true
}

func byPosition(a, b Article) int { return positionOf(a).Compare(positionOf(b)) }

func positionOf(a Article) catalogue.Position {
	return catalogue.Position{Appeared: a.Appeared, ID: a.ID}
}

// positionSeparator is in no time.
const positionSeparator = "_"

func formatPosition(p catalogue.Position) string {
	return p.Appeared.UTC().Format(time.RFC3339Nano) + positionSeparator + p.ID
}

func parsePosition(text string) (p catalogue.Position, err error) {
	if text == "" {
		return p, nil
	}
	at, id, _ := strings.Cut(text, positionSeparator)
	p.ID = id
	p.Appeared, err = time.Parse(time.RFC3339Nano, at)
	if _, idErr := library.NewRef("main", id); cmp.Or(err, idErr) != nil {
		return p, invalidf("after is %q: use next of the page before", text)
	}
	return p, nil
}
