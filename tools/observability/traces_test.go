package observability

import (
	"encoding/hex"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	common "go.opentelemetry.io/proto/otlp/common/v1"
	trace "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"
)

// receiver is an OTLP/HTTP receiver of traces.
type receiver struct {
	*httptest.Server
	mu      sync.Mutex
	spans   []*trace.Span
	service map[string]bool
}

func startReceiver(t *testing.T) *receiver {
	t.Helper()
	r := &receiver{service: map[string]bool{}}
	r.Server = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) {
		body, err := io.ReadAll(req.Body)
		var sent collector.ExportTraceServiceRequest
		if err != nil || req.URL.Path != "/v1/traces" || proto.Unmarshal(body, &sent) != nil {
			t.Errorf("%s is no export of traces", req.URL.Path)
			return
		}
		r.add(&sent)
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) add(sent *collector.ExportTraceServiceRequest) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, resource := range sent.ResourceSpans {
		r.service[attribute(resource.Resource.Attributes, "service.name")] = true
		for _, scope := range resource.ScopeSpans {
			r.spans = append(r.spans, scope.Spans...)
		}
	}
}

func attribute(all []*common.KeyValue, key string) string {
	for _, a := range all {
		if a.Key == key {
			return a.Value.GetStringValue()
		}
	}
	return ""
}

// named returns the spans with a name and, if it is not empty, of an article.
func (r *receiver) named(name, article string) (found []*trace.Span) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range r.spans {
		if s.Name == name && (article == "" || attribute(s.Attributes, "aloud.article") == article) {
			found = append(found, s)
		}
	}
	return found
}

// under returns the names of the spans below one, with what is written about them.
func (r *receiver) under(root *trace.Span) map[string]*trace.Span {
	r.mu.Lock()
	defer r.mu.Unlock()
	below, names := map[string]bool{string(root.SpanId): true}, map[string]*trace.Span{}
	for range r.spans { // a child may come before its parent
		for _, s := range r.spans {
			if below[string(s.ParentSpanId)] && string(s.TraceId) == string(root.TraceId) {
				below[string(s.SpanId)], names[s.Name] = true, s
			}
		}
	}
	return names
}

// provider refuses everything, and remembers the headers of requests.
func provider(t *testing.T) (url string, headers func() []http.Header) {
	t.Helper()
	var mu sync.Mutex
	var all []http.Header
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		all = append(all, r.Header)
		http.Error(w, `{"error":{"message":"no such account"}}`, http.StatusUnauthorized)
	}))
	t.Cleanup(server.Close)
	return server.URL, func() []http.Header { mu.Lock(); defer mu.Unlock(); return slices.Clone(all) }
}

// The sender's trace has another id than ours, and asks us not to sample.
const (
	senderTrace  = "0af7651916cd43dd8448eb211c80319c"
	senderParent = "00-" + senderTrace + "-b7ad6b7169203331-00"
)

func TestTheTraceOfAPublish(t *testing.T) {
	spans := startReceiver(t)
	refusing, headers := provider(t)
	a := startAloudWith(t, `["openai:tts-1/alloy", "flite:slt"]`,
		"OTEL_EXPORTER_OTLP_ENDPOINT="+spans.URL, "OTEL_SERVICE_NAME=newsroom-audio", "OTEL_BSP_SCHEDULE_DELAY=200",
		"ALOUD_OPENAI_URL="+refusing, "ALOUD_OPENAI_KEY=a key of this test")
	now := time.Now().UTC()
	a.sender = senderParent
	a.send(t, payload{ID: "ferry", Status: "published", Title: "The ferry", Language: "en", Text: "The ferry will run again.", Published: now, Updated: now}, key, http.StatusAccepted)
	a.narration(t, "ferry")
	within(t, "the task's span is exported", func() bool { return len(spans.named("bring up to date", "ferry")) > 0 })

	hook, task := spans.named("hook", "ferry")[0], spans.named("bring up to date", "ferry")[0]
	if len(hook.ParentSpanId) > 0 || len(hook.Links) != 1 || attribute(hook.Attributes, "aloud.outcome") != "accepted" {
		t.Errorf("the hook is no root with a link to its sender: %v", hook)
	}
	if len(task.ParentSpanId) > 0 || len(task.Links) != 1 || string(task.Links[0].TraceId) != string(hook.TraceId) {
		t.Errorf("the task is no root with a link to the hook: %v", task)
	}
	if attribute(task.Attributes, "aloud.site") != "main" || attribute(task.Attributes, "aloud.revision") == "" {
		t.Errorf("the task does not say what it is about: %v", task.Attributes)
	}
	has(t, "hook", spans.under(hook), "store put", "store get", "enqueue")
	has(t, "task", spans.under(task), "plan", "speech", "join", "verify", "publish", "provider", "store put", "store delete")
	if !spans.service["newsroom-audio"] {
		t.Errorf("OTEL_SERVICE_NAME is ignored: %v", spans.service)
	}
	checkNoTraceLeaves(t, headers(), hook, task)
	checkLogged(t, a, "article up to date", "trace_id="+hex.EncodeToString(task.TraceId), "site=main", "article=ferry", "revision=")
	checkLogged(t, a, "msg=hook", "trace_id="+hex.EncodeToString(hook.TraceId), "site=main", "article=ferry", "revision=")
	checkLogged(t, a, "voice failed", "trace_id="+hex.EncodeToString(task.TraceId), "site=main", "article=ferry", "revision=")
}

func has(t *testing.T, what string, under map[string]*trace.Span, names ...string) {
	t.Helper()
	for _, name := range names {
		if under[name] == nil {
			t.Errorf("the trace of the %s has no %q: %v", what, name, slices.Sorted(maps.Keys(under)))
		}
	}
}

// checkNoTraceLeaves fails if a provider was told of a trace.
func checkNoTraceLeaves(t *testing.T, headers []http.Header, spans ...*trace.Span) {
	t.Helper()
	if len(headers) == 0 {
		t.Error("no provider was asked")
	}
	for _, header := range headers {
		if header.Get("traceparent") != "" || header.Get("baggage") != "" {
			t.Errorf("a provider was told of a trace: %v", header)
		}
	}
	for _, s := range spans {
		if hex.EncodeToString(s.TraceId) == senderTrace {
			t.Errorf("%s continues the trace of a stranger", s.Name)
		}
	}
}

// checkLogged fails unless each line with the text has all the parts.
func checkLogged(t *testing.T, a *aloud, text string, parts ...string) {
	t.Helper()
	found := false
	for line := range strings.SplitSeq(a.log.String(), "\n") {
		if !strings.Contains(line, text) {
			continue
		}
		found = true
		for _, part := range parts {
			if !strings.Contains(line, part) {
				t.Errorf("%q has no %s", line, part)
			}
		}
	}
	if !found {
		t.Errorf("the log has no line with %q", text)
	}
}
