// Package narrate brings articles up to date: what the public gets becomes what the newsroom wants.
//
// It joins the stages (article → script → speech → track → library) and owns none of their rules. It knows no queue and
// no lease: the worker sees to it that one article is brought up to date by one caller at a time, and conditional writes
// hold where that fails. The worker and the commands call it.
package narrate

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// Narrator brings articles up to date. Its fields are set once, before use.
type Narrator struct {
	Library *library.Library
	Voices  speech.Providers
	Sites   map[string]Site
	Now     func() time.Time
	// Generator names the release in each narration.json that it writes. Another one makes none of them stale.
	Generator string
	// Encoded keeps encoded segments, so that a later render joins what did not change. nil: every segment is encoded.
	Encoded store.Store
	// Recogniser hears the tracks of sites that ask for it. nil: none is.
	Recogniser *recognise.Recogniser
	// OnRestored, if set, is called for each segment of a track that was neither spoken nor read from the store's speech.
	OnRestored func(speech.Call)
	// LeaveNotice leaves word of an outcome before it is recorded. nil: nobody is told.
	LeaveNotice func(context.Context, library.Ref, library.Outcome) error
}

// maxPasses bounds how often one task starts over because the desired or the published state moved on meanwhile; the
// next try of the task goes on from there.
const maxPasses = 20

// BringUpToDate makes the published state of an article what its desired state asks for, and returns when nothing is
// left to do. attempt counts from 1 and goes into the outcome.
//
// Errors: *Later if the work is to wait, one that is ErrPermanent if another try would fail as this one did, any other
// if it is worth another try. Call GiveUp with an error after which there is none.
func (n *Narrator) BringUpToDate(ctx context.Context, ref library.Ref, attempt int) error {
	for range maxPasses {
		err := n.pass(ctx, ref, attempt)
		if !errors.Is(err, errMovedOn) && !errors.Is(err, library.ErrChanged) {
			return err
		}
	}
	return fmt.Errorf("%s changed %d times while it was brought up to date", ref, maxPasses)
}

// errMovedOn says that the desired state changed during a pass.
var errMovedOn = errors.New("the desired state moved on")

// pass lists the markers, reads the desired state, does what it asks for, removes exactly those markers, and reads the
// desired state once more: what came meanwhile has a marker of its own and is worked on before the task ends. So an
// unpublish in the middle of a render wins.
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
		return n.Library.Done(ctx, due) // its writer stopped between marker and state: nothing was accepted
	}
	if errors.Is(err, library.ErrDamaged) {
		return &unfinished{error: speech.Permanent(fmt.Errorf("%w: have the CMS send the article again", err)), due: due}
	}
	if err != nil {
		return err
	}
	outcome, err := n.settle(ctx, job{ref: ref, site: site, desired: desired, due: due})
	var over *speech.OverBudget
	if errors.As(err, &over) {
		return n.park(ctx, ref, desired, over)
	}
	if err != nil {
		return &unfinished{error: hopeless(err, attempt), revision: desired.Revision, due: due}
	}
	outcome.Revision, outcome.Attempts = desired.Revision.String(), attempt
	if err := n.conclude(ctx, ref, outcome, due); err != nil {
		return err
	}
	return n.unmoved(ctx, ref, desired)
}

// unmoved reads the desired state once more: errMovedOn if it is another than was worked on.
func (n *Narrator) unmoved(ctx context.Context, ref library.Ref, worked library.Desired) error {
	now, err := n.Library.Desired(ctx, ref)
	if err == nil && !now.SameAs(worked) {
		err = errMovedOn
	}
	return err
}

// GiveUp records that an article failed, and why, and removes the markers of the attempt that err came from: what was
// accepted since stays due. It stays failed until a new revision or an admin's order.
func (n *Narrator) GiveUp(ctx context.Context, ref library.Ref, err error, attempt int) error {
	outcome := library.Outcome{State: library.Failed, Reason: err.Error(), Attempts: attempt}
	var last *unfinished
	if !errors.As(err, &last) {
		return n.conclude(ctx, ref, outcome, nil) // the state could not even be read: it stays due
	}
	outcome.Revision = last.revision.String()
	return n.conclude(ctx, ref, outcome, last.due)
}

// conclude leaves word of how the work ended, records it, and removes the markers that asked for it, in this order: what
// a crash cuts off is concluded again.
func (n *Narrator) conclude(ctx context.Context, ref library.Ref, outcome library.Outcome, due []library.Marker) error {
	if n.LeaveNotice != nil {
		if err := n.LeaveNotice(ctx, ref, outcome); err != nil {
			return err
		}
	}
	return n.Library.Conclude(ctx, ref, outcome, due)
}

// Withdraw takes the published narration away if nothing is to be public any more. Unlike BringUpToDate it may be called
// while another caller renders the article: an unpublish does not wait for a slow provider.
func (n *Narrator) Withdraw(ctx context.Context, ref library.Ref) error {
	site, err := n.site(ref)
	if err != nil {
		return err
	}
	desired, err := n.Library.Desired(ctx, ref)
	if errors.Is(err, library.ErrNotFound) {
		return nil
	}
	if err != nil || publishable(site, desired) == "" {
		return ignoreDamage(err) // which is BringUpToDate's to tell
	}
	return n.Library.Withdraw(ctx, ref)
}

func ignoreDamage(err error) error {
	if errors.Is(err, library.ErrDamaged) {
		return nil
	}
	return err
}

func (n *Narrator) site(ref library.Ref) (Site, error) {
	site, ok := n.Sites[ref.Site]
	if !ok {
		return Site{}, speech.Permanent(fmt.Errorf("the settings have no site %q", ref.Site))
	}
	return site, nil
}
