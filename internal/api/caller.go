package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/aloud-audio/aloud/internal/access"
	"github.com/aloud-audio/aloud/internal/journal"
)

// roleKey finds the role that an operation needs among its metadata.
const roleKey = "role"

type callerKey struct{}

// caller is who sends a request: a token or, with the zero token, somebody who may only read.
type caller struct{ access.Token }

// actor names the caller in the journal.
func (c caller) actor() string {
	if c.Name == "" {
		return "token " + c.ID
	}
	return fmt.Sprintf("token %s (%s)", c.Name, c.ID)
}

func callerOf(ctx context.Context) caller {
	c, _ := ctx.Value(callerKey{}).(caller)
	return c
}

// authorise lets a request pass if its caller may do what it asks for. It runs before the rest of
// the request is read.
func (s *server) authorise(ctx huma.Context, next func(huma.Context)) {
	r, w := humago.Unwrap(ctx)
	c, problem := s.caller(r, ctx.Param("site"), ctx.Operation().Metadata[roleKey].(access.Role))
	if problem != nil {
		problem.write(w)
		return
	}
	next(huma.WithContext(ctx, journal.As(context.WithValue(ctx.Context(), callerKey{}, c), c.actor())))
}

// caller returns who sends a request about a site ("" for none), if the caller has the needed role.
func (s *server) caller(r *http.Request, site string, needed access.Role) (caller, *Problem) {
	secret, isBearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !strings.HasPrefix(secret, access.Prefix) && s.Looks(r) {
		if needed != access.Viewer {
			return caller{}, problemf(http.StatusUnauthorized, codeUnauthorized, "a change needs a token, on this machine too: make one with aloud token create, and send it as Authorization: Bearer TOKEN")
		}
		return caller{}, nil
	}
	if !isBearer {
		return caller{}, problemf(http.StatusUnauthorized, codeUnauthorized, "there is no token: make one with aloud token create, and send it as Authorization: Bearer TOKEN")
	}
	token, err := s.Guard.Check(r.Context(), s.Proxies.Client(r), secret)
	if err != nil {
		return caller{}, refusal(r.Context(), err)
	}
	if site != "" && site != token.Site {
		return caller{}, problemf(http.StatusForbidden, codeForbidden, "the token is for site %s: use one of the site that the address names", token.Site)
	}
	if !token.Role.May(needed) {
		return caller{}, problemf(http.StatusForbidden, codeForbidden, "this needs the role %s, and the token has %s: make another one with aloud token create --role %s", needed, token.Role, needed)
	}
	return caller{token}, nil
}

// refusal says why a token is not accepted.
func refusal(ctx context.Context, err error) *Problem {
	switch {
	case errors.Is(err, access.ErrTooMany):
		return problemf(http.StatusTooManyRequests, codeTooMany, "%v: wait a minute, and check the token", err)
	case errors.Is(err, access.ErrMalformed), errors.Is(err, access.ErrUnknown), errors.Is(err, access.ErrExpired):
		return problemf(http.StatusUnauthorized, codeUnauthorized, "%v: make one with aloud token create", err)
	default:
		return problemOf(ctx, err)
	}
}
