package newsroom

import (
	"context"
	"maps"
	"path"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/store"
)

// Article is everything that is known about one article, without its text.
type Article struct {
	Site      string             `json:"site"`
	ID        string             `json:"id"`
	State     library.State      `json:"state"`
	Reason    string             `json:"reason,omitempty"`
	Title     string             `json:"title,omitempty"`
	URL       string             `json:"url,omitempty"`
	Language  string             `json:"language,omitempty"` // of its narration or, without one, as the CMS says
	Tags      []string           `json:"tags,omitempty"`
	Appeared  time.Time          `json:"appeared,omitzero"` // when it was published or, if that is not known, changed
	Revision  string             `json:"revision"`          // the newest that was accepted
	Attempts  int                `json:"attempts,omitempty"`
	Due       bool               `json:"due"` // some work has not ended
	At        *time.Time         `json:"at,omitempty"`
	Delay     *library.Delay     `json:"delay,omitempty"` // if work is due and was tried, or is late
	Orders    library.Orders     `json:"orders"`
	Location  string             `json:"location,omitempty"`  // of the track: a file, or a key in the bucket
	Audio     *catalogue.Public  `json:"audio,omitempty"`     // what can be heard; nil: nothing
	Narration *library.Narration `json:"narration,omitempty"` // of one article, not in lists
	Judged    string             `json:"judged,omitempty"`    // if it was asked whether it is stale: by "catalogue" or "reading"
}

// Ref names the article.
func (a Article) Ref() library.Ref { return library.Ref{Site: a.Site, ID: a.ID} }

// Retrying reports whether the work on the article failed and waits for its next attempt.
func (a Article) Retrying() bool { return a.Delay != nil && a.Delay.Attempts > 0 }

// Status returns the state of an article. It returns library.ErrUnknownArticle for one that was
// never accepted.
func (n *Newsroom) Status(ctx context.Context, ref library.Ref) (Article, error) {
	r, err := n.Library.Record(ctx, ref)
	if err != nil || r.Damage != nil {
		return n.article(r, false), err
	}
	due, err := n.Library.Due(ctx, ref)
	return n.article(r, len(due) > 0), err
}

// article returns what is known about an article from its record; due says whether it has
// unfinished work.
func (n *Newsroom) article(r library.Record, due bool) Article {
	a := n.articleOf(r.Ref.Site, catalogue.RowOf(r))
	if r.Damage != nil {
		return a
	}
	a.Due, a.Narration = due, r.Narration
	if due {
		a.Delay = r.Outcome.Delay
	}
	return a
}

// location is where a track is: the file of a folder store, or the key in a bucket.
func (n *Newsroom) location(ref library.Ref, audio string) string {
	key := path.Join(path.Dir(ref.NarrationKey()), audio)
	if dir, ok := store.As[*store.Dir](n.Store); ok {
		if file, err := dir.Path(key); err == nil {
			return file
		}
	}
	return key
}

// SiteStatus is the state of a whole site.
type SiteStatus struct {
	Site     string                `json:"site"`
	Articles map[library.State]int `json:"articles"`
	Due      int                   `json:"due"`                    // articles with work that has not ended
	Retrying int                   `json:"retrying"`               // of these, failed so far
	Late     int                   `json:"late"`                   // of these, waiting for longer than the site's limit
	Next     *time.Time            `json:"next_attempt,omitempty"` // the first of them
	Queue    string                `json:"queue"`                  // "ready", or why it is not
	Waiting  []Waiting             `json:"waiting,omitempty"`      // what is due, by urgency
	Hints    *HintStatus           `json:"hints,omitempty"`        // that are not settled
	Sources  []SourceReport        `json:"sources,omitempty"`
	Notices  *notify.Backlog       `json:"notices,omitempty"` // that no receiver has accepted
	Purges   *notify.Backlog       `json:"purges,omitempty"`  // likewise; nil without a receiver of purges

	Settings  string          `json:"settings"` // the hash of the caller's
	Processes []fleet.Process `json:"processes,omitempty"`
}

// SiteStatus counts a site's articles by state and checks whether the queue is ready.
func (n *Newsroom) SiteStatus(ctx context.Context, site string) (SiteStatus, error) {
	status := SiteStatus{Site: site, Articles: map[library.State]int{}, Queue: "ready", Settings: n.Settings}
	if err := n.countArticles(ctx, site, &status); err != nil {
		return status, err
	}
	var err error
	if status.Waiting, err = n.waiting(ctx, site); err != nil {
		return status, err
	}
	err = n.Queue.Ready(ctx)
	if err == nil {
		status.Processes, err = n.Queue.Processes(ctx)
	}
	if err != nil {
		status.Queue = err.Error()
	}
	if status.Hints, err = n.hintStatus(ctx, site); err != nil {
		return status, err
	}
	status.Sources, err = n.sourceReports(ctx, site)
	if err == nil && n.Notices != nil {
		status.Purges, status.Notices, err = n.Notices.Backlogs(ctx, site)
	}
	return status, err
}

// countArticles counts what is catalogued as it is, and reads what is not.
func (n *Newsroom) countArticles(ctx context.Context, site string, status *SiteStatus) error {
	due, counts, pending, err := n.counts(ctx, site)
	if err != nil {
		return err
	}
	maps.Copy(status.Articles, counts)
	refs := n.Library.Articles(ctx, site)
	if pending != nil {
		refs = library.Each(pending)
	}
	read := func(ctx context.Context, ref library.Ref) (choice, error) { return n.choose(ctx, ref, Filter{}, due) }
	for c, err := range library.Ahead(ctx, refs, read) {
		if err != nil {
			return err
		}
		status.Articles[c.State]++
		status.count(c.Article)
	}
	return nil
}

func (s *SiteStatus) count(a Article) {
	if !a.Due {
		return
	}
	s.Due++
	if a.Delay != nil && a.Delay.Late {
		s.Late++
	}
	if !a.Retrying() {
		return
	}
	s.Retrying++
	if next := a.Delay.Next; s.Next == nil || next.Before(*s.Next) {
		s.Next = &next
	}
}

// sourceReports returns the last report on each of a site's sources; its time is zero if there is
// none.
func (n *Newsroom) sourceReports(ctx context.Context, site string) ([]SourceReport, error) {
	var reports []SourceReport
	for _, src := range n.Sources[site] {
		report, err := n.Library.SourceReport(ctx, site, src.Name)
		if library.IgnoreUnreadable(err) != nil {
			return nil, err
		}
		report.Source = src.Name
		reports = append(reports, report)
	}
	return reports, nil
}
