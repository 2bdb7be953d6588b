package web

import (
	"context"
	"io"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/source"
)

const (
	maxBody        = 10 << 20                // bytes of a hook's body; the longest articles have one or two million
	maxDrained     = 50 << 20                // bytes that are read of a body that is too large
	answerTimeout  = 1500 * time.Millisecond // for the store before the sender is told: Ghost hangs up after two seconds
	acceptTimeout  = 10 * time.Second        // for the store in all: the hook may still be saved when its sender has gone
	enqueueTimeout = 500 * time.Millisecond  // for the queue: what it does not get, the worker's sweep takes up
)

// receive answers the webhooks of a source.
func (s *Server) receive(src source.Source) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		a := s.take(r, src)
		a.write(w)
		s.record(r, src.Name, a, time.Since(began))
	}
}

// take does what a hook asks for. The signature comes before all that depends on the body or tells of the site.
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
	if err == nil {
		err = script.CheckEntries(change.Payload.Lexicon)
	}
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

// readBody reads the raw body, which the signature is over. One that is too large is read for a while without keeping
// it: many clients send all before they look for an answer, and would see a broken connection instead of it.
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

// accept makes sure that the article will be brought up to date. It asks for that also if the revision is known: an
// earlier try may have reached the store and not the queue. It goes on when the sender hangs up: a sender that waits
// for two seconds only, as Ghost does, may not send again.
func (s *Server) accept(ctx context.Context, ref library.Ref, payload article.Payload, sentAt time.Time) answer {
	ctx = context.WithoutCancel(ctx)
	newer := false
	err := patiently(ctx, answerTimeout, acceptTimeout, func(ctx context.Context) (err error) {
		newer, err = s.library.Accept(ctx, ref, payload, sentAt)
		return err
	})
	if err != nil {
		return storeUnavailable(ref, err)
	}
	err = within(ctx, enqueueTimeout, func(ctx context.Context) error { return s.enqueue(ctx, ref) })
	if err != nil {
		return queueUnavailable(ref, err)
	}
	return accepted(ref, newer)
}

// record counts and logs a hook. Of the request it tells the site and the kind, never content: error texts of parsers
// may quote the body, so only their answers carry them.
func (s *Server) record(r *http.Request, source string, a answer, took time.Duration) {
	s.metrics.hook(source, a.result, took)
	attrs := []any{"source", source, "site", clip(r.PathValue("site")), "event", clip(r.PathValue("event")),
		"id", a.reply.ID, "result", a.result, "took", took}
	if a.trouble != nil {
		s.log.WarnContext(r.Context(), "hook", append(attrs, "error", a.trouble)...)
		return
	}
	s.log.InfoContext(r.Context(), "hook", attrs...)
}

// clip shortens what anyone may send before it goes into a log.
func clip(s string) string { return s[:min(len(s), 63)] }
