package httpurl_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/httpurl"
)

func TestOrigin(t *testing.T) {
	for address, want := range map[string]string{
		"https://Harbour.Example/a?b":     "https://harbour.example",
		"https://harbour.example:443/":    "https://harbour.example",
		"http://harbour.example:80":       "http://harbour.example",
		"http://harbour.example:443":      "http://harbour.example:443",
		"http://localhost:2368":           "http://localhost:2368",
		"http://[::1]:2368/":              "http://[::1]:2368",
		"https://гавань.укр/":             "https://xn--80aafc7c0e.xn--j1amh",
		"https://user:word@harbour.test/": "https://harbour.test",
	} {
		got, err := httpurl.Origin(address)
		if err != nil || got != want {
			t.Errorf("Origin(%q) = %q, %v, want %q", address, got, err, want)
		}
	}
}

func TestWhatIsNoURL(t *testing.T) {
	for _, address := range []string{"", "pier.example", "ftp://pier.example", "https://", "https://user:secret@:80", "http://[::1"} {
		if _, err := httpurl.Origin(address); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %v", address, err)
		}
	}
}
