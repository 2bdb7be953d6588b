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
// the store; fresh are the secrets that nobody has seen yet, by site.
func (s *service) webSites(ctx context.Context) (sites map[string]web.Site, fresh map[string]string, err error) {
	sites, fresh = map[string]web.Site{}, map[string]string{}
	for name, site := range s.config.Sites {
		secret, isNew := "", false
		if site.GenerateSecret {
			if secret, isNew, err = s.library.HookSecret(ctx, name); err != nil {
				return nil, nil, err
			}
		}
		if isNew {
			fresh[name] = secret
		}
		sites[name] = web.Site{URLs: site.URLs, Hooks: webHooks(site.Hooks, secret)}
	}
	return sites, fresh, nil
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
// the secret for the CMS: once, since what a service prints goes to a log.
func (s *service) announce(a *app, addr net.Addr, sites map[string]web.Site, fresh map[string]string) {
	base := "http://" + addr.String()
	if host, port, err := net.SplitHostPort(addr.String()); err == nil && net.ParseIP(host).IsUnspecified() {
		base = "http://localhost:" + port
	}
	a.infof("aloud listens on %s", base)
	for _, name := range slices.Sorted(maps.Keys(sites)) {
		site := sites[name]
		var closed []string
		for _, src := range source.Hooks() {
			if len(site.Hooks[src.Name].Secrets) == 0 {
				closed = append(closed, "hooks."+src.Name+".secret")
				continue
			}
			a.infof("  %-15s %s/hooks/%s/%s", src.Label+":", base, name, src.Example)
		}
		if len(closed) == len(source.Hooks()) {
			a.infof("  site %s accepts no hooks: its settings have none of %s", name, strings.Join(closed, ", "))
		}
		switch {
		case fresh[name] != "":
			a.infof("  webhook secret: %s\n  (It is printed this once. The store keeps it as %s.)", fresh[name], library.HookSecretKey(name))
		case s.config.Sites[name].GenerateSecret:
			a.infof("  webhook secret: in the store, as %s", library.HookSecretKey(name))
		}
	}
}
