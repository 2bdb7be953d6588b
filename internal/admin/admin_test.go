package admin

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
)

const password = "of the keeper"

func handler(o Options) http.Handler {
	o.Metrics = prometheus.NewRegistry()
	o.Queue = http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})
	return New(o)
}

func get(h http.Handler, path, host string, authorize func(*http.Request)) int {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = host
	if authorize != nil {
		authorize(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code
}

var paths = []string{"/", "/metrics", "/queue/", "/queue/api/queues", "/debug/pprof/", "/debug/pprof/goroutine", "/debug/pprof/cmdline", "/nothing"}

func TestWithoutCredentials(t *testing.T) {
	for name, test := range map[string]struct {
		opts    Options
		host    string
		answers bool
		metrics bool
	}{
		"loopback":                          {Options{Loopback: true}, "127.0.0.1:8081", true, true},
		"loopback by name":                  {Options{Loopback: true}, "localhost:8081", true, true},
		"loopback of IPv6":                  {Options{Loopback: true}, "[::1]:8081", true, true},
		"loopback by a name on the web":     {Options{Loopback: true}, "rebound.example:8081", false, false},
		"loopback with a password":          {Options{Loopback: true, Password: password}, "127.0.0.1:8081", false, false},
		"beyond":                            {Options{}, "127.0.0.1:8081", false, false},
		"beyond, with a password":           {Options{Password: password}, "aloud.example:8081", false, false},
		"beyond, with public metrics":       {Options{PublicMetrics: true}, "aloud.example:8081", false, true},
		"loopback, only metrics are public": {Options{Loopback: true, Password: password, PublicMetrics: true}, "localhost", false, true},
	} {
		t.Run(name, func(t *testing.T) {
			h := handler(test.opts)
			for _, path := range paths {
				want := test.answers
				if path == "/metrics" {
					want = test.metrics
				}
				if got := get(h, path, test.host, nil) != http.StatusUnauthorized; got != want {
					t.Errorf("%s answers: %t, want %t", path, got, want)
				}
			}
		})
	}
}

func TestCredentials(t *testing.T) {
	h := handler(Options{Password: password})
	for name, test := range map[string]struct {
		authorize func(*http.Request)
		want      int
	}{
		"basic":          {func(r *http.Request) { r.SetBasicAuth("any", password) }, 200},
		"bearer":         {func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+password) }, 200},
		"wrong password": {func(r *http.Request) { r.SetBasicAuth("any", password+".") }, 401},
		"wrong bearer":   {func(r *http.Request) { r.Header.Set("Authorization", "Bearer x") }, 401},
		"empty bearer":   {func(r *http.Request) { r.Header.Set("Authorization", "Bearer ") }, 401},
		"other scheme":   {func(r *http.Request) { r.Header.Set("Authorization", password) }, 401},
	} {
		if got := get(h, "/metrics", "aloud.example", test.authorize); got != test.want {
			t.Errorf("%s: %d, want %d", name, got, test.want)
		}
	}
}
