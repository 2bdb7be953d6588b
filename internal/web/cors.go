package web

import (
	"net/http"
	"strings"
)

// cors has next answer pages of one other origin at most: the one that they name, if allowed says so. Caches must keep
// the answers to different origins apart, hence Vary, also where nothing is allowed
// (https://fetch.spec.whatwg.org/#http-cors-protocol).
func (s *Server) cors(allowed func(r *http.Request, origin string) bool, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Origin")
		if origin := r.Header.Get("Origin"); origin != "" && allowed(r, origin) {
			w.Header().Set("Access-Control-Allow-Origin", origin)
			w.Header().Set("Access-Control-Expose-Headers", "Content-Range, Content-Length, Accept-Ranges, ETag")
		}
		next(w, r)
	}
}

// ownOrigin allows the origin of the site whose file the path names.
func (s *Server) ownOrigin(r *http.Request, origin string) bool {
	name, _, _ := strings.Cut(r.PathValue("path"), "/")
	return s.sites[name].origin == origin
}

// anyOrigin allows the origins of all sites.
func (s *Server) anyOrigin(_ *http.Request, origin string) bool {
	for _, site := range s.sites {
		if site.origin == origin {
			return true
		}
	}
	return false
}

// preflight answers the question that browsers ask before a request with a Range that is not a simple one.
func preflight(w http.ResponseWriter, _ *http.Request) {
	if w.Header().Get("Access-Control-Allow-Origin") != "" {
		w.Header().Set("Access-Control-Allow-Methods", "GET, HEAD")
		w.Header().Set("Access-Control-Allow-Headers", "Range, If-Range, If-None-Match")
		w.Header().Set("Access-Control-Max-Age", "7200")
	}
	w.WriteHeader(http.StatusNoContent)
}
