package notify

import (
	"context"
	"crypto/sha256"
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
	events []library.State
	purges bool // it gets purges, and nothing else
}

// Events lists the outcomes that a receiver can subscribe to, and the wait for one.
var Events = []library.State{library.Published, library.Failed, library.Parked, library.Late, library.Removed, library.NothingToRead}

// defaultEvents leaves out what the newsroom did itself.
var defaultEvents = []library.State{library.Published, library.Failed, library.Parked, library.Late}

// NewReceiver validates the settings of one receiver. Secrets are whsec_ followed by base64, more
// than one during a rotation. No events means the default ones. The error names each invalid
// setting.
func NewReceiver(address string, secrets, events, allowPrivate []string) (Receiver, error) {
	u, urlErr := parseAddress(address)
	keys, secretErr := parseSecrets(secrets)
	states, eventsErr := parseEvents(events)
	// The port is a setting. No redirect is followed: a signed body goes to this URL and nowhere
	// else.
	policy := outbound.Policy{AllowHosts: allowPrivate, AnyPort: true, Timeout: sendTimeout, MaxBytes: maxAnswer}
	return Receiver{url: u, policy: policy, client: outbound.Client(policy), keys: keys, events: states}, errors.Join(urlErr, secretErr, eventsErr)
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

func parseEvents(events []string) ([]library.State, error) {
	if len(events) == 0 {
		return defaultEvents, nil
	}
	var states []library.State
	for _, event := range events {
		if !slices.Contains(Events, library.State(event)) {
			return nil, fmt.Errorf("events: %q is not one of %v", event, Events)
		}
		states = append(states, library.State(event))
	}
	return states, nil
}

// Check returns an error if notices may not be sent to the receiver's address, or its name is
// unknown.
func (r Receiver) Check(ctx context.Context) error {
	if err := outbound.Check(ctx, r.policy, r.url); err != nil {
		return fmt.Errorf("%s: %w", r.url.Host, err)
	}
	return nil
}

func (r Receiver) wants(state library.State) bool { return slices.Contains(r.events, state) }

// name identifies a receiver in keys. It is a hash: keys are visible where the URL must not be.
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
