// Package httpapi is shared by the providers with a plain HTTP API. It handles persistent
// connections, time-outs, authorization, audio in answers, and what a status says about the
// request, the account or the provider.
//
// It sends each request once, never follows a redirect (which would leak the secrets), and does not
// know any provider's fields. The packages openai, piper, elevenlabs and azure call it. polly has
// its own client, but parses Retry-After with this package.
package httpapi

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/speech"
)

// maxAnswer is larger than the speech of any request: 20 minutes at 24 kHz.
const maxAnswer = 64 << 20 // bytes

// transport keeps one idle connection per concurrent request; the default keeps two.
var transport = func() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 32
	return t
}()

// Client calls one server.
type Client struct {
	Provider string      // for errors
	URL      string      // of the API, without a slash at its end
	Setting  string      // the environment variable with the URL, for errors
	Auth     http.Header // sent with each request; secret, never in errors
	Timeout  time.Duration
}

// Bearer returns the Auth for a bearer token (RFC 6750); nil if the token is empty.
func Bearer(token string) http.Header {
	if token == "" {
		return nil
	}
	return http.Header{"Authorization": {"Bearer " + token}}
}

// Answer is what a server sent with status 200.
type Answer struct {
	Header http.Header
	Body   []byte

	client *Client
}

// Says returns the start of an answer's text for an error, without secrets, which some servers
// echo.
func (a Answer) Says() string { return a.client.reason(a.Body[:min(len(a.Body), 64<<10)]) }

// Post sends body as JSON. For a status other than 200 the error is a *Refusal, or a *speech.Busy
// that wraps one. If the server can't be reached it is speech.ErrUnavailable.
func (c *Client) Post(ctx context.Context, path string, body any) (Answer, error) {
	content, err := json.Marshal(body)
	if err != nil {
		return Answer{}, speech.Permanent(err)
	}
	return c.do(ctx, http.MethodPost, path, content, http.Header{"Content-Type": {"application/json"}})
}

// Send posts content with the given headers, which include its Content-Type. It returns the same
// errors as Post.
func (c *Client) Send(ctx context.Context, path string, content []byte, header http.Header) (Answer, error) {
	return c.do(ctx, http.MethodPost, path, content, header)
}

// Get reads the JSON at path into value.
func (c *Client) Get(ctx context.Context, path string, value any) error {
	answer, err := c.do(ctx, http.MethodGet, path, nil, nil)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(answer.Body, value); err != nil {
		return fmt.Errorf("%w: %s answered %s with unexpected content: %w (is %s right?)",
			speech.ErrUnavailable, c.Provider, path, err, c.Setting)
	}
	return nil
}

func (c *Client) do(ctx context.Context, method, path string, content []byte, header http.Header) (Answer, error) {
	ctx, cancel := speech.WithTimeout(ctx, c.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, c.URL+path, bytes.NewReader(content))
	if err != nil {
		return Answer{}, fmt.Errorf("%w: %s: %w (is %s right?)", speech.ErrUnavailable, c.Provider, err, c.Setting)
	}
	req.Header.Set("User-Agent", buildinfo.UserAgent())
	maps.Copy(req.Header, header)
	maps.Copy(req.Header, c.Auth)
	answer, err := c.exchange(req)
	if err != nil && ctx.Err() != nil {
		return Answer{}, fmt.Errorf("%s: %w", c.Provider, context.Cause(ctx))
	}
	return answer, err
}

func (c *Client) exchange(req *http.Request) (Answer, error) {
	client := http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		return Answer{}, fmt.Errorf("%w: %s cannot be reached: %w (is %s right?)", speech.ErrUnavailable, c.Provider, err, c.Setting)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	switch {
	case resp.StatusCode != http.StatusOK:
		return Answer{}, c.refusal(resp, body)
	case err != nil:
		return Answer{}, speech.Charged(fmt.Errorf("%s: the answer broke off after %d bytes: %w", c.Provider, len(body), err))
	case len(body) > maxAnswer:
		return Answer{}, speech.Charged(speech.Permanent(fmt.Errorf("%s answered with more than %d bytes", c.Provider, maxAnswer)))
	}
	return Answer{Header: resp.Header, Body: body, client: c}, nil
}

// reason returns the start of an error's body, on one line and without secrets.
func (c *Client) reason(body []byte) string {
	text := strings.Join(strings.Fields(strings.ToValidUTF8(string(body), "")), " ")
	for _, secret := range c.secrets() {
		text = strings.ReplaceAll(text, secret, "(the key)")
	}
	const enough = 300 // characters
	if short := []rune(text); len(short) > enough {
		return string(short[:enough]) + " …"
	}
	return text
}

// secrets returns the values of Auth, and the part of each after a scheme like Bearer, the longest
// first. It treats white space as reason does.
func (c *Client) secrets() (secrets []string) {
	for _, values := range c.Auth {
		for _, value := range values {
			value = strings.Join(strings.Fields(value), " ")
			_, token, _ := strings.Cut(value, " ")
			for _, secret := range []string{value, token} {
				if secret != "" {
					secrets = append(secrets, secret)
				}
			}
		}
	}
	slices.SortFunc(secrets, func(a, b string) int { return len(b) - len(a) })
	return secrets
}
