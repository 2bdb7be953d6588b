package newsroom

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// GhostConnection is the request to register aloud's webhooks in a Ghost.
type GhostConnection struct {
	Site   string
	URL    string // of Ghost
	Hooks  string // address of the site's Ghost hooks, to which an event is added
	Secret string // that signs them
	Pages  bool   // of Ghost have audio too
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

// ConnectGhost registers aloud's webhooks in Ghost. Calling it again is safe: Ghost does not list
// an integration's webhooks, so the store remembers those that were made.
func (n *Newsroom) ConnectGhost(ctx context.Context, ghost *source.GhostWebhooks, c GhostConnection) (done []Registered, failed error) {
	known, err := n.knownWebhooks(ctx, c)
	if err != nil {
		return nil, err
	}
	if !c.DryRun {
		defer func() { n.enter(ctx, c.Site, "connect Ghost", nil, failed) }()
	}
	for _, event := range source.GhostEvents(c.Pages) {
		r := Registered{event, c.Hooks + event, webhookWould}
		if !c.DryRun {
			w := source.GhostWebhook{ID: known[event].ID, Event: event, Target: r.Target, Name: "aloud: " + event, Secret: c.Secret}
			var id string
			if id, r.Done, failed = register(ctx, ghost, w); failed != nil {
				break
			}
			known[event] = library.CMSWebhook{ID: id, Event: event, Target: r.Target}
		}
		done = append(done, r)
	}
	if !c.DryRun {
		failed = errors.Join(failed, n.keepWebhooks(ctx, c, known))
	}
	return done, failed
}

// knownWebhooks returns the webhooks that were made in this Ghost, by their events.
func (n *Newsroom) knownWebhooks(ctx context.Context, c GhostConnection) (map[string]library.CMSWebhook, error) {
	stored, err := n.Library.Webhooks(ctx, c.Site, "ghost")
	if library.IgnoreUnreadable(err) != nil {
		return nil, err
	}
	known := map[string]library.CMSWebhook{}
	if stored.URL == c.URL {
		for _, w := range stored.Webhooks {
			known[w.Event] = w
		}
	}
	return known, nil
}

func (n *Newsroom) keepWebhooks(ctx context.Context, c GhostConnection, known map[string]library.CMSWebhook) error {
	made := library.CMSWebhooks{URL: c.URL}
	for _, event := range source.GhostEvents(true) {
		if w := known[event]; w.ID != "" {
			made.Webhooks = append(made.Webhooks, w)
		}
	}
	return n.Library.KeepWebhooks(ctx, c.Site, "ghost", made)
}

// register creates a webhook, or updates the existing one. It returns the webhook's id; "" if it is
// not ours.
func register(ctx context.Context, ghost *source.GhostWebhooks, w source.GhostWebhook) (id, done string, err error) {
	if w.ID != "" {
		if _, err := ghost.Change(ctx, w); !errors.Is(err, source.ErrWebhookUnknown) {
			return w.ID, webhookKept, err
		}
	}
	made, err := ghost.Add(ctx, w)
	if errors.Is(err, source.ErrWebhookExists) {
		return "", webhookForeign, nil
	}
	return made.ID, webhookMade, err
}
