package library

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// PublicSites returns the sites that have public objects, whatever the settings say, in order.
func (l *Library) PublicSites(ctx context.Context) ([]string, error) {
	folders, err := l.store.Folders(ctx, "public/")
	if err != nil {
		return nil, err
	}
	var sites []string
	for _, name := range folders {
		if CheckSite(name) == nil {
			sites = append(sites, name)
		}
	}
	return sites, nil
}

// PublicArticles yields the articles of a site that have any public object, ordered by id.
func (l *Library) PublicArticles(ctx context.Context, site string) iter.Seq2[Ref, error] {
	return func(yield func(Ref, error) bool) {
		for files, err := range l.publicFiles(ctx, site) {
			if !yield(files.ref, err) || err != nil {
				return
			}
		}
	}
}

// namedPrefix has one empty object for each site, rewritten regularly by every process whose
// settings name it.
const namedPrefix = "private/named/"

// NameSites records that the settings of a running process name these sites.
func (l *Library) NameSites(ctx context.Context, sites []string) error {
	for _, site := range sites {
		if _, err := l.store.Put(ctx, namedPrefix+site, nil, store.PutOptions{}); err != nil {
			return fmt.Errorf("record that the settings name site %s: %w", site, err)
		}
	}
	return nil
}

// NamedSites returns when each site was last named, by the clock of the store.
func (l *Library) NamedSites(ctx context.Context) (map[string]time.Time, error) {
	named := map[string]time.Time{}
	for entry, err := range l.store.List(ctx, namedPrefix) {
		if err != nil {
			return nil, err
		}
		named[strings.TrimPrefix(entry.Key, namedPrefix)] = entry.Modified
	}
	return named, nil
}
