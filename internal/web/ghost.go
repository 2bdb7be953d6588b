package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"regexp"
	"strconv"
	"time"
)

// ghostSignature is how Ghost writes X-Ghost-Signature since 5.88: the HMAC-SHA256, by the webhook's secret, of the raw
// body followed by t, the time in milliseconds
// (https://github.com/TryGhost/Ghost/blob/main/ghost/core/core/server/services/webhooks/WebhookTrigger.js).
var ghostSignature = regexp.MustCompile(`^sha256=([0-9a-f]{64}), t=([0-9]{1,15})$`)

// ghostVerifier refuses every request if there are no secrets.
func ghostVerifier(secrets []string) (verifier, error) {
	for _, secret := range secrets {
		if secret == "" {
			return nil, errors.New("a Ghost hook secret is empty: enter the one that its webhook has in Ghost")
		}
	}
	return func(header http.Header, body []byte) (time.Time, error) {
		parts := ghostSignature.FindStringSubmatch(header.Get("X-Ghost-Signature"))
		if parts == nil {
			return time.Time{}, errors.New("no X-Ghost-Signature as Ghost 5.88 and later write it: give the webhook a secret in Ghost")
		}
		signature, millis := parts[1], parts[2]
		if !signedByGhost(secrets, signature, body, millis) {
			return time.Time{}, errors.New("no secret of the site made this X-Ghost-Signature: compare it with the webhook's in Ghost")
		}
		ms, err := strconv.ParseInt(millis, 10, 64)
		return time.UnixMilli(ms), err
	}, nil
}

func signedByGhost(secrets []string, signature string, body []byte, millis string) bool {
	for _, secret := range secrets {
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write(body)
		mac.Write([]byte(millis))
		if hmac.Equal([]byte(signature), []byte(hex.EncodeToString(mac.Sum(nil)))) {
			return true
		}
	}
	return false
}
