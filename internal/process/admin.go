package process

import (
	"cmp"
	"errors"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/aloud-audio/aloud/internal/access"
	"github.com/aloud-audio/aloud/internal/admin"
	"github.com/aloud-audio/aloud/internal/api"
	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/worker"
)

const (
	defaultAdminListen = "127.0.0.1:8081"
	adminOff           = "off"
	adminConnections   = 64
)

// listenAdmin binds the operators' address. It returns no server if the address is off. If the
// default is in use, for example by another aloud on this machine, it logs a warning and returns no
// server either.
func (p *process) listenAdmin() (servers, error) {
	cfg := p.Config
	if cfg.AdminListen == adminOff {
		return nil, nil
	}
	address := cmp.Or(cfg.AdminListen, defaultAdminListen)
	opts := admin.Options{
		Metrics: p.registry, Queue: worker.NewDashboard(p.queue.impatient, admin.QueuePath), Loopback: isLoopback(address),
		Password: cfg.AdminPassword, PublicMetrics: cfg.MetricsPublic,
	}
	opts.API = api.New(api.Options{
		Newsroom: func() *newsroom.Newsroom { return p.current().application }, Guard: access.NewGuard(p.current().Store, time.Now),
		Looks: opts.Allows, Proxies: cfg.Proxies, Version: buildinfo.Read().Version, Log: p.Log,
	})
	server, err := listenHTTP(address, "ALOUD_ADMIN_LISTEN", adminConnections, cfg.Proxies, admin.New(opts), p.Log)
	if errors.Is(err, syscall.EADDRINUSE) && cfg.AdminListen == "" {
		p.Log.Warn("the admin address is in use, so there are no metrics and no dashboard: set another one, or off, with ALOUD_ADMIN_LISTEN", "address", address)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p.warnOfNoPassword(address)
	p.Infof("aloud's admin address is http://%s", server.Addr())
	return servers{server}, nil
}

// warnOfNoPassword says that an address refuses everybody.
func (p *process) warnOfNoPassword(address string) {
	if !isLoopback(address) && p.Config.AdminPassword == "" {
		p.Log.Warn("the admin address is reachable from other machines and answers them only with a token, below /api/: set ALOUD_ADMIN_PASSWORD, or ALOUD_METRICS_PUBLIC=true for /metrics alone",
			"address", address, "public_metrics", p.Config.MetricsPublic)
	}
}

// listenMetrics binds a worker's own address: its health is for everybody, the rest as on the admin
// address.
func (p *process) listenMetrics() (servers, error) {
	address := p.Config.WorkerMetrics
	if address == "" {
		return nil, nil
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(http.ResponseWriter, *http.Request) {})
	mux.Handle("/", admin.New(admin.Options{
		Metrics: p.registry, Loopback: isLoopback(address), Password: p.Config.AdminPassword, PublicMetrics: p.Config.MetricsPublic,
	}))
	server, err := listenHTTP(address, "ALOUD_WORKER_METRICS", adminConnections, nil, mux, p.Log)
	if err != nil {
		return nil, err
	}
	p.warnOfNoPassword(address)
	return servers{server}, nil
}

// isLoopback reports whether only this machine can reach the address.
func isLoopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	return err == nil && (host == "localhost" || net.ParseIP(host).IsLoopback())
}
