package catalogue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// version is the format version of the head and pages that this release writes.
const version = 1

// head names the current pages. Its nonce ensures that an ETag never repeats.
type head struct {
	Version   int                `json:"version"`
	Nonce     string             `json:"nonce"`
	WrittenAt time.Time          `json:"written_at"`
	Pages     map[string]pageRef `json:"pages"`            // by month
	Former    []string           `json:"former,omitempty"` // objects of the previous head, still readable

	etag string
}

// pageRef names a page, and holds the figures that are needed most often.
type pageRef struct {
	Object string                `json:"object"`
	Rows   int                   `json:"rows"`
	States map[library.State]int `json:"states"`
	// NewestFirst is false for pages of the former release, whose rows are ordered by id.
	NewestFirst bool `json:"newest_first,omitempty"`
}

func headKey(site string) string { return library.CataloguePrefix(site) + "head.json" }

func pagesPrefix(site string) string { return library.CataloguePrefix(site) + "pages/" }

// head returns the site's head with its ETag, so that it can be replaced. It returns ErrNone if
// there is none that this release can read.
func (c *Catalogue) head(ctx context.Context, site string) (head, error) {
	body, entry, err := store.Read(ctx, c.Store, headKey(site))
	if errors.Is(err, store.ErrNotFound) {
		return head{Pages: map[string]pageRef{}}, fmt.Errorf("site %s: %w", site, ErrNone)
	}
	if err != nil {
		return head{}, err
	}
	var h head
	if err := json.Unmarshal(body, &h); err != nil || h.Version != version {
		return head{Pages: map[string]pageRef{}, etag: entry.ETag}, fmt.Errorf("site %s: %w", site, ErrNone)
	}
	h.etag = entry.ETag
	return h, nil
}

// writeHead replaces the head that has former's ETag.
func (c *Catalogue) writeHead(ctx context.Context, site string, former, next head) error {
	next.Version, next.Nonce, next.WrittenAt = version, library.NewNonce(), c.Now().UTC()
	body, err := json.Marshal(next)
	if err != nil {
		return err
	}
	_, err = c.Store.Put(ctx, headKey(site), body, store.PutOptions{If: store.IfUnchanged(former.etag), ContentType: "application/json"})
	return err
}
