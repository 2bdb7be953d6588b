package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/chaos/proxy"
	"github.com/aloud-audio/aloud/internal/chaos/rig"
	"github.com/aloud-audio/aloud/internal/store"
)

const (
	site   = "main"
	places = 2 // articles that the worker renders at once
)

// scene is a service: redis-server, a store, aloud serve and, if a condition starts it, aloud
// worker.
type scene struct {
	rig      *rig.Rig
	service  *rig.Service
	redis    *rig.Redis
	store    store.Store // as this process reaches it: nothing of it is slow or full
	fill     func() error
	provider *httptest.Server
	asked    chan struct{} // one for each request to the provider, which never answers
}

func newScene(ctx context.Context, o options) (_ *scene, err error) {
	s := &scene{asked: make(chan struct{}, 1000)}
	if s.rig, err = rig.New("takedown"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	s.provider = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) {
		_, _ = io.Copy(io.Discard, req.Body) // only then is the end of the connection noticed
		s.asked <- struct{}{}
		<-req.Context().Done()
	}))
	if s.redis, err = s.rig.StartRedis(ctx); err != nil {
		return nil, err
	}
	open := s.openFolder
	if o.versitygw != "" {
		open = func(ctx context.Context) (string, []string, error) { return s.openBucket(ctx, o) }
	}
	address, variables, err := open(ctx)
	if err != nil {
		return nil, err
	}
	return s, s.startServer(ctx, o.aloud, address, variables)
}

// openFolder makes a folder the store, and returns it as ALOUD_STORE has it.
func (s *scene) openFolder(context.Context) (address string, variables []string, err error) {
	folder, err := store.NewDir(s.rig.Path("store"))
	if err != nil {
		return "", nil, err
	}
	s.store, s.fill = folder, func() error { return refuseWrites(folder) }
	return "dir://" + folder.Root(), nil, nil
}

// refuseWrites makes a folder store refuse every write while deletes work, as a bucket over its
// quota does. A disk that is merely full would have room for the tombstone once the track is
// deleted.
func refuseWrites(folder *store.Dir) error {
	temporary := filepath.Join(folder.Root(), ".aloud", "tmp") // where every write begins
	if err := os.RemoveAll(temporary); err != nil {
		return err
	}
	return os.WriteFile(temporary, nil, 0o600)
}

// openBucket makes a bucket the store, which aloud reaches through a proxy with latency.
func (s *scene) openBucket(ctx context.Context, o options) (address string, variables []string, err error) {
	bucket, err := s.rig.StartBucket(ctx, o.versitygw)
	if err != nil {
		return "", nil, err
	}
	var full atomic.Bool
	s.fill = func() error { full.Store(true); return nil }
	slow, err := proxy.ListenS3(bucket.Endpoint, func(*http.Request) proxy.Fate {
		f := proxy.Fate{Wait: o.latency}
		if full.Load() {
			f.Kind = proxy.Full
		}
		return f
	})
	if err != nil {
		return "", nil, err
	}
	s.store, err = store.NewS3(ctx, store.S3Options{Bucket: bucket.Name, Endpoint: bucket.Endpoint})
	return "s3://" + bucket.Name, []string{"ALOUD_S3_ENDPOINT=" + slow.URL}, err
}

func (s *scene) startServer(ctx context.Context, aloud, address string, variables []string) (err error) {
	variables = append(variables, "ALOUD_OPENAI_URL="+s.provider.URL+"/v1", fmt.Sprintf("ALOUD_CONCURRENCY=%d", places))
	s.service, err = s.rig.NewService(aloud, address, s.redis.Address, func(secret string) string {
		return "sites:\n  " + site + ":\n    url: https://example.com\n    language: en\n    hooks: {articles: {secret: \"" + secret + "\"}}\n" +
			"    voices: {\"*\": \"openai:tts-1/alloy\"}\n"
	}, variables...)
	if err != nil {
		return err
	}
	if _, err := s.rig.Start("serve", s.service.Environ, aloud, "serve"); err != nil {
		return err
	}
	return s.service.AwaitReady(ctx)
}

func (s *scene) startWorker(context.Context) error {
	_, err := s.rig.Start("worker", s.service.Environ, s.service.Binary, "worker")
	return err
}

// startBusyWorker starts a worker and waits until each of its places waits for the provider.
func (s *scene) startBusyWorker(ctx context.Context) error {
	if err := s.startWorker(ctx); err != nil {
		return err
	}
	for i := range places {
		content := article.Payload{
			ID: fmt.Sprintf("busy%d", i), UpdatedAt: time.Now().UTC(), Status: article.Published, Language: "en", Title: "Ferry", Text: fmt.Sprintf("Boat %d.", i),
		}
		if status, err := s.hook(ctx, content); err != nil || status != http.StatusAccepted {
			return fmt.Errorf("the hook of a busy article: %d, %w", status, err)
		}
		select {
		case <-s.asked:
		case <-time.After(longest):
			return errors.New("the worker does not render")
		}
	}
	return nil
}

func (s *scene) stopRedis(context.Context) error {
	s.redis.Kill()
	return nil
}

func (s *scene) fillStore(context.Context) error { return s.fill() }

// close ends all processes and removes the store.
func (s *scene) close() {
	s.rig.Stop()
	if s.provider != nil {
		s.provider.CloseClientConnections()
		s.provider.Close()
	}
	s.rig.Close()
}
