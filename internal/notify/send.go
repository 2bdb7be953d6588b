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

	"github.com/aloud-audio/aloud/internal/outbound"
)

const (
	sendTimeout = 10 * time.Second // for a whole request
	maxAnswer   = 4 << 10          // bytes of a response that are read
	maxReason   = 200              // bytes of it that go into the error
)

// errRefused reports that the receiver refused the notice. A retry is likely to be refused too.
var errRefused = errors.New("refused")

// send delivers a notice, signed by the Standard Webhooks specification
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). The
// error is errRefused if the receiver refuses it; any other is worth a retry.
func (n *Notifier) send(ctx context.Context, r Receiver, x notice) error {
	req, err := n.request(ctx, r, x)
	if err != nil {
		return err
	}
	resp, err := r.client.Do(req)
	if err != nil {
		return withoutAddress(err)
	}
	defer resp.Body.Close()
	answer, _ := io.ReadAll(resp.Body) // only for the error message
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
	req.Header.Set(standardwebhooks.HeaderWebhookID, x.ID)
	req.Header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(now.Unix(), 10))
	req.Header.Set(standardwebhooks.HeaderWebhookSignature, signature)
	return req, nil
}

// sign signs with every secret, so that the receiver may switch to a new one at any time.
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

// temporary lists the 4xx statuses that are worth a retry.
var temporary = []int{http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests}

// verdict turns a response into nil, errRefused or an error that is worth a retry.
func verdict(status int, answer []byte) error {
	reason := fmt.Sprintf("answered %d %q", status, answer[:min(len(answer), maxReason)])
	switch {
	case status >= 200 && status < 300:
		return nil
	case status >= 300 && status < 400:
		return fmt.Errorf("%w: %s: redirects are not followed; set notify.url to the final address", errRefused, reason)
	case status >= 400 && status < 500 && !slices.Contains(temporary, status):
		return fmt.Errorf("%w: %s", errRefused, reason)
	default:
		return errors.New(reason)
	}
}

// withoutAddress removes the receiver's URL, which may be a secret, from an error.
func withoutAddress(err error) error {
	var quoting *url.Error
	if errors.As(err, &quoting) {
		err = quoting.Err
	}
	if errors.Is(err, outbound.ErrPrivate) {
		return fmt.Errorf("no request was sent: %w: add the host to allow_private of the site", err)
	}
	return fmt.Errorf("no response: %w", err)
}
