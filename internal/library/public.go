package library

import (
	"context"
	"strings"

	"golang.org/x/sync/errgroup"
)

// PublicArticle is an article that has any public object, with its desired state as listed.
type PublicArticle struct {
	Ref     Ref
	Version Sum // of the desired state: Desired.Version. 0: there is none, or the store does not tell
}

// PublicVersions lists the articles of a site that have any public object, with the versions of
// their desired states. It lists both at once, and reads nothing.
func (l *Library) PublicVersions(ctx context.Context, site string) (all []PublicArticle, err error) {
	var versions map[Sum]Sum
	listing, listCtx := errgroup.WithContext(ctx)
	listing.Go(func() (err error) { versions, err = l.desiredVersions(listCtx, site); return err })
	listing.Go(func() error {
		for ref, err := range l.PublicArticles(listCtx, site) {
			if err != nil {
				return err
			}
			ref.ID = strings.Clone(ref.ID) // a part of a key, which would stay in memory
			all = append(all, PublicArticle{Ref: ref})
		}
		return nil
	})
	if err := listing.Wait(); err != nil {
		return nil, err
	}
	for i, a := range all {
		all[i].Version = versions[SumOf(a.Ref.ID)]
	}
	return all, nil
}

func (l *Library) desiredVersions(ctx context.Context, site string) (map[Sum]Sum, error) {
	versions, prefix := map[Sum]Sum{}, desiredPrefix(site)
	for entry, err := range l.store.List(ctx, prefix) {
		if err != nil {
			return nil, err
		}
		if id, isJSON := strings.CutSuffix(strings.TrimPrefix(entry.Key, prefix), ".json"); isJSON && entry.ETag != "" {
			versions[SumOf(id)] = SumOf(entry.ETag)
		}
	}
	return versions, nil
}

// Version identifies a version of a desired state, as PublicVersions lists it.
func (d Desired) Version() Sum { return SumOf(d.etag) }

// WaitToCheck waits until a pass over all articles may read another one. All such passes of a
// process share a part of what the store can answer.
func (l *Library) WaitToCheck(ctx context.Context) error { return l.checks.Wait(ctx) }
