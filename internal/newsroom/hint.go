package newsroom

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/source"
)

// HintSources answer the hints of a site.
type HintSources struct {
	// Page fetches the page that a hint names.
	Page func(context.Context, article.Payload) (source.Answer, error)
	// Askers answer instead for hints that have an id, by the name of the hint's source.
	Askers map[string]source.Asker
}

// AsksByID reports whether a hint's article is requested by its id, so that the hint needs no
// address.
func (n *Newsroom) AsksByID(site string, hint article.Payload) bool {
	return hint.ID != "" && n.Hints[site].Askers[hint.Source] != nil
}

const (
	followTimeout = 25 * time.Second // of one attempt
	hintHeadStart = 30 * time.Second // of the process that took a hint, before a worker follows it
	hintsEvery    = 15 * time.Second // from one look at a site's hints to the next
)

// TakeHint stores what a sender says about an article; the rest is fetched from its page or source.
// After a nil error the hint cannot be lost: the process that took it calls FollowHint, or a worker
// does if that process ends. It returns InvalidError for a hint that cannot be used.
func (n *Newsroom) TakeHint(ctx context.Context, site string, known article.Payload, sentAt time.Time) (library.Hint, error) {
	if err := check(known); err != nil {
		return library.Hint{}, err
	}
	now := n.Now().UTC()
	return n.Library.AddHint(ctx, site, library.Hint{Article: known, SentAt: sentAt.UTC(), ReceivedAt: now, Next: now.Add(hintHeadStart)})
}

// FollowHints makes the due attempts at a site's hints, and returns the time until its next call.
func (n *Newsroom) FollowHints(ctx context.Context, site string) time.Duration {
	for h, err := range n.Library.DueHints(ctx, site, n.Now()) {
		if err != nil {
			logging.From(ctx).WarnContext(ctx, "cannot read the hints of a site, will retry", "site", site, "in", storeRest, "error", err)
			return storeRest
		}
		n.FollowHint(ctx, h)
		if ctx.Err() != nil {
			return 0
		}
	}
	return hintsEvery
}

// FollowHint requests the article of a hint, stores the answer, and ends or postpones the hint. If
// our own store or the end of the process interrupts the attempt, a worker repeats it.
func (n *Newsroom) FollowHint(ctx context.Context, h library.Hint) {
	ctx = logging.For(ctx, h.Site(), h.Article.ID)
	log := logging.From(ctx).With("source", h.Article.Source, "url", h.Article.URL)
	result, err := n.follow(ctx, &h)
	if err == nil && ctx.Err() == nil {
		err = n.keepHint(ctx, h, result)
	}
	switch {
	case ctx.Err() != nil:
	case err != nil:
		log.WarnContext(ctx, "cannot follow a hint, will retry", "error", err)
	case result.settled:
		log.InfoContext(ctx, "hint followed", "done", result.done)
	default:
		log.WarnContext(ctx, "a hint is not settled", "reason", result.done, "attempts", h.Attempts+1)
	}
}

// followed is how an attempt at a hint ended.
type followed struct {
	settled  bool
	done     string        // what was done; unless settled, why not
	patience time.Duration // how long attempts go on, from the receipt of the hint
	after    time.Duration // that the source asks to wait
	drop     bool          // after its patience the hint ends, and is not shown as given up
}

// firstHintWait is the time from the first attempt at a hint to the second. It doubles after each
// attempt, up to longestWait.
const firstHintWait = 15 * time.Second

// keepHint ends a hint that is settled, and plans the next attempt at any other.
func (n *Newsroom) keepHint(ctx context.Context, h library.Hint, result followed) error {
	wait := min(max(firstHintWait<<min(h.Attempts, 10), result.after), longestWait)
	next := n.Now().UTC().Add(wait)
	over := next.Sub(h.ReceivedAt) > result.patience
	if result.settled || over && result.drop {
		return n.Library.EndHint(ctx, h)
	}
	h.Attempts, h.Reason, h.Next = h.Attempts+1, result.done, next
	if over {
		h.Next = time.Time{}
		logging.From(ctx).ErrorContext(ctx, "gave up on a hint: correct the cause, then run aloud retry --all", "url", h.Article.URL, "reason", h.Reason)
	}
	return n.Library.PostponeHint(ctx, h)
}

// RetryHints makes a site's hints due that wait for another attempt or were given up, and returns
// their number.
func (n *Newsroom) RetryHints(ctx context.Context, site string) (retried int, err error) {
	now := n.Now().UTC()
	defer func() {
		if retried > 0 {
			n.enter(ctx, site, "retry the pages that hooks named", nil, err)
		}
	}()
	for h, err := range n.Library.Hints(ctx, site) {
		if err != nil {
			return retried, err
		}
		if h.Attempts == 0 {
			continue
		}
		h.Next, h.ReceivedAt, h.Attempts = now, now, 0
		if err := n.Library.PostponeHint(ctx, h); err != nil {
			return retried, err
		}
		retried++
	}
	return retried, nil
}
