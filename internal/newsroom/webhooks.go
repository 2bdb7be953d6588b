package newsroom

import (
	"context"
	"errors"
	"slices"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// GhostConnection is the request to register aloud's webhooks in a Ghost.
type GhostConnection struct {
	Site   string
	URL    string // of Ghost
	Hooks  string // address of the site's Ghost hooks, to which an event is added
	Secret string // that signs them
	DryRun bool
}

// Registered says what was done about one webhook.
type Registered struct {
	Event  string `json:"event"`
	Target string `json:"target"`
	Done   string `json:"done"`
}

// What is done about a webhook.
const (
	webhookMade    = "made"
	webhookKept    = "there already; written again"
	webhookForeign = "there already, and not made by this command: check that its secret is the hook's"
	webhookWould   = "would be made or written again"
)

// ConnectGhost has Ghost send its hooks to aloud. Done again it changes nothing: Ghost does not
// list an integration's webhooks, so the store remembers those that were made.
func (n *Newsroom) ConnectGhost(ctx context.Context, ghost *source.GhostWebhooks, c GhostConnection) (done []Registered, failed error) {
	known, err := n.Library.Webhooks(ctx, c.Site, "ghost")
	if library.IgnoreUnreadable(err) != nil {
		return nil, err
	}
	if known.URL != c.URL {
		known = library.CMSWebhooks{URL: c.URL}
	}
	for _, event := range source.GhostEvents {
		w := source.GhostWebhook{Event: event, Target: c.Hooks + event, Name: "aloud: " + event, Secret: c.Secret}
		i := slices.IndexFunc(known.Webhooks, func(k library.CMSWebhook) bool { return k.Event == event })
		if i >= 0 {
			w.ID = known.Webhooks[i].ID
		}
		r := Registered{event, w.Target, webhookWould}
		if !c.DryRun {
			var made source.GhostWebhook
			if made, r.Done, failed = register(ctx, ghost, w); failed != nil {
				break
			}
			if i >= 0 {
				known.Webhooks = slices.Delete(known.Webhooks, i, i+1)
			}
			if made.ID != "" {
				known.Webhooks = append(known.Webhooks, library.CMSWebhook{ID: made.ID, Event: event, Target: w.Target})
			}
		}
		done = append(done, r)
	}
	if !c.DryRun {
		failed = errors.Join(failed, n.Library.KeepWebhooks(ctx, c.Site, "ghost", known))
	}
	return done, failed
}

// register makes a webhook, or writes the one that was made before.
func register(ctx context.Context, ghost *source.GhostWebhooks, w source.GhostWebhook) (made source.GhostWebhook, done string, err error) {
	if w.ID != "" {
		if made, err = ghost.Change(ctx, w); !errors.Is(err, source.ErrWebhookUnknown) {
			return made, webhookKept, err
		}
		w.ID = ""
	}
	if made, err = ghost.Add(ctx, w); errors.Is(err, source.ErrWebhookExists) {
		return source.GhostWebhook{}, webhookForeign, nil
	}
	return made, webhookMade, err
}
