package library

import (
	"context"

	"github.com/aloud-audio/aloud/internal/store"
)

// CMSWebhook is a webhook that aloud made in a CMS, which does not list them.
type CMSWebhook struct {
	ID     string `json:"id"` // the CMS's
	Event  string `json:"event"`
	Target string `json:"target"` // address that it calls
}

// CMSWebhooks are those of one CMS.
type CMSWebhooks struct {
	URL      string       `json:"url"` // of the CMS
	Webhooks []CMSWebhook `json:"webhooks"`
}

func webhooksKey(site, source string) string {
	return "private/sites/" + site + "/webhooks/" + source + ".json"
}

// Webhooks returns the webhooks that were made in a site's CMS, or ErrNotFound.
func (l *Library) Webhooks(ctx context.Context, site, source string) (CMSWebhooks, error) {
	var w CMSWebhooks
	_, err := l.readJSON(ctx, webhooksKey(site, source), &w)
	return w, err
}

// KeepWebhooks replaces what is known of the webhooks in a site's CMS.
func (l *Library) KeepWebhooks(ctx context.Context, site, source string, w CMSWebhooks) error {
	_, err := l.writeJSON(ctx, webhooksKey(site, source), w, store.PutOptions{})
	return err
}
