package main

import (
	"context"
	"maps"
	"net"
	"slices"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/web"
)

// webSites returns what the server needs of the sites. A site without settings gets its secret from
// the store.
func (s *service) webSites(ctx context.Context) (map[string]web.Site, error) {
	sites := map[string]web.Site{}
	for name, site := range s.config.Sites {
		secret := ""
		if site.GenerateSecret {
			var err error
			if secret, err = s.library.HookSecret(ctx, name); err != nil {
				return nil, err
			}
		}
		sites[name] = web.Site{URL: site.URL, Hooks: webHooks(site.Hooks, secret)}
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

// announce prints where the service is, which hooks are open and, for the site without settings,
// the secret for the CMS.
func (s *service) announce(a *app, addr net.Addr, sites map[string]web.Site) {
	base := "http://" + addr.String()
	if host, port, err := net.SplitHostPort(addr.String()); err == nil && net.ParseIP(host).IsUnspecified() {
		base = "http://localhost:" + port
	}
	a.infof("aloud listens on %s", base)
	for _, name := range slices.Sorted(maps.Keys(sites)) {
		site := sites[name]
		open := false
		for _, src := range source.Hooks() {
			if len(site.Hooks[src.Name].Secrets) > 0 {
				open = true
				a.infof("  %-15s %s/hooks/%s/%s", src.Label+":", base, name, src.Example)
			}
		}
		if !open {
			a.infof("  site %s accepts no hooks: its settings have no hooks.ghost.secret and no hooks.articles.secret", name)
		}
		if s.config.Sites[name].GenerateSecret {
			a.infof("  webhook secret: %s", site.Hooks[source.Hooks()[0].Name].Secrets[0])
		}
	}
}
