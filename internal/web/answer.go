package web

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/aloud-audio/aloud/internal/library"
)

// answer is the response to a hook. Its status is never 3xx, which senders do not follow, and never
// 410, which makes Ghost delete the webhook.
type answer struct {
	status int
	result string // in metrics and logs
	reply  reply
	cause  error // for the log only
}

// reply is the JSON body.
type reply struct {
	Status string `json:"status,omitempty"`
	ID     string `json:"id,omitempty"` // of the article
	Reason string `json:"reason,omitempty"`
	Error  string `json:"error,omitempty"` // what happened and what to do
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
	a := answer{status: http.StatusAccepted, result: "accepted", reply: reply{Status: "accepted", ID: ref.ID}}
	if !newer {
		a.result, a.reply.Reason = "known", "this revision or a newer one is already known"
	}
	return a
}

func nothingToDo(reason string) answer {
	return answer{status: http.StatusAccepted, result: "nothing_to_do", reply: reply{Status: "nothing to do", Reason: reason}}
}

func badRequest(err error) answer {
	return answer{status: http.StatusBadRequest, result: "bad_request", reply: reply{Error: err.Error()}}
}

// unauthorized says nothing that a stranger could use; the log has the reason.
func unauthorized(err error) answer {
	return answer{status: http.StatusUnauthorized, result: "unauthorized", cause: err, reply: reply{
		Error: "invalid or expired signature: check the site name, the hook secret and the clock; the server log has the reason",
	}}
}

func refusedBody(err error) answer {
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return answer{status: http.StatusRequestEntityTooLarge, result: "too_large", reply: reply{
			Error: "the body is larger than 10 MB: send the article without embedded files",
		}}
	}
	return badRequest(errors.New("the body is incomplete: send it again"))
}

func storeUnavailable(ref library.Ref, err error) answer {
	return answer{status: http.StatusServiceUnavailable, result: "unavailable", cause: err, reply: reply{
		ID: ref.ID, Error: "not saved, because the store is unavailable: send it again",
	}}
}

func queueUnavailable(ref library.Ref, err error) answer {
	return answer{status: http.StatusServiceUnavailable, result: "unavailable", cause: err, reply: reply{
		ID: ref.ID, Error: "saved, but the queue is down: the article will be rendered when the queue is back. Sending it again is safe",
	}}
}
