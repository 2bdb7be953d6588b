package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
)

const (
	maxBody       = 10 << 20                // bytes of a hook's body; the longest articles have one or two million
	maxDrained    = 50 << 20                // bytes that are read of a body that is too large
	answerTimeout = 1800 * time.Millisecond // until the sender is answered: Ghost hangs up after two seconds
	acceptTimeout = 10 * time.Second        // until saving is given up, also after the sender was answered
)

// receive answers the hooks of a source.
func (s *Server) receive(src source.Source) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		a := s.take(r, src)
		a.write(w)
		s.record(r, src.Name, a, time.Since(began))
	}
}

// take does what a hook asks for. It verifies the signature before anything that depends on the
// body or reveals something about the site.
func (s *Server) take(r *http.Request, src source.Source) answer {
	body, err := readBody(r)
	if err != nil {
		return refusedBody(err)
	}
	site := r.PathValue("site")
	sentAt, err := s.sites[site].hooks[src.Name].check(r.Header, body, s.now())
	if err != nil {
		return unauthorized(err)
	}
	change, err := src.Parse(r.PathValue("event"), body)
	if err != nil {
		return badRequest(err)
	}
	if change.Ignored != "" {
		return nothingToDo(change.Ignored)
	}
	ref, err := library.NewRef(site, change.Payload.ID)
	if err != nil {
		return badRequest(err)
	}
	return s.accept(r.Context(), ref, change.Payload, sentAt)
}

// readBody reads the raw body, which the signature covers. A body that is too large is read for a
// while and dropped: many clients send everything before they read the answer, and would see a
// broken connection instead.
func readBody(r *http.Request) (body []byte, err error) {
	if r.ContentLength <= maxBody {
		body, err = io.ReadAll(io.LimitReader(r.Body, maxBody+1))
		if err != nil || len(body) <= maxBody {
			return body, err
		}
	}
	_, _ = io.CopyN(io.Discard, r.Body, maxDrained)
	return nil, &http.MaxBytesError{Limit: maxBody}
}

// accept hands the article to the newsroom. That goes on when the sender hangs up or was answered:
// a sender that waits for two seconds only, as Ghost does, may not send again.
func (s *Server) accept(ctx context.Context, ref library.Ref, payload article.Payload, sentAt time.Time) answer {
	var receipt newsroom.Receipt
	err := patiently(context.WithoutCancel(ctx), answerTimeout, acceptTimeout, func(ctx context.Context) (err error) {
		receipt, err = s.newsroom.Accept(ctx, ref, payload, sentAt)
		return err
	})
	var invalid newsroom.InvalidError
	switch {
	case errors.As(err, &invalid):
		return badRequest(err)
	case err != nil:
		return storeUnavailable(ref, err)
	case receipt.NotQueued != nil:
		return queueUnavailable(ref, receipt.NotQueued)
	default:
		return accepted(ref, receipt.Newer)
	}
}

// record counts and logs a hook. The log gets the site and the event, never content: a parser's
// error may quote the body, so it goes into the answer only.
func (s *Server) record(r *http.Request, source string, a answer, took time.Duration) {
	s.metrics.hook(source, a.result, took)
	attrs := []any{"source", source, "site", clip(r.PathValue("site")), "event", clip(r.PathValue("event")),
		"article", a.reply.ID, "result", a.result, "took", took}
	if a.cause != nil {
		s.log.WarnContext(r.Context(), "hook", append(attrs, "error", a.cause)...)
		return
	}
	s.log.InfoContext(r.Context(), "hook", attrs...)
}

// clip shortens what a stranger sent before it is logged.
func clip(s string) string { return s[:min(len(s), 63)] }
