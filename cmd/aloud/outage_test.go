package main

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// While Redis is away a hook is refused, so that the CMS may say so, and yet nothing is lost: the
// article is published once Redis is back, without a new hook.
func TestHooksWhileRedisIsAway(t *testing.T) {
	for name, takeAway := range map[string]func(*redistest.Server){
		"down":    (*redistest.Server).Stop,
		"hanging": (*redistest.Server).Freeze,
	} {
		t.Run(name, func(t *testing.T) {
			redis := redistest.Start(t)
			p := newPlace(t, "ALOUD_REDIS_URL="+redis.URL)
			server := p.start("serve")
			takeAway(redis)
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			status, err := server.hook(ctx, "published", ghostPost{
				ID: "ferry", Title: "The ferry", HTML: "<p>The ferry will run again.</p>", Status: "published", Visibility: "public", UpdatedAt: time.Now(),
			})
			if err != nil || status != http.StatusServiceUnavailable {
				t.Fatalf("answered %d, %v", status, err)
			}
			if name == "down" {
				redis.Start()
			} else {
				redis.Thaw()
			}
			p.start("worker")
			if status := p.await("ferry"); status.State != library.Published {
				t.Errorf("%+v", status)
			}
		})
	}
}
