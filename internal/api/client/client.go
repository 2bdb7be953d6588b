// Package client calls the API of a server in place of the newsroom on this machine. Its results
// and errors are the newsroom's, so that a command prints the same.
//
// It sends its token only to the server that it was made for, in a header, and follows no redirect.
// It keeps nothing. Only cmd/aloud uses it.
package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/api"
	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// Client calls one server, with the token of one site.
type Client struct {
	server string
	secret string
	http   *http.Client
	token  api.Token
}

const (
	requestTimeout = 5 * time.Minute // a server may list many articles
	maxAnswer      = 256 << 20       // bytes
)

// New returns a client after it has asked the server what the token is for. server is an address
// without a slash at its end.
func New(ctx context.Context, server, secret string) (*Client, error) {
	c := &Client{server: server, secret: secret, http: &http.Client{
		Timeout: requestTimeout,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return errors.New("it answers with a redirect: set ALOUD_SERVER to the final address")
		},
	}}
	err := c.do(ctx, http.MethodGet, "token", nil, &c.token)
	return c, err
}

// do requests a path below the API and decodes the answer.
func (c *Client) do(ctx context.Context, method, path string, in, out any) error {
	var body io.Reader
	if in != nil {
		text, err := json.Marshal(in)
		if err != nil {
			return fmt.Errorf("encode the request: %w", err)
		}
		body = bytes.NewReader(text)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.server+api.Path+path, body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.secret)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", buildinfo.Name())
	resp, err := c.http.Do(req)
	if err != nil {
		return fmt.Errorf("ALOUD_SERVER: %w", err)
	}
	defer resp.Body.Close()
	answer := io.LimitReader(resp.Body, maxAnswer)
	if resp.StatusCode != http.StatusOK {
		return problemOf(resp.Status, answer)
	}
	if err := json.NewDecoder(answer).Decode(out); err != nil {
		return fmt.Errorf("%s does not answer as aloud does: check ALOUD_SERVER: %w", c.server, err)
	}
	return nil
}

// problemOf returns the newsroom's error in the server's answer.
func problemOf(status string, answer io.Reader) error {
	var problem struct {
		api.Problem
		Errors []struct { // of a request whose form is wrong
			Message  string `json:"message"`
			Location string `json:"location"`
		} `json:"errors"`
	}
	if json.NewDecoder(answer).Decode(&problem) != nil || problem.Detail == "" {
		return fmt.Errorf("ALOUD_SERVER answers %s, so it is not aloud: check the address", status)
	}
	for _, e := range problem.Errors {
		problem.Detail += fmt.Sprintf("; %s: %s", e.Location, e.Message)
	}
	err := errors.New(problem.Detail)
	switch problem.Code {
	case api.CodeInvalid:
		err = newsroom.NewInvalidError(problem.Detail)
	case api.CodeUnknown:
		err = &unknown{err}
	}
	if len(problem.Done) > 0 {
		return api.NewPartlyError(err, problem.Done)
	}
	return err
}

// unknown is library.ErrUnknownArticle in the server's words.
type unknown struct{ error }

// Is implements errors.Is.
func (*unknown) Is(target error) bool { return target == library.ErrUnknownArticle }
