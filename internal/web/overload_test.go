package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// A hanging store or queue holds a bounded number of articles; further hooks get 503 and use no
// memory.
func TestAcceptsAreBounded(t *testing.T) {
	var running, most atomic.Int64
	hang, began := make(chan struct{}), make(chan struct{}, 2*maxAccepting)
	f := newFixture(t, func(o *Options) {
		o.Newsroom.Queue = enqueueFunc(func(context.Context, library.Ref) error {
			most.Store(max(most.Load(), running.Add(1)))
			defer running.Add(-1)
			began <- struct{}{}
			<-hang
			return nil
		})
	})
	f.newsroom.Queue = f.newsroom.Queue.(boundedQueue).Queue // which would give up before the test looks
	send := func(id int) int {
		body := publishedBody(t, newPost(fmt.Sprintf("a%d", id), now))
		return f.ghost("published", body, now).Code
	}
	var senders sync.WaitGroup
	for i := range maxAccepting {
		senders.Go(func() { send(i) })
	}
	for range maxAccepting {
		<-began
	}
	w := f.ghost("published", publishedBody(t, newPost("late", now)), now)
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || f.due(t, "late") != 0 {
		t.Errorf("%d %v, %d markers", w.Code, w.Header(), f.due(t, "late"))
	}
	if got := most.Load(); got != maxAccepting {
		t.Errorf("%d at once, want %d", got, maxAccepting)
	}
	gone := newPost("late", now)
	gone.Status = "draft"
	if f.ghost("unpublished", ghostBody(t, gone, map[string]any{}), now); !f.desired(t, "late").Gone() { // the queue still hangs
		t.Error("a removal waited for articles")
	}
	paid := newPost("paid", now)
	paid.Visibility = "paid"
	if f.ghost("published.edited", publishedBody(t, paid), now); f.desired(t, "paid").Article == nil {
		t.Error("a restriction waited for articles")
	}
	close(hang)
	senders.Wait()
	if code := send(maxAccepting); code != http.StatusAccepted {
		t.Errorf("afterwards: %d", code)
	}
}

// A removal that is refused because too many are being stored is still carried out within seconds:
// its sender may not send it again.
func TestARefusedRemovalIsObeyedLater(t *testing.T) {
	for name, send := range map[string]func(*fixture) int{
		"removal": func(f *fixture) int {
			body := payloadBody(t, article.Payload{ID: "a1", UpdatedAt: now, Status: article.Removed})
			return f.do(articlesRequest(t, body, now, articlesSecret)).Code
		},
		"restriction": func(f *fixture) int {
			post := newPost("a1", now)
			post.Visibility = "paid"
			return f.ghost("edited", publishedBody(t, post), now).Code
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			unrecorded := newsroom.NewUnrecorded(slog.New(slog.DiscardHandler))
			f := newFixture(t, func(o *Options) { o.Newsroom.Unrecorded = unrecorded })
			addresses := f.hear(t, "a1")
			if err := f.removing.Acquire(t.Context(), maxRemoving); err != nil {
				t.Fatal(err)
			}
			if code := send(f); code != http.StatusServiceUnavailable {
				t.Errorf("answered %d", code)
			}
			go unrecorded.Run(t.Context())
			deadline := time.After(time.Minute)
			ticker := time.NewTicker(50 * time.Millisecond)
			defer ticker.Stop()
			for f.due(t, "a1") == 0 || f.get(addresses[0]).Code != http.StatusNotFound {
				select {
				case <-ticker.C:
				case <-deadline:
					t.Fatal("it was never obeyed")
				}
			}
			f.expectGone(t, addresses)
		})
	}
}
