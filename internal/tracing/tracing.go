// Package tracing begins and ends the spans of OpenTelemetry traces, and carries a trace through
// the queue and the store as text.
//
// It knows no exporter: internal/process makes a Tracer if the environment names one, and hands it
// to the server and the worker, which begin traces with it. Everything below them continues the
// trace of its context. Without a trace nothing is made and nothing is allocated. No span has an
// article's text, a secret, or an address of a client.
package tracing

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

const scope = "github.com/aloud-audio/aloud"

// Tracer begins traces. A nil one begins none.
type Tracer struct{ tracer trace.Tracer }

// New returns a tracer of a provider.
func New(provider trace.TracerProvider) *Tracer { return &Tracer{provider.Tracer(scope)} }

// Span is an operation in a trace. The zero value is none.
type Span struct{ span trace.Span }

// Serve begins a trace for a request from outside. The sender's trace, a traceparent header, is
// only linked: whoever sends hooks must not decide what is recorded here.
func (t *Tracer) Serve(ctx context.Context, name, sender string) (context.Context, Span) {
	return t.begin(ctx, name, trace.SpanKindServer, sender)
}

// Consume begins a trace for a task, and links that of whoever enqueued it. Each attempt is a trace
// of its own: the time between them is no work.
func (t *Tracer) Consume(ctx context.Context, name, sender string) (context.Context, Span) {
	return t.begin(ctx, name, trace.SpanKindConsumer, sender)
}

func (t *Tracer) begin(ctx context.Context, name string, kind trace.SpanKind, sender string) (context.Context, Span) {
	if t == nil {
		return ctx, Span{}
	}
	opts := []trace.SpanStartOption{trace.WithNewRoot(), trace.WithSpanKind(kind)}
	if origin := parse(sender); origin.IsValid() {
		opts = append(opts, trace.WithLinks(trace.Link{SpanContext: origin}))
	}
	ctx, span := t.tracer.Start(ctx, name, opts...)
	return ctx, Span{span}
}

// Start begins an operation within the trace of ctx, if there is one.
func Start(ctx context.Context, name string) (context.Context, Span) {
	return start(ctx, name, trace.SpanKindInternal)
}

// Call is Start for a request to another service.
func Call(ctx context.Context, name string) (context.Context, Span) {
	return start(ctx, name, trace.SpanKindClient)
}

// Produce is Start for the enqueueing of a task.
func Produce(ctx context.Context, name string) (context.Context, Span) {
	return start(ctx, name, trace.SpanKindProducer)
}

func start(ctx context.Context, name string, kind trace.SpanKind) (context.Context, Span) {
	parent := trace.SpanFromContext(ctx)
	if !parent.IsRecording() {
		return ctx, Span{}
	}
	ctx, span := parent.TracerProvider().Tracer(scope).Start(ctx, name, trace.WithSpanKind(kind))
	return ctx, Span{span}
}

// Set adds what is known about the operation.
func (s Span) Set(key, value string) {
	if s.span != nil {
		s.span.SetAttributes(attribute.String(key, value))
	}
}

// SetInt is Set for a number.
func (s Span) SetInt(key string, value int) {
	if s.span != nil {
		s.span.SetAttributes(attribute.Int(key, value))
	}
}

// End ends the operation, with its error.
func (s Span) End(err error) {
	if s.span == nil {
		return
	}
	if err != nil {
		s.span.SetStatus(codes.Error, err.Error())
	}
	s.span.End()
}

// Mark is Set for the operation that ctx is in.
func Mark(ctx context.Context, key, value string) {
	if span := trace.SpanFromContext(ctx); span.IsRecording() {
		span.SetAttributes(attribute.String(key, value))
	}
}
