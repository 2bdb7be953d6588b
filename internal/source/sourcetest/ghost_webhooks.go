package sourcetest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
)

// GhostWebhook is a webhook of a Ghost.
type GhostWebhook struct {
	ID     string `json:"id"`
	Event  string `json:"event"`
	Target string `json:"target_url"`
	Secret string `json:"secret"`
	Name   string `json:"name"`

	TriggeredAt string `json:"last_triggered_at,omitempty"`
	Error       string `json:"last_triggered_error,omitempty"` // of the last delivery
}

// GhostWebhooks is a Ghost whose integration makes, changes and deletes webhooks, and cannot list
// them.
type GhostWebhooks struct {
	*httptest.Server
	mu   sync.Mutex
	all  []GhostWebhook
	made int
}

// NewGhostWebhooks starts one without webhooks. Its key is GhostAdminKey.
func NewGhostWebhooks(t testing.TB) *GhostWebhooks {
	g := &GhostWebhooks{}
	g.Server = httptest.NewServer(http.HandlerFunc(g.serve))
	t.Cleanup(g.Close)
	return g
}

// Webhooks returns a copy of all.
func (g *GhostWebhooks) Webhooks() []GhostWebhook {
	g.mu.Lock()
	defer g.mu.Unlock()
	return slices.Clone(g.all)
}

// DeleteWebhook deletes those of an event, as a person may.
func (g *GhostWebhooks) DeleteWebhook(event string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.all = slices.DeleteFunc(g.all, func(w GhostWebhook) bool { return w.Event == event })
}

// FailDelivery has the last delivery of an event have failed.
func (g *GhostWebhooks) FailDelivery(event, why string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i := range g.all {
		if g.all[i].Event == event {
			g.all[i].TriggeredAt, g.all[i].Error = "2026-11-23T12:00:00.000Z", why
		}
	}
}

func (g *GhostWebhooks) serve(w http.ResponseWriter, r *http.Request) {
	g.mu.Lock()
	defer g.mu.Unlock()
	id, isWebhook := strings.CutPrefix(r.URL.Path, "/ghost/api/admin/webhooks/")
	var sent struct{ Webhooks []GhostWebhook }
	switch err := json.NewDecoder(r.Body).Decode(&sent); {
	case !ghostToken(r.Header.Get("Authorization")):
		ghostRefusal(w, http.StatusUnauthorized, "Invalid token: invalid signature", "UnauthorizedError")
	case !isWebhook || r.Method == http.MethodGet:
		ghostRefusal(w, http.StatusNotImplemented, "The server does not support the functionality required to fulfill the request.", "InternalServerError")
	case err != nil || len(sent.Webhooks) != 1:
		ghostRefusal(w, http.StatusUnprocessableEntity, "Validation error", "ValidationError")
	case r.Method == http.MethodPost:
		g.add(w, sent.Webhooks[0])
	default:
		g.change(w, strings.TrimSuffix(id, "/"), sent.Webhooks[0])
	}
}

func (g *GhostWebhooks) add(w http.ResponseWriter, made GhostWebhook) {
	if slices.ContainsFunc(g.all, func(k GhostWebhook) bool { return k.Event == made.Event && k.Target == made.Target }) {
		ghostRefusal(w, http.StatusUnprocessableEntity, "Validation error, cannot save webhook.", "ValidationError")
		return
	}
	g.made++
	made.ID = fmt.Sprintf("%024x", g.made)
	g.all = append(g.all, made)
	answer(w, http.StatusCreated, map[string]any{"webhooks": []any{made}})
}

func (g *GhostWebhooks) change(w http.ResponseWriter, id string, changed GhostWebhook) {
	i := slices.IndexFunc(g.all, func(k GhostWebhook) bool { return k.ID == id })
	if i < 0 {
		ghostRefusal(w, http.StatusNotFound, "Resource not found error, cannot edit webhook.", "NotFoundError")
		return
	}
	changed.ID, changed.TriggeredAt, changed.Error = id, g.all[i].TriggeredAt, g.all[i].Error
	g.all[i] = changed
	answer(w, http.StatusOK, map[string]any{"webhooks": []any{changed}})
}

func ghostRefusal(w http.ResponseWriter, status int, message, kind string) {
	context := ""
	if status == http.StatusUnprocessableEntity {
		context = "Target URL has already been used for this event."
	}
	answer(w, status, map[string]any{"errors": []any{map[string]any{"message": message, "context": context, "type": kind}}})
}
