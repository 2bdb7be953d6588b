// Package cors writes the CORS rule (https://fetch.spec.whatwg.org/#http-cors-protocol) that lets a
// site's pages load audio from another host, in the format of each provider, and checks that the
// host follows it.
//
// It changes nothing. The web server follows the rule itself; `aloud cors` prints it; `aloud
// doctor` and each start check it.
package cors

// What pages may do with narration.json, tracks and captions.
var (
	Methods        = []string{"GET", "HEAD"}
	RequestHeaders = []string{"Range", "If-Range", "If-None-Match"}
	ExposedHeaders = []string{"Content-Range", "Content-Length", "Accept-Ranges", "ETag"}
)

// MaxAge is how long browsers remember the permission, in seconds. Chromium keeps it no longer.
const MaxAge = 7200

// ID names the rule where a host has several.
const ID = "aloud"
