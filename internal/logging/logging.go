// Package logging carries the process's logger down a call chain in the context, with the article
// that the work is for, so that every line about it names its site, id, revision and trace.
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
