package newsroom

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/source/sourcetest"
)

func connection(ghost string) GhostConnection {
	return GhostConnection{Site: "main", URL: ghost, Hooks: "https://audio.example/hooks/main/ghost/", Secret: "of ghost"}
}

func doneOf(registered []Registered) (done []string) {
	for _, r := range registered {
		done = append(done, r.Done)
	}
	return done
}

func TestConnectGhost(t *testing.T) {
	d, ghost := open(t), sourcetest.NewGhostWebhooks(t)
	webhooks, err := source.NewGhostWebhooks(ghost.URL, sourcetest.GhostAdminKey, http.DefaultClient)
	if err != nil {
		t.Fatal(err)
	}
	connect := func(c GhostConnection, want ...string) {
		t.Helper()
		registered, err := d.ConnectGhost(t.Context(), webhooks, c)
		if got := doneOf(registered); err != nil || !slices.Equal(got, want) {
			t.Errorf("%v, %v, want %v", got, err, want)
		}
	}
	all := func(done string) []string { return slices.Repeat([]string{done}, len(source.GhostEvents(false))) }
	rehearsal := connection(ghost.URL)
	rehearsal.DryRun = true
	connect(rehearsal, all(webhookWould)...)
	if len(ghost.Webhooks()) != 0 {
		t.Errorf("a dry run made %v", ghost.Webhooks())
	}
	connect(connection(ghost.URL), all(webhookMade)...)
	connect(connection(ghost.URL), all(webhookKept)...)
	for _, w := range ghost.Webhooks() {
		if !strings.HasPrefix(w.Target, "https://audio.example/hooks/main/ghost/post.") || w.Secret != "of ghost" {
			t.Errorf("Ghost has %+v", w)
		}
	}
	ghost.DeleteWebhook("post.deleted")
	connect(connection(ghost.URL), webhookKept, webhookKept, webhookKept, webhookMade)
	if err := d.Library.KeepWebhooks(t.Context(), "main", "ghost", library.CMSWebhooks{}); err != nil {
		t.Fatal(err)
	}
	connect(connection(ghost.URL), all(webhookForeign)...)
	if n := len(ghost.Webhooks()); n != len(source.GhostEvents(false)) {
		t.Errorf("Ghost has %d webhooks", n)
	}
}

func TestConnectGhostRefused(t *testing.T) {
	d, ghost := open(t), sourcetest.NewGhostWebhooks(t)
	other := strings.Replace(sourcetest.GhostAdminKey, "00", "11", 1)
	webhooks, err := source.NewGhostWebhooks(ghost.URL, other, http.DefaultClient)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.ConnectGhost(t.Context(), webhooks, connection(ghost.URL)); err == nil || !strings.Contains(err.Error(), "Invalid token") {
		t.Errorf("got %v", err)
	}
	if _, err := d.Library.Webhooks(t.Context(), "main", "ghost"); errors.Is(err, library.ErrDamaged) {
		t.Error(err)
	}
	for _, key := range []string{"", "x", "5f:00"} {
		if _, err := source.NewGhostWebhooks(ghost.URL, key, http.DefaultClient); err == nil {
			t.Errorf("%q is taken for an Admin API key", key)
		}
	}
}
