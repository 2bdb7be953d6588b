package source

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
)

// listParsers parse what a site lists, by the format's first tag.
var listParsers = map[string]func(reply) ([]Listed, error){
	"<rss version='2.0'><channel><link>http://pier.example/</link><item><link>http://pier.example/a</link><title>&x;</title></item></channel></rss>": parseFeed,
	"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='http://pier.example/a'/><title>&x;</title></entry></feed>":                         parseFeed,
	"<urlset><url><loc>http://pier.example/a?&x;</loc></url></urlset>": func(r reply) ([]Listed, error) {
		file, err := parseSitemap(r)
		var all []Listed
		for _, entry := range within(r.address, file.Pages) {
			all = append(all, entry.listed())
		}
		return all, err
	},
}

// The entities of a document type neither grow, nor read a file, nor fetch an address.
func TestEntitiesOfAListAreInert(t *testing.T) {
	var requests atomic.Int32
	inside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		requests.Add(1)
		_, _ = w.Write([]byte("anchor"))
	}))
	defer inside.Close()
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("anchor"), 0o600); err != nil {
		t.Fatal(err)
	}
	growing := "<!ENTITY x0 'anchor'>"
	for i := range 9 {
		last := string(rune('0' + i))
		growing += "<!ENTITY x" + string(rune('1'+i)) + " '" + strings.Repeat("&x"+last+";", 10) + "'>"
	}
	for name, entities := range map[string]string{
		"that grow":    growing + "<!ENTITY x '&x9;'>",
		"a file":       "<!ENTITY x SYSTEM 'file://" + secret + "'>",
		"an address":   "<!ENTITY x SYSTEM '" + inside.URL + "/'>",
		"a parameter":  "<!ENTITY % p SYSTEM '" + inside.URL + "/'> %p; <!ENTITY x 'a'>",
		"another type": "",
	} {
		for document, parse := range listParsers {
			doctype := "<!DOCTYPE list [" + entities + "]>"
			if entities == "" {
				doctype = "<!DOCTYPE list SYSTEM '" + inside.URL + "/'>"
			}
			checkInert(t, name, doctype+document, parse)
		}
	}
	if n := requests.Load(); n != 0 {
		t.Errorf("%d requests inside", n)
	}
}

func checkInert(t *testing.T, name, document string, parse func(reply) ([]Listed, error)) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	all, err := parse(reply{header: http.Header{}, body: []byte(document), address: &url.URL{Scheme: "http", Host: "pier.example"}})
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 10<<20 {
		t.Errorf("%s: %d MB for %s", name, used>>20, document)
	}
	for _, listed := range all {
		if strings.Contains(listed.Title+listed.URL, "anchor") {
			t.Errorf("%s: %+v, %v of %s", name, listed.Payload, err, document)
		}
	}
}
