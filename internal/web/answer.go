package web

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/aloud-audio/aloud/internal/library"
)

// answer is what a hook is told. Its status is never 3xx, which senders do not follow, and never 410, on which Ghost
// deletes the webhook.
type answer struct {
	status  int
	result  string // in metrics and logs
	reply   reply
	trouble error // for the log alone
}

// reply is the JSON body.
type reply struct {
	Status string `json:"status,omitempty"`
	ID     string `json:"id,omitempty"` // of the article
	Reason string `json:"reason,omitempty"`
	Error  string `json:"error,omitempty"` // what is wrong and what to do
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
		a.result, a.reply.Reason = "known", "this revision or a newer one is known already"
	}
	return a
}

func nothingToDo(reason string) answer {
	return answer{status: http.StatusAccepted, result: "nothing_to_do", reply: reply{Status: "nothing to do", Reason: reason}}
}

func badRequest(err error) answer {
	return answer{status: http.StatusBadRequest, result: "bad_request", reply: reply{Error: err.Error()}}
}

// unauthorized tells nothing that a stranger could use; the log says why.
func unauthorized(err error) answer {
	return answer{status: http.StatusUnauthorized, result: "unauthorized", trouble: err, reply: reply{
		Error: "not signed by a secret of this site within the tolerance: compare the site's name, its hook secret and the clocks; the log says which",
	}}
}

func refusedBody(err error) answer {
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return answer{status: http.StatusRequestEntityTooLarge, result: "too_large", reply: reply{
			Error: "the body is over 10 MB: send the article's text without embedded files",
		}}
	}
	return badRequest(errors.New("the body did not arrive whole: send it again"))
}

func storeUnavailable(ref library.Ref, err error) answer {
	return answer{status: http.StatusServiceUnavailable, result: "unavailable", trouble: err, reply: reply{
		ID: ref.ID, Error: "the store is not available: send it again",
	}}
}

func queueUnavailable(ref library.Ref, err error) answer {
	return answer{status: http.StatusServiceUnavailable, result: "unavailable", trouble: err, reply: reply{
		ID: ref.ID, Error: "stored, but the queue is not available: the article is taken up when it is; sending it again does no harm",
	}}
}
