package tracing

import (
	"context"
	"strings"

	"go.opentelemetry.io/otel/trace"
)

// Header names the place of Parent in requests and tasks.
const Header = "traceparent"

// version is that of the W3C's format.
const version = "00"

type parentKey struct{}

// WithParent returns a context whose Parent is that of earlier work, which is not continued here.
func WithParent(ctx context.Context, parent string) context.Context {
	if parent == "" {
		return ctx
	}
	return context.WithValue(ctx, parentKey{}, parent)
}

// Parent returns the operation that ctx is in, as a traceparent; "" if there is none.
func Parent(ctx context.Context) string {
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		return strings.Join([]string{version, span.TraceID().String(), span.SpanID().String(), span.TraceFlags().String()}, "-")
	}
	earlier, _ := ctx.Value(parentKey{}).(string)
	return earlier
}

// ID returns the id of the trace that ctx is in; "" if there is none.
func ID(ctx context.Context) string {
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		return span.TraceID().String()
	}
	return ""
}

// IDOf returns the id of the trace that a traceparent names; "" if it names none.
func IDOf(parent string) string {
	if span := parse(parent); span.IsValid() {
		return span.TraceID().String()
	}
	return ""
}

// parse reads a traceparent. It returns an invalid context for any other text.
func parse(parent string) trace.SpanContext {
	parts := strings.Split(parent, "-")
	if len(parts) < 4 || len(parts[0]) != len(version) || parts[0] == "ff" {
		return trace.SpanContext{}
	}
	id, _ := trace.TraceIDFromHex(parts[1])
	span, _ := trace.SpanIDFromHex(parts[2])
	return trace.NewSpanContext(trace.SpanContextConfig{TraceID: id, SpanID: span, Remote: true})
}
