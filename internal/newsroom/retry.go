package newsroom

import (
	"context"
	"fmt"

	"github.com/aloud-audio/aloud/internal/library"
)

// Retry makes another attempt at articles now, unchanged: those that failed or wait for the budget
// are due again, and those that wait for their next attempt stop waiting. It returns the articles
// that have nothing to retry, and does not change them.
func (n *Newsroom) Retry(ctx context.Context, refs []library.Ref) (r Receipt, idle []Article, err error) {
	defer func() { n.enterRefs(ctx, "retry", r.Refs, err) }()
	var articles []Article
	for _, ref := range refs {
		article, err := n.Status(ctx, ref)
		if err != nil {
			return Receipt{}, nil, err
		}
		if article.State == library.Damaged {
			return Receipt{}, nil, fmt.Errorf("%s: %s: have the CMS send it again", ref, article.Reason)
		}
		articles = append(articles, article)
	}
	for _, article := range articles {
		var done bool
		if done, err = n.retry(ctx, article, &r); err != nil {
			break
		}
		if !done {
			idle = append(idle, article)
		}
	}
	return r, idle, err
}

// retry reports whether there was anything to retry.
func (n *Newsroom) retry(ctx context.Context, a Article, r *Receipt) (done bool, err error) {
	if !a.Due && a.State != library.Failed && a.State != library.Parked {
		return false, nil
	}
	if err := n.Library.Order(ctx, a.Ref(), library.Fresh, retried.apply); err != nil {
		return false, err
	}
	r.Refs = append(r.Refs, a.Ref())
	if err := n.Queue.RunNow(ctx, a.Ref()); err != nil && r.NotQueued == nil {
		r.NotQueued = err
	}
	return true, nil
}
