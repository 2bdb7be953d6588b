package newsroom

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/journal"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
)

// journalTimeout bounds the entry of a change that has been made already.
const journalTimeout = 10 * time.Second

// enter writes a request and its result into the journal, but not an invalid request. A change
// whose entry cannot be written stays in effect, and the log says so: a take-down must work even if
// the store is full.
func (n *Newsroom) enter(ctx context.Context, site, what string, ids []string, failed error) {
	if invalid := (InvalidError{}); errors.As(failed, &invalid) {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), journalTimeout)
	defer cancel()
	e := journal.Entry{At: n.Now(), Site: site, By: journal.By(ctx), What: what, Articles: ids, Result: journal.Done}
	if failed != nil {
		e.Result = failed.Error()
	}
	if err := journal.Append(ctx, n.Store, e); err != nil {
		logging.From(ctx).ErrorContext(ctx, "cannot write a change to the journal", "site", site, "by", e.By, "what", what, "articles", ids, "error", err)
	}
}

// enterRefs is enter for articles, of which there may be none.
func (n *Newsroom) enterRefs(ctx context.Context, what string, refs []library.Ref, failed error) {
	bySite := map[string][]string{}
	for _, ref := range refs {
		bySite[ref.Site] = append(bySite[ref.Site], ref.ID)
	}
	for site, ids := range bySite {
		n.enter(ctx, site, what, ids, failed)
	}
}

// Journal returns the changes that people and programs requested at a site since a time, the oldest
// first.
func (n *Newsroom) Journal(ctx context.Context, site string, since time.Time) ([]journal.Entry, error) {
	entries := []journal.Entry{}
	for e, err := range journal.Read(ctx, n.Store, site, since) {
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return entries, nil
}
