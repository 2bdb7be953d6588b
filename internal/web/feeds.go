package web

import (
	"errors"
	"net/http"
	"path"
	"strings"

	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// serveFeed serves a document of a feed: /feeds/{site}.xml is the site's, and /feeds/{site}/… has
// those of languages and tags, and the archives. They are the same documents as under /public.
func (s *Server) serveFeed(w http.ResponseWriter, r *http.Request) {
	key := feedKey(r.PathValue("path"))
	content, err := s.openPublic(r, key)
	switch {
	case errors.Is(err, store.ErrNotFound):
		w.Header().Set("Cache-Control", library.NarrationCacheControl)
		http.Error(w, "this site has no such feed: aloud.yaml has `feed` for each site (docs/feeds.md)", http.StatusNotFound)
	case err != nil:
		s.log.ErrorContext(r.Context(), "cannot serve a feed", "key", key, "error", err)
		storeUnreachable(w)
	default:
		defer content.Close()
		serveContent(w, r, key, content)
	}
}

// feedKey returns the key of a path below /feeds/.
func feedKey(address string) string {
	site, name, below := strings.Cut(address, "/")
	if !below {
		extension := path.Ext(site)
		site, name = strings.TrimSuffix(site, extension), feed.SiteFeed+extension
	}
	return library.FeedPrefix(site) + name
}

// feedOrigin allows the origins of the site whose feed is requested.
func (s *Server) feedOrigin(r *http.Request, origin string) bool {
	return s.sites[siteOf(feedKey(r.PathValue("path")))].allows(origin)
}

// feedFormat returns the format of a document of a feed; false if the key is that of another file.
func feedFormat(key string) (feed.Format, bool) {
	if !strings.HasPrefix(key, library.FeedPrefix(siteOf(key))) {
		return feed.Format{}, false
	}
	return feed.FormatOf(key)
}

// siteOf returns the site of a public key.
func siteOf(key string) string {
	site, _, _ := strings.Cut(strings.TrimPrefix(key, "public/"), "/")
	return site
}
