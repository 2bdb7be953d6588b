// Package cors has the rule by which pages of a publication may read its audio from another host
// (https://fetch.spec.whatwg.org/#http-cors-protocol), as each kind of host wants it written, and a
// check that the host obeys it.
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
