package httpapi_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/speech/httpapi"
)

// Whatever the header of a secret is, it is sent, and no error has its value, although servers echo
// it.
func TestSecrets(t *testing.T) {
	const secret = "sk-4711-secret"
	for name, auth := range map[string]http.Header{
		"bearer":              httpapi.Bearer(secret),
		"a header of its own": {"Xi-Api-Key": {secret}},
		"none":                httpapi.Bearer(""),
	} {
		t.Run(name, func(t *testing.T) {
			var got http.Header
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				got = r.Header
				w.WriteHeader(http.StatusUnauthorized)
				_, _ = w.Write([]byte("wrong: " + r.Header.Get("Authorization") + r.Header.Get("Xi-Api-Key") + ", that is " + secret))
			}))
			defer server.Close()
			client := httpapi.Client{Provider: "test", URL: server.URL, Setting: "ALOUD_TEST_URL", Auth: auth, Timeout: time.Minute}
			_, err := client.Post(t.Context(), "/", nil)
			for key := range auth {
				if got.Get(key) != auth.Get(key) {
					t.Errorf("%s was sent as %q", key, got.Get(key))
				}
			}
			if err == nil || len(auth) > 0 && strings.Contains(err.Error(), secret) {
				t.Errorf("error is %v", err)
			}
			if len(auth) == 0 && got.Get("Authorization") != "" {
				t.Errorf("without a secret %q was sent", got.Get("Authorization"))
			}
		})
	}
}

// A secret may have white space inside, or a scheme in front that is not its own.
func TestWholeSecretsStayOutOfErrors(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusForbidden)
		_, _ = w.Write([]byte("no such key: " + r.Header.Get("X-Key") + "; " + r.Header.Get("Authorization")))
	}))
	defer server.Close()
	auth := http.Header{"X-Key": {"first second"}, "Authorization": {"Bearer third fourth"}}
	client := httpapi.Client{Provider: "test", URL: server.URL, Setting: "ALOUD_TEST_URL", Auth: auth, Timeout: time.Minute}
	_, err := client.Post(t.Context(), "/say", nil)
	for _, part := range []string{"first", "second", "third", "fourth"} {
		if err == nil || strings.Contains(err.Error(), part) {
			t.Errorf("the error tells %q: %v", part, err)
		}
	}
}
