package web

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// mediaTypes of public files, by extension.
var mediaTypes = func() map[string]string {
	types := map[string]string{
		".json": "application/json",
		".vtt":  "text/vtt; charset=utf-8",
	}
	for _, format := range audio.Formats {
		types[format.Extension] = format.MediaType
	}
	return types
}()

// servePublic serves the public part of the store, with the path as key.
func (s *Server) servePublic(w http.ResponseWriter, r *http.Request) {
	key := "public/" + r.PathValue("path")
	content, err := s.openPublic(r, key)
	switch {
	case errors.Is(err, store.ErrNotFound):
		w.Header().Set("Cache-Control", missingCacheControl(key))
		http.NotFound(w, r)
	case err != nil:
		s.log.ErrorContext(r.Context(), "cannot serve a public file", "key", key, "error", err)
		storeUnreachable(w)
	default:
		defer content.Close()
		s.serveStored(w, r, key, content)
	}
}

// serveStored serves an open file. A reservation counts as a missing narration.
func (s *Server) serveStored(w http.ResponseWriter, r *http.Request, key string, content *content) {
	if !isNarration(key) || content.entry.Size > library.ReservationSize {
		serveContent(w, r, key, content)
		return
	}
	body, err := io.ReadAll(content)
	switch {
	case err != nil:
		s.log.ErrorContext(r.Context(), "cannot serve a narration", "key", key, "error", err)
		storeUnreachable(w)
	case library.IsReservation(body):
		servePending(w, body)
	default:
		serveContent(w, r, key, content)
	}
}

// servePending answers that an article's first track is being made.
func servePending(w http.ResponseWriter, reservation []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", library.ReservationCacheControl)
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(reservation) // the reader may be gone; net/http drops the body of a HEAD
}

// openPublic treats a path that is not a key as missing, so that no path leads out of the public
// part.
func (s *Server) openPublic(r *http.Request, key string) (*content, error) {
	if store.CheckKey(key) != nil {
		return nil, store.ErrNotFound
	}
	return openContent(r.Context(), s.newsroom.Store, key)
}

// serveContent leaves ranges and conditions to net/http. Only feeds have Last-Modified, which feed
// readers ask for. It has whole seconds, and a narration may change twice in one.
func serveContent(w http.ResponseWriter, r *http.Request, key string, content *content) {
	h := w.Header()
	h.Set("Content-Type", mediaType(key))
	h.Set("Cache-Control", cacheControl(key))
	h.Set("ETag", quoted(content.entry.ETag))
	if strings.Contains(r.Header.Get("Range"), ",") {
		r.Header.Del("Range") // allowed by HTTP; each of several ranges would be a request to the store
	}
	var modified time.Time
	if _, isFeed := feedFormat(key); isFeed {
		modified = content.entry.Modified
	}
	http.ServeContent(w, r, "", modified, content)
}

func mediaType(key string) string {
	if format, isFeed := feedFormat(key); isFeed {
		return format.MediaType
	}
	if t, known := mediaTypes[path.Ext(key)]; known {
		return t
	}
	return "application/octet-stream"
}

func cacheControl(key string) string {
	if _, isFeed := feedFormat(key); isFeed || isNarration(key) {
		return library.NarrationCacheControl
	}
	return library.TrackCacheControl
}

// missingCacheControl lets caches keep the absence of a narration. Other files are only requested
// if they existed.
func missingCacheControl(key string) string {
	if _, isFeed := feedFormat(key); isFeed || isNarration(key) || isPage(key) {
		return library.NarrationCacheControl
	}
	return "no-store"
}

// isPage reports whether a key is that of a page's claim, public/{site}/pages/{hash}.json.
func isPage(key string) bool { return path.Base(path.Dir(key)) == "pages" }

func isNarration(key string) bool { return path.Base(key) == "narration.json" }

// storeUnreachable answers a browser when the store fails.
func storeUnreachable(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Retry-After", "5")
	http.Error(w, "the store is unavailable: try again", http.StatusServiceUnavailable)
}

// quoted returns a store's ETag as HTTP requires it (RFC 9110, 8.8.3). S3 quotes its ETags, the
// folder store does not.
func quoted(etag string) string {
	return `"` + url.QueryEscape(strings.Trim(etag, `"`)) + `"`
}
