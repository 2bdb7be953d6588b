package rig

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"github.com/aloud-audio/aloud/internal/whsec"
)

// Service says how the processes of aloud are run: all with the same settings, store and queue.
type Service struct {
	Binary  string
	Listen  string // address of serve
	Secret  string // of all hooks
	Environ []string
}

// NewService writes the settings of sites and returns a service on a store (as ALOUD_STORE names
// it) and a Redis (host and port). settings returns the file's text for a hook secret; more are
// further variables.
func (r *Rig) NewService(binary, store, redis string, settings func(secret string) string, more ...string) (*Service, error) {
	addresses, err := FreeAddresses(1)
	if err != nil {
		return nil, err
	}
	s := &Service{Binary: binary, Listen: addresses[0], Secret: whsec.New()}
	file := r.Path("aloud.yaml")
	if err := os.WriteFile(file, []byte(settings(s.Secret)), 0o600); err != nil {
		return nil, err
	}
	s.Environ = append(os.Environ(), "ALOUD_SETTINGS="+file, "ALOUD_STORE="+store, "ALOUD_REDIS_URL=redis://"+redis,
		"ALOUD_LISTEN="+s.Listen, "ALOUD_ADMIN_LISTEN=off")
	s.Environ = append(s.Environ, more...)
	return s, nil
}

// URL returns the address of serve.
func (s *Service) URL() string { return "http://" + s.Listen }

// AwaitReady waits until serve is ready.
func (s *Service) AwaitReady(ctx context.Context) error {
	err := until(ctx, "aloud serve is ready", func() bool {
		resp, err := http.Get(s.URL() + "/readyz")
		if err != nil {
			return false
		}
		resp.Body.Close()
		return resp.StatusCode == http.StatusOK
	})
	if err != nil {
		return fmt.Errorf("%s: %w", s.URL(), err)
	}
	return nil
}
