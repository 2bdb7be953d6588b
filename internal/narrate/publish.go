package narrate

import (
	"context"
	"errors"
	"slices"

	"github.com/aloud-audio/aloud/internal/library"
)

// job is one article's work in one pass.
type job struct {
	ref     library.Ref
	site    Site
	desired library.Desired
	due     []library.Marker
}

// reconcile does what the desired state asks for and returns the outcome.
func (n *Narrator) reconcile(ctx context.Context, j job) (library.Outcome, error) {
	if reason := unpublishable(j.site, j.desired); reason != "" {
		return n.takeDown(ctx, j, library.Removed, reason)
	}
	plan, err := n.Plan(j.site, *j.desired.Article, j.desired.Orders)
	var nothing *NothingToRead
	switch {
	case errors.As(err, &nothing):
		return n.takeDown(ctx, j, nothing.State, nothing.Reason)
	case err != nil:
		return library.Outcome{}, err
	}
	return n.publish(ctx, j, plan)
}

// unpublishable returns why nothing of the article may be public, or "" if it may.
func unpublishable(site Site, desired library.Desired) (reason string) {
	switch {
	case desired.Gone():
		return "removed in the CMS"
	case desired.Orders.Held:
		return "held by an admin; publish or render it to release it"
	case site.MembersOnly != MembersOnlyPreview && desired.Article.Restricted():
		return reasonMembersOnly
	default:
		return ""
	}
}

func (n *Narrator) takeDown(ctx context.Context, j job, state library.State, reason string) (library.Outcome, error) {
	if err := n.Library.TakeDown(ctx, j.ref); err != nil {
		return library.Outcome{}, err
	}
	return library.Outcome{State: state, Reason: reason}, nil
}

// publish compares fingerprints and works only if they differ: a changed sound needs a new track, a changed manifest only
// a new narration.json.
func (n *Narrator) publish(ctx context.Context, j job, plan Plan) (library.Outcome, error) {
	if last, failed := n.failedBefore(ctx, j); failed {
		return last, nil
	}
	published := library.Outcome{State: library.Published}
	previous, err := n.Library.Narration(ctx, j.ref)
	if err != nil && !errors.Is(err, library.ErrNotFound) && !errors.Is(err, library.ErrDamaged) {
		return library.Outcome{}, err
	}
	intact, err := n.Library.Intact(ctx, j.ref, previous)
	if err != nil {
		return library.Outcome{}, err
	}
	if current, ok := plan.planFor(previous.Sound); intact && ok {
		return published, n.amend(ctx, j, current, previous)
	}
	if wait := n.debounceDelay(j, previous); wait > 0 {
		return library.Outcome{}, &Later{After: wait, Reason: "waiting for further edits"}
	}
	return published, n.render(ctx, j, plan, previous)
}

// amend rewrites narration.json if anything but the track changed.
func (n *Narrator) amend(ctx context.Context, j job, plan Plan, previous library.Narration) error {
	next := n.Narration(j.ref, j.desired, plan)
	next.Audio, next.Captions, next.RenderedAt = previous.Audio, previous.Captions, previous.RenderedAt
	next.Segments, next.Chapters, next.Correction = slices.Clone(previous.Segments), previous.Chapters, previous.Correction
	for i, segment := range plan.Script.Segments { // the same sound has the same segments, but a quote may now be a paragraph
		next.Segments[i].Role, next.Segments[i].Text = segment.Role, segment.Text
	}
	if sameManifest(previous, next) {
		return nil
	}
	return n.Library.Amend(ctx, j.ref, previous, next)
}

// render makes a new track and publishes it, unless the article may no longer be public. It publishes even if a newer text
// has arrived: otherwise an article that is edited faster than it is rendered would never be heard.
func (n *Narrator) render(ctx context.Context, j job, plan Plan, previous library.Narration) error {
	r := n.renderer(nil)
	defer r.close()
	plan, trk, err := r.render(ctx, plan.withPayer(j.ref).withPrevious(previous))
	if err != nil {
		return err
	}
	if err := n.checkPublishable(ctx, j); err != nil {
		return err
	}
	next := n.Narration(j.ref, j.desired, plan)
	next.Segments, next.Chapters, next.RenderedAt = SegmentTimes(plan.Script, trk), ChapterTimes(trk), next.PublishedAt
	next.Correction = trk.Correction
	err = n.Library.Publish(ctx, j.ref, previous, next, library.Track{
		MP3: trk.MP3, Duration: trk.Duration().Seconds(), WebVTT: trk.WebVTT(),
	})
	if err == nil {
		r.keepLevel(ctx, j.ref, plan, trk)
	}
	return err
}

// checkPublishable returns errStateChanged if the article was unpublished during its render.
func (n *Narrator) checkPublishable(ctx context.Context, j job) error {
	now, err := n.Library.Desired(ctx, j.ref)
	if err == nil && unpublishable(j.site, now) != "" {
		err = errStateChanged
	}
	return err
}

// failedBefore returns the outcome of a revision that failed for good. It is not retried until it is marked due again,
// even if a stale task runs.
func (n *Narrator) failedBefore(ctx context.Context, j job) (library.Outcome, bool) {
	if len(j.due) > 0 {
		return library.Outcome{}, false
	}
	last, err := n.Library.Outcome(ctx, j.ref)
	return last, err == nil && last.State == library.Failed && last.Revision == j.desired.Revision.String()
}
