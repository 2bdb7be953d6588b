package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/httpurl"
	"github.com/aloud-audio/aloud/internal/library"
)

// oEmbed describes an article's audio to an editor's system (https://oembed.com): an iframe of its
// embed page.
type oEmbed struct {
	Type         string `json:"type"`
	Version      string `json:"version"`
	Title        string `json:"title"`
	AuthorName   string `json:"author_name,omitempty"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url,omitempty"`
	CacheAge     int    `json:"cache_age"` // seconds
	HTML         string `json:"html"`
	Width        int    `json:"width"`  // CSS pixels
	Height       int    `json:"height"` // of the page before anything is opened
}

// Sizes of the embed page in CSS pixels. It posts its height to the page around it (embed.js).
const (
	embedWidth    = 704
	narrowest     = 200
	embedHeight   = 216
	compactHeight = 132
)

// serveOEmbed answers for the address of an article's page or of its embed page.
func (s *Server) serveOEmbed(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if format := query.Get("format"); format != "" && format != "json" {
		http.Error(w, "only format=json is supported", http.StatusNotImplemented)
		return
	}
	address, err := httpurl.Parse(query.Get("url"))
	if err != nil {
		http.Error(w, "url: "+err.Error(), http.StatusBadRequest)
		return
	}
	root := serverRoot(r)
	if address.Scheme == "https" {
		root.Scheme = "https" // a page would not show a frame without it
	}
	ref, n, err := s.narrated(r, address)
	switch {
	case errors.Is(err, library.ErrNotFound):
		w.Header().Set("Cache-Control", library.NarrationCacheControl)
		http.Error(w, "no article with audio has this address", http.StatusNotFound)
	case err != nil:
		s.log.ErrorContext(r.Context(), "cannot answer for an address", "url", address.Redacted(), "error", err)
		storeUnreachable(w)
	default:
		writeOEmbed(w, newOEmbed(root, ref, n, query), s.sites[ref.Site])
	}
}

// narrated finds the narration of an embed page on this server, or of a page of a site's origins.
func (s *Server) narrated(r *http.Request, address *url.URL) (ref library.Ref, n library.Narration, err error) {
	refs, err := s.candidates(r, address)
	if err != nil {
		return ref, n, err
	}
	for _, ref := range refs {
		if n, err = s.newsroom.Library.Narration(r.Context(), ref); !errors.Is(err, library.ErrNotFound) {
			return ref, n, err
		}
	}
	return ref, n, library.ErrNotFound
}

// candidates are the articles that an address may mean.
func (s *Server) candidates(r *http.Request, address *url.URL) (refs []library.Ref, err error) {
	if address.Host == r.Host {
		_, path, _ := strings.Cut(address.Path, "/embed/")
		site, id, _ := strings.Cut(path, "/")
		if ref, err := library.NewRef(site, id); err == nil && s.knows(site) {
			return []library.Ref{ref}, nil
		}
	}
	origin, _ := httpurl.Origin(address.String()) // it is a URL
	for _, name := range slices.Sorted(maps.Keys(s.sites)) {
		if !s.sites[name].allows(origin) {
			continue
		}
		ref, err := s.newsroom.Library.PageArticle(r.Context(), name, address.String())
		if err == nil {
			refs = append(refs, ref)
		} else if !errors.Is(err, library.ErrNotFound) {
			return nil, err
		}
	}
	return refs, nil
}

func (s *Server) knows(site string) bool {
	_, known := s.sites[site]
	return known
}

func newOEmbed(root *url.URL, ref library.Ref, n library.Narration, query url.Values) oEmbed {
	page := root.JoinPath("embed", ref.Site, ref.ID)
	answer := oEmbed{
		Type: "rich", Version: "1.0", Title: n.Title, AuthorName: strings.Join(n.Byline, ", "), CacheAge: 3600,
		Width: max(narrowest, atMost(query.Get("maxwidth"), embedWidth)), Height: embedHeight,
	}
	if atMost(query.Get("maxheight"), embedHeight) < embedHeight {
		page.RawQuery, answer.Height = "compact=1", compactHeight
	}
	answer.HTML = fmt.Sprintf(`<iframe src="%s" width="%d" height="%d" title="%s" loading="lazy" frameborder="0"></iframe>`,
		html.EscapeString(page.String()), answer.Width, answer.Height, html.EscapeString(n.Title))
	return answer
}

func writeOEmbed(w http.ResponseWriter, answer oEmbed, of site) {
	if len(of.origins) > 0 {
		answer.ProviderURL = of.origins[0]
		answer.ProviderName = strings.TrimPrefix(strings.TrimPrefix(of.origins[0], "https://"), "http://")
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", library.NarrationCacheControl)
	_ = json.NewEncoder(w).Encode(answer) // the reader may be gone
}

// atMost returns the lower of a wanted number of pixels and a limit.
func atMost(wanted string, limit int) int {
	n, err := strconv.Atoi(wanted)
	if err != nil || n <= 0 {
		return limit
	}
	return min(n, limit)
}

// oEmbedAddress is where editors' systems learn how to embed an article. It is absolute: not all of
// them resolve it.
func oEmbedAddress(r *http.Request, ref library.Ref) string {
	root := serverRoot(r)
	address := root.JoinPath("oembed")
	address.RawQuery = url.Values{"format": {"json"}, "url": {root.JoinPath("embed", ref.Site, ref.ID).String()}}.Encode()
	return address.String()
}

// serverRoot is the address of this server as the client knows it.
func serverRoot(r *http.Request) *url.URL {
	root := url.URL{Scheme: "http", Host: r.Host}
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		root.Scheme = "https"
	}
	return &root
}
