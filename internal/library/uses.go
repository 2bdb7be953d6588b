package library

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Uses says which stored speech the renders of one article use, the oldest render first. Whoever
// deletes unused speech reads it; see Use.
type Uses struct {
	Renders []RenderUse `json:"renders"`

	etag string
}

// RenderUse is the speech of one render.
type RenderUse struct {
	Render string    `json:"render"`         // the name of its public files, without extension
	At     time.Time `json:"at"`             // when it began
	Speech []string  `json:"speech"`         // keys of its segments' speech
	Ended  time.Time `json:"ended,omitzero"` // when nobody could hear it any more; zero: somebody may
}

const usesPrefix = "private/uses/"

func (r Ref) usesKey() string { return usesPrefix + r.Site + "/" + r.ID + ".json" }

// Use records that a render uses speech, in addition to what it used before. It is called before
// the render looks whether the speech is stored: from then on that speech is not deleted, or is
// restored if a deletion was in progress.
func (l *Library) Use(ctx context.Context, ref Ref, render string, speech []string) error {
	return l.UpdateUses(ctx, ref, func(u *Uses) bool {
		i := slices.IndexFunc(u.Renders, func(r RenderUse) bool { return r.Render == render })
		if i < 0 {
			i = len(u.Renders)
			u.Renders = append(u.Renders, RenderUse{Render: render, At: l.now().UTC()})
		}
		all := slices.Concat(u.Renders[i].Speech, speech)
		slices.Sort(all)
		u.Renders[i].Speech = slices.Compact(all)
		return true
	})
}

// Uses reads what an article's renders use; nothing if there is no record. It returns ErrDamaged
// for a damaged record.
func (l *Library) Uses(ctx context.Context, ref Ref) (Uses, error) {
	var u Uses
	etag, err := l.readJSON(ctx, ref.usesKey(), &u)
	if err != nil {
		u = Uses{}
	}
	u.etag = etag
	return u, IgnoreNotFound(err)
}

// UpdateUses applies change to the record in a compare-and-swap loop. It writes nothing if change
// returns false. A damaged record is replaced. A record is never deleted, because deletes cannot be
// conditional: an empty one is kept.
func (l *Library) UpdateUses(ctx context.Context, ref Ref, change func(*Uses) bool) error {
	for {
		u, err := l.Uses(ctx, ref)
		if IgnoreUnreadable(err) != nil {
			return err
		}
		if !change(&u) {
			return nil
		}
		_, err = l.writeJSON(ctx, ref.usesKey(), u, store.PutOptions{If: store.IfUnchanged(u.etag)})
		if err == nil || !errors.Is(err, store.ErrConflict) {
			return ifErr("record the speech that "+ref.String()+" uses", err)
		}
	}
}

// UsesEntry names a record of Uses.
type UsesEntry struct {
	Ref      Ref
	Modified time.Time
}

// AllUses yields the records of all sites, including those that the settings no longer name.
func (l *Library) AllUses(ctx context.Context) iter.Seq2[UsesEntry, error] {
	return func(yield func(UsesEntry, error) bool) {
		for entry, err := range l.store.List(ctx, usesPrefix) {
			if err != nil {
				yield(UsesEntry{}, err)
				return
			}
			site, name, _ := strings.Cut(strings.TrimPrefix(entry.Key, usesPrefix), "/")
			id, isJSON := strings.CutSuffix(name, ".json")
			ref, err := NewRef(site, id)
			if err == nil && isJSON && !yield(UsesEntry{ref, entry.Modified}, nil) {
				return
			}
		}
	}
}

// PublicFile is a file of a track, or its captions.
type PublicFile struct {
	Ref    Ref
	Render string // the file's name without extension
	Entry  store.Entry
}

// PublicFiles yields the tracks and captions of all sites.
func (l *Library) PublicFiles(ctx context.Context) iter.Seq2[PublicFile, error] {
	return func(yield func(PublicFile, error) bool) {
		for entry, err := range l.store.List(ctx, "public/") {
			if err != nil {
				yield(PublicFile{}, err)
				return
			}
			parts := strings.Split(entry.Key, "/") // public, site, articles, id, file
			if len(parts) != 5 || parts[2] != "articles" || parts[4] == narrationFile {
				continue
			}
			render, _, _ := strings.Cut(parts[4], ".")
			ref, err := NewRef(parts[1], parts[3])
			if err == nil && !yield(PublicFile{ref, render, entry}, nil) {
				return
			}
		}
	}
}

// ifErr adds what was attempted to an error.
func ifErr(attempt string, err error) error {
	if err != nil {
		err = fmt.Errorf("%s: %w", attempt, err)
	}
	return err
}
