package outbound

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/aloud-audio/aloud/internal/buildinfo"
)

func noProxy(*http.Request) (*url.URL, error) { return nil, nil }

// get reads an address as a caller would, with its whole body.
func get(t *testing.T, client *http.Client, address string) (*http.Response, []byte, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return resp, body, err
}

// inside is a server on this machine that nobody outside may reach through us.
type inside struct {
	*httptest.Server
	requests atomic.Int32
}

func openInside(t *testing.T, answer http.HandlerFunc) *inside {
	t.Helper()
	in := &inside{}
	in.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		in.requests.Add(1)
		answer(w, r)
	}))
	t.Cleanup(in.Close)
	return in
}

func hello(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, r.UserAgent()) }

// The addresses of each range that is not public, on a port that is allowed: none is even dialled.
func TestPrivateAddressesAreRefused(t *testing.T) {
	for _, host := range []string{
		"127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.9.1", "192.168.7.1", "100.64.3.2", "169.254.169.254",
		"192.0.0.192", "198.18.4.4", "224.0.0.251", "255.255.255.255", "localhost",
		"[::]", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[fd00:ec2::254]", "[fe80::1]", "[fc00::7]",
		"[64:ff9b::7f00:1]", "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2001:0:4136:e378::1]", "[ff02::1]", "[fec0::1]",
	} {
		client := newClient(Policy{}, noProxy, nil)
		for _, scheme := range []string{"http://", "https://"} {
			if _, _, err := get(t, client, scheme+host+"/latest/meta-data/"); !errors.Is(err, ErrPrivate) && !noRoute(err) {
				t.Errorf("%s%s: %v", scheme, host, err)
			}
		}
	}
}

// noRoute reports that this machine cannot speak a family of addresses, so that no socket was made.
func noRoute(err error) bool {
	return err != nil && strings.Contains(err.Error(), "address family not supported")
}

func TestOnlyTheWebsPorts(t *testing.T) {
	g := newGuard(Policy{})
	for address, want := range map[string]bool{
		"93.184.216.34:80": true, "93.184.216.34:443": true, "[2606:2800:220:1::1]:443": true,
		"93.184.216.34:22": false, "93.184.216.34:6379": false, "93.184.216.34:8443": false,
	} {
		if err := g.check("pier.example", address); (err == nil) != want {
			t.Errorf("%s: %v", address, err)
		}
	}
	if err := newGuard(Policy{AnyPort: true}).check("pier.example", "93.184.216.34:8443"); err != nil {
		t.Error(err)
	}
	if err := newGuard(Policy{AnyPort: true}).check("pier.example", "10.0.0.1:8443"); err == nil {
		t.Error("any port is not any address")
	}
}

func TestAllowedHosts(t *testing.T) {
	in := openInside(t, hello)
	_, port, _ := net.SplitHostPort(in.Listener.Addr().String())
	for name, c := range map[string]struct {
		policy  Policy
		reached bool
	}{
		"nobody":        {Policy{}, false},
		"all":           {Policy{AllowPrivate: true}, true},
		"this host":     {Policy{AllowHosts: []string{"LocalHost."}}, true},
		"another one":   {Policy{AllowHosts: []string{"ghost.local"}}, false},
		"another form":  {Policy{AllowHosts: []string{"127.0.0.1"}}, false},
		"ports are not": {Policy{AnyPort: true}, false},
	} {
		resp, body, err := get(t, newClient(c.policy, noProxy, nil), "http://localhost:"+port+"/")
		if reached := err == nil && resp.StatusCode == http.StatusOK; reached != c.reached {
			t.Errorf("%s: %v", name, err)
		}
		if c.reached && string(body) != buildinfo.UserAgent() {
			t.Errorf("%s: asked as %q", name, body)
		}
	}
	for _, address := range []string{"169.254.169.254:80", "[fe80::1]:80", "[fd00:ec2::254]:80", "[::ffff:169.254.169.254]:80"} {
		if err := newGuard(Policy{AllowPrivate: true}).check("ghost.local", address); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s has credentials of the cloud: %v", address, err)
		}
	}
}

// A public site sends us inside, by a redirect or by a scheme of its own.
func TestRedirectsAreChecked(t *testing.T) {
	in := openInside(t, hello)
	targets := map[string]string{
		"/inside": in.URL + "/latest/meta-data/iam", "/metadata": "http://169.254.169.254/", "/file": "file:///etc/passwd",
		"/gopher": "gopher://127.0.0.1:6379/_FLUSHALL", "/loop": "/loop",
	}
	outside := openInside(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", targets[r.URL.Path])
		w.WriteHeader(http.StatusFound)
	})
	_, port, _ := net.SplitHostPort(outside.Listener.Addr().String())
	client := newClient(Policy{AllowHosts: []string{"localhost"}, Redirects: 5}, noProxy, nil) // the site's, not the target's
	for path := range targets {
		if _, _, err := get(t, client, "http://localhost:"+port+path); err == nil {
			t.Errorf("%s: followed", path)
		}
	}
	if n := in.requests.Load(); n != 0 {
		t.Errorf("%d requests inside", n)
	}
	if n := outside.requests.Load(); n != 4+6 {
		t.Errorf("%d requests, want one for each path and five more for the loop", n)
	}
	resp, _, err := get(t, newClient(Policy{AllowPrivate: true}, noProxy, nil), outside.URL+"/inside")
	if err != nil || resp.StatusCode != http.StatusFound {
		t.Errorf("without redirects the redirect is the answer: %v", err)
	}
}

// A name that was public when somebody looked is private at the connection.
func TestRebinding(t *testing.T) {
	in := openInside(t, hello)
	_, port, _ := net.SplitHostPort(in.Listener.Addr().String())
	names := openNameServer(t, [4]byte{93, 184, 216, 34}, [4]byte{127, 0, 0, 1})
	first, err := names.LookupNetIP(t.Context(), "ip4", "flips.example")
	if err != nil || first[0].String() != "93.184.216.34" {
		t.Fatalf("%v, %v", first, err)
	}
	_, _, err = get(t, newClient(Policy{AnyPort: true}, noProxy, names), "http://flips.example:"+port+"/")
	if !errors.Is(err, ErrPrivate) || in.requests.Load() != 0 {
		t.Errorf("%v, with %d requests inside", err, in.requests.Load())
	}
}

// openNameServer answers each question for IPv4 addresses with the next of the addresses, and the
// last one from then on.
func openNameServer(t *testing.T, addresses ...[4]byte) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			q := m.Questions[0]
			m.Header, m.Additionals = dnsmessage.Header{ID: m.ID, Response: true, RecursionAvailable: true}, nil
			if q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
					Body:   &dnsmessage.AResource{A: addresses[0]},
				}}
				addresses = addresses[min(1, len(addresses)-1):]
			}
			answer, _ := m.Pack()
			_, _ = conn.WriteTo(answer, from)
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// A proxy that the operator named may be inside; it makes no way inside for others.
func TestExplicitProxy(t *testing.T) {
	proxy := openInside(t, func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "by proxy: "+r.RequestURI) })
	where, _ := url.Parse(proxy.URL)
	client := newClient(Policy{}, http.ProxyURL(where), nil)
	if _, body, err := get(t, client, "http://pier.example/a"); err != nil || string(body) != "by proxy: http://pier.example/a" {
		t.Errorf("%q, %v", body, err)
	}
	for _, address := range []string{"http://10.0.0.9/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.0x1/", "http://[::1]/", proxy.URL} {
		if _, _, err := get(t, client, address); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
	if n := proxy.requests.Load(); n != 1 {
		t.Errorf("%d requests by proxy", n)
	}
	if _, _, err := get(t, newClient(Policy{}, noProxy, nil), proxy.URL); !errors.Is(err, ErrPrivate) {
		t.Errorf("directly: %v", err)
	}
}

// What a hostile server sends is bounded in size and time.
func TestBounds(t *testing.T) {
	stop := make(chan struct{})
	in := openInside(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/bomb":
			var packed bytes.Buffer
			z := gzip.NewWriter(&packed)
			_, _ = z.Write(make([]byte, 8<<20))
			_ = z.Close()
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed.Bytes())
		case "/endless":
			for r.Context().Err() == nil {
				_, _ = w.Write(make([]byte, 1<<16))
			}
		case "/exact":
			_, _ = w.Write(make([]byte, 1<<20))
		case "/headers":
			w.Header().Set("X-Long", strings.Repeat("a", 1<<20))
		case "/drip":
			w.(http.Flusher).Flush()
			select {
			case <-r.Context().Done():
			case <-stop:
			}
		}
	})
	t.Cleanup(func() { close(stop) })
	client := newClient(Policy{AllowPrivate: true, MaxBytes: 1 << 20}, noProxy, nil)
	for _, path := range []string{"/bomb", "/endless"} {
		if _, body, err := get(t, client, in.URL+path); !errors.Is(err, ErrTooLarge) || len(body) != 1<<20 {
			t.Errorf("%s: %d bytes, %v", path, len(body), err)
		}
	}
	if _, body, err := get(t, client, in.URL+"/exact"); err != nil || len(body) != 1<<20 {
		t.Errorf("%d bytes, %v", len(body), err)
	}
	if _, _, err := get(t, client, in.URL+"/headers"); err == nil {
		t.Error("a megabyte of headers is read")
	}
	var timeout net.Error
	if _, _, err := get(t, newClient(Policy{AllowPrivate: true, Timeout: time.Millisecond}, noProxy, nil), in.URL+"/drip"); !errors.As(err, &timeout) || !timeout.Timeout() {
		t.Errorf("a body that does not end: %v", err)
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		policy  Policy
		address string
		allowed bool
	}{
		{Policy{}, "http://localhost/", false},
		{Policy{AllowHosts: []string{"localhost"}}, "http://localhost:8080/", true},
		{Policy{}, "https://93.184.216.34/", true},
		{Policy{}, "https://93.184.216.34:8443/", false},
		{Policy{AnyPort: true}, "https://93.184.216.34:8443/", true},
		{Policy{AnyPort: true}, "https://[::ffff:10.0.0.1]/", false},
	} {
		u, err := url.Parse(c.address)
		if err != nil {
			t.Fatal(err)
		}
		if err := Check(t.Context(), c.policy, u); (err == nil) != c.allowed || err != nil && !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", c.address, err)
		}
	}
}
