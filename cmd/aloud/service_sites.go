package main

import (
	"context"
	"maps"
	"net"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/web"
)

// webSites returns what the server needs of the sites. A site without settings gets its secret from
// the store; one that nobody has seen yet is printed.
func (s *service) webSites(ctx context.Context, a *app) (map[string]web.Site, error) {
	sites := map[string]web.Site{}
	for name, site := range s.config.Sites {
		secret := ""
		if site.GenerateSecret {
			generated, fresh, err := s.library.HookSecret(ctx, name)
			if err != nil {
				return nil, err
			}
			if secret = generated; fresh {
				a.infof("  webhook secret: %s\n  (It is printed this once, for site %s.)", secret, name)
			}
		}
		sites[name] = web.Site{URLs: site.URLs, Events: site.Player.Events, Hooks: webHooks(site.Hooks, secret)}
	}
	return sites, nil
}

// webHooks returns the site's hooks; if there is a generated secret, all of them have it.
func webHooks(hooks map[string]config.Hook, generated string) map[string]web.Hook {
	all := map[string]web.Hook{}
	for name, hook := range hooks {
		if generated != "" {
			hook.Secrets = []string{generated}
		}
		all[name] = web.Hook(hook)
	}
	return all
}

// announce prints where the service is and which hooks are open.
func (s *service) announce(a *app, addr net.Addr) {
	base := "http://" + addr.String()
	if host, port, err := net.SplitHostPort(addr.String()); err == nil && net.ParseIP(host).IsUnspecified() {
		base = "http://localhost:" + port
	}
	a.infof("aloud listens on %s", base)
	for _, name := range slices.Sorted(maps.Keys(s.config.Sites)) {
		site := s.config.Sites[name]
		var closed []string
		for _, src := range source.Hooks() {
			if len(site.Hooks[src.Name].Secrets) == 0 && !site.GenerateSecret {
				closed = append(closed, "hooks."+src.Name+".secret")
				continue
			}
			a.infof("  %-15s %s/hooks/%s/%s", src.Label+":", base, name, src.Example)
		}
		if len(closed) == len(source.Hooks()) {
			a.infof("  site %s accepts no hooks: its settings have none of %s", name, strings.Join(closed, ", "))
		}
		if site.GenerateSecret {
			a.infof("  webhook secret: in the store, as %s", library.HookSecretKey(name))
		}
	}
}
