// Package pageid says which page an address is, so that a page finds its audio by its own address.
//
// Two addresses are one page if they differ only in the host, the case of escapes, slashes at the
// end, /amp, or in what a query says about where a reader comes from. The player computes the same
// in the browser; testdata/vectors.json holds examples for both. The library names objects with
// it, and source tells polled pages apart by it.
package pageid

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"sync"
)

var rules = sync.OnceValue(func() (r struct{ amp, tracker, escape *regexp.Regexp }) {
	r.amp = regexp.MustCompile(`(?i)(/amp)?/*$`)
	r.tracker = regexp.MustCompile(`(?i)^(utm_\w+|\w+clk?id|[gw]braid|igshid|mc_\w+|_g[al]|at_\w+|amp|ref|source)(=|$)`)
	r.escape = regexp.MustCompile(`%..`)
	return r
})

// Hash returns the SHA-256 of the folded address, in hexadecimal.
func Hash(address string) string {
	sum := sha256.Sum256([]byte(Fold(address)))
	return hex.EncodeToString(sum[:])
}

// Fold returns the path and the query of an absolute http address, without what does not
// distinguish pages apart.
func Fold(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address, query, _ := strings.Cut(address, "?")
	_, rest, _ := strings.Cut(address, "//")
	path := ""
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		path = rest[i:]
	}
	folded := rules().amp.ReplaceAllString(escape(path, "\"<>`{}"), "")
	if query := withoutTrackers(escape(query, `"<>'`)); query != "" {
		folded += "?" + query
	}
	return rules().escape.ReplaceAllStringFunc(folded, strings.ToUpper)
}

// escape escapes what browsers escape in a part of an address: controls, spaces, what is not ASCII,
// and the named characters.
func escape(part, also string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(part) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte(also, c) >= 0 {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func withoutTrackers(query string) string {
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		if part != "" && !rules().tracker.MatchString(part) {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}
