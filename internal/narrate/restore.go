package narrate

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/library"
)

// holds reports whether an admin's order for a previous track decides what the public hears: a
// render would produce what the admin wanted to replace.
func (p Plan) holds(order library.Restored) bool {
	if order.Render == "" {
		return false
	}
	_, same := p.planFor(order.Instead)
	return same
}

// findRestored reports whether an order for a previous track decides what is done: that track is
// public, or it is kept and says nothing that was taken out of the public.
func (n *Narrator) findRestored(ctx context.Context, j job, s *sighting) (found bool, err error) {
	order := j.desired.Orders.Restored
	switch {
	case s.previous.Render() == "" || !s.plan.holds(order):
		return false, nil
	case s.previous.Render() == order.Render:
		return n.compareRestored(ctx, j, s)
	}
	kept, err := n.Library.Previous(ctx, j.ref, s.previous)
	if err != nil || kept.Render() != order.Render || j.site.retracted(j.desired, kept) {
		return false, library.IgnoreUnreadable(err)
	}
	s.Public, s.next = library.NotRestored, n.restored(j, s.plan, kept)
	return true, nil
}

// compareRestored compares the manifest of a restored, public track with the current one.
func (n *Narrator) compareRestored(ctx context.Context, j job, s *sighting) (intact bool, err error) {
	s.Public, s.next = library.OtherManifest, n.restored(j, s.plan, s.previous)
	if sameManifest(s.previous, s.next) {
		s.Public = library.UpToDate
	}
	return n.Library.Intact(ctx, j.ref, s.previous)
}

// restored returns the manifest of a previous track. Its text and revision stay; its page and its
// player are current.
func (n *Narrator) restored(j job, plan Plan, kept library.Narration) library.Narration {
	today, player := n.Narration(j.ref, j.desired, plan), plan.site.Player
	kept.URL, kept.PublishedAt = today.URL, today.PublishedAt
	kept.Label = player.Label(kept.Language)
	kept.Labels = signedBy(namesVoices(player.labels(kept.Language), kept.OtherVoices()), kept.Audio[0].Credential)
	kept.Policy, kept.Download, kept.Events = today.Policy, today.Download, today.Events
	return kept
}

// restore publishes the previous track, unless the article, or what the track says, may no longer
// be public.
func (n *Narrator) restore(ctx context.Context, j job, seen sighting) error {
	err := n.checkPublishable(ctx, j, seen.next)
	if err == nil {
		err = n.Library.Restore(ctx, j.ref, seen.previous, seen.next)
	}
	if err != nil {
		return err
	}
	return n.claimPage(ctx, j.ref, seen.previous, seen.next)
}

// ErrNotRestorable means that an article's previous track cannot be published again; the error
// gives the reason.
var ErrNotRestorable = errors.New("cannot be restored")

type notRestorable string

func (e notRestorable) Error() string      { return string(e) }
func (notRestorable) Is(target error) bool { return target == ErrNotRestorable }

// The reasons.
const (
	notKept         notRestorable = "its previous track is not kept: a track stays for 24 hours after another replaced it, and not at all after a take-down or a correction, or where the site says previous: gone"
	alreadyRestored notRestorable = "its previous track is public already; aloud render brings the newest text back"
	notNewest       notRestorable = "a newer revision is not public yet, and would replace the previous track: wait until it is, or failed and was corrected"
	saysRetracted   notRestorable = "its previous track says what is no longer public"
)

// Restoring returns the order to publish the previous track of an article again. It returns
// ErrNotRestorable if that is impossible or forbidden.
func (n *Narrator) Restoring(ctx context.Context, ref library.Ref, desired library.Desired) (library.Restored, error) {
	site, err := n.site(ref)
	if err != nil {
		return library.Restored{}, err
	}
	public, err := n.Library.Narration(ctx, ref)
	var kept library.Narration
	if err == nil {
		kept, err = n.Library.Previous(ctx, ref, public)
	}
	switch {
	case public.Render() != "" && public.Render() == desired.Orders.Restored.Render:
		err = alreadyRestored
	case library.IgnoreUnreadable(err) != nil:
	case err != nil, site.wish(desired).TakesDown():
		err = notKept
	case public.Revision != desired.Revision.String():
		err = notNewest
	case site.retracted(desired, kept):
		err = saysRetracted
	}
	if err != nil {
		return library.Restored{}, err
	}
	plan, err := n.Plan(site, *desired.Article, desired.Orders)
	return library.Restored{Render: kept.Render(), Instead: plan.Sound, OrderedAt: n.Now().UTC()}, err
}
