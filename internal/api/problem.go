package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// Problem is an error of the API (RFC 9457).
type Problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"` // what happened, and what to do
	Code   string `json:"code"`   // for programs

	// Done are the articles for which the request had succeeded before it failed.
	Done []string `json:"done,omitempty"`
}

// The codes.
const (
	codeUnauthorized  = "unauthorized"
	codeForbidden     = "forbidden"
	codeTooMany       = "too_many_failures"
	codeNoRoute       = "no_route"
	codeFailed        = "failed"
	codeEnded         = "backfill_ended"
	codeNotRestorable = "not_restorable"

	// CodeInvalid says that the request is invalid.
	CodeInvalid = "invalid"
	// CodeUnknown says that the article was never accepted.
	CodeUnknown = "unknown_article"
	// CodeNotRecorded says that the audio is deleted, but the order is not stored.
	CodeNotRecorded = "not_recorded"
)

func problemf(status int, code, format string, args ...any) *Problem {
	return &Problem{Title: http.StatusText(status), Status: status, Code: code, Detail: fmt.Sprintf(format, args...)}
}

// Error implements error.
func (p *Problem) Error() string { return p.Detail }

// GetStatus implements huma.StatusError.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType implements huma.ContentTypeFilter.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

func (p *Problem) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", p.ContentType(""))
	switch p.Status {
	case http.StatusUnauthorized:
		w.Header().Set("WWW-Authenticate", `Bearer realm="aloud"`)
	case http.StatusTooManyRequests:
		w.Header().Set("Retry-After", "60")
	}
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the client has gone
}

// problemOf translates an error of the newsroom for the caller. An error that only an operator can
// fix is logged too.
func problemOf(ctx context.Context, err error) *Problem {
	var invalid newsroom.InvalidError
	var notRecorded newsroom.NotRecordedError
	var partial *PartlyError
	status, code := http.StatusInternalServerError, codeFailed
	switch {
	case errors.As(err, &invalid):
		status, code = http.StatusBadRequest, CodeInvalid
	case errors.Is(err, library.ErrUnknownArticle), errors.Is(err, library.ErrNotFound):
		status, code = http.StatusNotFound, CodeUnknown
	case errors.Is(err, library.ErrBackfillEnded):
		status, code = http.StatusConflict, codeEnded
	case errors.Is(err, newsroom.ErrNotRestorable):
		status, code = http.StatusConflict, codeNotRestorable
	case errors.As(err, &notRecorded):
		status, code = http.StatusServiceUnavailable, CodeNotRecorded
	}
	problem := problemf(status, code, "%v", err)
	if errors.As(err, &partial) {
		problem.Done = partial.Done
	}
	if status >= http.StatusInternalServerError {
		logging.From(ctx).ErrorContext(ctx, "a request to the API failed", "error", err)
	}
	return problem
}

// PartlyError is the error of a request that succeeded for some of its articles.
type PartlyError struct {
	error
	Done []string // their ids
}

// NewPartlyError says that a request failed after it had succeeded for some articles.
func NewPartlyError(err error, done []string) *PartlyError { return &PartlyError{err, done} }

// Unwrap returns why the request failed.
func (p *PartlyError) Unwrap() error { return p.error }
