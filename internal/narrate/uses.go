package narrate

import (
	"context"
	"slices"

	"github.com/aloud-audio/aloud/internal/library"
)

// SpeechOf returns the keys of the speech of a public render, if it is the article's current one
// and the settings have not changed since it was made. It returns nil if that is unknown.
func (n *Narrator) SpeechOf(ctx context.Context, ref library.Ref, render string) ([]string, error) {
	public, err := n.Library.Narration(ctx, ref)
	if err != nil || public.Render() != render {
		return nil, library.IgnoreUnreadable(err)
	}
	plan, err := n.planOf(ctx, ref)
	if err != nil || plan == nil {
		return nil, err
	}
	made, found := plan.planFor(public.Sound)
	if !found {
		return nil, nil
	}
	return keys(made.calls), nil
}

// SpeechWanted returns the keys of the speech that the article's text needs in each of its voices
// with the current settings, or nil if there is nothing to read.
func (n *Narrator) SpeechWanted(ctx context.Context, ref library.Ref) ([]string, error) {
	next, err := n.planOf(ctx, ref)
	if err != nil || next == nil {
		return nil, err
	}
	plan, all := *next, keys(next.calls)
	for len(plan.fallbacks) > 0 {
		if plan, err = plan.fallback(); err != nil {
			break // that voice cannot read the article, so it never did
		}
		all = append(all, keys(plan.calls)...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// planOf plans the stored article. It returns nil if there is none, or if it cannot be read.
func (n *Narrator) planOf(ctx context.Context, ref library.Ref) (*Plan, error) {
	site, known := n.Sites[ref.Site]
	desired, err := n.Library.Desired(ctx, ref)
	if err != nil || !known || desired.Gone() {
		return nil, library.IgnoreUnreadable(err)
	}
	plan, err := n.Plan(site, *desired.Article, desired.Orders)
	if err != nil {
		return nil, nil //nolint:nilerr // there is nothing to plan
	}
	return &plan, nil
}
