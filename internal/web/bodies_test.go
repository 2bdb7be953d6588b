package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func bodyRequest(r io.Reader, length int64) *http.Request {
	req := httptest.NewRequest(http.MethodPost, "/", r)
	req.ContentLength = length
	return req
}

func TestBodiesOfAllLengths(t *testing.T) {
	for _, size := range []int{0, 1, firstBuffer - 1, firstBuffer, firstBuffer + 1, smallBody, smallBody + 1, maxBody} {
		for _, length := range []int64{int64(size), -1} {
			want := bytes.Repeat([]byte("x"), size)
			b := newBodies()
			got, release, err := b.read(bodyRequest(iotest.HalfReader(bytes.NewReader(want)), length))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%d bytes of length %d: %d bytes, %v", size, length, len(got), err)
			}
			release()
			if !b.small.TryAcquire(smallBodies) || !b.large.TryAcquire(largeBodies) {
				t.Errorf("%d bytes of length %d: memory is kept", size, length)
			}
		}
	}
}

// Large bodies that strangers hold back take only their own memory; articles are still accepted.
func TestLargeBodiesLeaveRoomForArticles(t *testing.T) {
	b := newBodies()
	large, refused := 0, 0
	for range 80 {
		_, release, err := b.read(bodyRequest(io.LimitReader(zeros{}, maxBody), maxBody))
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
	if body, _, err := b.read(bodyRequest(strings.NewReader("an article"), -1)); err != nil || string(body) != "an article" {
		t.Errorf("%q, %v", body, err)
	}
}

// While there is no memory, the answer is 503, after the body, as clients expect it.
func TestNoMemoryForABody(t *testing.T) {
	f := newFixture(t)
	f.bodies.large.TryAcquire(largeBodies)
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

// What the header tells is refused without the body, if the client waits for that.
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
