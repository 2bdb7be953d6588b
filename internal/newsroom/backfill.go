package newsroom

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
)

// Backfill is a backfill and its state.
type Backfill = library.Backfill

// BackfillOrder says which part of an archive to narrate.
type BackfillOrder struct {
	Source string    // that is asked; empty: the articles come with the order
	Since  time.Time // of publication; zero: all
	Until  time.Time // zero: all
	Tag    string    // a tag's slug; empty: all
	Limit  int       // articles, the newest first if the source lists them so; 0: all
	MaxUSD float64   // what it may buy; 0: no limit of its own
}

// takes reports whether the order includes an article.
func (o BackfillOrder) takes(p article.Payload) bool {
	published := p.Appeared()
	return p.Status != article.Removed && (o.Since.IsZero() || !published.Before(o.Since)) &&
		(o.Until.IsZero() || published.Before(o.Until)) && (o.Tag == "" || slices.Contains(p.Tags, o.Tag))
}

// Archive yields the articles of an order: those that the source lists, without text.
func (n *Newsroom) Archive(ctx context.Context, site string, o BackfillOrder) (iter.Seq2[article.Payload, error], error) {
	src, err := n.askedSource(site, o.Source)
	if err != nil {
		return nil, err
	}
	listed, err := src.Asker.List(ctx)
	if err != nil {
		return nil, fmt.Errorf("%s could not be polled: %w", o.Source, err)
	}
	return func(yield func(article.Payload, error) bool) {
		for _, l := range listed {
			if !yield(l.Payload, nil) {
				return
			}
		}
	}, nil
}

// askedSource is a source of a site by its name.
func (n *Newsroom) askedSource(site, name string) (AskedSource, error) {
	_, sources, err := n.Asked(site, name)
	if err == nil && len(sources) > 1 {
		err = invalidf("site %s has several sources: choose one with --source", site)
	}
	if err != nil {
		return AskedSource{}, err
	}
	return sources[0], nil
}

// StartBackfill stores the articles that the order is about, each once, and then the backfill,
// which the workers begin at once. After an earlier error there is no backfill. It returns
// InvalidError if there is no such article.
func (n *Newsroom) StartBackfill(ctx context.Context, site string, o BackfillOrder, articles iter.Seq2[article.Payload, error]) (b Backfill, err error) {
	b = n.newBackfill(NewBackfillName(n.Now()), o)
	defer func() { n.enter(ctx, site, "start backfill "+b.Name, nil, err) }()
	list := backfillList{n: n, site: site, name: b.Name}
	for p, err := range o.Chosen(articles) {
		if err == nil {
			err = list.add(ctx, p)
		}
		if err != nil {
			return b, err
		}
	}
	if err := list.flush(ctx); err != nil {
		return b, err
	}
	if b.Total = list.stored; b.Total == 0 {
		return b, errNoArticle
	}
	return b, n.Library.MakeBackfill(ctx, site, b)
}

var errNoArticle = invalidf("there is no article to read: check --since, --until and --tag")

// NewBackfillName returns a name that no other backfill has.
func NewBackfillName(now time.Time) string {
	return now.UTC().Format("20060102-150405") + "-" + library.NewNonce()[:4]
}

func (n *Newsroom) newBackfill(name string, o BackfillOrder) Backfill {
	now := n.Now().UTC()
	return Backfill{Name: name, Source: o.Source, State: library.BackfillRunning, MaxUSD: o.MaxUSD, MadeAt: now, ResumedAt: now}
}

// Chosen yields the articles that the order takes, each id once.
func (o BackfillOrder) Chosen(articles iter.Seq2[article.Payload, error]) iter.Seq2[article.Payload, error] {
	return func(yield func(article.Payload, error) bool) {
		seen := map[string]bool{}
		for p, err := range articles {
			if err == nil && (seen[p.ID] || !o.takes(p)) {
				continue
			}
			seen[p.ID] = true
			if !yield(p, err) || err != nil || len(seen) == o.Limit {
				return
			}
		}
	}
}

// backfillList stores the articles of a backfill by pages.
type backfillList struct {
	n          *Newsroom
	site, name string
	stored     int
	page       []article.Payload
}

func (l *backfillList) add(ctx context.Context, p article.Payload) error {
	if _, err := library.NewRef(l.site, p.ID); err != nil {
		return InvalidError{err}
	}
	if err := check(p); err != nil {
		return fmt.Errorf("%s: %w", p.ID, err)
	}
	l.page = append(l.page, l.n.Narrator.Sites[l.site].Kept(p))
	if len(l.page) < library.BackfillPage {
		return nil
	}
	return l.flush(ctx)
}

func (l *backfillList) flush(ctx context.Context) error {
	if len(l.page) == 0 {
		return nil
	}
	err := l.n.Library.AddBackfillItems(ctx, l.site, l.name, l.stored, l.page)
	l.stored, l.page = l.stored+len(l.page), l.page[:0]
	return err
}

// Backfills returns a site's backfills, the oldest first.
func (n *Newsroom) Backfills(ctx context.Context, site string) ([]Backfill, error) {
	return n.Library.Backfills(ctx, site)
}

// PauseBackfill stops a backfill after the articles in progress. name may be empty if only one has
// not ended.
func (n *Newsroom) PauseBackfill(ctx context.Context, site, name string) (Backfill, error) {
	return n.changeBackfill(ctx, site, name, "pause", func(b *Backfill) { b.State, b.Reason = library.BackfillPaused, "by an admin" })
}

// ResumeBackfill continues a paused backfill; maxUSD, unless it is 0, is its new limit.
func (n *Newsroom) ResumeBackfill(ctx context.Context, site, name string, maxUSD float64) (Backfill, error) {
	return n.changeBackfill(ctx, site, name, "resume", func(b *Backfill) {
		b.State, b.Reason, b.ResumedAt, b.ResumedBy = library.BackfillRunning, "", n.Now().UTC(), b.Cursor
		if maxUSD > 0 {
			b.MaxUSD = maxUSD
		}
	})
}

// CancelBackfill ends a backfill after the articles in progress.
func (n *Newsroom) CancelBackfill(ctx context.Context, site, name string) (Backfill, error) {
	return n.changeBackfill(ctx, site, name, "cancel", func(b *Backfill) { b.State, b.EndedAt = library.BackfillCancelled, n.Now().UTC() })
}

// changeBackfill changes one by its name, or the only one that has not ended. what it is goes into
// the journal.
func (n *Newsroom) changeBackfill(ctx context.Context, site, name, what string, change func(*Backfill)) (b Backfill, err error) {
	if name == "" {
		all, err := n.Library.Backfills(ctx, site)
		if err == nil {
			name, err = OnlyBackfill(site, all)
		}
		if err != nil {
			return Backfill{}, err
		}
	}
	defer func() { n.enter(ctx, site, what+" backfill "+name, nil, err) }()
	b, err = n.Library.ChangeBackfill(ctx, site, name, func(b *Backfill) error {
		if b.Ended() {
			return library.ErrBackfillEnded
		}
		change(b)
		return nil
	})
	if errors.Is(err, library.ErrNotFound) {
		err = invalidf("site %s has no backfill %s: aloud backfill status lists them", site, name)
	}
	return b, err
}

// OnlyBackfill returns the name of a site's only backfill that has not ended.
func OnlyBackfill(site string, all []Backfill) (name string, err error) {
	all = slices.DeleteFunc(slices.Clone(all), Backfill.Ended)
	if len(all) != 1 {
		return "", invalidf("site %s has %d backfills that have not ended: name one of aloud backfill status", site, len(all))
	}
	return all[0].Name, nil
}
