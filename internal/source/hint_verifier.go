package source

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// hintForm is one way in which the sender of a hint proves that it knows the site's secret.
type hintForm struct {
	header string // that a request of this form has; empty: it is in the address
	// read returns when the request was sent, if it says so, and whether a secret made its
	// signature of a body; an error, if it has not this form.
	read func(r *http.Request) (sentAt time.Time, made func(secret string, body []byte) bool, err error)
}

// hintForms are tried in this order; the first whose header a request has decides.
var hintForms = []hintForm{
	{"X-Hub-Signature-256", readGitHub},
	{"Sanity-Webhook-Signature", readSanity},
	{"X-Contentful-Signature", readContentful},
	{"Authorization", readToken},
	{"", readTokenOfAddress},
}

// hintVerifier refuses every request if there are no secrets.
func hintVerifier(secrets []string) (Verifier, error) {
	for _, secret := range secrets {
		if secret == "" {
			return nil, errors.New("a hook's secret is empty: write the token or signing secret that the sender has")
		}
	}
	return func(r *http.Request) (Signature, error) {
		if len(secrets) == 0 {
			return Signature{}, errNoSecret
		}
		sentAt, made, err := formOf(r).read(r)
		return Signature{SentAt: sentAt, Whole: true, Check: func(reader io.Reader) error {
			body, err := io.ReadAll(reader)
			if err != nil {
				return err
			}
			for _, secret := range secrets {
				if made(secret, body) {
					return nil
				}
			}
			return errors.New("no secret of the site made this token or signature: compare it with the sender's")
		}}, err
	}, nil
}

func formOf(r *http.Request) hintForm {
	for _, form := range hintForms {
		if form.header != "" && r.Header.Get(form.header) != "" {
			return form
		}
	}
	return hintForms[len(hintForms)-1]
}

// readToken takes a bearer token, or, as Strapi's static header may have it, the token alone.
func readToken(r *http.Request) (time.Time, func(string, []byte) bool, error) {
	token := strings.TrimSpace(r.Header.Get("Authorization"))
	if scheme, rest, spaced := strings.Cut(token, " "); spaced {
		if token = strings.TrimSpace(rest); !strings.EqualFold(scheme, "Bearer") {
			return time.Time{}, nil, errors.New("the header Authorization has another scheme than Bearer")
		}
	}
	return time.Time{}, isToken(token), nil
}

// readTokenOfAddress takes ?token=, for senders that can set an address only, as WordPress.com.
func readTokenOfAddress(r *http.Request) (time.Time, func(string, []byte) bool, error) {
	token := r.URL.Query().Get("token")
	if token == "" {
		return time.Time{}, nil, errors.New("no bearer token, no token in the address, and no signature of a known form")
	}
	return time.Time{}, isToken(token), nil
}

func isToken(token string) func(string, []byte) bool {
	return func(secret string, _ []byte) bool {
		return subtle.ConstantTimeCompare([]byte(token), []byte(secret)) == 1
	}
}

var gitHubSignature = lazyregexp.New(`^sha256=([0-9a-f]{64})$`)

// readGitHub: the HMAC of the body
// (https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries).
func readGitHub(r *http.Request) (time.Time, func(string, []byte) bool, error) {
	parts := gitHubSignature().FindStringSubmatch(r.Header.Get("X-Hub-Signature-256"))
	if parts == nil {
		return time.Time{}, nil, errors.New("X-Hub-Signature-256 is not sha256= and 64 hex digits")
	}
	return time.Time{}, func(secret string, body []byte) bool { return isMAC(parts[1], hex.EncodeToString, secret, body) }, nil
}

var sanitySignature = lazyregexp.New(`^t=([0-9]{1,15})[, ]+v1=([A-Za-z0-9_-]{43})$`)

// readSanity: the HMAC of the time in milliseconds, a dot, and the body
// (https://github.com/sanity-io/webhook-toolkit).
func readSanity(r *http.Request) (time.Time, func(string, []byte) bool, error) {
	parts := sanitySignature().FindStringSubmatch(r.Header.Get("Sanity-Webhook-Signature"))
	if parts == nil {
		return time.Time{}, nil, errors.New("Sanity-Webhook-Signature is not t=TIME,v1=SIGNATURE")
	}
	sentAt, err := millis(parts[1])
	return sentAt, func(secret string, body []byte) bool {
		return isMAC(parts[2], base64.RawURLEncoding.EncodeToString, secret, []byte(parts[1]+"."), body)
	}, err
}

// readContentful: the HMAC of method, path, signed headers and body
// (https://www.contentful.com/developers/docs/webhooks/request-verification/). A proxy in front of
// us must not change the path.
func readContentful(r *http.Request) (time.Time, func(string, []byte) bool, error) {
	signed := r.Header.Get("X-Contentful-Signed-Headers")
	covered := map[string]bool{}
	var headers []string
	for name := range strings.SplitSeq(signed, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		covered[name] = true
		headers = append(headers, name+":"+strings.TrimSpace(r.Header.Get(name)))
	}
	if !covered["x-contentful-timestamp"] || !covered["x-contentful-signed-headers"] {
		return time.Time{}, nil, errors.New("X-Contentful-Signed-Headers lacks the timestamp or itself")
	}
	sentAt, err := millis(r.Header.Get("X-Contentful-Timestamp"))
	request := r.Method + "\n" + r.URL.EscapedPath() + "\n" + strings.Join(headers, ";") + "\n"
	return sentAt, func(secret string, body []byte) bool {
		return isMAC(r.Header.Get("X-Contentful-Signature"), hex.EncodeToString, secret, []byte(request), body)
	}, err
}

func millis(value string) (time.Time, error) {
	ms, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return time.Time{}, errors.New("the signature's time is no number of milliseconds")
	}
	return time.UnixMilli(ms), nil
}

// isMAC compares, in constant time, a signature with the HMAC-SHA256 of some parts.
func isMAC(signature string, encode func([]byte) string, secret string, parts ...[]byte) bool {
	mac := hmac.New(sha256.New, []byte(secret))
	for _, part := range parts {
		mac.Write(part)
	}
	return hmac.Equal([]byte(signature), []byte(encode(mac.Sum(nil))))
}
