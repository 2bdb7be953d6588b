package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// hear makes an article's audio public and returns the addresses of its narration, track and
// captions.
func (f *fixture) hear(t *testing.T, id string) []string {
	t.Helper()
	ref := library.Ref{Site: "harbour", ID: id}
	track := library.Track{Files: []audio.File{{Format: audio.MP3, Content: []byte("sound")}}, WebVTT: []byte("WEBVTT\n")}
	if err := f.lib.Publish(t.Context(), ref, library.Narration{}, library.Narration{Title: id}, track); err != nil {
		t.Fatal(err)
	}
	n, err := f.lib.Narration(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	files := "/public/harbour/articles/" + id + "/"
	return []string{files + "narration.json", files + n.Audio[0].URL, files + n.Captions[0].URL}
}

// statuses are the answers to GETs of the addresses.
func (f *fixture) statuses(addresses []string) (statuses []int) {
	for _, address := range addresses {
		statuses = append(statuses, f.get(address).Code)
	}
	return statuses
}

func (f *fixture) expectGone(t *testing.T, addresses []string) {
	t.Helper()
	for i, status := range f.statuses(addresses) {
		if status != http.StatusNotFound {
			t.Errorf("%s is answered %d", addresses[i], status)
		}
	}
}

// When a removal is answered, whatever the answer, the audio is gone.
func TestARemovalIsAnsweredWhenTheAudioIsGone(t *testing.T) {
	stuck := make(chan struct{})
	t.Cleanup(func() { close(stuck) })
	full := func(t *testing.T, f *fixture) {
		if err := os.WriteFile(filepath.Join(f.root, "private"), nil, 0o600); err != nil { // where a folder should be
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		enqueue enqueueFunc
		spoil   func(*testing.T, *fixture)
		status  int
		says    string
	}{
		"all is well":       {func(context.Context, library.Ref) error { return nil }, nil, 202, "accepted"},
		"Redis is down":     {func(context.Context, library.Ref) error { return errors.New("connection refused") }, nil, 503, "the queue is down"},
		"Redis hangs":       {func(context.Context, library.Ref) error { <-stuck; return nil }, nil, 503, "the queue is down"},
		"the store is full": {func(context.Context, library.Ref) error { return nil }, full, 503, "the audio is withdrawn"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, func(o *Options) {
				o.Newsroom.Queue = c.enqueue
				o.Newsroom.Unrecorded = newsroom.NewUnrecorded(slog.New(slog.DiscardHandler))
			})
			addresses := f.hear(t, "a1")
			if c.spoil != nil {
				c.spoil(t, f)
			}
			body := payloadBody(t, article.Payload{ID: "a1", UpdatedAt: now, Status: article.Removed})
			w := f.do(articlesRequest(t, body, now, articlesSecret))
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("answer %d %s", w.Code, w.Body)
			}
			f.expectGone(t, addresses)
		})
	}
}

func TestAGhostPostBehindThePaywallIsGoneAtOnce(t *testing.T) {
	f := newFixture(t)
	addresses := f.hear(t, "a1")
	post := newPost("a1", now)
	post.Visibility = "paid"
	if w := f.ghost("edited", publishedBody(t, post), now); w.Code != http.StatusAccepted {
		t.Errorf("answer %d %s", w.Code, w.Body)
	}
	f.expectGone(t, addresses)
}
