package httpapi_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/speech/httpapi"
)

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"":                              0,
		"20":                            20 * time.Second,
		" 0.5 ":                         500 * time.Millisecond,
		"-3":                            0,
		"1e300":                         24 * time.Hour,
		"NaN":                           0,
		"soon":                          0,
		"Wed, 25 Nov 2026 09:01:30 GMT": 90 * time.Second,
		"Wed, 25 Nov 2026 08:00:00 GMT": 0,
	} {
		if got := httpapi.RetryAfter(http.Header{"Retry-After": {value}}, now); got != want {
			t.Errorf("%q is %v, want %v", value, got, want)
		}
	}
}
