package web

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/aloud-audio/aloud/internal/clientaddr"
)

func bodyRequest(r io.Reader, length int64) *http.Request {
	req := httptest.NewRequest(http.MethodPost, "/", r)
	req.ContentLength = length
	return req
}

// patient is a sender that is never cut off.
func patient(client string) sender {
	return sender{client: client, extend: func(time.Time) error { return nil }}
}

func (b bodies) empty() bool {
	for _, p := range []*pool{b.beginnings, b.small, b.large} {
		if !p.total.TryAcquire(p.size) || len(p.shares) > 0 {
			return false
		}
	}
	return true
}

func TestBodiesOfAllLengths(t *testing.T) {
	for _, size := range []int{0, 1, firstBuffer - 1, firstBuffer, firstBuffer + 1, beginning, beginning + 1, smallBody, smallBody + 1, maxBody} {
		for _, length := range []int64{int64(size), -1} {
			want := bytes.Repeat([]byte("x"), size)
			b := newBodies()
			got, release, err := b.read(bodyRequest(iotest.HalfReader(bytes.NewReader(want)), length), patient("a"))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%d bytes of length %d: %d bytes, %v", size, length, len(got), err)
			}
			release()
			if !b.empty() {
				t.Errorf("%d bytes of length %d: memory is kept", size, length)
			}
		}
	}
}

// Stalled large bodies of strangers use only their own memory; articles are still accepted.
func TestLargeBodiesLeaveRoomForArticles(t *testing.T) {
	b := newBodies()
	large, refused := 0, 0
	for i := range 80 {
		_, release, err := b.read(bodyRequest(io.LimitReader(zeros{}, maxBody), maxBody), patient(fmt.Sprint(i)))
		switch {
		case err == nil:
			large++
			defer release()
		case errors.Is(err, errBusy):
			refused++
		default:
			t.Fatal(err)
		}
	}
	if large == 0 || int64(large) > largeBodies/maxBody || refused != 80-large {
		t.Errorf("%d large bodies are held, %d were refused", large, refused)
	}
	if body, _, err := b.read(bodyRequest(strings.NewReader("an article"), -1), patient("newsroom")); err != nil || string(body) != "an article" {
		t.Errorf("%q, %v", body, err)
	}
}

// While there is no memory, the answer is 503, after the body, as clients expect it.
func TestNoMemoryForABody(t *testing.T) {
	f := newFixture(t)
	f.bodies.large.total.TryAcquire(largeBodies)
	r := ghostRequest("harbour", "published", make([]byte, 2*smallBody), ghostHeader(ghostSecret, nil, now))
	w := f.do(r)
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if n, _ := r.Body.Read(make([]byte, 1)); n != 0 {
		t.Error("some of the body is left")
	}
}

// unread fails the test if it is read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("the body was read")
	return 0, io.EOF
}

// A request that is refused by its header is answered without the body, if the client waits for
// that.
func TestTheHeaderIsJudgedFirst(t *testing.T) {
	f := newFixture(t)
	signed := ghostHeader(ghostSecret, nil, now)
	for name, r := range map[string]*http.Request{
		"no signature":   ghostRequest("harbour", "published", nil, ""),
		"unknown site":   ghostRequest("pier", "published", nil, signed),
		"odd signature":  ghostRequest("harbour", "published", nil, "sha256=1"),
		"old":            ghostRequest("harbour", "published", nil, ghostHeader(ghostSecret, nil, now.Add(-time.Hour))),
		"old, articles":  articlesRequest(t, nil, now.Add(-time.Hour), articlesSecret),
		"bare, articles": articlesRequest(t, nil, now),
	} {
		r.Body, r.ContentLength = io.NopCloser(unread{t}), 10
		r.Header.Set("Expect", "100-continue")
		if w := f.do(r); w.Code != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}

// Strangers that stall bodies of a megabyte, from one address or many, block no article, and are
// cut off. The sockets are real.
func TestStalledSendersKeepNoArticleOut(t *testing.T) {
	for name, forwarded := range map[string]func(i int) string{
		"one address":    func(int) string { return "203.0.113.9" },
		"many addresses": func(i int) string { return fmt.Sprintf("203.0.113.%d", i) },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t)
			f.bodies.stallTime = 2 * time.Second
			f.proxies, _ = clientaddr.ParseProxies("127.0.0.1")
			server := httptest.NewServer(f.Server)
			defer server.Close()
			var stalled []net.Conn
			for i := range 24 {
				conn, err := net.Dial("tcp", server.Listener.Addr().String())
				if err != nil {
					t.Fatal(err)
				}
				defer conn.Close()
				fmt.Fprintf(conn, "POST /hooks/harbour/ghost/published HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: %s\r\nX-Ghost-Signature: %s\r\nContent-Length: %d\r\n\r\n",
					forwarded(i), ghostHeader(ghostSecret, nil, now), smallBody)
				if _, err := conn.Write(make([]byte, smallBody*3/4)); err != nil {
					continue // it was refused already
				}
				stalled = append(stalled, conn)
			}
			article := []byte("{" + strings.Repeat(" ", 100<<10) + "}")
			r, err := http.NewRequest(http.MethodPost, server.URL+"/hooks/harbour/ghost/published", bytes.NewReader(article))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("X-Ghost-Signature", ghostHeader(ghostSecret, article, now))
			resp, err := http.DefaultClient.Do(r)
			if err != nil || resp.StatusCode == http.StatusServiceUnavailable {
				t.Fatalf("a newsroom's hook: %v, %v", resp, err)
			}
			_ = resp.Body.Close()
			for _, conn := range stalled {
				resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
				if err != nil || resp.StatusCode != http.StatusRequestTimeout && resp.StatusCode != http.StatusServiceUnavailable {
					t.Errorf("a sender that stalls: %v, %v", resp, err)
				}
			}
		})
	}
}

// A client takes no more than its share of a pool.
func TestAClientHasAShare(t *testing.T) {
	p := newPool(100)
	soon, cancel := context.WithCancel(t.Context())
	cancel()
	a, b, c := patient("a"), patient("b"), patient("c")
	b.verified = true
	if !p.take(t.Context(), a, 50) || p.take(soon, a, 1) || p.take(soon, c, 1) {
		t.Error("strangers get more than a half")
	}
	if !p.take(t.Context(), b, 50) || p.take(soon, b, 1) {
		t.Error("whoever signed hooks before gets no half")
	}
	p.give(a, 50, 1)
	p.give(b, 50, 1)
	if len(p.shares) != 0 || !p.total.TryAcquire(100) || !p.strangers.TryAcquire(50) {
		t.Errorf("%d shares are left", len(p.shares))
	}
}

// Strangers from many addresses who send just fast enough fill the memory that is for strangers. A
// network from which signed hooks came has the rest.
func TestStrangersKeepNoKnownSenderOut(t *testing.T) {
	f := newFixture(t)
	body := ghostBody(t, map[string]any{"id": "ferry", "updated_at": now.Format(time.RFC3339), "status": "published", "visibility": "public",
		"html": strings.Repeat("x", smallBody/2)}, nil)
	send := func(from string, at time.Time) int {
		r := ghostRequest("harbour", "published", body, ghostHeader(ghostSecret, body, at))
		r.RemoteAddr = from + ":4000"
		return f.do(r).Code
	}
	if got := send("198.51.100.7", now.Add(-time.Second)); got != http.StatusAccepted {
		t.Fatal(got)
	}
	for i := range 64 {
		for _, p := range []*pool{f.bodies.beginnings, f.bodies.small, f.bodies.large} {
			stranger := patient(fmt.Sprintf("203.0.%d.9", i))
			soon, cancel := context.WithCancel(t.Context())
			cancel()
			p.take(soon, stranger, p.size/sharePart/8)
		}
	}
	if got := send("192.0.2.44", now); got != http.StatusServiceUnavailable {
		t.Errorf("a stranger: %d", got)
	}
	if got := send("198.51.100.200", now); got != http.StatusAccepted {
		t.Errorf("another address of the newsroom's network: %d", got)
	}
}

func TestNetworksAreVerifiedForADay(t *testing.T) {
	var v verified
	v.add("198.51.100.7", now)
	v.add("2001:db8:1:2::/64", now)
	for client, want := range map[string]bool{"198.51.100.9": true, "198.51.101.7": false, "2001:db8:1:2::/64": true, "2001:db8:1:3::/64": false, "": false} {
		if got := v.has(client, now.Add(verifiedFor-time.Second)); got != want {
			t.Errorf("%s: %t", client, got)
		}
	}
	if v.has("198.51.100.7", now.Add(verifiedFor)) {
		t.Error("it is remembered for longer")
	}
	for i := range 3 * mostVerified {
		v.add(fmt.Sprintf("10.%d.%d.1", i/256, i%256), now)
	}
	if len(v.until) > mostVerified || !v.has(fmt.Sprintf("10.%d.%d.1", (3*mostVerified-1)/256, (3*mostVerified-1)%256), now) {
		t.Errorf("%d networks are remembered", len(v.until))
	}
}
