package source

import (
	"net/url"
	"strings"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// The release before 1.0 normalized the addresses of pages by another rule, so some pages got other
// ids. Articles keep the ids that they have. Delete this file, and newsroom/former.go, after 1.0:
// until then each pass over a list of pages records which articles have a former id, and that
// record stays.

// FormerID returns the id that releases before 1.0 gave the page that has id now: they normalized
// its address by another rule. Most pages have the same one.
func FormerID(id, address string) string {
	u, err := url.Parse(address)
	if err != nil || len(id) < hashedID || !strings.HasSuffix(id, hashID(foldAddress(u))) {
		return id
	}
	return id[:len(id)-hashedID] + hashID(formerFold(u))
}

// formerTracking are the query parameters that formerFold leaves out.
var formerTracking = lazyregexp.New(`^(?:utm_.*|fbclid|gclid|mc_[ce]id|at_.*|ref|source)$`)

// formerFold is the rule by which ids were made before 1.0.
func formerFold(u *url.URL) string {
	query := u.Query()
	for name := range query {
		if formerTracking().MatchString(name) {
			query.Del(name)
		}
	}
	place := strings.TrimSuffix(strings.TrimSuffix(u.EscapedPath(), "index.html"), "/")
	folded := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + place
	if len(query) > 0 {
		folded += "?" + query.Encode()
	}
	return folded
}
