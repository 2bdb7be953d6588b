package process

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/clientaddr"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/httpserver"
)

// listenHTTP binds the address from the variable.
func listenHTTP(address, variable string, connections int, proxies clientaddr.Proxies, handler http.Handler, log *slog.Logger) (*httpserver.Server, error) {
	server, err := httpserver.Listen(address, connections, proxies, handler, log)
	if err != nil {
		return nil, config.Error{Err: fmt.Errorf("%w: set another address with %s", err, variable)}
	}
	return server, nil
}

// servers are the listening servers of a process.
type servers []*httpserver.Server

// serve answers HTTP in the group until ctx ends.
func (all servers) serve(ctx context.Context, group *errgroup.Group) {
	for _, server := range all {
		group.Go(func() error { return server.Serve(ctx) })
	}
}
