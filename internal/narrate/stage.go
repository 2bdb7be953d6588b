package narrate

import (
	"context"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// The stages of the work on an article, as metrics and traces name them.
const (
	StageWait     = "wait"      // from the acceptance of the work until it begins: for a place, or for further edits
	StagePlan     = "plan"      // read the article, build its script, compare it with what is public
	StageSpeech   = "speech"    // restore, buy, level and encode segments, at the same time
	StageJoin     = "join"      // join them into a track and check that it is complete
	StageVerify   = "verify"    // listen to it, if the site asks for that
	StageSign     = "sign"      // likewise
	StagePublish  = "publish"   // store its files, and the narration that names them
	StageTakeDown = "take_down" // delete what is public
)

// Stages lists them in their order.
var Stages = []string{StageWait, StagePlan, StageSpeech, StageJoin, StageVerify, StageSign, StagePublish, StageTakeDown}

// stage runs a stage and reports it.
func (n *Narrator) stage(ctx context.Context, name string, run func(context.Context) error) error {
	began := time.Now()
	ctx, span := tracing.Start(ctx, name)
	err := run(ctx)
	span.End(err)
	n.tellStage(name, time.Since(began))
	return err
}

func (n *Narrator) tellStage(name string, took time.Duration) {
	if n.OnStage != nil {
		n.OnStage(name, took)
	}
}

// Publication describes how long it took to publish a track.
type Publication struct {
	Site     string
	First    bool          // of an article of the last days that had no track before; not of an archive
	Age      time.Duration // since the CMS published the article; 0: it did not say when
	Accepted time.Duration // since the oldest unfinished work on it was accepted
	Speaking time.Duration // part of Accepted: at least one request for speech was in progress
}

// tellPublished reports a track that was just published.
func (n *Narrator) tellPublished(ctx context.Context, j job, plan Plan, previous library.Narration, speaking time.Duration) {
	if n.OnPublished == nil || len(j.due) == 0 {
		return
	}
	now := n.Now()
	p := Publication{Site: j.ref.Site, First: n.isFirst(ctx, j, previous), Accepted: max(now.Sub(j.due[0].At), 0), Speaking: speaking}
	if at := plan.Article.PublishedAt; !at.IsZero() {
		p.Age = max(now.Sub(at), 1)
	}
	n.OnPublished(p)
}

// isFirst reports whether a track is the first of an article that is news.
func (n *Narrator) isFirst(ctx context.Context, j job, previous library.Narration) bool {
	if len(previous.Audio) > 0 || library.MostUrgent(j.due) != library.Fresh {
		return false
	}
	last, err := n.Library.Outcome(ctx, j.ref)
	return library.IgnoreUnreadable(err) == nil && last.At.IsZero()
}

// overlap measures for how long at least one of several things is going on.
type overlap struct {
	mu    sync.Mutex
	going int
	since time.Time
	total time.Duration
}

// begin returns what ends one of them; it may be called twice.
func (o *overlap) begin() (end func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.going++; o.going == 1 {
		o.since = time.Now()
	}
	return sync.OnceFunc(o.end)
}

func (o *overlap) end() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.going--; o.going == 0 {
		o.total += time.Since(o.since)
	}
}

// sum returns the time so far.
func (o *overlap) sum() time.Duration {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.total
}
