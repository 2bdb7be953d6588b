package library

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/pageid"
	"github.com/aloud-audio/aloud/internal/store"
)

// page leads from the address of an article's page to its narration: its name can be computed from
// the address. It is written after the narration and deleted before it.
type page struct {
	Version   int    `json:"version"`
	ID        string `json:"id"`
	Revision  string `json:"revision"`
	Narration string `json:"narration"` // address relative to this object

	etag string
}

func pageKey(site, address string) string {
	return "public/" + site + "/pages/" + pageid.Hash(address) + ".json"
}

// PageOwner is the article that keeps a page, or that lost it.
type PageOwner struct {
	ID    string
	Keeps bool // the page stays with it, because its revision is newer
}

// ClaimPage makes the page of a published narration lead to it, and releases the page of the former
// narration. If another article had claimed the page, the newer revision gets it, and owner names
// the other article; otherwise owner is nil.
func (l *Library) ClaimPage(ctx context.Context, ref Ref, former, next Narration) (owner *PageOwner, err error) {
	if former.URL != "" && (next.URL == "" || pageid.Fold(former.URL) != pageid.Fold(next.URL)) {
		err = l.releasePage(ctx, ref, former.URL)
	}
	if err != nil || next.URL == "" {
		return nil, err
	}
	key := pageKey(ref.Site, next.URL)
	had, err := l.page(ctx, key)
	if err != nil {
		return nil, err
	}
	if had.ID != "" && had.ID != ref.ID {
		owner = &PageOwner{ID: had.ID, Keeps: had.Revision > next.Revision}
	}
	want := page{Version: NarrationVersion, ID: ref.ID, Revision: next.Revision, Narration: "../articles/" + ref.ID + "/" + narrationFile}
	if (owner != nil && owner.Keeps) || (had.ID == want.ID && had.Revision == want.Revision) {
		return owner, nil
	}
	_, err = l.writeJSON(ctx, key, want, store.PutOptions{If: store.IfUnchanged(had.etag), CacheControl: NarrationCacheControl})
	if err != nil {
		return owner, fmt.Errorf("claim the page of %s: %w", ref, err)
	}
	return owner, l.releaseIfGone(ctx, ref, next.URL)
}

// releaseIfGone deletes a claim whose narration was withdrawn while it was made.
func (l *Library) releaseIfGone(ctx context.Context, ref Ref, address string) error {
	if _, err := l.Narration(ctx, ref); errors.Is(err, ErrNotFound) {
		return l.releasePage(ctx, ref, address)
	}
	return nil
}

// releasePage deletes an article's claim to a page; another article's stays.
func (l *Library) releasePage(ctx context.Context, ref Ref, address string) error {
	if address == "" {
		return nil
	}
	key := pageKey(ref.Site, address)
	had, err := l.page(ctx, key)
	if err == nil && had.ID == ref.ID {
		err = l.store.Delete(ctx, key)
	}
	if err != nil {
		return fmt.Errorf("release the page of %s: %w", ref, err)
	}
	return nil
}

// PageArticle returns the article whose narration a page leads to, or ErrNotFound if none does.
func (l *Library) PageArticle(ctx context.Context, site, address string) (Ref, error) {
	found, err := l.page(ctx, pageKey(site, address))
	if err != nil {
		return Ref{}, err
	}
	if found.ID == "" {
		return Ref{}, fmt.Errorf("%s: %w", address, ErrNotFound)
	}
	return NewRef(site, found.ID)
}

// page returns the zero page if nobody claims it, or if the claim cannot be read.
func (l *Library) page(ctx context.Context, key string) (page, error) {
	var p page
	etag, err := l.readJSON(ctx, key, &p)
	if err != nil {
		p = page{}
	}
	p.etag = etag
	return p, IgnoreUnreadable(IgnoreNotFound(err))
}
