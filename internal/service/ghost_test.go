package service

import (
	"net/http"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/source/sourcetest"
)

// Webhooks that somebody deleted in Ghost, whose deliveries fail, or that the key no longer reaches
// are found, and doctor says what to do.
func TestGhostChecks(t *testing.T) {
	otherKey := strings.Replace(sourcetest.GhostAdminKey, "00", "11", 1)
	for name, c := range map[string]struct {
		harm   func(*sourcetest.GhostWebhooks)
		key    string
		status doctor.Status
		says   string
	}{
		"as registered":      {func(*sourcetest.GhostWebhooks) {}, sourcetest.GhostAdminKey, doctor.OK, "2 at http://"},
		"one is deleted":     {func(g *sourcetest.GhostWebhooks) { g.DeleteWebhook("post.published") }, sourcetest.GhostAdminKey, doctor.Warn, "aloud ghost connect --site main"},
		"deliveries fail":    {func(g *sourcetest.GhostWebhooks) { g.FailDelivery("post.published", "Request failed: ECONNREFUSED") }, sourcetest.GhostAdminKey, doctor.Warn, "ECONNREFUSED"},
		"the key is revoked": {func(*sourcetest.GhostWebhooks) {}, otherKey, doctor.Warn, "Admin API key"},
		"Ghost is away":      {func(g *sourcetest.GhostWebhooks) { g.Close() }, sourcetest.GhostAdminKey, doctor.Warn, "check Ghost's address"},
	} {
		t.Run(name, func(t *testing.T) {
			ghost := sourcetest.NewGhostWebhooks(t)
			site := ofSource("ghost", ghost.URL, map[string]string{source.GhostAdminKey: c.key}, "127.0.0.1")
			site.Hooks = map[string]config.Hook{"ghost": {Secrets: []string{"topsecret"}}}
			s := serviceWith(t, config.Environment{}, site)
			register(t, s, ghost, "post.published", "post.deleted")
			c.harm(ghost)
			expectOne(t, s.GhostChecks(), "sites.main: ghost webhooks", c.status, c.says)
		})
	}
}

// register makes webhooks as aloud ghost connect does.
func register(t *testing.T, s *Service, ghost *sourcetest.GhostWebhooks, events ...string) {
	t.Helper()
	client, err := source.NewGhostWebhooks(ghost.URL, sourcetest.GhostAdminKey, http.DefaultClient)
	if err != nil {
		t.Fatal(err)
	}
	known := library.CMSWebhooks{URL: ghost.URL}
	for _, event := range events {
		made, err := client.Add(t.Context(), source.GhostWebhook{Event: event, Target: "https://audio.example.com/hooks/main/ghost/", Name: "aloud: " + event, Secret: "topsecret"})
		if err != nil {
			t.Fatal(err)
		}
		known.Webhooks = append(known.Webhooks, library.CMSWebhook{ID: made.ID, Event: event, Target: made.Target})
	}
	if err := s.Library.KeepWebhooks(t.Context(), "main", "ghost", known); err != nil {
		t.Fatal(err)
	}
}
