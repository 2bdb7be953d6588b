package process

import (
	"context"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/player"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/web"
	"github.com/aloud-audio/aloud/worker"
)

// maxConnections are listeners and senders at once; more wait. Each takes some 20 kB.
const maxConnections = 2048

// startServer makes the server for the first settings.
func (p *process) startServer(ctx context.Context, first *edition) error {
	rdb := p.queue.impatient
	p.registry.MustRegister(worker.NewQueueCollector(rdb, p.identity))
	p.unrecorded = newsroom.NewUnrecorded(p.Log)
	sites, err := p.webSites(ctx, first)
	if err != nil {
		return err
	}
	first.application = p.newsroom(first, rdb)
	first.web, err = web.New(web.Options{
		Newsroom: first.application, Sites: sites, Deliveries: worker.NewDeliveries(rdb, p.identity),
		Player: player.JS, PlayerMap: player.SourceMap, PlayerFigures: player.Figures, FiguresMap: player.FiguresMap, PlayerNext: player.Next, NextMap: player.NextMap,
		Figures: p.figures(), PublicURL: first.Config.PublicURL, Proxies: first.Config.Proxies, Registry: p.registry, Log: p.Log, Tracer: p.tracer,
	})
	if err != nil {
		return config.Error{Err: err}
	}
	return nil
}

// newsroom returns the application over one of the process's connections to the queue.
func (p *process) newsroom(e *edition, rdb redis.UniversalClient) *newsroom.Newsroom {
	n := e.Newsroom(worker.NewClient(rdb, p.identity))
	n.Unrecorded = p.unrecorded
	return n
}

// webSites returns what the server needs to know about the sites. A site without settings gets its
// secret from the store; a new secret is printed.
func (p *process) webSites(ctx context.Context, e *edition) (map[string]web.Site, error) {
	sites := map[string]web.Site{}
	for name, site := range e.Config.Sites {
		secret := ""
		if site.GenerateSecret {
			generated, fresh, err := e.Library.HookSecret(ctx, name)
			if err != nil {
				return nil, err
			}
			if secret = generated; fresh {
				p.Infof("  webhook secret: %s\n  (It is printed only once, for site %s.)", secret, name)
			}
		}
		sites[name] = web.Site{URLs: site.URLs, Pages: site.Pages(), Events: site.Player.Events, Hooks: webHooks(site.Hooks, secret)}
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

// listen binds the public and the admin address and announces them.
func (p *process) listen() (servers, error) {
	e := p.current()
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { p.current().web.ServeHTTP(w, r) })
	public, err := listenHTTP(e.Config.Listen, "ALOUD_LISTEN", maxConnections, e.Config.Proxies, handler, p.Log)
	if err != nil {
		return nil, err
	}
	public.Drain, public.Beside = e.web.Drain, p.background
	forAdmins, err := p.listenAdmin()
	if err != nil {
		return nil, err
	}
	p.announce(public.Addr(), e.Config.Sites)
	return append(forAdmins, public), nil
}

// announce prints where the service is and which hooks are open.
func (p *process) announce(addr net.Addr, sites map[string]config.Site) {
	base := "http://" + addr.String()
	if host, port, err := net.SplitHostPort(addr.String()); err == nil && net.ParseIP(host).IsUnspecified() {
		base = "http://localhost:" + port
	}
	p.Infof("aloud listens on %s", base)
	for _, name := range slices.Sorted(maps.Keys(sites)) {
		p.announceHooks(base, name, sites[name])
	}
}

func (p *process) announceHooks(base, name string, site config.Site) {
	var closed []string
	hooks := hooksOf(site)
	for _, src := range hooks {
		if len(site.Hooks[src.Name].Secrets) == 0 && !site.GenerateSecret {
			closed = append(closed, "hooks."+src.Name+".secret")
			continue
		}
		p.Infof("  %-15s %s/hooks/%s/%s", src.Label+":", base, name, src.Example)
	}
	if len(closed) == len(hooks) {
		p.Infof("  site %s accepts no hooks: set one of %s", name, strings.Join(closed, ", "))
	}
	if site.GenerateSecret {
		p.Infof("  webhook secret: in the store, as %s", library.HookSecretKey(name))
	}
}

// hooksOf returns the hooks that a site can have: without an address it can have no hints.
func hooksOf(site config.Site) []source.Source {
	return slices.DeleteFunc(source.Hooks(), func(src source.Source) bool { return src.Hints && len(site.URLs) == 0 })
}

// background does a server's other work: it stores removals that could not be stored, records which
// sites it has, reports itself for commands, and writes listening figures to the store.
func (p *process) background(ctx context.Context) {
	var running sync.WaitGroup
	defer running.Wait()
	running.Go(func() { p.unrecorded.Run(ctx) })
	running.Go(func() { p.keepNamed(ctx) })
	running.Go(func() { p.keepDescribed(ctx) })
	running.Go(func() { p.keepFigures(ctx) })
}
