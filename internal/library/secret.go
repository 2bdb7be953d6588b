package library

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/whsec"
)

// HookSecret returns the hook secret of a site without settings. It is generated once and kept in
// the store, in the form of the Standard Webhooks specification (whsec_ and base64); Ghost accepts
// any string. isNew says that this call generated it: only then should it be shown.
func (l *Library) HookSecret(ctx context.Context, site string) (secret string, isNew bool, err error) {
	key := HookSecretKey(site)
	for {
		secret, _, err := store.Read(ctx, l.store, key)
		if err == nil {
			return string(secret), isNew, nil
		}
		if !errors.Is(err, store.ErrNotFound) {
			return "", false, fmt.Errorf("hook secret of %s: %w", site, err)
		}
		_, err = l.store.Put(ctx, key, []byte(whsec.New()), store.PutOptions{If: store.IfAbsent()})
		if err != nil && !errors.Is(err, store.ErrConflict) {
			return "", false, fmt.Errorf("hook secret of %s: %w", site, err)
		}
		isNew = err == nil
	}
}

// HookSecretKey returns the key of a site's generated secret.
func HookSecretKey(site string) string { return "private/sites/" + site + "/hook-secret" }
