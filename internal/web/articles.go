package web

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// articlesVerifier checks signatures as Standard Webhooks says
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). It refuses
// every request if there are no secrets.
func articlesVerifier(secrets []string) (verifier, error) {
	var keys []*standardwebhooks.Webhook
	for _, secret := range secrets {
		key, err := standardwebhooks.NewWebhook(secret)
		if err != nil || strings.TrimPrefix(secret, "whsec_") == "" {
			return nil, errors.New("an articles hook secret is not whsec_ and base64: make one with: echo whsec_$(openssl rand -base64 32)")
		}
		keys = append(keys, key)
	}
	return func(header http.Header, body []byte) (time.Time, error) {
		err := errors.New("the site has no secret for this hook")
		for _, key := range keys {
			if err = key.VerifyIgnoringTimestamp(body, header); err == nil { // the tolerance is the site's, not the library's
				seconds, err := strconv.ParseInt(header.Get(standardwebhooks.HeaderWebhookTimestamp), 10, 64)
				return time.Unix(seconds, 0), err
			}
		}
		return time.Time{}, fmt.Errorf("not signed as Standard Webhooks says by a secret of the site: %w", err)
	}, nil
}
