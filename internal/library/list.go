package library

import (
	"context"
	"iter"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Articles yields every article of a site that was ever accepted, ordered by id.
func (l *Library) Articles(ctx context.Context, site string) iter.Seq2[Ref, error] {
	return l.articlesAfter(ctx, site, "")
}

// ArticlesAfter is Articles without those up to an id, "" for all. Ids are ordered by their keys: a-b
// comes before a.
func (l *Library) ArticlesAfter(ctx context.Context, after Ref) iter.Seq2[Ref, error] {
	if after.ID == "" {
		return l.Articles(ctx, after.Site)
	}
	return l.articlesAfter(ctx, after.Site, after.desiredKey())
}

func (l *Library) articlesAfter(ctx context.Context, site, after string) iter.Seq2[Ref, error] {
	return func(yield func(Ref, error) bool) {
		prefix := desiredPrefix(site)
		for entry, err := range l.store.ListAfter(ctx, prefix, after) {
			id, isJSON := strings.CutSuffix(strings.TrimPrefix(entry.Key, prefix), ".json")
			ref, refErr := NewRef(site, id)
			if err == nil && (!isJSON || refErr != nil) {
				continue
			}
			if !yield(ref, err) || err != nil {
				return
			}
		}
	}
}

// StateEntry names the desired state of an article.
type StateEntry struct {
	Ref      Ref
	Modified time.Time
}

// AllStates yields the desired states of all sites, including those that the settings no longer
// name.
func (l *Library) AllStates(ctx context.Context) iter.Seq2[StateEntry, error] {
	return func(yield func(StateEntry, error) bool) {
		sites, err := l.store.Folders(ctx, "private/sites/")
		if err != nil {
			yield(StateEntry{}, err)
			return
		}
		for _, site := range sites {
			prefix := desiredPrefix(site)
			for entry, err := range l.store.List(ctx, prefix) {
				if err != nil {
					yield(StateEntry{}, err)
					return
				}
				id, isJSON := strings.CutSuffix(strings.TrimPrefix(entry.Key, prefix), ".json")
				ref, err := NewRef(site, id)
				if err == nil && isJSON && !yield(StateEntry{ref, entry.Modified}, nil) {
					return
				}
			}
		}
	}
}

// articleFiles lists the public files of one article.
type articleFiles struct {
	ref      Ref
	narrated bool          // it has a narration, or the reservation of one
	reserved bool          // that is so small that it may be a reservation, which names no file
	entries  []store.Entry // the others
}

func (f *articleFiles) add(name string, entry store.Entry) {
	if name == narrationFile {
		f.narrated, f.reserved = true, entry.Size <= ReservationSize
		return
	}
	f.entries = append(f.entries, entry)
}

// publicFiles yields the public files of a site, grouped by article.
func (l *Library) publicFiles(ctx context.Context, site string) iter.Seq2[articleFiles, error] {
	return func(yield func(articleFiles, error) bool) {
		var files articleFiles
		for entry, err := range l.store.List(ctx, publicPrefix(site)) {
			if err != nil {
				yield(articleFiles{}, err)
				return
			}
			ref, name, ok := parsePublicKey(site, entry.Key)
			if !ok {
				continue
			}
			if ref != files.ref {
				if files.ref != (Ref{}) && !yield(files, nil) {
					return
				}
				files = articleFiles{ref: ref}
			}
			files.add(name, entry)
		}
		if files.ref != (Ref{}) {
			yield(files, nil)
		}
	}
}

func parsePublicKey(site, key string) (ref Ref, name string, ok bool) {
	id, name, found := strings.Cut(strings.TrimPrefix(key, publicPrefix(site)), "/")
	ref, err := NewRef(site, id)
	return ref, name, found && err == nil
}
