package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
)

// ConnectGhost registers aloud's webhooks in the Ghost at an address, by its Admin API key; "" is
// the one in the site's settings. hooks is where Ghost reaches aloud.
func (s *Service) ConnectGhost(ctx context.Context, n *newsroom.Newsroom, name, address, key, hooks string, dryRun bool) ([]newsroom.Registered, error) {
	site := s.Config.Sites[name]
	secret, err := s.ghostSecret(ctx, name)
	if err != nil {
		return nil, err
	}
	ghost, err := source.NewGhostWebhooks(address, cmp.Or(key, adminKey(site)), sourceClient(site))
	if err != nil {
		return nil, err
	}
	return n.ConnectGhost(ctx, ghost, newsroom.GhostConnection{
		Site: name, URL: address, Hooks: hooksAddress(hooks, name), Secret: secret, Pages: site.Pages(), DryRun: dryRun,
	})
}

func hooksAddress(aloud, site string) string {
	return strings.TrimSuffix(aloud, "/") + "/hooks/" + site + "/ghost/"
}

// ghostSecret returns the first secret of the site's Ghost hook.
func (s *Service) ghostSecret(ctx context.Context, name string) (string, error) {
	site := s.Config.Sites[name]
	if site.GenerateSecret {
		secret, _, err := s.Library.HookSecret(ctx, name)
		return secret, err
	}
	if secrets := site.Hooks["ghost"].Secrets; len(secrets) > 0 {
		return secrets[0], nil
	}
	return "", config.Error{Err: fmt.Errorf("sites.%s.hooks.ghost.secret is missing: set the secret with which Ghost signs its hooks", name)}
}

// adminKey returns Ghost's Admin API key in the settings of a site; "" for none.
func adminKey(site config.Site) string {
	i := slices.IndexFunc(site.Sources, func(src config.AskedSource) bool { return src.Source.Name == "ghost" })
	if i < 0 {
		return ""
	}
	return site.Sources[i].Address.Keys[source.GhostAdminKey]
}

// GhostChecks prove that Ghost still has the webhooks that were registered, and that its last
// deliveries arrived.
func (s *Service) GhostChecks() (checks []doctor.Check) {
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		if key := adminKey(s.Config.Sites[name]); key != "" {
			checks = append(checks, doctor.Check{Name: "sites." + name + ": ghost webhooks", Means: "edits and removals in Ghost arrive only when it is polled", Run: func(ctx context.Context) doctor.Result {
				return s.checkGhost(ctx, name, key)
			}})
		}
	}
	return checks
}

func (s *Service) checkGhost(ctx context.Context, name, key string) doctor.Result {
	connect := "run aloud ghost connect --site " + name
	known, err := s.Library.Webhooks(ctx, name, "ghost")
	if library.IgnoreUnreadable(err) != nil {
		return doctor.Warned("check the store", "%v", err)
	}
	if len(known.Webhooks) == 0 {
		return doctor.Found("aloud registered no webhooks: they were created by hand, or Ghost is only polled")
	}
	secret, err := s.ghostSecret(ctx, name)
	if err != nil {
		return doctor.Warned("add the secret", "%v", err)
	}
	ghost, err := source.NewGhostWebhooks(known.URL, key, sourceClient(s.Config.Sites[name]))
	if err != nil {
		return doctor.Warned("correct the settings", "%v", err)
	}
	var wrong []string
	for _, w := range known.Webhooks {
		seen, err := ghost.Change(ctx, source.GhostWebhook{ID: w.ID, Event: w.Event, Target: w.Target, Name: "aloud: " + w.Event, Secret: secret})
		switch {
		case errors.Is(err, source.ErrWebhookUnknown):
			wrong = append(wrong, w.Event+": "+err.Error())
		case err != nil:
			return doctor.Warned("check Ghost's address and its Admin API key", "%v", err)
		case seen.Error != "":
			wrong = append(wrong, fmt.Sprintf("%s: the last delivery failed (%s, %s)", w.Event, seen.TriggeredAt, seen.Error))
		}
	}
	if len(wrong) > 0 {
		return doctor.Warned(connect+", and check that Ghost reaches aloud", "%s", strings.Join(wrong, "\n"))
	}
	return doctor.Found("%d at %s", len(known.Webhooks), known.URL)
}
