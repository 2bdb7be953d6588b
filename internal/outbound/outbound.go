// Package outbound is the HTTP client for addresses that come from outside: pages, sources,
// receivers of notices.
//
// It connects to public addresses only, whatever a name resolves to and wherever a redirect leads,
// unless the policy names the host. It never decides what is fetched, and no part of aloud fetches
// such an address without it. Addresses of the operator's own environment (store, Redis, providers)
// are not its business.
package outbound

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Defaults of a Policy, and bounds that hold for all.
const (
	defaultTimeout  = 30 * time.Second
	defaultMaxBytes = 20 << 20
	connectTimeout  = 10 * time.Second
	maxHeader       = 256 << 10
)

// Policy says what a client may do. The zero value connects to ports 80 and 443 of public addresses
// and follows no redirects.
type Policy struct {
	// AllowPrivate lifts the limits of addresses and ports, for a person who wrote the address
	// themselves. Link-local addresses, where clouds keep their credentials, stay refused.
	AllowPrivate bool
	// AllowHosts are host names and IP addresses, without a port, for which AllowPrivate holds.
	AllowHosts []string
	// AnyPort allows all ports of public addresses, where the address is a setting.
	AnyPort bool
	// Redirects is how many redirects are followed; the next one is the answer.
	Redirects int
	Timeout   time.Duration // of a request with its body; 0: 30 s
	MaxBytes  int64         // of a body, decompressed; 0: 20 MB
}

var (
	// ErrPrivate reports an address that the policy does not allow.
	ErrPrivate = errors.New("not a public address")
	// ErrTooLarge reports a body above MaxBytes.
	ErrTooLarge = errors.New("the answer is too large")
)

// Client returns a client that keeps to the policy. HTTP_PROXY, HTTPS_PROXY and NO_PROXY apply: the
// operator chose the proxy, so it may be private. Each client has connections of its own, so keep
// it.
func Client(p Policy) *http.Client { return newClient(p, http.ProxyFromEnvironment, nil) }

// Check says whether the policy lets a client connect to the host of u, as its name resolves now.
// If a proxy connects, only the proxy could check.
func Check(ctx context.Context, p Policy, u *url.URL) error {
	proxy, err := http.ProxyFromEnvironment(&http.Request{URL: u})
	if err != nil || proxy != nil {
		return err
	}
	addresses, err := net.DefaultResolver.LookupNetIP(ctx, "ip", u.Hostname())
	if err != nil {
		return err
	}
	for _, address := range addresses {
		if err := newGuard(p).check(u.Hostname(), net.JoinHostPort(address.Unmap().String(), portOf(u))); err != nil {
			return err
		}
	}
	return nil
}

// newClient lets tests choose the proxy and the name server; nil is the system's.
func newClient(p Policy, proxy proxyFunc, resolver *net.Resolver) *http.Client {
	g := newGuard(p)
	dialer := &net.Dialer{Timeout: connectTimeout, Resolver: resolver}
	return &http.Client{
		Timeout: cmp.Or(p.Timeout, defaultTimeout),
		Transport: &transport{
			proxy:    proxy,
			guard:    g,
			direct:   newTransport(g.dial(dialer), nil),
			proxied:  newTransport(dialer.DialContext, proxy),
			maxBytes: cmp.Or(p.MaxBytes, defaultMaxBytes),
		},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			switch {
			case p.Redirects == 0:
				return http.ErrUseLastResponse
			case len(via) > p.Redirects:
				return fmt.Errorf("more than %d redirects", p.Redirects)
			}
			return nil
		},
	}
}
