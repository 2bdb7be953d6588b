package web

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// answer is the response to a hook. Its status is never 3xx, which senders do not follow, and never
// 410, which makes Ghost delete the webhook.
type answer struct {
	status int
	result result
	reply  reply
	why    refusal // of a hook that is not accepted

	revision string // of the article, for the log; "" if it is not accepted
}

// reply is the JSON body.
type reply struct {
	Status string `json:"status,omitempty"`
	ID     string `json:"id,omitempty"` // of the article
	Reason string `json:"reason,omitempty"`
	Error  string `json:"error,omitempty"` // what happened and what to do
}

// refusal is what the log says about a hook that is not accepted. It contains nothing that the
// sender wrote, except the article's id if that is a valid one.
type refusal struct {
	article string
	field   string // of the payload, or the part of the request
	reason  string
}

func (a answer) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json")
	if a.status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	w.WriteHeader(a.status)
	_ = json.NewEncoder(w).Encode(a.reply) // the sender may be gone
}

func accepted(ref library.Ref, newer bool) answer {
	a := answer{status: http.StatusAccepted, result: resultAccepted, reply: reply{Status: "accepted", ID: ref.ID}}
	if !newer {
		a.result, a.reply.Reason = resultKnown, "this revision or a newer one is already known"
	}
	return a
}

func repeated(ref library.Ref) answer {
	return answer{status: http.StatusAccepted, result: resultRepeated, reply: reply{
		Status: "nothing to do", ID: ref.ID, Reason: "this delivery was accepted before",
	}}
}

func nothingToDo(reason string) answer {
	return answer{status: http.StatusAccepted, result: resultNothingToDo, reply: reply{Status: "nothing to do", Reason: reason}}
}

// badRequest returns the whole error to the sender. id is the article's, if it could be read.
func badRequest(id string, err error) answer {
	return answer{status: http.StatusBadRequest, result: resultBadRequest, reply: reply{Error: err.Error()}, why: refusalOf(id, err)}
}

func refusalOf(id string, err error) refusal {
	if _, invalid := library.NewRef("any", id); invalid != nil {
		id = ""
	}
	why := refusal{article: id, field: "body", reason: "cannot be read"}
	var field article.FieldError
	switch {
	case errors.As(err, &field):
		why.field, why.reason = field.Field, field.Problem
	case errors.Is(err, source.ErrUnknownEvent):
		why.field, why.reason = "event", "is unknown"
	case errors.Is(err, library.ErrBadRef):
		why.field, why.reason = "id", "cannot be the id of an article"
	}
	return why
}

// unauthorized reveals nothing that a stranger could use; the log has the reason.
func unauthorized(err error) answer {
	return answer{status: http.StatusUnauthorized, result: resultUnauthorized, why: refusal{field: "signature", reason: err.Error()}, reply: reply{
		Error: "invalid or expired signature: check the site name, the hook secret and the clock; the server log has the reason",
	}}
}

func tooLarge() answer {
	return answer{status: http.StatusRequestEntityTooLarge, result: resultTooLarge, why: refusal{field: "body", reason: "is larger than 10 MB"}, reply: reply{
		Error: "the body is larger than 10 MB: send the article without embedded files",
	}}
}

// refusedUnread answers a request with a bad signature header, whose body is not read.
func refusedUnread(r *http.Request, err error) answer {
	if drain(r) || r.ContentLength > maxBody {
		return tooLarge()
	}
	return unauthorized(err)
}

// refusedBody answers a body that could not be received.
func refusedBody(r *http.Request, err error) answer {
	if errors.Is(err, errStalled) {
		return answer{status: http.StatusRequestTimeout, result: resultBadRequest, why: refusal{field: "body", reason: "comes too slowly"}, reply: reply{
			Error: "the body came too slowly: send at least 8 kB a second, and all of it within 30 s",
		}}
	}
	if errors.Is(err, errBusy) {
		drain(r)
		return overloaded("")
	}
	return answer{status: http.StatusBadRequest, result: resultBadRequest, why: refusal{field: "body", reason: "is incomplete"}, reply: reply{
		Error: "the body is incomplete: send it again",
	}}
}

func overloaded(id string) answer {
	return answer{status: http.StatusServiceUnavailable, result: resultOverloaded,
		why: refusal{article: id, field: "request", reason: "came while too many others were being saved"}, reply: reply{
			ID: id, Error: "not saved, because too many hooks come at once: send it again",
		}}
}

func storeUnavailable(ref library.Ref, err error) answer {
	return answer{status: http.StatusServiceUnavailable, result: resultUnavailable, why: refusal{ref.ID, "store", err.Error()}, reply: reply{
		ID: ref.ID, Error: "the store is unavailable or slow, so this may not be saved: send it again. Sending it twice is safe",
	}}
}

// onlyWithdrawn answers a hook whose audio was withdrawn but whose removal could not be stored.
func onlyWithdrawn(ref library.Ref, err error) answer {
	return answer{status: http.StatusServiceUnavailable, result: resultWithdrawn, why: refusal{ref.ID, "store", err.Error()}, reply: reply{
		ID: ref.ID, Error: "the audio is withdrawn, but this is not saved yet, because the store takes no writes: " +
			"aloud tries again until it is. Sending it again is safe",
	}}
}

func queueUnavailable(ref library.Ref, err error) answer {
	return answer{status: http.StatusServiceUnavailable, result: resultUnavailable, why: refusal{ref.ID, "queue", err.Error()}, reply: reply{
		ID: ref.ID, Error: "saved, but the queue is down: the article will be processed when the queue is back. Sending it again is safe",
	}}
}

func unmatched() answer {
	return answer{status: http.StatusNotFound, result: resultUnmatched, why: refusal{field: "address", reason: "matches no hook"}, reply: reply{
		Error: "no such hook: the server prints its hook URLs at startup; see docs/operators.md",
	}}
}
