// Package access keeps the tokens by which programs and people on other machines ask for things of
// one site, and says who a request comes from.
//
// A token is shown once, when it is made; the store has its SHA-256 only. It belongs to one site
// and has one role. The package knows the store, and neither HTTP nor what is asked for. The API
// checks tokens by a Guard; the command aloud token makes, lists and revokes them.
package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
	"github.com/aloud-audio/aloud/internal/store"
)

// Role is what a token may do. Each role may do what those before it may.
type Role string

// The roles.
const (
	Viewer Role = "viewer" // sees articles and what they would cost
	Editor Role = "editor" // changes articles
	Admin  Role = "admin"  // erases articles, and reads the journal
)

// Roles lists all roles, the weakest first.
var Roles = []Role{Viewer, Editor, Admin}

// May reports whether the role is needed, or a stronger one. A role that does not exist may
// nothing.
func (r Role) May(needed Role) bool {
	rank := slices.Index(Roles, r)
	return rank >= 0 && rank >= slices.Index(Roles, needed)
}

// Prefix begins every token, so that scanners for secrets find one that was committed or pasted.
const Prefix = "aloud_"

var form = lazyregexp.New(`^aloud_([a-z2-7]{10})_([a-z2-7]{32})$`)

// Token describes a token, without its secret.
type Token struct {
	ID      string    `json:"id"`
	Site    string    `json:"site"`
	Role    Role      `json:"role"`
	Name    string    `json:"name,omitempty"` // for people
	Created time.Time `json:"created_at"`
	Expires time.Time `json:"expires_at,omitzero"` // zero: never
	Used    time.Time `json:"used_at,omitzero"`    // about when it was used last; zero: never
}

// Expired reports whether the token is no longer valid at a time.
func (t Token) Expired(at time.Time) bool { return !t.Expires.IsZero() && !at.Before(t.Expires) }

// stored is a token as the store has it.
type stored struct {
	Token
	Hash string `json:"hash"` // of the whole token: SHA-256, in hex
}

const prefix = "private/tokens/"

func tokenKey(id string) string { return prefix + id + "/token.json" }
func usedKey(id string) string  { return prefix + id + "/used" }

// ErrUnknown means that there is no such token, or that its secret is wrong.
var ErrUnknown = errors.New("there is no such token, or it was revoked")

// Create makes a token for what t describes, but for its id and times, and returns it with its
// secret, which is kept nowhere else.
func Create(ctx context.Context, s store.Store, t Token, now time.Time) (Token, string, error) {
	if !slices.Contains(Roles, t.Role) {
		return t, "", fmt.Errorf("no role %q: roles are viewer, editor and admin", t.Role)
	}
	t.ID, t.Created = random(10), now.UTC().Truncate(time.Second)
	secret := Prefix + t.ID + "_" + random(32)
	body, err := json.Marshal(stored{t, hash(secret)})
	if err != nil {
		return t, "", fmt.Errorf("encode the token: %w", err)
	}
	// Once: a second copy of the write must not bring back a token that was revoked.
	_, err = s.Put(ctx, tokenKey(t.ID), body, store.PutOptions{If: store.IfAbsent(), ContentType: "application/json", Once: true})
	if err != nil {
		return t, "", fmt.Errorf("store the token: %w", err)
	}
	return t, secret, nil
}

// random returns n letters and digits, five random bits each.
func random(n int) string {
	text := ""
	for len(text) < n {
		text += strings.ToLower(rand.Text())
	}
	return text[:n]
}

func hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

func (t stored) is(secret string) bool {
	return subtle.ConstantTimeCompare([]byte(t.Hash), []byte(hash(secret))) == 1
}

// List returns the tokens of a site, or of all sites for "", ordered by site, name and id.
func List(ctx context.Context, s store.Store, site string) ([]Token, error) {
	ids, err := s.Folders(ctx, prefix)
	if err != nil {
		return nil, err
	}
	tokens := []Token{}
	for _, id := range ids {
		t, err := read(ctx, s, id)
		switch {
		case errors.Is(err, ErrUnknown):
			continue // revoked
		case err != nil:
			return nil, err
		case site == "" || t.Site == site:
			t.Used = used(ctx, s, id)
			tokens = append(tokens, t.Token)
		}
	}
	slices.SortFunc(tokens, func(a, b Token) int {
		return strings.Compare(a.Site+"/"+a.Name+"/"+a.ID, b.Site+"/"+b.Name+"/"+b.ID)
	})
	return tokens, nil
}

func read(ctx context.Context, s store.Store, id string) (stored, error) {
	var t stored
	body, _, err := store.Read(ctx, s, tokenKey(id))
	if errors.Is(err, store.ErrNotFound) {
		return t, ErrUnknown
	}
	if err == nil {
		err = json.Unmarshal(body, &t)
	}
	if err != nil {
		return t, fmt.Errorf("read token %s: %w", id, err)
	}
	return t, nil
}

// used returns when a token was used last, zero if that is not known.
func used(ctx context.Context, s store.Store, id string) time.Time {
	object, err := s.Open(ctx, usedKey(id), 0)
	if err != nil {
		return time.Time{}
	}
	defer object.Body.Close()
	return object.Modified.UTC().Truncate(time.Second)
}

// Revoke deletes a token and returns what it was. Servers refuse it Fresh later at the latest. It
// returns ErrUnknown if there is none with this id.
func Revoke(ctx context.Context, s store.Store, id string) (Token, error) {
	if !form().MatchString(Prefix + id + "_" + strings.Repeat("a", 32)) {
		return Token{}, ErrUnknown // it may be the token itself, which belongs in no message
	}
	t, err := read(ctx, s, id)
	if err != nil {
		return Token{}, err
	}
	if err := s.Delete(ctx, tokenKey(id)); err != nil {
		return t.Token, fmt.Errorf("revoke token %s: %w", id, err)
	}
	_ = s.Delete(ctx, usedKey(id)) // says when a token was used that is gone
	return t.Token, nil
}
