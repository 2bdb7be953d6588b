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

// settle does what the desired state asks for and says how that ended.
func (n *Narrator) settle(ctx context.Context, j job) (library.Outcome, error) {
	if reason := publishable(j.site, j.desired); reason != "" {
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

// publishable says why nothing of the article may be public, or "" if it may.
func publishable(site Site, desired library.Desired) (reason string) {
	switch {
	case desired.Gone():
		return "removed in the CMS"
	case desired.Orders.Held:
		return "held by an admin: publish or render it to clear that"
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

// publish compares fingerprints and works only if they differ: a new track if the sound does, a new narration.json alone
// if only the manifest does.
func (n *Narrator) publish(ctx context.Context, j job, plan Plan) (library.Outcome, error) {
	if last, failed := n.failedBefore(ctx, j); failed {
		return last, nil
	}
	published := library.Outcome{State: library.Published}
	former, err := n.Library.Narration(ctx, j.ref)
	if err != nil && !errors.Is(err, library.ErrNotFound) && !errors.Is(err, library.ErrDamaged) {
		return library.Outcome{}, err
	}
	whole, err := n.Library.Intact(ctx, j.ref, former)
	if err != nil {
		return library.Outcome{}, err
	}
	if sounding, ok := plan.sounding(former.Sound); whole && ok {
		return published, n.amend(ctx, j, sounding, former)
	}
	if wait := n.untilQuiet(j, former); wait > 0 {
		return library.Outcome{}, &Later{After: wait, Reason: "waiting for edits to settle"}
	}
	return published, n.render(ctx, j, plan, former)
}

// amend rewrites narration.json if anything in it but the track changed.
func (n *Narrator) amend(ctx context.Context, j job, plan Plan, former library.Narration) error {
	next := n.Narration(j.ref, j.desired, plan)
	next.Audio, next.Captions, next.RenderedAt = former.Audio, former.Captions, former.RenderedAt
	next.Segments, next.Chapters, next.Correction = slices.Clone(former.Segments), former.Chapters, former.Correction
	for i, segment := range plan.Script.Segments { // the same sound has the same segments, but a quote may now be a paragraph
		next.Segments[i].Role, next.Segments[i].Text = segment.Role, segment.Text
	}
	if sameManifest(former, next) {
		return nil
	}
	return n.Library.Amend(ctx, j.ref, former, next)
}

// render makes a new track and publishes it, unless the public is to have none any more. If there is a newer text by
// then, it is published all the same: an article that is edited faster than it is spoken would never be heard.
func (n *Narrator) render(ctx context.Context, j job, plan Plan, former library.Narration) error {
	encoded := n.shelf()
	defer encoded.wait()
	plan, trk, err := n.speak(ctx, plan.paidBy(j.ref).after(former), encoded, nil)
	if err != nil {
		return err
	}
	if err := n.stillPublic(ctx, j); err != nil {
		return err
	}
	next := n.Narration(j.ref, j.desired, plan)
	next.Segments, next.Chapters, next.RenderedAt = SegmentTimes(plan.Script, trk), ChapterTimes(trk), next.PublishedAt
	next.Correction = trk.Correction
	err = n.Library.Publish(ctx, j.ref, former, next, library.Track{
		MP3: trk.MP3, Duration: trk.Duration().Seconds(), WebVTT: trk.WebVTT(),
	})
	if err == nil {
		n.keepLevel(ctx, j.ref, plan, trk)
	}
	return err
}

// stillPublic is errMovedOn if the article was taken back while its track was made.
func (n *Narrator) stillPublic(ctx context.Context, j job) error {
	now, err := n.Library.Desired(ctx, j.ref)
	if err == nil && publishable(j.site, now) != "" {
		err = errMovedOn
	}
	return err
}

// failedBefore returns the outcome of a revision that was given up: failed stays failed until something is due again,
// also when a task that was left over comes by.
func (n *Narrator) failedBefore(ctx context.Context, j job) (library.Outcome, bool) {
	if len(j.due) > 0 {
		return library.Outcome{}, false
	}
	last, err := n.Library.Outcome(ctx, j.ref)
	return last, err == nil && last.State == library.Failed && last.Revision == j.desired.Revision.String()
}
