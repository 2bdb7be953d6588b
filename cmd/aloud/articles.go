package main

import (
	"context"
	"errors"
	"iter"
	"time"

	"github.com/aloud-audio/aloud/internal/api/client"
	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/journal"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// articles is what commands do with articles: through the newsroom over this machine's store, or a
// server's API. newsroom.Newsroom documents the methods.
type articles interface {
	Site(name string) (string, error)
	Ref(site, id string) (newsroom.Ref, error)
	Refs(site string, ids []string) ([]newsroom.Ref, error)
	Choose(ctx context.Context, site string, ids []string, filter newsroom.Filter) ([]newsroom.Ref, error)

	Status(context.Context, newsroom.Ref) (newsroom.Article, error)
	SiteStatus(ctx context.Context, site string) (newsroom.SiteStatus, error)
	List(ctx context.Context, site string, filter newsroom.Filter) iter.Seq2[newsroom.Article, error]
	Newest(ctx context.Context, site string, filter newsroom.Filter, after string, limit int) (newsroom.Page, error)
	Unnamed(context.Context) ([]string, error)
	Estimate(context.Context, newsroom.Ref, newsroom.Order) (newsroom.Estimate, error)

	Render(context.Context, []newsroom.Ref, newsroom.Order) (newsroom.Receipt, error)
	AwaitSettings(ctx context.Context, waiting func(others []fleet.Process, own string)) error
	CheckRendered(context.Context, []newsroom.Ref) error
	Wait(ctx context.Context, refs []newsroom.Ref, done func(int)) error
	Publish(context.Context, newsroom.Ref, article.Payload) (newsroom.Receipt, error)
	Restore(context.Context, []newsroom.Ref) (newsroom.Receipt, error)
	Remove(context.Context, []newsroom.Ref) (newsroom.Receipt, error)
	RemoveAll(ctx context.Context, site string) (newsroom.Receipt, error)
	Retry(context.Context, []newsroom.Ref) (newsroom.Receipt, []newsroom.Article, error)
	RetryHints(ctx context.Context, site string) (int, error)
	Erase(ctx context.Context, ref newsroom.Ref, dryRun bool) (newsroom.Erasure, newsroom.Receipt, error)

	Archive(ctx context.Context, site string, o newsroom.BackfillOrder) (iter.Seq2[article.Payload, error], error)
	EstimateBackfill(ctx context.Context, site string, o newsroom.BackfillOrder, articles iter.Seq2[article.Payload, error]) (newsroom.BackfillEstimate, error)
	StartBackfill(ctx context.Context, site string, o newsroom.BackfillOrder, articles iter.Seq2[article.Payload, error]) (newsroom.Backfill, error)
	Backfills(ctx context.Context, site string) ([]newsroom.Backfill, error)
	PauseBackfill(ctx context.Context, site, name string) (newsroom.Backfill, error)
	ResumeBackfill(ctx context.Context, site, name string, maxUSD float64) (newsroom.Backfill, error)
	CancelBackfill(ctx context.Context, site, name string) (newsroom.Backfill, error)

	Journal(ctx context.Context, site string, since time.Time) ([]journal.Entry, error)
}

var (
	_ articles = (*newsroom.Newsroom)(nil)
	_ articles = (*client.Client)(nil)
)

// openArticles returns the server's API if the environment names one, and this machine's newsroom
// otherwise.
func (a *app) openArticles(ctx context.Context) (articles, error) {
	env, err := a.environment()
	switch {
	case err != nil:
		return nil, err
	case env.Server == "":
		return a.openNewsroom(ctx)
	case env.Token == "":
		return nil, config.Error{Err: errors.New("ALOUD_SERVER is set, but ALOUD_TOKEN is not: set a token for that server (make one with aloud token create)")}
	}
	return client.New(ctx, env.Server, env.Token)
}

// openArticlesOf is openArticles with the named, or only, site.
func (a *app) openArticlesOf(ctx context.Context, name string) (n articles, site string, err error) {
	if n, err = a.openArticles(ctx); err == nil {
		site, err = n.Site(name)
	}
	return n, site, err
}

// environment loads only the variables: an admin's machine has no settings.
func (a *app) environment() (config.Environment, error) {
	env, err := config.LoadEnvironment(a.environ, a.given(), providers.All())
	if err != nil {
		return env, config.Error{Err: err}
	}
	return env, nil
}

// checkNoServer refuses a command that works on this machine's store if the environment names a
// server: it would work on the wrong store.
func (a *app) checkNoServer() error {
	env, err := a.environment()
	if err == nil && env.Server != "" {
		err = config.Error{Err: errors.New("this command works on the store, not through ALOUD_SERVER: run it where the service runs, or unset ALOUD_SERVER")}
	}
	return err
}
