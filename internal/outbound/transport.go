package outbound

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/buildinfo"
)

type proxyFunc func(*http.Request) (*url.URL, error)

// transport sends a request directly, through the guard, or to the proxy, which does the
// connecting.
type transport struct {
	proxy           proxyFunc
	guard           *guard
	direct, proxied *http.Transport
	maxBytes        int64
}

func newTransport(dial dialFunc, proxy proxyFunc) *http.Transport {
	return &http.Transport{
		DialContext:            dial,
		Proxy:                  proxy,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    connectTimeout,
		IdleConnTimeout:        90 * time.Second,
		MaxIdleConnsPerHost:    4,
		MaxResponseHeaderBytes: maxHeader,
	}
}

// RoundTrip implements http.RoundTripper.
func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	next, err := t.way(r)
	if err != nil {
		if r.Body != nil {
			r.Body.Close()
		}
		return nil, err
	}
	if r.Header.Get("User-Agent") == "" {
		r = r.Clone(r.Context())
		r.Header.Set("User-Agent", buildinfo.UserAgent())
	}
	resp, err := next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	resp.Body = &bounded{ReadCloser: resp.Body, left: t.maxBytes, limit: t.maxBytes}
	return resp, nil
}

// way chooses between the direct way and the proxy.
func (t *transport) way(r *http.Request) (http.RoundTripper, error) {
	if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
		return nil, fmt.Errorf("%w: the scheme is %q instead of http or https", ErrPrivate, r.URL.Scheme)
	}
	proxy, err := t.proxy(r)
	if err != nil {
		return nil, fmt.Errorf("proxy: %w", err)
	}
	if proxy == nil {
		return t.direct, nil
	}
	return t.proxied, t.checkLiteral(r.URL)
}

// checkLiteral refuses a private IP address that would be reached through a proxy. What a name
// resolves to only the proxy knows; a name that ends in a number is an address in some odd
// notation.
func (t *transport) checkLiteral(u *url.URL) error {
	host := strings.TrimSuffix(u.Hostname(), ".")
	ip, err := netip.ParseAddr(host)
	switch label := host[strings.LastIndexByte(host, '.')+1:]; {
	case err == nil:
		return t.guard.check(host, net.JoinHostPort(ip.String(), portOf(u)))
	case label == "" || label[0] >= '0' && label[0] <= '9':
		return fmt.Errorf("%w: %q is not a host name", ErrPrivate, host)
	}
	return nil
}

func portOf(u *url.URL) string {
	if port := u.Port(); port != "" {
		return port
	}
	return map[string]string{"http": "80", "https": "443"}[u.Scheme]
}

// bounded is a body that ends with ErrTooLarge after limit bytes.
type bounded struct {
	io.ReadCloser
	left, limit int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.ReadCloser.Read(p)
	if int64(n) > b.left {
		n, err = int(b.left), fmt.Errorf("%w: more than %d bytes", ErrTooLarge, b.limit)
	}
	b.left -= int64(n)
	return n, err
}
