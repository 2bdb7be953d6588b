package logging

import (
	"context"
	"log/slog"
	"sync"
)

type aboutKey struct{}

// about is the article that work is for. Its revision is read in the middle of the work; the lines
// of its callers, such as why a task failed, name it too.
type about struct {
	site, article string

	mu              sync.Mutex
	revision, trace string // "": not known
}

// For returns a context whose log lines name an article: site=… article=…, and what Know adds. It
// changes nothing if ctx is about the article already.
func For(ctx context.Context, site, article string) context.Context {
	if a, ok := ctx.Value(aboutKey{}).(*about); ok && a.site == site && a.article == article {
		return ctx
	}
	a := &about{site: site, article: article}
	log := From(ctx).With("site", site, "article", article)
	return context.WithValue(Into(ctx, slog.New(handler{log.Handler(), a})), aboutKey{}, a)
}

// Know adds to the log lines of the work that For began which revision it is about, and the id of
// its trace: the first one that is known, as work may also know the trace of its cause. Empty
// values change nothing.
func Know(ctx context.Context, revision, trace string) {
	a, ok := ctx.Value(aboutKey{}).(*about)
	if !ok {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if revision != "" {
		a.revision = revision
	}
	if a.trace == "" {
		a.trace = trace
	}
}

func (a *about) attrs() (known []slog.Attr) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.revision != "" {
		known = append(known, slog.String("revision", a.revision))
	}
	if a.trace != "" {
		known = append(known, slog.String("trace_id", a.trace))
	}
	return known
}

// handler adds to each line what is known when it is written.
type handler struct {
	slog.Handler
	about *about
}

// Handle implements slog.Handler.
func (h handler) Handle(ctx context.Context, line slog.Record) error {
	line.AddAttrs(h.about.attrs()...)
	return h.Handler.Handle(ctx, line)
}

// WithAttrs implements slog.Handler.
func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return handler{h.Handler.WithAttrs(attrs), h.about}
}

// WithGroup implements slog.Handler.
func (h handler) WithGroup(name string) slog.Handler {
	return handler{h.Handler.WithGroup(name), h.about}
}
