package narrate

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// sighting is a situation and the data that its actions need.
type sighting struct {
	library.Situation
	reason string // for the wish, in words for people

	last     library.Outcome   // if FailedBefore
	plan     Plan              // the public narration; zero if there is none
	previous library.Narration // what is public; zero if nothing is
	next     library.Narration // if the public has OtherManifest, or NotRestored
	delay    time.Duration     // if Settling
}

const reasonErased = "erased; have the CMS send the article again to hear it"

// reasons explain to people why nothing of an article may be public.
var reasons = map[library.Wish]string{
	library.Gone:        "removed in the CMS",
	library.Held:        "held by an admin; publish or render it to release it",
	library.MembersOnly: reasonMembersOnly,
}

// wish derives what the site wants from the desired state, without reading the article's text.
func (s Site) wish(desired library.Desired) library.Wish {
	return desired.Wish(s.MembersOnly == MembersOnlyPreview)
}

// look gathers the facts that the rules need, and reads no more than that.
func (n *Narrator) look(ctx context.Context, j job) (s sighting, err error) {
	s.Wish = j.site.wish(j.desired)
	s.reason = reasons[s.Wish]
	if s.Wish == library.Gone && !j.desired.ErasedAt.IsZero() {
		s.reason = reasonErased
	}
	if s.Wish != library.Wanted {
		return s, nil
	}
	if err := n.findRetracted(ctx, j.ref, j.site, j.desired, &s); err != nil || s.Public == library.Retracted {
		return s, err
	}
	s.plan, err = n.Plan(j.site, *j.desired.Article, j.desired.Orders)
	var nothing *NothingToRead
	if errors.As(err, &nothing) {
		s.Wish, s.reason = nothing.Wish, nothing.Reason
		return s, nil
	}
	if err != nil {
		return s, err
	}
	if found, err := n.findRestored(ctx, j, &s); found || err != nil {
		return s, err
	}
	s.last, s.FailedBefore = n.failedBefore(ctx, j)
	if s.FailedBefore {
		return s, nil
	}
	return s, n.compare(ctx, j, &s)
}

// failedBefore returns the outcome of a revision that failed for good. It is not retried until it
// is marked due again, even if a stale task runs.
func (n *Narrator) failedBefore(ctx context.Context, j job) (library.Outcome, bool) {
	if len(j.due) > 0 {
		return library.Outcome{}, false
	}
	last, err := n.Library.Outcome(ctx, j.ref)
	return last, err == nil && last.State == library.Failed && last.Revision == j.desired.Revision.String()
}

// compare compares the public narration with the plan: a changed sound needs a new track, a changed
// manifest only a new narration.json.
func (n *Narrator) compare(ctx context.Context, j job, s *sighting) error {
	intact, err := n.Library.Intact(ctx, j.ref, s.previous)
	if err != nil {
		return err
	}
	if current, ok := s.plan.planFor(s.previous.Sound); intact && ok {
		s.Public, s.next = library.OtherManifest, n.amended(j, current, s.previous)
		if sameManifest(s.previous, s.next) {
			s.Public = library.UpToDate
		}
		return nil
	}
	s.Public, s.delay = library.Outdated, n.debounceDelay(j, s.previous)
	s.Settling = s.delay > 0
	return nil
}

// amended returns the narration of a plan that reuses the previous track, because the sound is the
// same.
func (n *Narrator) amended(j job, plan Plan, previous library.Narration) library.Narration {
	next := n.Narration(j.ref, j.desired, plan)
	next.Audio, next.Captions, next.RenderedAt = previous.Audio, previous.Captions, previous.RenderedAt
	next.Segments, next.Chapters, next.Correction = slices.Clone(previous.Segments), previous.Chapters, previous.Correction
	for i, segment := range plan.Script.Segments { // an equal sound has equal segments, but a quote may now be a paragraph
		if next.Segments[i].Text != segment.Text {
			next.Segments[i].Words = nil // they are places in the former text
		}
		next.Segments[i].Role, next.Segments[i].Text = segment.Role, segment.Text
	}
	return next
}
