package web

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/tracing"
)

const (
	answerTimeout = 1100 * time.Millisecond // until the sender is answered: Ghost hangs up after two seconds
	formerTimeout = 200 * time.Millisecond  // for a look whether an imported article is known by another id
	acceptTimeout = 10 * time.Second        // until saving is given up, also after the sender was answered
	maxAccepting  = 64                      // articles that are being saved, for senders that wait or were answered
	maxRemoving   = 64                      // removals and restrictions, which never wait for articles
)

// receive answers the hooks of a source.
func (s *Server) receive(src source.Source) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		ctx, span := s.tracer.Serve(logging.Into(r.Context(), s.log), "hook", r.Header.Get(tracing.Header))
		r = r.WithContext(ctx)
		a := s.take(w, r, src)
		a.write(w)
		span.Set("aloud.source", src.Name)
		span.Set("aloud.outcome", string(a.result))
		span.Set("aloud.article", a.reply.ID)
		span.End(nil)
		s.record(r, src.Name, a, time.Since(began))
	}
}

// arrival is a hook whose header was checked. Nothing in it can be trusted before its signature is
// checked.
type arrival struct {
	*http.Request
	from      sender
	site      string
	source    source.Source
	pages     bool // are articles too
	hook      authority
	signature source.Signature
}

// parse reads the body.
func (a arrival) parse(body []byte) (source.Change, error) {
	return a.source.Parse(source.Delivery{Event: a.PathValue("event"), Pages: a.pages, Header: a.Header, Body: body})
}

// take handles a hook. It checks the header before it reads the body, and the signature before
// anything that depends on the body or reveals something about the site.
func (s *Server) take(w http.ResponseWriter, r *http.Request, src source.Source) answer {
	site := r.PathValue("site")
	settings := s.sites[site]
	hook := settings.hooks[src.Name]
	signature, err := hook.check(r, s.now())
	if err != nil {
		return refusedUnread(r, err)
	}
	client := s.proxies.Client(r)
	from := sender{client, s.verified.has(client, s.now()), http.NewResponseController(w).SetReadDeadline}
	return s.takeBody(arrival{r, from, site, src, settings.pages, hook, signature})
}

func (s *Server) takeBody(a arrival) answer {
	if a.ContentLength > maxBody {
		return s.takeOverlong(a, a.Body)
	}
	body, release, err := s.bodies.read(a.Request, a.from)
	defer release()
	if errors.As(err, new(*http.MaxBytesError)) {
		return s.takeOverlong(a, io.MultiReader(bytes.NewReader(body), a.Body))
	}
	if err != nil {
		return refusedBody(a.Request, err)
	}
	if err := a.signature.Check(bytes.NewReader(body)); err != nil {
		return unauthorized(err)
	}
	s.verified.add(a.from.client, s.now())
	change, err := a.parse(body)
	if err != nil {
		return badRequest(change.Payload.ID, err)
	}
	return s.takeChange(a, change, body)
}

// takeChange handles a verified body.
func (s *Server) takeChange(a arrival, change source.Change, body []byte) answer {
	if change.Ignored != "" {
		return nothingToDo(change.Ignored)
	}
	if change.Hint {
		return s.takeHint(a.Context(), a.site, a.hook, change, a.signature.SentAt)
	}
	ref, err := library.NewRef(a.site, change.Payload.ID)
	if err != nil {
		return badRequest("", err)
	}
	if change.Former != "" {
		reading, cancel := context.WithTimeout(a.Context(), formerTimeout)
		ref = s.newsroom.KnownAs(reading, ref, change.Former)
		change.Payload.ID = ref.ID
		cancel()
	}
	d := delivery{source: a.source.Name, ref: ref, payload: change.Payload, sentAt: a.signature.SentAt}
	return s.takeOnce(a.Context(), d, d.key(body), a.hook.tolerance)
}

// takeOnce accepts a delivery, unless it was answered 202 before or is being accepted now: a repeat
// asks for nothing new.
func (s *Server) takeOnce(ctx context.Context, d delivery, key string, tolerance time.Duration) answer {
	first := false
	got, _, _ := s.taking.Do(key, func() (any, error) {
		first = true
		return s.takeUnseen(ctx, d, key, tolerance), nil
	})
	a := got.(answer)
	if !first && a.status == http.StatusAccepted {
		return repeated(d.ref)
	}
	return a
}

func (s *Server) takeUnseen(ctx context.Context, d delivery, key string, tolerance time.Duration) answer {
	answering, cancel := context.WithTimeout(context.WithoutCancel(ctx), answerTimeout)
	defer cancel()
	if s.seen(answering, key) {
		return repeated(d.ref)
	}
	a := s.accept(answering, d)
	if a.status == http.StatusAccepted {
		s.remember(ctx, key, tolerance)
	}
	return a
}

// accept passes the article to the newsroom. This continues after ctx ends, when the sender
// disconnected or was answered: a sender that waits only two seconds, as Ghost does, may not send
// again.
func (s *Server) accept(ctx context.Context, d delivery) answer {
	places := s.accepting
	if s.newsroom.Removes(d.ref, d.payload) {
		places = s.removing
	}
	if places.Acquire(ctx, 1) != nil {
		s.newsroom.RemoveLater(ctx, d.ref, d.payload, d.sentAt)
		return overloaded(d.ref.ID)
	}
	var receipt newsroom.Receipt
	err := patiently(ctx, acceptTimeout, func(ctx context.Context) (err error) {
		defer places.Release(1)
		receipt, err = s.newsroom.Accept(ctx, d.ref, d.payload, d.sentAt)
		return err
	})
	ref, invalid, withdrawn := d.ref, newsroom.InvalidError{}, newsroom.NotRecordedError{}
	switch {
	case errors.As(err, &invalid):
		return badRequest(ref.ID, err)
	case errors.As(err, &withdrawn):
		return onlyWithdrawn(ref, err)
	case err != nil:
		return storeUnavailable(ref, err)
	case receipt.NotQueued != nil:
		return queueUnavailable(ref, receipt.NotQueued)
	default:
		a := accepted(ref, receipt.Newer)
		a.revision = library.RevisionOf(d.payload, d.sentAt).String()
		return a
	}
}
