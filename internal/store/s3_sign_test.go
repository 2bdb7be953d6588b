package store_test

import (
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

// Google's front end changes a header after it was signed. The server behind it checks signatures.
func TestS3SurvivesAFrontThatChangesAcceptEncoding(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	target, err := url.Parse(endpoint)
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	front := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.Out.URL.Scheme, r.Out.URL.Host = target.Scheme, target.Host
		r.Out.Host = r.In.Host // which is signed
		if encoding := r.In.Header.Get("Accept-Encoding"); encoding != "" {
			r.Out.Header.Set("Accept-Encoding", encoding+",gzip(gfe)")
			changed++
		}
		if signed := r.In.Header.Get("Authorization"); strings.Contains(signed, "accept-encoding") {
			t.Errorf("%s %s signs it: %s", r.In.Method, r.In.URL, signed)
		}
	}})
	t.Cleanup(front.Close)
	s := newS3(t, store.S3Options{Bucket: bucket, Endpoint: front.URL})
	put(t, s, "a", "body")
	get(t, s, "a", "body")
	if _, err := listKeys(t.Context(), s, ""); err != nil {
		t.Error(err)
	}
	if err := s.Delete(t.Context(), "a"); err != nil {
		t.Error(err)
	}
	if changed == 0 {
		t.Error("no request had the header: this proves nothing")
	}
}
