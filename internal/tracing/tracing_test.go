package tracing_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/aloud-audio/aloud/internal/tracing"
)

const sender = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"

func recorded() (*tracing.Tracer, *tracetest.SpanRecorder) {
	recorder := tracetest.NewSpanRecorder()
	return tracing.New(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(recorder))), recorder
}

func TestASenderIsLinkedAndNotContinued(t *testing.T) {
	tracer, recorder := recorded()
	for _, text := range []string{sender, "", "00-nonsense", "ff" + sender[2:], strings.ToUpper(sender)} {
		_, span := tracer.Serve(t.Context(), text, text)
		span.End(nil)
	}
	for _, span := range recorder.Ended() {
		linked := span.Name() == sender
		if span.Parent().IsValid() || (len(span.Links()) == 1) != linked || strings.Contains(sender, span.SpanContext().TraceID().String()) {
			t.Errorf("%q: parent %v, links %v", span.Name(), span.Parent(), span.Links())
		}
	}
}

func TestParentSurvivesAsText(t *testing.T) {
	tracer, recorder := recorded()
	ctx, hook := tracer.Serve(t.Context(), "hook", "")
	ctx, inner := tracing.Start(ctx, "inner")
	text := tracing.Parent(ctx)
	inner.End(errors.New("the store is full"))
	hook.End(nil)
	_, task := tracer.Consume(t.Context(), "task", text)
	task.End(nil)
	ended := recorder.Ended()
	if link := ended[2].Links()[0].SpanContext; link.SpanID() != ended[0].SpanContext().SpanID() || link.TraceID() != ended[1].SpanContext().TraceID() {
		t.Errorf("%s links %v", text, link)
	}
	if ended[0].Status().Description != "the store is full" {
		t.Errorf("%+v", ended[0].Status())
	}
	if earlier := tracing.Parent(tracing.WithParent(t.Context(), text)); earlier != text {
		t.Errorf("without tracing, %q is passed on as %q", text, earlier)
	}
}

// operation is what traced code does.
func operation(ctx context.Context) {
	ctx, span := tracing.Call(ctx, "store put")
	span.Set("aloud.store.key", "private/a")
	span.SetInt("aloud.characters", 12)
	tracing.Mark(ctx, "aloud.revision", "1")
	span.End(nil)
}

func TestOffCostsNoMemory(t *testing.T) {
	var off *tracing.Tracer
	ctx, span := off.Serve(t.Context(), "hook", sender)
	defer span.End(nil)
	if allocations := testing.AllocsPerRun(100, func() { operation(ctx) }); allocations > 0 {
		t.Errorf("%v allocations", allocations)
	}
	if tracing.Parent(ctx) != "" || tracing.ID(ctx) != "" {
		t.Error("there is a trace")
	}
}

// The contexts of a render are some values deep.
func BenchmarkOff(b *testing.B) {
	ctx := b.Context()
	for i := range 8 {
		ctx = context.WithValue(ctx, struct{ int }{i}, i)
	}
	b.ReportAllocs()
	for b.Loop() {
		operation(ctx)
	}
}
