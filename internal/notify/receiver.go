package notify

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/httpurl"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/outbound"
	"github.com/aloud-audio/aloud/internal/whsec"
)

// Receiver is a URL that gets a site's notices.
type Receiver struct {
	url    *url.URL
	policy outbound.Policy
	client *http.Client
	keys   []*standardwebhooks.Webhook // each signs
	events []Event
	purges bool // it gets purges, and nothing else
}

// Event is what a notice announces: the state with which work on an article ended, or Late.
type Event string

// Late means that an article has waited too long.
const Late Event = "late"

// Events lists what a receiver can subscribe to.
var Events = []Event{Event(library.Published), Event(library.Failed), Event(library.Parked), Late, Event(library.Removed), Event(library.NothingToRead)}

// defaultEvents leaves out what the newsroom did itself.
var defaultEvents = []Event{Event(library.Published), Event(library.Failed), Event(library.Parked), Late}

// NewReceiver validates the settings of one receiver. Secrets are whsec_ followed by base64, more
// than one during a rotation. No events means the default ones. The error names each invalid
// setting.
func NewReceiver(address string, secrets, events, allowPrivate []string) (Receiver, error) {
	u, urlErr := parseAddress(address)
	keys, secretErr := parseSecrets(secrets)
	subscribed, eventsErr := parseEvents(events)
	// The port is a setting. No redirect is followed: a signed body goes to this URL and nowhere
	// else.
	policy := outbound.Policy{AllowHosts: allowPrivate, AnyPort: true, Timeout: sendTimeout, MaxBytes: maxAnswer}
	return Receiver{url: u, policy: policy, client: outbound.Client(policy), keys: keys, events: subscribed}, errors.Join(urlErr, secretErr, eventsErr)
}

// parseAddress never quotes the URL: with many services it is a secret.
func parseAddress(address string) (*url.URL, error) {
	u, err := httpurl.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("url: %w", err)
	}
	return u, nil
}

func parseSecrets(secrets []string) (keys []*standardwebhooks.Webhook, err error) {
	if len(secrets) == 0 {
		return nil, errors.New("secret: not set; make one with: echo whsec_$(openssl rand -base64 32)")
	}
	if keys, err = whsec.Parse(secrets); err != nil {
		return nil, fmt.Errorf("secret: %w", err)
	}
	return keys, nil
}

func parseEvents(events []string) ([]Event, error) {
	if len(events) == 0 {
		return defaultEvents, nil
	}
	var parsed []Event
	for _, event := range events {
		if !slices.Contains(Events, Event(event)) {
			return nil, fmt.Errorf("events: %q is not one of %v", event, Events)
		}
		parsed = append(parsed, Event(event))
	}
	return parsed, nil
}

// Check returns an error if notices may not be sent to the receiver's address, or its name is
// unknown.
func (r Receiver) Check(ctx context.Context) error {
	if err := outbound.Check(ctx, r.policy, r.url); err != nil {
		return fmt.Errorf("%s: %w", r.url.Host, err)
	}
	return nil
}

// Host is the receiver's, which is no secret.
func (r Receiver) Host() string { return r.url.Host }

// Reach sends a HEAD request to the receiver, which says only whether it can be reached: most answer
// it with an error. It returns how the connection was encrypted, nil if it was not.
func (r Receiver) Reach(ctx context.Context) (*tls.ConnectionState, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, r.url.String(), nil)
	if err != nil {
		return nil, withoutAddress(err)
	}
	resp, err := r.client.Do(req)
	if err != nil {
		return nil, withoutAddress(err)
	}
	return resp.TLS, resp.Body.Close()
}

func (r Receiver) wants(event Event) bool { return slices.Contains(r.events, event) }

// name identifies a receiver in keys. It is a hash, because keys are visible where the URL must not
// be.
func (r Receiver) name() string {
	sum := sha256.Sum256([]byte(r.url.String()))
	name := hex.EncodeToString(sum[:8])
	if r.purges {
		name = purgePrefix + name
	}
	return name
}

func (n *Notifier) receiver(site, name string) (Receiver, bool) {
	for _, r := range slices.Concat(n.opts.Receivers[site], n.opts.Purges[site]) {
		if r.name() == name {
			return r, true
		}
	}
	return Receiver{}, false
}
