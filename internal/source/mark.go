package source

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"mime"
	"net/http"
	"strings"
)

// markOf returns a short hash of values.
func markOf(values ...any) string {
	text, _ := json.Marshal(values) // strings and payloads, which can be encoded
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

func mediaType(header http.Header) string {
	name, _, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		return "something"
	}
	return name
}

// sameHostOnly returns a client that follows redirects on their host only: a login or a captive
// portal elsewhere does not answer for the source.
func sameHostOnly(client *http.Client) *http.Client {
	c := *client
	c.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		if len(via) > 3 || !SameHost(req.URL.Host, via[0].URL.Host) {
			return http.ErrUseLastResponse
		}
		return nil
	}
	return &c
}

// SameHost compares hosts without case and a leading www.
func SameHost(a, b string) bool {
	return strings.EqualFold(strings.TrimPrefix(a, "www."), strings.TrimPrefix(b, "www."))
}
