package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/chaos/proxy"
	"github.com/aloud-audio/aloud/internal/chaos/rig"
	"github.com/aloud-audio/aloud/internal/library"
)

const (
	site   = "main"
	places = 4 // articles that a worker renders at once
)

// scene is a service over a bucket behind a latency.
type scene struct {
	*rig.Rig
	service  *rig.Service
	bucket   *rig.Bucket
	requests requests
}

// requests counts what is asked of the S3 server.
type requests struct{ reads, writes, lists, deletes atomic.Int64 }

func (r *requests) count(request *http.Request) {
	switch {
	case request.Method == http.MethodPut:
		r.writes.Add(1)
	case request.Method == http.MethodDelete:
		r.deletes.Add(1)
	case request.URL.Query().Has("list-type"):
		r.lists.Add(1)
	default:
		r.reads.Add(1)
	}
}

// newScene starts Redis, the S3 server and `aloud serve`. Close ends them.
func newScene(ctx context.Context, o options, v *voice) (_ *scene, err error) {
	s := &scene{}
	if s.Rig, err = rig.New("scale"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.Close()
		}
	}()
	redis, err := s.StartRedis(ctx)
	if err != nil {
		return nil, err
	}
	if s.bucket, err = s.StartBucket(ctx, o.versitygw); err != nil {
		return nil, err
	}
	slow, err := proxy.ListenS3(s.bucket.Endpoint, func(r *http.Request) proxy.Fate {
		s.requests.count(r)
		return proxy.Fate{Wait: o.latency}
	})
	if err != nil {
		return nil, err
	}
	s.service, err = s.NewService(o.aloud, "s3://"+s.bucket.Name, redis.Address, settings, "ALOUD_S3_ENDPOINT="+slow.URL,
		"ALOUD_OPENAI_URL="+v.URL+"/v1", "ALOUD_OPENAI_KEY=none", fmt.Sprintf("ALOUD_CONCURRENCY=%d", places))
	if err != nil {
		return nil, err
	}
	if _, err = s.start("serve"); err != nil {
		return nil, err
	}
	return s, s.service.AwaitReady(ctx)
}

func settings(secret string) string {
	return "sites:\n  " + site + ":\n    url: https://example.com\n    language: en\n    verify: bytes\n" +
		"    hooks: {articles: {secret: \"" + secret + "\"}}\n    voices: {\"*\": \"openai:tts-1/alloy\"}\n" +
		"quotas: {\"openai:tts-1\": {requests: 0, characters: 0}}\n"
}

func (s *scene) start(command string) (*rig.Process, error) {
	return s.Start(command, s.service.Environ, s.service.Binary, command)
}

// send has an article of ten seconds accepted.
func (s *scene) send(ctx context.Context, id string) error {
	d, err := s.service.Article(site, article.Payload{
		ID: id, UpdatedAt: time.Now().UTC(), Status: article.Published, Visibility: "public", Language: "en", Title: "Ferry " + id,
		Text: "The ferry " + id + " came into the harbour late, and nobody knew who would unload it before the storm reached the pier, " +
			"because all the hands were at home, and the wind had changed.",
	})
	if err != nil {
		return err
	}
	status, said, err := s.service.Send(ctx, d)
	if err == nil && status != http.StatusAccepted {
		err = fmt.Errorf("the hook of %s is answered %d %s", id, status, said)
	}
	return err
}

// published returns when the narration of each article became public, by its id.
func (s *scene) published() map[string]time.Time {
	folder := filepath.Join(s.bucket.Folder, "public", site, "articles")
	ids, _ := os.ReadDir(folder) // there is none before the first article
	at := map[string]time.Time{}
	for _, id := range ids {
		info, err := os.Stat(filepath.Join(folder, id.Name(), "narration.json"))
		if err == nil && info.Size() > library.ReservationSize {
			at[id.Name()] = info.ModTime()
		}
	}
	return at
}

// awaitPublished returns when each of so many articles became public.
func (s *scene) awaitPublished(ctx context.Context, articles int) (map[string]time.Time, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	for {
		at := s.published()
		if len(at) >= articles {
			return at, nil
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("%d of %d articles are public after 5 minutes; the logs are in %s", len(at), articles, s.Folder)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// atOnce calls do for 0 to count-1, so many at a time, and returns the first error.
func atOnce(count, atATime int, do func(i int) error) error {
	var next atomic.Int64
	var failed error
	var once sync.Once
	var running sync.WaitGroup
	for range atATime {
		running.Go(func() {
			for i := int(next.Add(1)) - 1; i < count; i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					once.Do(func() { failed = err })
					return
				}
			}
		})
	}
	running.Wait()
	return failed
}
