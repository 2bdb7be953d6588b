package library

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/store"
)

// Change is a change marker: the catalogue may lack what the last work on an article did. It has a
// name of its own, so that whoever catalogues the article deletes the markers that it listed and no
// later one.
type Change struct {
	Ref Ref

	key string
}

// CataloguePrefix is where everything of a site's catalogue is, the change markers included.
func CataloguePrefix(site string) string { return "private/sites/" + site + "/catalogue/" }

func changesPrefix(site string) string { return CataloguePrefix(site) + "changes/" }

// markChanged is called after the outcome is written and before the due markers are deleted: at
// every moment one of the two says that the catalogue may be behind.
func (l *Library) markChanged(ctx context.Context, ref Ref) error {
	key := changesPrefix(ref.Site) + strconv.FormatInt(l.now().UnixMilli(), 10) + "-" + NewNonce() + "-" + ref.ID
	if _, err := l.store.Put(ctx, key, nil, store.PutOptions{}); err != nil {
		return fmt.Errorf("mark %s for the catalogue: %w", ref, err)
	}
	return nil
}

// Changes lists a site's change markers, the oldest first; with a limit, at most so many.
func (l *Library) Changes(ctx context.Context, site string, limit int) (all []Change, err error) {
	for entry, err := range l.store.List(ctx, changesPrefix(site)) {
		if err != nil {
			return nil, err
		}
		_, rest, _ := strings.Cut(strings.TrimPrefix(entry.Key, changesPrefix(site)), "-")
		_, id, _ := strings.Cut(rest, "-")
		if ref, err := NewRef(site, id); err == nil {
			all = append(all, Change{ref, entry.Key})
		}
		if limit > 0 && len(all) == limit {
			break
		}
	}
	return all, nil
}

// Catalogued deletes exactly these markers.
func (l *Library) Catalogued(ctx context.Context, changes []Change) error {
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(RecordsAtOnce)
	for _, c := range changes {
		group.Go(func() error { return l.store.Delete(groupCtx, c.key) })
	}
	if err := group.Wait(); err != nil {
		return fmt.Errorf("delete the change markers of the catalogue: %w", err)
	}
	return nil
}

// AllVersions lists the versions of every article of a site that was ever accepted. It lists the
// desired states, the outcomes and what is public at once, and reads nothing.
func (l *Library) AllVersions(ctx context.Context, site string) (map[Ref]Versions, error) {
	var desired, outcomes, narrations map[Ref]string
	group, groupCtx := errgroup.WithContext(ctx)
	group.Go(func() (err error) { desired, err = l.etags(groupCtx, site, desiredPrefix(site), ".json"); return err })
	group.Go(func() (err error) { outcomes, err = l.etags(groupCtx, site, outcomesPrefix(site), ".json"); return err })
	group.Go(func() (err error) {
		narrations, err = l.etags(groupCtx, site, publicPrefix(site), "/"+narrationFile)
		return err
	})
	if err := group.Wait(); err != nil {
		return nil, err
	}
	all := map[Ref]Versions{}
	for ref, etag := range desired {
		all[ref] = Versions{Desired: etag, Outcome: outcomes[ref], Narration: narrations[ref]}
	}
	return all, nil
}

// etags lists the ETags of the objects under prefix whose names are an id and suffix.
func (l *Library) etags(ctx context.Context, site, prefix, suffix string) (map[Ref]string, error) {
	all := map[Ref]string{}
	for entry, err := range l.store.List(ctx, prefix) {
		if err != nil {
			return nil, err
		}
		id, ours := strings.CutSuffix(strings.TrimPrefix(entry.Key, prefix), suffix)
		if ref, err := NewRef(site, id); ours && err == nil {
			all[ref] = entry.ETag
		}
	}
	return all, nil
}
