package worker_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/tracing"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// The trace of a hook.
const (
	hookTrace   = "4bf92f3577b34da6a3ce929d0e0e4736"
	hookParent  = "00-" + hookTrace + "-00f067aa0ba902b7-01"
	wantOfFerry = "site=main article=ferry revision=2026-11-23T12:00:01.000Z trace_id="
)

// A task that the sweep enqueues, because Redis lost that of the hook, is traced as the hook's.
// Every line about the article names it, its revision and a trace.
func TestTheSweepsTasksLinkTheHook(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error {
		return speech.Permanent(errors.New("no such voice"))
	}})
	lines := &lines{}
	s.log = slog.New(slog.NewTextHandler(lines, nil))
	ref := library.Ref{Site: "main", ID: "ferry"}
	payload := article.Payload{
		ID: "ferry", UpdatedAt: time.Date(2026, 11, 23, 12, 0, 1, 0, time.UTC), Status: article.Published,
		Language: "en", Title: "The ferry", HTML: "<p>One boat.</p>",
	}
	if _, err := s.library.Accept(tracing.WithParent(t.Context(), hookParent), ref, payload, payload.UpdatedAt, library.Fresh); err != nil {
		t.Fatal(err)
	}
	if err := s.sweeper().Sweep(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	lines.want(t, "sweep: queued an article that was due", wantOfFerry+hookTrace)

	task := s.traced(ref)
	if links := task.Links(); len(links) != 1 || links[0].SpanContext.TraceID().String() != hookTrace {
		t.Errorf("the task's trace links %v, want the hook's", links)
	}
	lines.want(t, "render failed for good", wantOfFerry+task.SpanContext().TraceID().String())
}

// traced runs a worker until the article's work has ended, and returns the span of its task.
func (s *service) traced(ref library.Ref) sdktrace.ReadOnlySpan {
	s.t.Helper()
	recorder := tracetest.NewSpanRecorder()
	ctx, stop := context.WithCancel(s.t.Context())
	w := worker.New(worker.Options{
		Redis: s.redis, Store: s.identity, Settings: fixed(s.settings()), Concurrency: 1, Registry: prometheus.NewRegistry(), Log: s.log,
		Tracer: tracing.New(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(recorder))),
	})
	var running sync.WaitGroup
	running.Go(func() {
		if err := w.Run(ctx); err != nil {
			s.t.Error(err)
		}
	})
	s.await(ref)
	stop()
	running.Wait()
	for _, span := range recorder.Ended() {
		if span.Name() == "bring up to date" {
			return span
		}
	}
	s.t.Fatal("no task is traced")
	return nil
}

// lines are a log.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write implements io.Writer.
func (l *lines) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(line)
}

// want fails unless a line with a message has all attributes.
func (l *lines) want(t *testing.T, message, attributes string) {
	t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	for line := range strings.Lines(l.text.String()) {
		if !strings.Contains(line, message) {
			continue
		}
		for attribute := range strings.FieldsSeq(attributes) {
			if !strings.Contains(line, attribute) {
				t.Errorf("the line has no %s: %s", attribute, line)
			}
		}
		return
	}
	t.Errorf("no line says %q:\n%s", message, l.text.String())
}
