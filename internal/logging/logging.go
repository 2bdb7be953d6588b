// Package logging carries the process's logger down a call chain in the context, with the site and
// article that the work is for, so that every line below a task names both.
//
// It never writes a line and knows no stage. The worker, the server and the commands put a logger
// in (Into, For); whatever has something to say takes it out (From).
package logging

import (
	"context"
	"log/slog"
)

type key struct{}

// Into returns a context whose work logs to log.
func Into(ctx context.Context, log *slog.Logger) context.Context {
	return context.WithValue(ctx, key{}, log)
}

// From returns the context's logger. It is never nil: without one, lines are discarded.
func From(ctx context.Context) *slog.Logger {
	if log, ok := ctx.Value(key{}).(*slog.Logger); ok {
		return log
	}
	return slog.New(slog.DiscardHandler)
}

// With returns a context whose log lines have one more attribute.
func With(ctx context.Context, key, value string) context.Context {
	return Into(ctx, From(ctx).With(key, value))
}

// For returns a context whose log lines name an article: site=… article=…
func For(ctx context.Context, site, article string) context.Context {
	return Into(ctx, From(ctx).With("site", site, "article", article))
}
