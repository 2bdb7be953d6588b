package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/proxy"
	"github.com/aloud-audio/aloud/internal/chaos/rig"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

const (
	site   = "main"
	places = 4 // articles that the worker renders at once
)

// kind is the event of a hook.
type kind string

// The kinds. Of each article a post is published, edited and unpublished, in this order.
const (
	published   kind = "published"
	edited      kind = "published.edited"
	unpublished kind = "unpublished"
)

var kinds = []kind{published, edited, unpublished}

// scene is a service whose store is slow.
type scene struct {
	rig     *rig.Rig
	service *rig.Service
	library *library.Library // as this process reaches it: it is not slow
}

func newScene(ctx context.Context, o options) (_ *scene, err error) {
	s := &scene{}
	if s.rig, err = rig.New("answers"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.rig.Close()
		}
	}()
	redis, err := s.rig.StartRedis(ctx)
	if err != nil {
		return nil, err
	}
	bucket, err := s.rig.StartBucket(ctx, o.versitygw)
	if err != nil {
		return nil, err
	}
	slow, err := proxy.ListenS3(bucket.Endpoint, func(*http.Request) proxy.Fate { return proxy.Fate{Wait: o.latency} })
	if err != nil {
		return nil, err
	}
	s.service, err = s.rig.NewService(o.aloud, "s3://"+bucket.Name, redis.Address, settings,
		"ALOUD_S3_ENDPOINT="+slow.URL, fmt.Sprintf("ALOUD_CONCURRENCY=%d", places))
	if err != nil {
		return nil, err
	}
	st, err := store.NewS3(ctx, store.S3Options{Bucket: bucket.Name, Endpoint: bucket.Endpoint})
	if err != nil {
		return nil, err
	}
	s.library = library.New(st)
	return s, s.start(ctx)
}

func settings(secret string) string {
	return "sites:\n  " + site + ":\n    url: https://example.com\n    language: en\n    hooks: {ghost: {secret: \"" + secret + "\"}}\n" +
		"    voices: {\"*\": \"flite:slt\"}\n"
}

func (s *scene) start(ctx context.Context) error {
	for _, command := range []string{"serve", "worker"} {
		if _, err := s.rig.Start(command, s.service.Environ, s.service.Binary, command); err != nil {
			return err
		}
	}
	return s.service.AwaitReady(ctx)
}

// occupy overloads the workers and all cores until the end.
func (s *scene) occupy(ctx context.Context, load int) error {
	for range load * runtime.NumCPU() {
		if _, err := s.rig.Start("load", os.Environ(), "sha256sum", "/dev/zero"); err != nil {
			return err
		}
	}
	for i := range 4 * places {
		if err := s.deliver(ctx, published, post(fmt.Sprintf("long%d", i), 200)); err != nil {
			return fmt.Errorf("a long article: %w", err)
		}
	}
	return nil
}

// send sends the hook of one kind for an article.
func (s *scene) send(ctx context.Context, article int, k kind) error {
	p := post(fmt.Sprintf("post%d", article), 20)
	switch k {
	case edited:
		p.HTML += "<p>One more boat.</p>"
	case unpublished:
		p.Status = "draft"
	}
	return s.deliver(ctx, k, p)
}

// deliver sends a hook and returns an error if it is not accepted.
func (s *scene) deliver(ctx context.Context, k kind, p rig.GhostPost) error {
	d, err := s.service.Ghost(site, string(k), p)
	if err != nil {
		return err
	}
	status, said, err := s.service.Send(ctx, d)
	if err == nil && status != http.StatusAccepted {
		err = fmt.Errorf("%s: the hook is answered %d %s", k, status, said)
	}
	return err
}

// post returns a post of some unique paragraphs.
func post(id string, paragraphs int) rig.GhostPost {
	var html strings.Builder
	for i := range paragraphs {
		fmt.Fprintf(&html, "<p>The boat number %d of %s came into the harbour late, and nobody knew who would unload it before the storm.</p>", i, id)
	}
	return rig.GhostPost{
		ID: id, UpdatedAt: time.Now().UTC().Format("2006-01-02T15:04:05.000Z"), Status: "published", Visibility: "public",
		Title: "Boats of " + id, HTML: html.String(), URL: "https://example.com/" + id + "/",
	}
}

// waiting returns how many articles have unfinished work.
func (s *scene) waiting(ctx context.Context) (n int, err error) {
	var last library.Ref
	for marker, err := range s.library.AllDue(ctx, site) {
		if err != nil {
			return 0, err
		}
		if marker.Ref != last {
			n++
		}
		last = marker.Ref
	}
	return n, nil
}
