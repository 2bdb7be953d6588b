package web

import (
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/httpurl"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// Site holds the server's settings of one publication.
type Site struct {
	URL   string          // pages of its origin may read the site's public files and frame its embed pages; "": no page may read, any may frame
	Hooks map[string]Hook // by the name of the source; a source without one refuses every request
}

// Hook authenticates the requests of one source.
type Hook struct {
	Secrets   []string      // any of them may sign, so that they can be rotated; with none, every request is refused
	Tolerance time.Duration // allowed difference between the request's timestamp and our clock; 0 for DefaultTolerance
}

// DefaultTolerance is what Standard Webhooks recommends
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
const DefaultTolerance = 5 * time.Minute

// site is a parsed Site.
type site struct {
	origin string               // as browsers write it; "" if unknown
	hooks  map[string]authority // by the source's name
}

func newSites(settings map[string]Site) (map[string]site, error) {
	sites := make(map[string]site, len(settings))
	var errs []error
	for name, setting := range settings {
		made, err := newSite(setting)
		if err = errors.Join(library.CheckSite(name), err); err != nil {
			errs = append(errs, fmt.Errorf("site %s: %w", name, err))
		}
		sites[name] = made
	}
	return sites, errors.Join(errs...)
}

func newSite(setting Site) (site, error) {
	pages, err := origin(setting.URL)
	hooks := map[string]authority{}
	for _, src := range source.Hooks() {
		hook := setting.Hooks[src.Name]
		verify, hookErr := src.Verifier(hook.Secrets)
		err = errors.Join(err, hookErr)
		hooks[src.Name] = newAuthority(verify, hook.Tolerance)
	}
	return site{origin: pages, hooks: hooks}, err
}

// origin is httpurl.Origin, and "" for "".
func origin(address string) (string, error) {
	if address == "" {
		return "", nil
	}
	return httpurl.Origin(address)
}
