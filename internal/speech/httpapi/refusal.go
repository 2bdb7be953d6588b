package httpapi

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Refusal is an answer with a status other than 200. It is speech.ErrPermanent if the request is at
// fault, speech.ErrUnavailable if the account, the address or the whole server is, and neither if a
// retry may succeed.
type Refusal struct {
	Status int
	Body   []byte // as received, for the provider's package

	provider, reason string
	kind             error // nil: a retry may succeed
}

func (r *Refusal) Error() string {
	text := fmt.Sprintf("%s answered with status %d: %s", r.provider, r.Status, r.reason)
	if r.kind == nil || r.kind == speech.ErrPermanent { //nolint:errorlint // the marker itself, which has no text
		return text
	}
	return r.kind.Error() + ": " + text
}

// Unwrap returns the kind of the refusal.
func (r *Refusal) Unwrap() error { return r.kind }

// Of returns the refusal with another kind, for a provider that uses a status in its own way.
func (r *Refusal) Of(kind error) *Refusal {
	other := *r
	other.kind = kind
	return &other
}

func (c *Client) refusal(resp *http.Response, body []byte) error {
	r := &Refusal{Status: resp.StatusCode, Body: body, provider: c.Provider, reason: c.reason(body), kind: kindOf(resp.StatusCode)}
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		return &speech.Busy{After: RetryAfter(resp.Header, time.Now()), Err: r}
	case resp.StatusCode == http.StatusUnauthorized, resp.StatusCode == http.StatusForbidden:
		r.reason += " (is the key right?)"
	case resp.StatusCode < 400:
		r.reason = fmt.Sprintf("it is moved to %q: set %s to where it is", resp.Header.Get("Location"), c.Setting)
	}
	return r
}

// kindOf returns the kind that a status implies (RFC 9110, section 15). A 500 alone does not show
// what is at fault.
func kindOf(status int) error {
	switch status {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusProxyAuthRequired,
		http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return speech.ErrUnavailable
	case http.StatusRequestTimeout, http.StatusConflict, http.StatusTooEarly, http.StatusTooManyRequests:
		return nil
	}
	switch {
	case status < 400:
		return speech.ErrUnavailable
	case status < 500:
		return speech.ErrPermanent
	}
	return nil
}

// RetryAfter returns the delay that a server asks for, given in seconds or as a date (RFC 9110,
// section 10.2.3); 0 if there is none or the date has passed.
func RetryAfter(h http.Header, now time.Time) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 {
		return time.Duration(min(seconds, 24*60*60) * float64(time.Second))
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(0, date.Sub(now))
	}
	return 0
}
