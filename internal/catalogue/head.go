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

// version of head and pages that this release writes.
const version = 1

// head names the pages that are the catalogue. Its nonce lets no ETag come back.
type head struct {
	Version   int                `json:"version"`
	Nonce     string             `json:"nonce"`
	WrittenAt time.Time          `json:"written_at"`
	Pages     map[string]pageRef `json:"pages"`            // by month
	Former    []string           `json:"former,omitempty"` // objects that the head before named: readers may still read them

	etag string
}

// pageRef names a page, with what is asked most without reading it.
type pageRef struct {
	Object string                `json:"object"`
	Rows   int                   `json:"rows"`
	States map[library.State]int `json:"states"`
}

func headKey(site string) string { return library.CataloguePrefix(site) + "head.json" }

func pagesPrefix(site string) string { return library.CataloguePrefix(site) + "pages/" }

// head returns ErrNone if there is none that this release can read; with its ETag, so that it can
// be replaced.
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

// write replaces the head that had former's ETag.
func (c *Catalogue) writeHead(ctx context.Context, site string, former, next head) error {
	next.Version, next.Nonce, next.WrittenAt = version, library.NewNonce(), c.Now().UTC()
	body, err := json.Marshal(next)
	if err != nil {
		return err
	}
	_, err = c.Store.Put(ctx, headKey(site), body, store.PutOptions{If: store.IfUnchanged(former.etag), ContentType: "application/json"})
	return err
}
