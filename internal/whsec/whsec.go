// Package whsec reads and makes the secrets of the Standard Webhooks specification: whsec_ followed
// by base64
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
//
// It never signs or verifies by itself: notify signs notices with the keys that Parse returns,
// source verifies hooks by those of Bytes, and the library makes the secret of a site without
// settings.
package whsec

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"strings"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

const prefix = "whsec_"

// Parse returns the keys of secrets, in the same order. The error quotes none of them.
func Parse(secrets []string) ([]*standardwebhooks.Webhook, error) {
	keys := make([]*standardwebhooks.Webhook, len(secrets))
	for i, secret := range secrets {
		key, err := standardwebhooks.NewWebhook(secret)
		if err != nil || strings.TrimPrefix(secret, prefix) == "" {
			return nil, errors.New("must be whsec_ followed by base64: make one with: echo whsec_$(openssl rand -base64 32)")
		}
		keys[i] = key
	}
	return keys, nil
}

// Bytes returns the secrets as HMAC takes them, in the same order. The errors are Parse's.
func Bytes(secrets []string) ([][]byte, error) {
	if _, err := Parse(secrets); err != nil {
		return nil, err
	}
	keys := make([][]byte, len(secrets))
	for i, secret := range secrets {
		keys[i], _ = base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, prefix)) // Parse did it too
	}
	return keys, nil
}

// New returns a random secret.
func New() string {
	random := make([]byte, 24)
	_, _ = rand.Read(random) // never fails, by its documentation
	return prefix + base64.StdEncoding.EncodeToString(random)
}
