package main

import (
	"cmp"
	"errors"
	"net"
	"syscall"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/admin"
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
func (s *service) listenAdmin(a *app, registry *prometheus.Registry) (servers, error) {
	if s.config.AdminListen == adminOff {
		return nil, nil
	}
	address := cmp.Or(s.config.AdminListen, defaultAdminListen)
	handler := admin.New(admin.Options{
		Metrics: registry, Queue: worker.NewDashboard(s.queue.impatient, admin.QueuePath), Loopback: isLoopback(address),
		Password: s.config.AdminPassword, PublicMetrics: s.config.MetricsPublic,
	})
	server, err := listenHTTP(address, "ALOUD_ADMIN_LISTEN", adminConnections, nil, handler, s.log)
	if errors.Is(err, syscall.EADDRINUSE) && s.config.AdminListen == "" {
		s.log.Warn("no metrics and no dashboard: the address is taken; set another one, or off, with ALOUD_ADMIN_LISTEN", "address", address)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	s.warnOfNoPassword(address)
	a.infof("aloud's admin address is http://%s", server.Addr())
	return servers{server}, nil
}

// warnOfNoPassword says that an address refuses everybody.
func (s *service) warnOfNoPassword(address string) {
	if !isLoopback(address) && s.config.AdminPassword == "" {
		s.log.Warn("the address is open to other machines and answers none of them: set ALOUD_ADMIN_PASSWORD, or ALOUD_METRICS_PUBLIC=true for /metrics alone",
			"address", address, "public_metrics", s.config.MetricsPublic)
	}
}

// isLoopback reports whether only this machine can reach the address.
func isLoopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	return err == nil && (host == "localhost" || net.ParseIP(host).IsLoopback())
}
