package newsroom

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/source"
)

// How long attempts at a hint go on.
const (
	patienceForPages   = time.Hour      // with a page that contradicts the sender: a cache has it, or it is not built yet
	patienceForSources = 24 * time.Hour // with a source that does not answer
)

// follow makes one attempt at a hint. The error is one of our own store.
func (n *Newsroom) follow(ctx context.Context, h *library.Hint) (followed, error) {
	asking, cancel := context.WithTimeout(ctx, followTimeout)
	defer cancel()
	answer, err := n.askAbout(asking, h)
	if err != nil {
		var unavailable source.UnavailableError
		errors.As(err, &unavailable)
		return followed{done: err.Error(), patience: patienceForSources, after: unavailable.RetryAfter}, nil
	}
	if h.Article.Status == article.Removed && !n.Removes(library.Ref{Site: h.Site()}, answer.Payload) {
		return followed{done: "the sender says that it is gone, but readers can see it: if it is gone, run aloud remove", patience: patienceForPages}, nil
	}
	ref, err := n.hinted(ctx, *h, answer.Payload)
	if err != nil {
		return followed{}, err
	}
	return n.observeHinted(ctx, *h, ref, answer)
}

// askAbout requests the article from the hint's source, or fetches the page.
func (n *Newsroom) askAbout(ctx context.Context, h *library.Hint) (answer source.Answer, err error) {
	sources, known := n.Hints[h.Site()], h.Article
	if known.UpdatedAt.IsZero() || known.UpdatedAt.After(h.SentAt) {
		known.UpdatedAt = h.SentAt // an edit that the page gives no date
	}
	if n.AsksByID(h.Site(), known) {
		answer, err = sources.Askers[known.Source].Ask(ctx, known.ID, known.URL)
	} else {
		answer, err = sources.Page(ctx, known)
	}
	var closed source.ClosedError
	switch {
	case !errors.As(err, &closed):
		h.ClosedAt = time.Time{}
	case known.Status == article.Removed, !h.ClosedAt.IsZero() && n.Now().Sub(h.ClosedAt) >= closedFor:
		return closed.Answer, nil
	default:
		h.ClosedAt = cmp.Or(h.ClosedAt, n.Now().UTC())
	}
	return answer, err
}

// hinted returns the article that an answer is about: the one with the sender's id, the one that is
// public on this page, or the one with the id of its address.
func (n *Newsroom) hinted(ctx context.Context, h library.Hint, answer article.Payload) (library.Ref, error) {
	if h.Article.ID == "" {
		ref, err := n.Library.PageArticle(ctx, h.Site(), cmp.Or(answer.URL, h.Article.URL))
		if library.IgnoreNotFound(err) != nil || err == nil {
			return ref, err
		}
	}
	return library.NewRef(h.Site(), answer.ID)
}

// observeHinted stores an answer about an article. The hint is not settled if a hook was sent at
// about the same time, or if readers cannot see what the sender says it published.
func (n *Newsroom) observeHinted(ctx context.Context, h library.Hint, ref library.Ref, answer source.Answer) (followed, error) {
	removal := n.Removes(ref, answer.Payload)
	answer.Payload.ID = ref.ID
	c := change{ref, n.Narrator.Sites[ref.Site].Kept(answer.Payload), answer.At, n.urgencyOf(ctx, ref, answer.Payload, library.Fresh)}
	logging.Know(ctx, c.revision(), "") // of the hint, which may not have named the article
	result, err := n.storeSeen(ctx, c)
	if err != nil {
		return followed{}, err
	}
	if result == library.News {
		n.enqueueHinted(ctx, c)
	}
	switch {
	case result == library.Overtaken && h.Attempts == 0:
		return followed{done: "a hook was sent at about the same time", patience: patienceForPages}, nil
	case !removal:
		return followed{settled: true, done: "the page is read"}, nil
	case h.Article.Status == article.Published && answer.Payload.Status == article.Removed:
		return followed{done: "the sender says that it is published, but there is no such page", patience: patienceForPages}, nil
	case h.Article.Status == "" && result == library.Unchanged && answer.Payload.Status == article.Removed:
		return followed{done: "there is no such page", patience: patienceForPages, drop: true}, nil
	default:
		return followed{settled: true, done: "readers cannot see it"}, nil
	}
}

// enqueueHinted enqueues an article. The sweep enqueues what the queue did not take.
func (n *Newsroom) enqueueHinted(ctx context.Context, c change) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	_ = n.enqueue(ctx, c)
}
