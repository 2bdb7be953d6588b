package web

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
)

// A store or queue that hangs holds a bounded number of articles; what comes then is told to come
// again, and takes nothing.
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
	close(hang)
	senders.Wait()
	if code := send(maxAccepting); code != http.StatusAccepted {
		t.Errorf("afterwards: %d", code)
	}
}
