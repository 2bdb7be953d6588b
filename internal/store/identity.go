package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

const identityKey = "private/identity"

var isIdentity = regexp.MustCompile(`^[a-z2-7]{16}$`).Match

// Identity is the random name of a store, which the first caller writes and all others read: 16
// letters and digits. It separates the tasks of stores that share a Redis.
func Identity(ctx context.Context, s Store) (string, error) {
	body, _, err := Read(ctx, s, identityKey)
	if errors.Is(err, ErrNotFound) {
		fresh := strings.ToLower(rand.Text()[:16])
		if _, err = s.Put(ctx, identityKey, []byte(fresh), PutOptions{If: IfAbsent(), ContentType: "text/plain"}); err == nil {
			return fresh, nil
		}
	}
	if errors.Is(err, ErrConflict) { // another process was first
		body, _, err = Read(ctx, s, identityKey)
	}
	if err != nil {
		return "", fmt.Errorf("read the store's identity: %w", err)
	}
	if !isIdentity(body) {
		return "", fmt.Errorf("%s in the store is damaged: delete it, and restart every process that uses the store", identityKey)
	}
	return string(body), nil
}
