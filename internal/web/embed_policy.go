package web

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// embedPolicy returns the embed page's Content-Security-Policy. Only the site may frame it, or any
// site if its origins are unknown.
func (s *Server) embedPolicy(site site) string {
	ancestors := "'self' " + strings.Join(site.origins, " ")
	if len(site.origins) == 0 {
		ancestors = "*"
	}
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' " + hashSource(embedJS),
		"style-src " + hashSource(embedCSS),
		strings.TrimSpace("media-src 'self' " + s.publicHost),
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"frame-ancestors " + ancestors,
	}, "; ")
}

// hashSource allows one inline style or script.
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
