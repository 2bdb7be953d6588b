package newsroom

import (
	"context"
	"errors"
	"iter"
	"maps"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
)

const (
	nameSitesEvery = 10 * time.Minute
	// unnamedGrace is how long no running process may name a site before its audio is taken down.
	// While settings are changed, some processes name a new site and others do not yet.
	unnamedGrace = time.Hour
)

// checkUnnamed takes down the sites that no running process has named for unnamedGrace.
func (n *Newsroom) checkUnnamed(ctx context.Context) (failed error) {
	if err := n.Library.NameSites(ctx, n.sites()); err != nil {
		return err // our own clock in the store stands still: nothing can be judged by it
	}
	unnamed, err := n.Unnamed(ctx)
	if err != nil || len(unnamed) == 0 {
		return err
	}
	named, err := n.Library.NamedSites(ctx)
	if err != nil {
		return err
	}
	now := slices.MaxFunc(slices.Collect(maps.Values(named)), time.Time.Compare)
	for _, site := range unnamed {
		at, known := named[site]
		switch {
		case !known: // public since a release that did not record names: its time begins now
			failed = errors.Join(failed, n.Library.NameSites(ctx, []string{site}))
		case now.Sub(at) > unnamedGrace:
			failed = errors.Join(failed, n.takeDownSite(ctx, site))
		}
	}
	return failed
}

func (n *Newsroom) takeDownSite(ctx context.Context, site string) (failed error) {
	failed = n.deleteFeeds(ctx, site)
	for ref, err := range n.Library.PublicArticles(ctx, site) {
		if err == nil {
			err = n.withdrawFound(ctx, ref, "the settings do not name its site")
		}
		failed = errors.Join(failed, err)
	}
	return failed
}

// deleteFeeds deletes all feeds of a site that has nothing public any more.
func (n *Newsroom) deleteFeeds(ctx context.Context, site string) error {
	return n.Library.DeleteFeeds(ctx, site, func(string) bool { return false })
}

// Unnamed returns the sites that are public and that the settings do not name.
func (n *Newsroom) Unnamed(ctx context.Context) ([]string, error) {
	public, err := n.Library.PublicSites(ctx)
	return slices.DeleteFunc(public, n.names), err
}

// KeepNamed records until ctx ends which sites this process's settings name. current returns the
// newsroom of the settings in force, and a channel that is closed when other settings replace them.
// For each settings KeepNamed warns of sites that are public and not named.
func KeepNamed(ctx context.Context, current func() (*Newsroom, <-chan struct{})) {
	var before *Newsroom
	for {
		n, replaced := current()
		if n != before {
			n.warnOfUnnamed(ctx)
			before = n
		}
		if err := n.Library.NameSites(ctx, n.sites()); err != nil && ctx.Err() == nil {
			logging.From(ctx).WarnContext(ctx, "cannot record which sites the settings name, will retry", "in", nameSitesEvery, "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-replaced:
		case <-time.After(nameSitesEvery):
		}
	}
}

func (n *Newsroom) warnOfUnnamed(ctx context.Context) {
	unnamed, err := n.Unnamed(ctx)
	if err != nil && ctx.Err() == nil {
		logging.From(ctx).WarnContext(ctx, "cannot check whether a site without settings has public audio", "error", err)
	}
	for _, site := range unnamed {
		logging.From(ctx).WarnContext(ctx, "a site with public audio is missing from the settings: add it again, or its audio is taken down; "+
			"to take it down now: "+removeSite(site), "site", site, "after", unnamedGrace)
	}
}

func removeSite(site string) string { return "aloud remove --site " + site + " --all" }

// RemoveAll withdraws everything of a site, even one that the settings no longer name, and then
// holds its articles as Remove does. It returns InvalidError for an unknown site.
func (n *Newsroom) RemoveAll(ctx context.Context, site string) (Receipt, error) {
	withdrawing := n.deleteFeeds(ctx, site)
	anything := n.names(site)
	for ref, err := range n.Library.PublicArticles(ctx, site) {
		if err == nil {
			err = n.Library.Withdraw(ctx, ref)
		}
		withdrawing, anything = errors.Join(withdrawing, err), true
	}
	refs, err := collect(n.Library.Articles(ctx, site))
	switch {
	case err != nil:
		return Receipt{}, errors.Join(withdrawing, err)
	case len(refs) == 0 && !anything:
		return Receipt{}, invalidf("nothing is known of a site %q", site)
	}
	receipt, err := n.Remove(ctx, refs)
	return receipt, errors.Join(withdrawing, err)
}

func collect(refs iter.Seq2[library.Ref, error]) (all []library.Ref, err error) {
	for ref, err := range refs {
		if err != nil {
			return nil, err
		}
		all = append(all, ref)
	}
	return all, nil
}

func (n *Newsroom) sites() []string { return slices.Sorted(maps.Keys(n.Narrator.Sites)) }

// unnamed reports whether an article is of a site without settings, for which no worker works.
func (n *Newsroom) unnamed(ref library.Ref) bool { return !n.names(ref.Site) }

func (n *Newsroom) names(site string) bool {
	_, named := n.Narrator.Sites[site]
	return named
}
