package process

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// flushTimeout bounds how long a process that stops waits for its last spans to be sent.
const flushTimeout = 3 * time.Second

// traced reports whether the environment asks for traces. Unlike OpenTelemetry's own programs,
// aloud sends nothing to localhost unless it is told to.
func traced(getenv func(string) string) bool {
	if strings.EqualFold(getenv("OTEL_SDK_DISABLED"), "true") {
		return false
	}
	switch getenv("OTEL_TRACES_EXPORTER") {
	case "otlp":
		return true
	case "":
		return getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != "" || getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != ""
	}
	return false
}

// checkTracing returns an error for what OpenTelemetry defines and aloud cannot do.
func checkTracing(getenv func(string) string) error {
	for _, name := range []string{"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"} {
		if value := getenv(name); value != "" && value != "http/protobuf" {
			return fmt.Errorf("%s is %s: aloud sends traces as http/protobuf only; unset it, or set that", name, value)
		}
	}
	if value := getenv("OTEL_TRACES_EXPORTER"); value != "" && value != "otlp" && value != "none" {
		return fmt.Errorf("OTEL_TRACES_EXPORTER is %s: aloud has otlp and none", value)
	}
	return nil
}

// startTracing returns a tracer that exports as the OTEL_* variables say, nil if they do not ask
// for traces. stop sends what is left.
func startTracing(ctx context.Context, log *slog.Logger, command string) (_ *tracing.Tracer, stop func(), err error) {
	stop = func() {}
	if err := checkTracing(os.Getenv); err != nil {
		return nil, stop, config.Error{Err: err}
	}
	if !traced(os.Getenv) {
		return nil, stop, nil
	}
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, stop, config.Error{Err: fmt.Errorf("traces: %w", err)}
	}
	described, err := resource.New(ctx, resource.WithAttributes(
		attribute.String("service.name", "aloud-"+command), attribute.String("service.version", buildinfo.Read().Version),
	), resource.WithHost(), resource.WithTelemetrySDK(), resource.WithFromEnv())
	if err != nil {
		log.Warn("traces do not describe this process fully", "error", err)
	}
	provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter), sdktrace.WithResource(described))
	return tracing.New(provider), func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), flushTimeout)
		defer cancel()
		if err := provider.Shutdown(ctx); err != nil {
			log.Warn("the last traces could not be sent", "error", err)
		}
	}, nil
}
