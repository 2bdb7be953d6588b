package narrate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
)

// job is the work on one article in one pass.
type job struct {
	ref     library.Ref
	site    Site
	desired library.Desired
	due     []library.Marker
	attempt int // from 1
}

// reconcile does what library.Rules says about the article and returns the outcome.
func (n *Narrator) reconcile(ctx context.Context, j job) (library.Outcome, error) {
	var seen sighting
	err := n.stage(ctx, StagePlan, func(ctx context.Context) (err error) {
		seen, err = n.look(ctx, j)
		return err
	})
	if err != nil {
		return library.Outcome{}, err
	}
	rule, err := library.Decide(seen.Situation)
	if err != nil {
		return library.Outcome{}, err
	}
	if rule.Do != library.Wait && j.attempt == 1 && len(j.due) > 0 {
		n.tellStage(StageWait, n.Now().Sub(j.due[0].At))
	}
	outcome := library.Outcome{State: rule.Then, Reason: seen.reason}
	if rule.Do == library.LeaveAlone {
		outcome = seen.last
	}
	if rule.Do == library.Render {
		outcome.Reason, err = n.renderWhenReady(ctx, j, seen)
	} else {
		err = n.do(ctx, j, seen, rule.Do)
	}
	if err == nil && (rule.Do == library.Keep || rule.Do == library.Amend) {
		outcome.Reason, err = n.notChecked(ctx, j.ref)
	}
	if err == nil && rule.Then == library.Published && j.site.PreviousGone {
		err = n.Library.RemoveReplaced(ctx, j.ref)
	}
	if err == nil && rule.ChangesPublic() {
		logging.From(ctx).InfoContext(ctx, "article up to date", "done", rule.Do, "state", outcome.State, "reason", outcome.Reason)
	}
	return outcome, err
}

// do executes the action of a rule that renders nothing.
func (n *Narrator) do(ctx context.Context, j job, seen sighting, action library.Action) error {
	switch action {
	case library.TakeDown:
		return n.stage(ctx, StageTakeDown, func(ctx context.Context) error { return n.takeDown(ctx, j, seen) })
	case library.Retract:
		return cmp.Or(n.Library.Withdraw(ctx, j.ref), errStateChanged)
	case library.LeaveAlone:
		return nil
	case library.Keep:
		if len(j.due) == 0 {
			return nil
		}
		return n.claimPage(ctx, j.ref, seen.previous, seen.previous) // an earlier publication may have failed here
	case library.Amend:
		if err := n.Library.Amend(ctx, j.ref, seen.previous, seen.next); err != nil {
			return err
		}
		return n.claimPage(ctx, j.ref, seen.previous, seen.next)
	case library.Restore:
		return n.restore(ctx, j, seen)
	case library.Wait:
		return &Later{After: seen.delay, Reason: "waiting for further edits"}
	}
	return fmt.Errorf("a rule for %s was met too late: %s", j.ref, action)
}

// takeDown deletes everything that is public. If nothing of the article is for the public, it also
// forgets the text, which would never be read.
func (n *Narrator) takeDown(ctx context.Context, j job, seen sighting) error {
	if err := n.Library.TakeDown(ctx, j.ref); err != nil || seen.Wish != library.MembersOnly {
		return err
	}
	return n.Library.DropText(ctx, j.ref, j.desired)
}

// renderWhenReady renders, if the article need not wait for better audio. It returns what of the
// track could not be checked.
func (n *Narrator) renderWhenReady(ctx context.Context, j job, seen sighting) (unchecked string, err error) {
	if err := n.awaitBetterAudio(ctx, j); err != nil {
		return "", err
	}
	return n.render(ctx, j, seen.plan, seen.previous)
}

// render makes a new track and publishes it, unless the article may no longer be public. Until then
// readers without an earlier track see that one is being made. It publishes even if a newer text
// has arrived: otherwise an article that is edited faster than it is rendered would never be heard.
// It returns what of the track could not be checked.
func (n *Narrator) render(ctx context.Context, j job, plan Plan, previous library.Narration) (unchecked string, err error) {
	previous, err = n.Library.Reserve(ctx, j.ref, previous, plan.site.Player.waiting(plan.Article.Language))
	if err == nil { // a removal before the reservation withdrew nothing that this render needs
		err = n.checkUnchanged(ctx, j.ref, j.desired)
	}
	if err != nil {
		return "", err
	}
	r := n.renderer(nil)
	defer r.close()
	name := library.NewNonce()
	r.use = func(ctx context.Context, speech []string) error { return n.Library.Use(ctx, j.ref, name, speech) }
	plan, trk, err := r.render(ctx, plan.withPayer(j.ref, j.due).withPrevious(previous))
	if err != nil {
		return "", err
	}
	next := n.Narration(j.ref, j.desired, plan)
	next.Segments, next.Chapters, next.RenderedAt = plan.SegmentTimes(trk), ChapterTimes(trk), next.PublishedAt
	next.Correction = trk.Correction
	if err := n.checkPublishable(ctx, j, next); err != nil {
		return "", err
	}
	err = n.stage(ctx, StagePublish, func(ctx context.Context) error {
		return n.Library.Publish(ctx, j.ref, previous, next, library.Track{
			Name: name, Files: trk.Files(), Duration: trk.Duration().Seconds(), WebVTT: trk.WebVTT(), WordsVTT: trk.WordsVTT(), Credential: plan.Credential(),
		})
	})
	if errors.Is(err, library.ErrChanged) {
		return "", n.explainChange(ctx, j, err)
	}
	if err == nil {
		n.tellPublished(ctx, j, plan, previous, r.speaking.sum())
		r.keepLevels(ctx, j.ref, plan, trk)
		err = n.claimPage(ctx, j.ref, previous, next)
	}
	return r.unchecked(plan), err
}

// claimPage makes the article's page find its narration.
func (n *Narrator) claimPage(ctx context.Context, ref library.Ref, former, next library.Narration) error {
	owner, err := n.Library.ClaimPage(ctx, ref, former, next)
	if owner != nil {
		logging.From(ctx).WarnContext(ctx, "two articles have the same address; its page plays the one with the newer revision",
			"url", next.URL, "other", owner.ID, "other plays", owner.Keeps)
	}
	return err
}

// unrecorded is how long a render waits if the narration was withdrawn but the article is still
// wanted: the caller that withdrew it could not store the removal yet, and will try again.
const unrecorded = 10 * time.Second

// explainChange returns a *Later instead of ErrChanged if the narration was withdrawn before its
// removal was stored.
func (n *Narrator) explainChange(ctx context.Context, j job, changed error) error {
	_, err := n.Library.Narration(ctx, j.ref)
	if errors.Is(err, library.ErrNotFound) && n.checkUnchanged(ctx, j.ref, j.desired) == nil {
		return &Later{After: unrecorded, Reason: "the narration was withdrawn while its track was made"}
	}
	return changed
}

// checkPublishable returns errStateChanged if the article, or something that the narration says,
// was taken out of the public during its render.
func (n *Narrator) checkPublishable(ctx context.Context, j job, next library.Narration) error {
	now, err := n.Library.Desired(ctx, j.ref)
	if err == nil && (j.site.wish(now).TakesDown() || j.site.retracted(now, next)) {
		err = errStateChanged
	}
	return err
}
