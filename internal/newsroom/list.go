package newsroom

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/library"
)

// Filter chooses articles; the zero one chooses all.
type Filter struct {
	State library.State // "": any
	Stale bool          // only those that would sound different with today's settings

	Retrying bool // only those that failed attempts and wait for the next one
}

// Check returns InvalidError for a state that does not exist.
func (f Filter) Check() error {
	states := States()
	if f.State != "" && !slices.Contains(states, f.State) {
		return invalidf("no state %q; states are %s", f.State, joined(states))
	}
	return nil
}

func joined(states []library.State) string {
	names := make([]string, len(states))
	for i, s := range states {
		names[i] = string(s)
	}
	return strings.Join(names, ", ")
}

// States returns all states, in the order in which they are shown.
func States() []library.State {
	var states []library.State
	for _, s := range library.States {
		states = append(states, s.State)
	}
	return states
}

// List yields a site's articles that the filter chooses, ordered by id.
func (n *Newsroom) List(ctx context.Context, site string, filter Filter) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		for ref, err := range n.Library.Articles(ctx, site) {
			if err != nil {
				yield(Article{}, err)
				return
			}
			a, chosen, err := n.choose(ctx, ref, filter)
			if err == nil && !chosen {
				continue
			}
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

func (n *Newsroom) choose(ctx context.Context, ref library.Ref, filter Filter) (a Article, chosen bool, err error) {
	a, err = n.Status(ctx, ref)
	if errors.Is(err, library.ErrUnknownArticle) { // deleted since it was listed
		return a, false, nil
	}
	if err != nil || filter.State != "" && a.State != filter.State || filter.Retrying && !a.Retrying() {
		return a, false, err
	}
	if !filter.Stale {
		return a, true, nil
	}
	chosen, err = n.Stale(ctx, ref)
	return a, chosen, err
}

// Refs returns the articles that List yields.
func Refs(articles iter.Seq2[Article, error]) ([]library.Ref, error) {
	var refs []library.Ref
	for a, err := range articles {
		if err != nil {
			return nil, err
		}
		refs = append(refs, a.Ref())
	}
	return refs, nil
}

// Stale reports whether a published article would sound different if it were rendered now.
func (n *Newsroom) Stale(ctx context.Context, ref library.Ref) (bool, error) {
	stale, err := n.Narrator.Stale(ctx, ref)
	if err != nil {
		return false, fmt.Errorf("%s: %w", ref, err)
	}
	return stale, nil
}
