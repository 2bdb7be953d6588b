// Package narrate brings articles up to date: it makes the published state of an article match its
// desired state.
//
// It connects the stages (article → script → speech → track → library) and contains none of their
// rules. It never queues, locks or schedules: the worker ensures that one caller at a time works on
// an article, and conditional writes protect the state where that fails. It logs to the context's
// logger. The worker and the commands call it.
package narrate

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// Narrator brings articles up to date. Its fields are set once, before use.
type Narrator struct {
	Library *library.Library
	Voices  speech.Providers
	Sites   map[string]Site
	Now     func() time.Time
	// Generator names the release in each narration.json that it writes. A new release does not
	// make narrations stale.
	Generator string
	// Encoded caches encoded segments, so that a later render reuses those that did not change.
	// nil: no cache.
	Encoded store.Store
	// Recogniser checks the tracks of sites that ask for it. nil: no track is checked.
	Recogniser *recognise.Recogniser
	// Ear locates sentences and words in speech. nil: sentences are located by their length, words
	// not at all.
	Ear *hearing.Ear
	// Unheard, if set, returns why the speech of a voice is not compared with its text, or "". The
	// outcome says so.
	Unheard func(speech.Voice) string
	// OnRestored, if set, is called for each segment that was restored from Encoded instead of
	// encoded from its speech.
	OnRestored func(speech.Call)
	// OnStage, if set, is called after each stage of the work, one of Stages.
	OnStage func(stage string, took time.Duration)
	// OnPublished, if set, is called after each new track.
	OnPublished func(Publication)
	// LeaveNotice stores the notices of an outcome before the outcome is recorded. nil: no notices.
	LeaveNotice func(context.Context, library.Ref, library.Outcome) error
}

// maxPasses bounds how often one task starts over because the desired or the published state
// changed while it ran. The task's next attempt continues from there.
const maxPasses = 20

// BringUpToDate makes the published state of an article match its desired state. attempt counts
// from 1 and is recorded in the outcome.
//
// The error is a *Later if the task should run again later, ErrPermanent if a retry would fail in
// the same way, and otherwise worth a retry. If there will be no retry, pass the error to GiveUp.
func (n *Narrator) BringUpToDate(ctx context.Context, ref library.Ref, attempt int) error {
	for range maxPasses {
		err := n.pass(ctx, ref, attempt)
		if !errors.Is(err, errStateChanged) && !errors.Is(err, library.ErrChanged) {
			return err
		}
	}
	return fmt.Errorf("%s changed %d times while it was being processed", ref, maxPasses)
}

// errStateChanged reports that the desired state changed during a pass.
var errStateChanged = errors.New("the desired state changed")

// pass lists the due markers, reads the desired state, does what it asks for, deletes exactly those
// markers, and reads the desired state once more. A change that arrives in between has its own
// marker and gets another pass before the task ends. So an unpublish in the middle of a render
// wins.
func (n *Narrator) pass(ctx context.Context, ref library.Ref, attempt int) error {
	site, err := n.site(ref)
	if err != nil {
		return err
	}
	due, err := n.Library.Due(ctx, ref)
	if err != nil {
		return err
	}
	desired, err := n.Library.Desired(ctx, ref)
	if errors.Is(err, library.ErrNotFound) {
		return n.Library.Done(ctx, due) // library.Forget: the writer stopped between marker and state
	}
	if errors.Is(err, library.ErrDamaged) { // library.GiveUp
		return &unfinished{error: speech.Permanent(fmt.Errorf("%w: send the article from the CMS again", err)), due: due}
	}
	if err != nil {
		return err
	}
	logging.Know(ctx, desired.Revision.String(), tracing.IDOf(desired.Trace))
	tracing.Mark(ctx, "aloud.revision", desired.Revision.String())
	j := job{ref: ref, site: site, desired: desired, due: due, attempt: attempt}
	outcome, err := n.reconcile(ctx, j)
	var over *speech.OverBudget
	if errors.As(err, &over) {
		return n.park(ctx, ref, desired, over)
	}
	if err != nil {
		return &unfinished{error: n.giveUpOnBadAudio(ctx, j, err), revision: desired.Revision, due: due}
	}
	outcome.Revision, outcome.Attempts = desired.Revision.String(), attempt
	if err := n.conclude(ctx, ref, outcome, due); err != nil {
		return err
	}
	return n.checkUnchanged(ctx, ref, desired)
}

// checkUnchanged reads the desired state once more. It returns errStateChanged if the state differs
// from the one worked on.
func (n *Narrator) checkUnchanged(ctx context.Context, ref library.Ref, worked library.Desired) error {
	now, err := n.Library.Desired(ctx, ref)
	if err == nil && !now.SameAs(worked) {
		err = errStateChanged
	}
	return err
}

// GiveUp records that an article failed, with the reason, and deletes the due markers of the
// attempt that returned err. Markers that arrived since stay. The article stays failed until a new
// revision or an admin's order.
func (n *Narrator) GiveUp(ctx context.Context, ref library.Ref, err error, attempt int) error {
	outcome := library.Outcome{State: library.Failed, Reason: err.Error(), Attempts: attempt}
	var last *unfinished
	if !errors.As(err, &last) {
		return n.conclude(ctx, ref, outcome, nil) // the state could not even be read, so it stays due
	}
	outcome.Revision = last.revision.String()
	if err := n.Library.Unreserve(ctx, ref); err != nil {
		return err
	}
	return n.conclude(ctx, ref, outcome, last.due)
}

// conclude queues the notices of an outcome, records it, and deletes its due markers. In this
// order, a crash in between repeats a step but loses none.
func (n *Narrator) conclude(ctx context.Context, ref library.Ref, outcome library.Outcome, due []library.Marker) error {
	if n.LeaveNotice != nil {
		if err := n.LeaveNotice(ctx, ref, outcome); err != nil {
			return err
		}
	}
	return n.Library.Conclude(ctx, ref, outcome, due)
}

// Withdraw deletes an article's public files if nothing of it may be public any more, or if they
// say something that was taken out of the public. Unlike BringUpToDate it may be called while
// another caller renders the article, because an unpublish must not wait for a slow provider.
func (n *Narrator) Withdraw(ctx context.Context, ref library.Ref) error {
	site, err := n.site(ref)
	if err != nil {
		return err
	}
	desired, err := n.Library.Desired(ctx, ref)
	if err != nil {
		return library.IgnoreUnreadable(err) // BringUpToDate reports damage
	}
	_, err = n.withdrawBy(ctx, ref, site, desired)
	return err
}

// WithdrawAhead is Withdraw for a desired state that could not be stored. It reports whether it
// deletes public files.
func (n *Narrator) WithdrawAhead(ctx context.Context, ref library.Ref, desired library.Desired) (withdrawn bool, err error) {
	site, err := n.site(ref)
	if err != nil {
		return false, err
	}
	return n.withdrawBy(ctx, ref, site, desired)
}

func (n *Narrator) withdrawBy(ctx context.Context, ref library.Ref, site Site, desired library.Desired) (withdrawn bool, err error) {
	s := sighting{Situation: library.Situation{Wish: site.wish(desired)}}
	if s.Wish == library.Wanted {
		err = n.findRetracted(ctx, ref, site, desired, &s)
	}
	if err != nil || !s.Wish.TakesDown() && s.Public != library.Retracted {
		return false, err
	}
	return true, n.Library.Withdraw(ctx, ref)
}

// TakesDown reports whether a desired state forbids that anything of the article is public, as far
// as that is known without reading its text.
func (n *Narrator) TakesDown(ref library.Ref, desired library.Desired) bool {
	return n.Sites[ref.Site].wish(desired).TakesDown()
}

func (n *Narrator) site(ref library.Ref) (Site, error) {
	site, ok := n.Sites[ref.Site]
	if !ok {
		return Site{}, speech.Permanent(fmt.Errorf("the settings have no site %q, which article %s belongs to", ref.Site, ref.ID))
	}
	return site, nil
}
