package web

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/cors"
)

// cors lets pages of another origin read what next answers, if allowed says so. Vary keeps caches
// from mixing up the answers to different origins, also where none is allowed
// (https://fetch.spec.whatwg.org/#http-cors-protocol).
func (s *Server) cors(allowed func(r *http.Request, origin string) bool, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Origin")
		if origin := r.Header.Get("Origin"); origin != "" && allowed(r, origin) {
			w.Header().Set("Access-Control-Allow-Origin", origin)
			w.Header().Set("Access-Control-Expose-Headers", strings.Join(cors.ExposedHeaders, ", "))
		}
		next(w, r)
	}
}

// ownOrigin allows the origins of the site that the path belongs to.
func (s *Server) ownOrigin(r *http.Request, origin string) bool {
	name, _, _ := strings.Cut(r.PathValue("path"), "/")
	return s.sites[name].allows(origin)
}

// anyOrigin allows the origins of all sites.
func (s *Server) anyOrigin(_ *http.Request, origin string) bool {
	for _, site := range s.sites {
		if site.allows(origin) {
			return true
		}
	}
	return false
}

// preflight answers the OPTIONS request that browsers send before some requests with a Range.
func preflight(w http.ResponseWriter, _ *http.Request) {
	if w.Header().Get("Access-Control-Allow-Origin") != "" {
		w.Header().Set("Access-Control-Allow-Methods", strings.Join(cors.Methods, ", "))
		w.Header().Set("Access-Control-Allow-Headers", strings.Join(cors.RequestHeaders, ", "))
		w.Header().Set("Access-Control-Max-Age", strconv.Itoa(cors.MaxAge))
	}
	w.WriteHeader(http.StatusNoContent)
}
