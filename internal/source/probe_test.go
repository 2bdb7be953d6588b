package source

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/whsec"
)

// Each source's probe passes its own verifier with the secret that signed it, fails with another,
// and changes nothing.
func TestProbes(t *testing.T) {
	secret, other := whsec.New(), whsec.New()
	for _, src := range Hooks() {
		t.Run(src.Name, func(t *testing.T) {
			probe, err := src.Probe(secret, time.Now())
			if err != nil {
				t.Fatal(err)
			}
			r := httptest.NewRequest(http.MethodPost, "/hooks/main/"+probe.Path, nil)
			r.Header = probe.Header
			for key, genuine := range map[string]bool{secret: true, other: false} {
				if got := verified(t, src, key, r, probe.Body); got != genuine {
					t.Errorf("verified: %t, want %t", got, genuine)
				}
			}
			_, event, _ := strings.Cut(probe.Path, "/")
			change, err := src.Parse(Delivery{Event: event, Header: probe.Header, Body: probe.Body})
			if err != nil || change.Ignored == "" {
				t.Errorf("%+v, %v", change, err)
			}
		})
	}
}

func verified(t *testing.T, src Source, secret string, r *http.Request, body []byte) bool {
	t.Helper()
	verify, err := src.Verifier([]string{secret})
	if err != nil {
		t.Fatal(err)
	}
	signature, err := verify(r)
	if err != nil {
		t.Fatal(err)
	}
	return signature.Check(bytes.NewReader(body)) == nil
}
