package newsroom

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aloud-audio/aloud/internal/access"
)

// CreateToken makes a token for the API and returns it with its secret, which is not stored. It
// returns InvalidError for a role that does not exist.
func (n *Newsroom) CreateToken(ctx context.Context, t access.Token) (access.Token, string, error) {
	if !slices.Contains(access.Roles, t.Role) {
		return t, "", invalidf("no role %q: name viewer, editor or admin", t.Role)
	}
	token, secret, err := access.Create(ctx, n.Store, t, n.Now())
	n.enter(ctx, t.Site, fmt.Sprintf("create token %s (%s), role %s", token.Name, token.ID, token.Role), nil, err)
	return token, secret, err
}

// RevokeToken deletes a token. It returns InvalidError if there is none with this id.
func (n *Newsroom) RevokeToken(ctx context.Context, id string) (access.Token, error) {
	token, err := access.Revoke(ctx, n.Store, id)
	if errors.Is(err, access.ErrUnknown) {
		return token, invalidf("there is no token with this id: aloud token list names them")
	}
	n.enter(ctx, token.Site, fmt.Sprintf("revoke token %s (%s)", token.Name, token.ID), nil, err)
	return token, err
}
