package newsroom

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
)

// Query is the part of a Filter that a row of the catalogue answers.
type Query = catalogue.Query

// Filter chooses articles; the zero one chooses all.
type Filter struct {
	Query

	Stale    bool // only those that would sound different with today's settings
	Retrying bool // only those that failed attempts and wait for the next one
	ToRetry  bool // only those that failed, or failed attempts and wait for the next one
}

// Check returns InvalidError for a state that does not exist.
func (f Filter) Check() error {
	states := States()
	if f.State != "" && !slices.Contains(states, f.State) {
		return invalidf("no state %q; states are %s", f.State, joined(states))
	}
	return nil
}

func joined(states []library.State) string {
	names := make([]string, len(states))
	for i, s := range states {
		names[i] = string(s)
	}
	return strings.Join(names, ", ")
}

// States returns all states, in the order in which they are shown.
func States() []library.State {
	var states []library.State
	for _, s := range library.States {
		states = append(states, s.State)
	}
	return states
}

// List yields a site's articles that the filter chooses, the newest publication first, without
// their narrations. It reads no more than its caller takes.
func (n *Newsroom) List(ctx context.Context, site string, filter Filter) iter.Seq2[Article, error] {
	return n.newest(ctx, site, filter, catalogue.Position{}, rowsAtFirst)
}

// choice is an article, and whether a filter chooses it.
type choice struct {
	Article
	chosen bool
}

// choices yields the articles of a site that the filter may choose, with whether it does, ordered
// by id and after one. It asks the catalogue, and reads what that may be behind on; without a
// catalogue it reads every article.
func (n *Newsroom) choices(ctx context.Context, site string, filter Filter, after string) iter.Seq2[choice, error] {
	return func(yield func(choice, error) bool) {
		due, rows, pending, err := n.look(ctx, site, filter.Query)
		if err != nil {
			yield(choice{}, err)
			return
		}
		read := func(ctx context.Context, ref library.Ref) (choice, error) { return n.choose(ctx, ref, filter, due) }
		all := library.Ahead(ctx, n.Library.ArticlesAfter(ctx, library.Ref{Site: site, ID: after}), read)
		if pending != nil {
			all = n.overlay(ctx, site, filter, after, rows, pending, read)
		}
		for c, err := range all {
			if !yield(c, err) {
				return
			}
		}
	}
}

// choose reads an article.
func (n *Newsroom) choose(ctx context.Context, ref library.Ref, filter Filter, due map[library.Ref]bool) (c choice, err error) {
	r, err := n.Library.Record(ctx, ref)
	if err != nil {
		return c, err
	}
	c.Article = n.article(r, due[ref])
	c.Narration = nil
	c.chosen = filter.matches(catalogue.RowOf(r), c.Article) && (!filter.ToRetry || n.toRetry(ctx, c.Article))
	if c.chosen && filter.Stale {
		c.Judged = byReading
		c.chosen, err = n.Narrator.StaleRecord(r)
	}
	return c, err
}

// toRetry reports whether an article failed, or waits for its next attempt. If the store could not
// record that, the queue knows it; if the queue is unreachable, it reports true.
func (n *Newsroom) toRetry(ctx context.Context, a Article) bool {
	if a.State == library.Failed || a.Retrying() {
		return true
	}
	if !a.Due || a.State == library.Parked {
		return false
	}
	waits, err := n.Queue.Retries(ctx, a.Ref())
	return err != nil || waits
}

// matches reports whether the filter chooses an article that was read, ToRetry and Stale apart. One
// with unfinished work counts as changed.
func (f Filter) matches(row catalogue.Row, a Article) bool {
	q := f.Query
	if a.Due {
		q.Changed = time.Time{}
	}
	return q.Chooses(row) && (!f.Retrying || a.Retrying())
}

// Choose names the articles of the named, or only, site: those with these ids or, without any,
// those that the filter chooses.
func (n *Newsroom) Choose(ctx context.Context, site string, ids []string, filter Filter) ([]library.Ref, error) {
	if len(ids) > 0 {
		return n.Refs(site, ids)
	}
	site, err := n.Site(site)
	if err != nil {
		return nil, err
	}
	var refs []library.Ref
	for a, err := range n.List(ctx, site, filter) {
		if err != nil {
			return nil, err
		}
		refs = append(refs, a.Ref())
	}
	return refs, nil
}

// Stale reports whether a published article would sound different if it were rendered now.
func (n *Newsroom) Stale(ctx context.Context, ref library.Ref) (bool, error) {
	stale, err := n.Narrator.Stale(ctx, ref)
	if err != nil {
		return false, fmt.Errorf("%s: %w", ref, err)
	}
	return stale, nil
}

// CheckRendered returns an error if an article was published with other settings than this
// Newsroom's: then its track is not what was ordered.
func (n *Newsroom) CheckRendered(ctx context.Context, refs []library.Ref) error {
	for _, ref := range refs {
		article, err := n.Status(ctx, ref)
		if err != nil {
			return err
		}
		stale, err := n.Stale(ctx, ref)
		if err != nil {
			return err
		}
		if stale && article.State == library.Published {
			return fmt.Errorf("%s is still stale: the workers use different settings than this command. Restart them, then run the command again", ref)
		}
	}
	return nil
}
