package store

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/buildinfo"
)

// A bucket's access log shows which release sent a request.
func TestS3RequestsNameTheRelease(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "key")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	var agent string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		agent = r.UserAgent()
		w.WriteHeader(http.StatusForbidden)
	}))
	defer server.Close()
	if _, err := NewS3(t.Context(), S3Options{Bucket: "audio", Endpoint: server.URL}); err == nil {
		t.Fatal("a bucket that refuses everything was accepted")
	}
	if !strings.Contains(agent, buildinfo.Name()) {
		t.Errorf("User-Agent %q", agent)
	}
}
