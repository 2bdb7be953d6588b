package service

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/source/sourcetest"
)

// ofSource returns a site that polls a source on this machine.
func ofSource(name, address string, keys map[string]string, private ...string) config.Site {
	known := source.Asked()
	i := slices.IndexFunc(known, func(src source.Source) bool { return src.Name == name })
	return config.Site{AllowPrivate: private, Sources: []config.AskedSource{
		{Source: known[i], Address: source.Address{URLs: []string{address}, Keys: keys}},
	}}
}

// Polled sources that answer are told apart from those that refuse the key, are something else, or
// are gone: then what hooks miss is not found.
func TestSourceChecks(t *testing.T) {
	contentKey, adminKey := map[string]string{"content_key": sourcetest.GhostContentKey}, map[string]string{source.GhostAdminKey: sourcetest.GhostAdminKey}
	otherKey := map[string]string{"content_key": "ffffffffffffffffffffffffff"}
	for i, c := range []struct {
		source string
		server *sourcetest.Server
		keys   map[string]string
		lie    sourcetest.Lie
		status doctor.Status
		says   string
	}{
		{"ghost", sourcetest.NewGhost(t), contentKey, sourcetest.None, doctor.OK, "answers"},
		{"ghost", sourcetest.NewGhost(t), adminKey, sourcetest.None, doctor.OK, "answers"},
		{"ghost", sourcetest.NewGhost(t), otherKey, sourcetest.None, doctor.Warn, "its key"},
		{"ghost", sourcetest.NewGhost(t), contentKey, sourcetest.CaptivePortal, doctor.Warn, "check the source's address"},
		{"ghost", sourcetest.NewGhost(t), contentKey, sourcetest.Login, doctor.Warn, "check the source's address"},
		{"ghost", sourcetest.NewGhost(t), contentKey, sourcetest.Failing, doctor.Warn, "answered 500"},
		{"wordpress", sourcetest.NewWordPress(t), nil, sourcetest.None, doctor.OK, "answers"},
		{"wordpress", sourcetest.NewWordPress(t), nil, sourcetest.CaptivePortal, doctor.Warn, "check the source's address"},
		{"wordpress", sourcetest.NewWordPress(t), nil, sourcetest.Login, doctor.Warn, "check the source's address"},
		{"wordpress", sourcetest.NewWordPress(t), nil, sourcetest.Overloaded, doctor.Warn, "answered 503"},
	} {
		t.Run(fmt.Sprint(i, " ", c.source), func(t *testing.T) {
			c.server.Lie(c.lie)
			s := serviceWith(t, config.Environment{}, ofSource(c.source, c.server.URL, c.keys, "127.0.0.1"))
			expectOne(t, s.SourceChecks(), "sites.main.sources."+c.source, c.status, c.says)
		})
	}
}

// Something else in a source's place, a private address that the site does not allow, and a source
// that is away are named.
func TestSourceChecksOfWhatCannotBeReached(t *testing.T) {
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	for _, c := range []struct {
		address string
		private []string
		says    string
	}{
		{other.URL, []string{"127.0.0.1"}, "answered 404"},
		{sourcetest.NewWordPress(t).URL, nil, "allow_private"},
		{gone.URL, []string{"127.0.0.1"}, "reachable from here"},
	} {
		s := serviceWith(t, config.Environment{}, ofSource("wordpress", c.address, nil, c.private...))
		expectOne(t, s.SourceChecks(), "sites.main.sources.wordpress", doctor.Warn, c.says)
	}
}
