package web

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/httpurl"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// Site holds the server's settings of one publication.
type Site struct {
	URLs   []string        // pages of their origins may read the site's public files and frame its embed pages; none: no page may read, any may frame
	Pages  bool            // a CMS's pages, such as "About us", have audio too
	Events bool            // take listening figures of the player on these pages
	Hooks  map[string]Hook // by the name of the source; a source without one refuses every request
}

// Hook authenticates the requests of one source.
type Hook struct {
	Secrets   []string      // any of them may sign, so that they can be rotated; with none, every request is refused
	Tolerance time.Duration // allowed difference between the request's timestamp and our clock; 0 for DefaultTolerance
	Page      string        // rule that makes a page's address of a hint's fields, as source.PageOf has it; "": hints have addresses
}

// DefaultTolerance is what Standard Webhooks recommends
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
const DefaultTolerance = 5 * time.Minute

// site is a parsed Site.
type site struct {
	origins []string // as browsers write them; the main one first
	pages   bool
	events  bool
	hooks   map[string]authority // by the source's name
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
	origins, err := origins(setting.URLs)
	hooks := map[string]authority{}
	for _, src := range source.Hooks() {
		hook := setting.Hooks[src.Name]
		verify, hookErr := src.Verifier(hook.Secrets)
		err = errors.Join(err, hookErr)
		hooks[src.Name] = newAuthority(verify, hook)
	}
	return site{origins: origins, pages: setting.Pages, events: setting.Events, hooks: hooks}, err
}

// allows reports whether pages of an origin belong to the site.
func (s site) allows(origin string) bool { return slices.Contains(s.origins, origin) }

func origins(addresses []string) (found []string, err error) {
	for _, address := range addresses {
		origin, originErr := httpurl.Origin(address)
		err = errors.Join(err, originErr)
		found = append(found, origin)
	}
	return found, err
}

// origin is httpurl.Origin, and "" for "".
func origin(address string) (string, error) {
	if address == "" {
		return "", nil
	}
	return httpurl.Origin(address)
}
