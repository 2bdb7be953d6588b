// Package newsroom is the application: everything that callers can do with articles.
//
// It accepts what a CMS sends and what an admin orders, writes both into the library and enqueues
// the work. It reports the state of articles and what a render would cost. It renders nothing
// itself (worker and narrate do), prints nothing and knows no HTTP, no command line and no queue
// but the interface Queue. Its callers are cmd/aloud, internal/web, internal/api, and the workers'
// jobs that poll sources, feed backfills and keep the catalogue.
//
// What a request changes is the table Events; what the workers do then is library.Rules. Both are
// printed in docs/states.md.
package newsroom

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/retention"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// Newsroom answers requests about articles. Its fields are set once, before use.
type Newsroom struct {
	Library   *library.Library
	Narrator  *narrate.Narrator // plans and compares; it renders only in Narrate
	Store     store.Store       // where speech that was bought before and public files are
	Queue     Queue
	Prices    speech.Prices
	Quotas    speech.Quotas
	Eraser    *retention.Collector
	Catalogue *catalogue.Catalogue     // nil: every list reads the articles
	Feeds     map[string]feed.Settings // by site; one without has no feeds
	Notices   *notify.Notifier         // for their backlog
	Now       func() time.Time
	Settings  string                   // hash of the settings that all the above were made from
	MaxAhead  map[string]time.Duration // by site; a site without one has DefaultMaxAhead
	Sources   map[string][]AskedSource // by site, in the order of their names
	Hints     map[string]HintSources   // by site

	// OnHalt, if it is set, is called when a pass over a source stops because too much would
	// change.
	OnHalt func(ctx context.Context, site string, report SourceReport) error

	// OnWithdrawn, if it is set, is called after each attempt to withdraw the audio of a removal,
	// with the time since the removal was received.
	OnWithdrawn func(took time.Duration, err error)

	// Unrecorded stores removals later if only their audio could be withdrawn. nil: they fail.
	Unrecorded *Unrecorded
}

// Queue carries work to the workers. Enqueueing an article twice is harmless.
type Queue interface {
	// Enqueue enqueues an article to be brought up to date. After a nil error the queue has the
	// task.
	Enqueue(context.Context, library.Ref, library.Urgency) error
	// EnqueueOnce is Enqueue for an article that may have a task: it does nothing if the queue
	// knows of one.
	EnqueueOnce(context.Context, library.Ref, library.Urgency) error
	// EnqueueRemoval is Enqueue for a place on the workers that renders cannot use.
	EnqueueRemoval(context.Context, library.Ref) error
	// RunNow is Enqueue for an article whose task waits for its next attempt: that one runs now.
	RunNow(context.Context, library.Ref) error
	// Retries reports whether an article's task waits for its next attempt.
	Retries(context.Context, library.Ref) (bool, error)
	// Ready returns an error if Enqueue would fail now.
	Ready(context.Context) error
	// Processes returns the servers and workers that run.
	Processes(context.Context) ([]fleet.Process, error)
}

// Receipt is the result of a request.
type Receipt struct {
	Refs  []library.Ref // articles whose change is stored; if the request failed, those before the failure
	Newer bool          // of Accept and Publish: the revision is newer than the known one

	// NotQueued is why the queue does not have all of Refs, nil if it has. Nothing is lost: the
	// sweep of any worker enqueues them within a minute.
	NotQueued error
}

// enqueueAll enqueues articles whose orders are stored, up to the first error.
func (n *Newsroom) enqueueAll(ctx context.Context, refs []library.Ref, u library.Urgency) error {
	for _, ref := range refs {
		if err := n.Queue.Enqueue(ctx, ref, u); err != nil {
			return err
		}
	}
	return nil
}

// What callers see of the library, so that they need not import it.
type (
	// Ref names one article of one site.
	Ref = library.Ref
	// State is the state of an article.
	State = library.State
	// Backlog says which notices or purges were not delivered yet.
	Backlog = notify.Backlog
	// SourceReport says how the last pass over a source ended.
	SourceReport = library.SourceReport
)

// Failed is the state that callers report as an error.
const Failed = library.Failed
