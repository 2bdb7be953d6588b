package web

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
)

func TestCrossOrigin(t *testing.T) {
	const own, other = "https://harbour.example", "https://pier.example"
	sites := func(o *Options) {
		o.Sites["pier"] = Site{URLs: []string{other, "https://www.pier.example/"}}
		o.Sites["quay"] = Site{}
	}
	for name, test := range map[string]struct {
		path, origin string
		allowed      bool
	}{
		"own":                         {narrationPath, own, true},
		"own, a track":                {trackPath, own, true},
		"own, no narration":           {"/public/harbour/articles/a2/narration.json", own, true},
		"own, player":                 {"/player.js", own, true},
		"another site":                {narrationPath, other, false},
		"another site, player":        {"/player.js", other, true},
		"no origin":                   {narrationPath, "", false},
		"null":                        {narrationPath, "null", false},
		"a further address of a site": {"/public/pier/articles/a1/narration.json", "https://www.pier.example", true},
		"another scheme":              {narrationPath, "http://harbour.example", false},
		"another port":                {narrationPath, own + ":8443", false},
		"a subdomain":                 {narrationPath, "https://www.harbour.example", false},
		"a prefix":                    {narrationPath, own + ".evil.example", false},
		"a stranger, player":          {"/player.js", "https://evil.example", false},
		"a site without address":      {"/public/quay/articles/a1/narration.json", own, false},
		"a site without address, too": {"/public/quay/articles/a1/narration.json", "null", false},
		"an unknown site":             {"/public/shore/articles/a1/narration.json", own, false},
		"no origin, player":           {"/player.js", "null", false},
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodOptions} {
			t.Run(name+" "+method, func(t *testing.T) {
				f := newFixture(t, sites)
				f.put(t, trackPath[1:], track)
				f.put(t, narrationPath[1:], []byte("{}"))
				r := httptest.NewRequest(method, test.path, nil)
				if test.origin != "" {
					r.Header.Set("Origin", test.origin)
				}
				checkCrossOrigin(t, f.do(r), method, test.origin, test.allowed)
			})
		}
	}
}

func checkCrossOrigin(t *testing.T, w *httptest.ResponseRecorder, method, origin string, allowed bool) {
	t.Helper()
	want := map[string]string{
		"Access-Control-Allow-Origin":   origin,
		"Access-Control-Expose-Headers": "Content-Range, Content-Length, Accept-Ranges, ETag",
		"Access-Control-Allow-Methods":  "",
		"Access-Control-Allow-Headers":  "",
	}
	if method == http.MethodOptions {
		want["Access-Control-Allow-Methods"] = "GET, HEAD"
		want["Access-Control-Allow-Headers"] = "Range, If-Range, If-None-Match"
		if w.Code != http.StatusNoContent {
			t.Errorf("%d, want 204", w.Code)
		}
	}
	for field, value := range want {
		if !allowed {
			value = ""
		}
		if got := w.Header().Get(field); got != value {
			t.Errorf("%s: %q, want %q", field, got, value)
		}
	}
	if !slices.Contains(w.Header().Values("Vary"), "Origin") {
		t.Errorf("Vary: %v, want Origin", w.Header().Values("Vary"))
	}
	if got := w.Header().Get("Access-Control-Allow-Credentials"); got != "" {
		t.Errorf("credentials: %q", got)
	}
}
