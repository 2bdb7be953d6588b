package newsroom

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
)

const (
	checkPublicEvery = time.Hour
	checkRetry       = 5 * time.Minute // after a pass that failed
)

// CheckPublic compares everything public with its desired state, and withdraws what must not be
// public, in case another take-down missed it. It returns the time until the next pass.
func (n *Newsroom) CheckPublic(ctx context.Context) (next time.Duration) {
	err := n.checkUnnamed(ctx)
	for _, site := range n.sites() {
		err = errors.Join(err, n.checkSite(ctx, site))
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
func (n *Newsroom) checkSite(ctx context.Context, site string) (failed error) {
	unheard, failed := n.Library.FeedArticles(ctx, site)
	for ref, err := range n.Library.PublicArticles(ctx, site) {
		if err != nil {
			return errors.Join(failed, err)
		}
		delete(unheard, ref.ID)
		desired, err := n.Library.Desired(ctx, ref)
		if err == nil && n.Narrator.TakesDown(ref, desired) {
			err = n.withdrawFound(ctx, ref, "it may not be public")
		}
		failed = errors.Join(failed, library.IgnoreUnreadable(err))
	}
	if len(unheard) == 0 {
		return failed
	}
	logging.From(ctx).WarnContext(ctx, "took articles without audio out of the feeds", "site", site, "articles", len(unheard))
	return errors.Join(failed, n.Library.CutFeeds(ctx, site, func(id string) bool { return unheard[id] }))
}

// withdrawFound withdraws an article and marks it due: if it is wanted again meanwhile, a worker
// publishes it again from stored speech.
func (n *Newsroom) withdrawFound(ctx context.Context, ref library.Ref, why string) error {
	err := n.Library.Withdraw(ctx, ref)
	if err == nil {
		logging.From(ctx).WarnContext(ctx, "withdrew audio that was still public", "site", ref.Site, "article", ref.ID, "because", why)
		err = n.Library.MarkDue(ctx, ref, library.Fresh)
	}
	if err == nil && !n.unnamed(ref) {
		_ = n.Queue.EnqueueRemoval(ctx, ref) // the sweep finds what is not queued
	}
	return err
}
