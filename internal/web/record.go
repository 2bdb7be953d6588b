package web

import (
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/tracing"
)

// record counts and logs a hook; one that is refused is a warning. The log gets no content: a
// parser's error may quote the body, so only the answer has it.
func (s *Server) record(r *http.Request, source string, a answer, took time.Duration) {
	s.metrics.hook(source, a.result, took)
	attrs := []any{"source", source, "site", clip(r.PathValue("site")), "event", clip(r.PathValue("event")),
		"article", a.reply.ID, "result", a.result, "took", took}
	if a.revision != "" {
		attrs = append(attrs, "revision", a.revision)
	}
	if id := tracing.ID(r.Context()); id != "" {
		attrs = append(attrs, "trace_id", id)
	}
	if a.status == http.StatusAccepted {
		s.log.InfoContext(r.Context(), "hook", attrs...)
		return
	}
	attrs[7] = a.why.article
	s.log.WarnContext(r.Context(), "hook refused", append(attrs, "field", a.why.field, "reason", a.why.reason)...)
}

// receiveUnmatched answers requests below /hooks that match no hook, and logs them. Otherwise a CMS
// with a wrong address would silently lose every article.
func (s *Server) receiveUnmatched(w http.ResponseWriter, r *http.Request) {
	drain(r)
	a := unmatched()
	a.write(w)
	s.metrics.hook(noSource, a.result, 0)
	s.log.WarnContext(r.Context(), "hook refused", "source", noSource, "result", a.result, "field", a.why.field, "reason", a.why.reason, "path", clip(r.URL.Path))
}

// clip shortens what a stranger sent before it is logged.
func clip(s string) string { return s[:min(len(s), 63)] }
