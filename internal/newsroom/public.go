package newsroom

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/tracing"
)

const (
	checkPublicEvery = time.Hour
	checkRetry       = 5 * time.Minute // after a pass that failed
)

// PublicCheck compares everything public with its desired state, and withdraws what must not be
// public, in case another take-down missed it. It lists public/ and the desired states themselves:
// a derived index shows no leak. It remembers which versions it found in order, and reads only
// others. It is not safe for concurrent use.
type PublicCheck struct {
	newsroom *Newsroom
	sites    map[string]*checkedSite
}

// checkedSite is what a pass over a site remembers for the next one.
type checkedSite struct {
	fine  map[library.Sum]library.Sum // versions of desired states by article
	feeds library.FeedNames
}

// NewPublicCheck returns a check that has seen nothing yet.
func NewPublicCheck(n *Newsroom) *PublicCheck {
	return &PublicCheck{newsroom: n, sites: map[string]*checkedSite{}}
}

// Run makes a pass over all sites, and returns the time until the next one.
func (c *PublicCheck) Run(ctx context.Context) (next time.Duration) {
	err := c.newsroom.checkUnnamed(ctx)
	for _, site := range c.newsroom.sites() {
		if c.sites[site] == nil {
			c.sites[site] = &checkedSite{}
		}
		err = errors.Join(err, c.newsroom.checkSite(ctx, site, c.sites[site]))
	}
	if err != nil && ctx.Err() == nil {
		logging.From(ctx).ErrorContext(ctx, "hourly check of public audio failed, will retry", "in", checkRetry, "error", err)
		return checkRetry
	}
	return checkPublicEvery
}

// checkSite withdraws the articles of a site that must not be public, and takes those out of its
// feeds that are not. It reads the feeds first, so that an article that is published meanwhile
// stays.
func (n *Newsroom) checkSite(ctx context.Context, site string, checked *checkedSite) (failed error) {
	failed = checked.feeds.Update(ctx, n.Library, site)
	public, err := n.Library.PublicVersions(ctx, site)
	if err != nil {
		return errors.Join(failed, err)
	}
	failed = errors.Join(failed, n.compareWithDesired(ctx, public, checked))
	heard := map[library.Sum]bool{}
	for _, a := range public {
		heard[library.SumOf(a.Ref.ID)] = true
	}
	unheard, documents := checked.feeds.Missing(heard)
	if len(unheard) == 0 {
		return failed
	}
	logging.From(ctx).WarnContext(ctx, "took articles without audio out of the feeds", "site", site, "articles", len(unheard))
	return errors.Join(failed, n.Library.CutDocuments(ctx, documents, unheard))
}

// compareWithDesired reads the desired states that the last pass did not find in order, and
// withdraws what may not be public. An error with one article does not stop the others.
func (n *Newsroom) compareWithDesired(ctx context.Context, public []library.PublicArticle, checked *checkedSite) (failed error) {
	fine := make(map[library.Sum]library.Sum, len(public))
	var mu sync.Mutex
	var comparing errgroup.Group
	comparing.SetLimit(library.RecordsAtOnce)
	for _, a := range public {
		article := library.SumOf(a.Ref.ID)
		mu.Lock()
		known := a.Version != 0 && checked.fine[article] == a.Version
		if known {
			fine[article] = a.Version
		}
		mu.Unlock()
		if known {
			continue
		}
		comparing.Go(func() error {
			version, err := n.checkPublic(ctx, a.Ref)
			mu.Lock()
			defer mu.Unlock()
			if err == nil && version != 0 {
				fine[article] = version
			}
			failed = errors.Join(failed, library.IgnoreUnreadable(err))
			return nil
		})
	}
	_ = comparing.Wait()
	checked.fine = fine
	return failed
}

// checkPublic withdraws an article if it may not be public. It returns the version of the desired
// state by which it may be.
func (n *Newsroom) checkPublic(ctx context.Context, ref library.Ref) (fine library.Sum, err error) {
	if err := n.Library.WaitToCheck(ctx); err != nil {
		return 0, err
	}
	desired, err := n.Library.Desired(ctx, ref)
	if err != nil {
		return 0, err
	}
	if n.Narrator.TakesDown(ref, desired) {
		ctx = logging.For(ctx, ref.Site, ref.ID)
		logging.Know(ctx, desired.Revision.String(), tracing.IDOf(desired.Trace))
		return 0, n.withdrawFound(ctx, ref, "it may not be public")
	}
	return desired.Version(), nil
}

// withdrawFound withdraws an article and marks it due: if it is wanted again meanwhile, a worker
// publishes it again from stored speech.
func (n *Newsroom) withdrawFound(ctx context.Context, ref library.Ref, why string) error {
	err := n.Library.Withdraw(ctx, ref)
	if err == nil {
		logging.From(logging.For(ctx, ref.Site, ref.ID)).WarnContext(ctx, "withdrew audio that was still public", "because", why)
		err = n.Library.MarkDue(ctx, ref, library.Fresh)
	}
	if err == nil && !n.unnamed(ref) {
		_ = n.Queue.EnqueueRemoval(ctx, ref) // the sweep finds what is not queued
	}
	return err
}
