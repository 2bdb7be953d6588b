package source

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// signedRequest is a request whose signature a program outside of this project made of the
// documented rule, with openssl.
type signedRequest struct {
	secret, path, body string
	header             map[string]string
	sentAt             time.Time
}

var signedRequests = map[string]signedRequest{
	"a bearer token":         {"a token", "/hooks/main/url", `{}`, map[string]string{"Authorization": "Bearer a token"}, time.Time{}},
	"a bearer in lower case": {"abc", "/hooks/main/url", `{}`, map[string]string{"Authorization": "bearer abc"}, time.Time{}},
	"a static header":        {"abc", "/hooks/main/strapi", `{}`, map[string]string{"Authorization": "abc"}, time.Time{}},
	"a token in the address": {"abc", "/hooks/main/wordpress?token=abc", `hook=publish_post`, nil, time.Time{}},
	// The example of GitHub's documentation.
	"GitHub": {"It's a Secret to Everybody", "/hooks/main/url", "Hello, World!", map[string]string{
		"X-Hub-Signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
	}, time.Time{}},
	"Sanity": {"lighthouse", "/hooks/main/sanity", `{"_id":"b7a1"}`, map[string]string{
		"sanity-webhook-signature": "t=1772533800000,v1=c5JRQ383vdSqs1EdV6mXOK_51GxL9-B6bqrXJrPR6c8",
	}, time.UnixMilli(1772533800000)},
	"Contentful": {"f00dcafef00dcafef00dcafef00dcafef00dcafef00dcafef00dcafef00dcafe", "/hooks/main/url", `{"url":"https://example.com/a"}`, map[string]string{
		"X-Contentful-Topic":          "ContentManagement.Entry.publish",
		"X-Contentful-Signed-Headers": "content-type,x-contentful-signed-headers,x-contentful-timestamp,x-contentful-topic",
		"X-Contentful-Timestamp":      "1772533800000",
		"Content-Type":                "application/vnd.contentful.management.v1+json",
		"X-Contentful-Signature":      "a1941f811d4552611a85770b471a23d80dfe44b3afcfec61f4711b3dfb25c608",
	}, time.UnixMilli(1772533800000)},
}

func (s signedRequest) request(change func(*http.Request)) *http.Request {
	r := httptest.NewRequest(http.MethodPost, s.path, nil)
	for name, value := range s.header {
		r.Header.Set(name, value)
	}
	if change != nil {
		change(r)
	}
	return r
}

func verifyHint(t *testing.T, r *http.Request, body string, secrets ...string) (Signature, error) {
	t.Helper()
	verify, err := hintVerifier(secrets)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := verify(r)
	if err == nil {
		err = signature.Check(strings.NewReader(body))
	}
	return signature, err
}

func TestHintForms(t *testing.T) {
	for name, s := range signedRequests {
		t.Run(name, func(t *testing.T) {
			signature, err := verifyHint(t, s.request(nil), s.body, "former", s.secret)
			if err != nil || !signature.SentAt.Equal(s.sentAt) {
				t.Errorf("sent at %v, %v", signature.SentAt, err)
			}
			if _, err := verifyHint(t, s.request(nil), s.body, "former"); err == nil {
				t.Error("another secret verifies it")
			}
			if _, err := verifyHint(t, s.request(nil), s.body); err == nil {
				t.Error("a site without secrets takes it")
			}
			for header, value := range s.header {
				for i := range value {
					altered := value[:i] + string(value[i]^1) + value[i+1:]
					if _, err := verifyHint(t, s.request(func(r *http.Request) { r.Header.Set(header, altered) }), s.body, s.secret); err == nil {
						t.Errorf("%s: %q verifies", header, altered)
					}
				}
				if _, err := verifyHint(t, s.request(func(r *http.Request) { r.Header.Del(header) }), s.body, s.secret); err == nil {
					t.Errorf("verifies without %s", header)
				}
			}
			if signature.SentAt.IsZero() && name != "GitHub" {
				return // a token covers no body
			}
			if _, err := verifyHint(t, s.request(nil), s.body+" ", s.secret); err == nil {
				t.Error("another body verifies")
			}
		})
	}
}

// A signature that is wrong is not saved by a token that is right: the sender meant the signature.
func TestHintFormsAreNotMixed(t *testing.T) {
	r := signedRequests["GitHub"].request(func(r *http.Request) {
		r.Header.Set("X-Hub-Signature-256", "sha256=00")
		r.Header.Set("Authorization", "Bearer abc")
	})
	if _, err := verifyHint(t, r, "Hello, World!", "abc"); err == nil {
		t.Error("verified")
	}
}
