package source

import (
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
	// read returns when the request was sent, if it says so, and the proof. It returns an error if
	// the request does not have this form.
	read func(*http.Request) (sentAt time.Time, proof hintProof, err error)
}

// hintForms are tried in this order; the first whose header a request has decides.
var hintForms = []hintForm{
	{"X-Hub-Signature-256", readGitHub},
	{"Sanity-Webhook-Signature", readSanity},
	{"X-Contentful-Signature", readContentful},
	{"Authorization", readToken},
	{"", readTokenOfAddress},
}

// hintProof is a token, which is the secret itself, or a signature by the secret.
type hintProof struct {
	token     []byte // nil: it is a signature
	signature []byte // the HMAC-SHA256 of signed and the body
	signed    string
}

// madeBy reports whether one of the secrets made the proof. It reads the body to its end.
func (p hintProof) madeBy(secrets [][]byte, body io.Reader) (bool, error) {
	if p.token == nil {
		macs, err := macsOf(secrets, io.MultiReader(strings.NewReader(p.signed), body))
		return macs.have(p.signature), err
	}
	found := 0
	for _, secret := range secrets {
		found |= subtle.ConstantTimeCompare(p.token, secret)
	}
	_, err := io.Copy(io.Discard, body)
	return found == 1, err
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
		sentAt, proof, err := formOf(r).read(r)
		return Signature{SentAt: sentAt, Check: func(body io.Reader) error {
			made, err := proof.madeBy(keysOf(secrets), body)
			if err == nil && !made {
				err = errors.New("no secret of the site made this token or signature: compare it with the sender's")
			}
			return err
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
func readToken(r *http.Request) (time.Time, hintProof, error) {
	token := strings.TrimSpace(r.Header.Get("Authorization"))
	if scheme, rest, spaced := strings.Cut(token, " "); spaced {
		if token = strings.TrimSpace(rest); !strings.EqualFold(scheme, "Bearer") {
			return time.Time{}, hintProof{}, errors.New("the header Authorization has another scheme than Bearer")
		}
	}
	return time.Time{}, hintProof{token: []byte(token)}, nil
}

// readTokenOfAddress takes ?token=, for senders that can set an address only, as WordPress.com.
func readTokenOfAddress(r *http.Request) (time.Time, hintProof, error) {
	token := r.URL.Query().Get("token")
	if token == "" {
		return time.Time{}, hintProof{}, errors.New("no bearer token, no token in the address, and no signature of a known form")
	}
	return time.Time{}, hintProof{token: []byte(token)}, nil
}

var gitHubSignature = lazyregexp.New(`^sha256=([0-9a-f]{64})$`)

// readGitHub: the HMAC of the body
// (https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries).
func readGitHub(r *http.Request) (time.Time, hintProof, error) {
	parts := gitHubSignature().FindStringSubmatch(r.Header.Get("X-Hub-Signature-256"))
	if parts == nil {
		return time.Time{}, hintProof{}, errors.New("X-Hub-Signature-256 is not sha256= and 64 hex digits")
	}
	signature, err := hex.DecodeString(parts[1])
	return time.Time{}, hintProof{signature: signature}, err
}

var sanitySignature = lazyregexp.New(`^t=([0-9]{1,15})[, ]+v1=([A-Za-z0-9_-]{43})$`)

// readSanity: the HMAC of the time in milliseconds, a dot, and the body
// (https://github.com/sanity-io/webhook-toolkit).
func readSanity(r *http.Request) (time.Time, hintProof, error) {
	parts := sanitySignature().FindStringSubmatch(r.Header.Get("Sanity-Webhook-Signature"))
	if parts == nil {
		return time.Time{}, hintProof{}, errors.New("Sanity-Webhook-Signature is not t=TIME,v1=SIGNATURE")
	}
	sentAt, err := millis(parts[1])
	signature, encodingErr := base64.RawURLEncoding.Strict().DecodeString(parts[2]) // one signature has one form
	return sentAt, hintProof{signature: signature, signed: parts[1] + "."}, errors.Join(err, encodingErr)
}

var contentfulSignature = lazyregexp.New(`^[0-9a-f]{64}$`)

// readContentful: the HMAC of method, path, signed headers and body
// (https://www.contentful.com/developers/docs/webhooks/request-verification/). A proxy in front of
// us must not change the path.
func readContentful(r *http.Request) (time.Time, hintProof, error) {
	covered := map[string]bool{}
	var headers []string
	for name := range strings.SplitSeq(r.Header.Get("X-Contentful-Signed-Headers"), ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		covered[name] = true
		headers = append(headers, name+":"+strings.TrimSpace(r.Header.Get(name)))
	}
	if !covered["x-contentful-timestamp"] || !covered["x-contentful-signed-headers"] {
		return time.Time{}, hintProof{}, errors.New("X-Contentful-Signed-Headers lacks the timestamp or itself")
	}
	text := r.Header.Get("X-Contentful-Signature")
	if !contentfulSignature().MatchString(text) {
		return time.Time{}, hintProof{}, errors.New("X-Contentful-Signature is not 64 hex digits")
	}
	signature, _ := hex.DecodeString(text) // its form was checked
	sentAt, err := millis(r.Header.Get("X-Contentful-Timestamp"))
	return sentAt, hintProof{
		signature: signature, signed: r.Method + "\n" + r.URL.EscapedPath() + "\n" + strings.Join(headers, ";") + "\n",
	}, err
}

func millis(value string) (time.Time, error) {
	ms, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return time.Time{}, errors.New("the signature's time is not a number of milliseconds")
	}
	return time.UnixMilli(ms), nil
}
