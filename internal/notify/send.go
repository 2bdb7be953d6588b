package notify

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/buildinfo"
)

const (
	sendTimeout = 10 * time.Second // for a whole request
	maxAnswer   = 4 << 10          // bytes that are read of an answer
	maxReason   = 200              // bytes that are told of it
)

// newClient follows no redirect: a signed body goes to the address in the settings and nowhere else. That address may
// be a private one, unlike those that articles name: it is the operator's own setting.
func newClient() *http.Client {
	return &http.Client{
		Timeout:       sendTimeout,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// errRefused says that the receiver does not want the notice: more of the same is likely to be refused as well.
var errRefused = errors.New("refused")

// send has a receiver take a notice, signed as the Standard Webhooks specification says
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). The error is errRefused
// if the receiver does not want it, any other if it may want it later.
func (n *Notifier) send(ctx context.Context, r Receiver, x notice) error {
	req, err := n.request(ctx, r, x)
	if err != nil {
		return err
	}
	resp, err := n.client.Do(req)
	if err != nil {
		return withoutAddress(err)
	}
	defer resp.Body.Close()
	answer, _ := io.ReadAll(io.LimitReader(resp.Body, maxAnswer)) // of use to people only
	return verdict(resp.StatusCode, answer)
}

func (n *Notifier) request(ctx context.Context, r Receiver, x notice) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.url.String(), bytes.NewReader(x.Body))
	if err != nil {
		return nil, withoutAddress(err)
	}
	now := n.now()
	signature, err := r.sign(x.ID, now, x.Body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", buildinfo.UserAgent())
	req.Header.Set(standardwebhooks.HeaderWebhookID, x.ID)
	req.Header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(now.Unix(), 10))
	req.Header.Set(standardwebhooks.HeaderWebhookSignature, signature)
	return req, nil
}

// sign signs with every secret, so that the receiver may change to a new one at any time.
func (r Receiver) sign(id string, at time.Time, body []byte) (string, error) {
	var signatures []string
	for _, key := range r.keys {
		signature, err := key.Sign(id, at, body)
		if err != nil {
			return "", fmt.Errorf("sign a notice: %w", err)
		}
		signatures = append(signatures, signature)
	}
	return strings.Join(signatures, " "), nil
}

// passing are the refusals that pass by themselves.
var passing = []int{http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests}

// verdict is what an answer means.
func verdict(status int, answer []byte) error {
	reason := fmt.Sprintf("answered %d %q", status, answer[:min(len(answer), maxReason)])
	switch {
	case status >= 200 && status < 300:
		return nil
	case status >= 300 && status < 400:
		return fmt.Errorf("%w: %s: redirects are not followed: put the final address into notify.url", errRefused, reason)
	case status >= 400 && status < 500 && !slices.Contains(passing, status):
		return fmt.Errorf("%w: %s", errRefused, reason)
	default:
		return errors.New(reason)
	}
}

// withoutAddress leaves out the receiver's address, which may be a secret.
func withoutAddress(err error) error {
	var quoting *url.Error
	if errors.As(err, &quoting) {
		err = quoting.Err
	}
	return fmt.Errorf("does not answer: %w", err)
}
