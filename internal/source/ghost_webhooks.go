package source

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// GhostEvents returns the events that Ghost should send, also those of pages if they are wanted.
func GhostEvents(pages bool) (events []string) {
	kinds := []string{postEvent}
	if pages {
		kinds = append(kinds, pageEvent)
	}
	for _, kind := range kinds {
		events = append(events, kind+"published", kind+"published.edited", kind+"unpublished", kind+"deleted")
	}
	return events
}

// GhostWebhook is a webhook as Ghost keeps it.
type GhostWebhook struct {
	ID     string `json:"id,omitempty"` // Ghost's; empty: not known
	Event  string `json:"event"`
	Target string `json:"target_url"`
	Name   string `json:"name,omitempty"`
	Secret string `json:"secret,omitempty"`

	TriggeredAt string `json:"last_triggered_at,omitempty"` // empty: never
	Error       string `json:"last_triggered_error,omitempty"`
}

// Errors that Ghost returns for a webhook.
var (
	ErrWebhookExists  = errors.New("Ghost has a webhook for this event and address already, which was not made by aloud") //nolint:staticcheck // a name
	ErrWebhookUnknown = errors.New("Ghost has no such webhook any more")                                                  //nolint:staticcheck // a name
)

// GhostWebhooks manages the webhooks of a custom integration, by its Admin API key. Ghost lets an
// integration make, change and delete its own webhooks, but not list them
// (https://ghost.org/docs/admin-api/webhooks/).
type GhostWebhooks struct {
	client  *http.Client
	api     string
	id, key string
}

// NewGhostWebhooks returns the webhooks of a Ghost. The error says what is wrong with the address
// or the key.
func NewGhostWebhooks(site, adminKey string, client *http.Client) (*GhostWebhooks, error) {
	if _, err := newGhostAsker(Address{URLs: []string{site}, Keys: map[string]string{GhostAdminKey: adminKey}}, client); err != nil {
		return nil, err
	}
	key := ghostAdminKey().FindStringSubmatch(adminKey)
	if key == nil {
		return nil, errors.New("the key is missing: Ghost shows the Admin API key under Settings → Integrations → the custom integration")
	}
	return &GhostWebhooks{sameHostOnly(client), strings.TrimSuffix(site, "/") + "/ghost/api/admin/webhooks/", key[1], key[2]}, nil
}

// Add makes a webhook. It returns ErrWebhookExists if there is one for its event and address.
func (g *GhostWebhooks) Add(ctx context.Context, w GhostWebhook) (GhostWebhook, error) {
	return g.send(ctx, http.MethodPost, g.api, w)
}

// Change writes a webhook that Ghost has, and returns what Ghost says of it. It returns
// ErrWebhookUnknown if somebody deleted it.
func (g *GhostWebhooks) Change(ctx context.Context, w GhostWebhook) (GhostWebhook, error) {
	return g.send(ctx, http.MethodPut, g.api+w.ID+"/", w)
}

func (g *GhostWebhooks) send(ctx context.Context, method, address string, w GhostWebhook) (made GhostWebhook, err error) {
	sent := map[string]string{"name": w.Name, "event": w.Event, "target_url": w.Target, "secret": w.Secret}
	body, _ := json.Marshal(map[string]any{"webhooks": []any{sent}}) // plain values
	req, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(body))
	if err != nil {
		return made, err
	}
	req.Header = signedForGhost(g.id, g.key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := g.client.Do(req)
	if err != nil {
		return made, fmt.Errorf("Ghost does not answer: %w", withoutAddress(err)) //nolint:staticcheck // a name
	}
	defer resp.Body.Close()
	var answer struct {
		Webhooks []GhostWebhook `json:"webhooks"`
		Errors   []struct{ Message, Context string }
	}
	text, err := io.ReadAll(io.LimitReader(resp.Body, maxReply))
	if err == nil {
		err = json.Unmarshal(text, &answer)
	}
	switch {
	case err != nil:
		return made, fmt.Errorf("%s answered %s where Ghost's API should be: check the address", req.URL.Host, resp.Status)
	case len(answer.Webhooks) == 1 && resp.StatusCode < http.StatusMultipleChoices:
		return answer.Webhooks[0], nil
	case method == http.MethodPost && resp.StatusCode == http.StatusUnprocessableEntity && strings.Contains(string(text), "already been used"):
		return made, ErrWebhookExists
	case method == http.MethodPut && resp.StatusCode == http.StatusNotFound:
		return made, ErrWebhookUnknown
	case len(answer.Errors) > 0:
		return made, fmt.Errorf("Ghost refuses: %s %s", answer.Errors[0].Message, answer.Errors[0].Context) //nolint:staticcheck // a name
	default:
		return made, fmt.Errorf("Ghost answered %s", resp.Status) //nolint:staticcheck // a name
	}
}
