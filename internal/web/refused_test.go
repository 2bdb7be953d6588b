package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"
)

// For every refused hook the log has site, article, field and reason, and nothing that was sent.
func TestRefusedHooksAreWarnings(t *testing.T) {
	for name, test := range map[string]struct {
		event string
		body  string
		want  []string
	}{
		"a field":         {"published", `{"post":{"current":{"id":"a1","status":"published","updated_at":"Thursday"}}}`, []string{"article=a1", "field=updated_at", `"is no time of RFC 3339"`}},
		"a missing field": {"published", `{"post":{"current":{"id":"a1","status":"published"}}}`, []string{"article=a1", "field=updated_at", `"is missing"`}},
		"another event":   {"deleted", `{"post":{"current":{"id":"a1","status":"published"}}}`, []string{"article=a1", "field=status"}},
		"unknown event":   {"exploded", `{}`, []string{"field=event", "event=exploded"}},
		"no JSON":         {"published", `Thursday`, []string{"field=body", `"is not JSON"`}},
		"other encoding":  {"published", "{\x00\"\x00", []string{"field=body", "UTF-16LE"}},
		"odd id":          {"published", `{"post":{"current":{"id":"Thursday/","status":"published","updated_at":"2026-03-03T10:00:00Z"}}}`, []string{"article=\"\"", "field=id"}},
		"dated ahead":     {"published", `{"post":{"current":{"id":"a1","status":"published","updated_at":"2036-03-03T10:00:00Z"}}}`, []string{"article=a1", "field=updated_at", "trust_future"}},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t)
			if w := f.ghost(test.event, []byte(test.body), now); w.Code != http.StatusBadRequest {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			log := f.log.String()
			for _, want := range append(test.want, "level=WARN", "site=harbour", "result=bad_request") {
				if !strings.Contains(log, want) {
					t.Errorf("no %s in %s", want, log)
				}
			}
			if strings.Contains(log, "Thursday") {
				t.Errorf("the log quotes the body: %s", log)
			}
		})
	}
}

func TestHooksToNoAddress(t *testing.T) {
	f := newFixture(t)
	body := publishedBody(t, newPost("a1", now))
	addresses := []string{"/hooks", "/hooks/", "/hooks/harbour", "/hooks/harbour/joomla", "/hooks/harbour/ghost", "/hooks//harbour/articles", "/hooks/harbour/articles//"}
	for _, address := range addresses {
		r := request(http.MethodPost, address)
		r.Header.Set("X-Ghost-Signature", ghostHeader(ghostSecret, body, now))
		if w := f.do(r); w.Code != http.StatusNotFound || decodeReply(t, w).Error == "" {
			t.Errorf("%s: %d %s", address, w.Code, w.Body)
		}
		if !strings.Contains(f.log.String(), "path="+strings.TrimSuffix(address, "/")+"\n") {
			t.Errorf("%s is not in the log:\n%s", address, f.log)
		}
	}
	if n := testutil.ToFloat64(f.metrics.requests.WithLabelValues(noSource, string(resultUnmatched))); n != float64(len(addresses)) {
		t.Errorf("counted %v of %d", n, len(addresses))
	}
}

func TestASlashAtTheEnd(t *testing.T) {
	f := newFixture(t)
	body := publishedBody(t, newPost("a1", now))
	if w := f.ghost("published/", body, now); w.Code != http.StatusAccepted {
		t.Errorf("ghost: %d %s", w.Code, w.Body)
	}
	r := articlesRequest(t, payloadBody(t, newPayload("tide-tables", now)), now.Add(time.Second), articlesSecret)
	r.URL.Path += "/"
	if w := f.do(r); w.Code != http.StatusAccepted {
		t.Errorf("articles: %d %s", w.Code, w.Body)
	}
}
