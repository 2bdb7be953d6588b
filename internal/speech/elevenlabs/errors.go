package elevenlabs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/httpapi"
)

// detail is the reason in an error response: code in current responses, status in older ones. If
// fields of the body are invalid, the detail is a list and has neither.
type detail struct {
	Code   string `json:"code"`
	Status string `json:"status"`
}

func detailOf(body []byte) detail {
	var said struct{ Detail detail }
	_ = json.Unmarshal(body, &said) // without a code, the HTTP status decides
	return said.Detail
}

func (d detail) is(codes ...string) bool {
	return slices.Contains(codes, d.Code) || slices.Contains(codes, d.Status)
}

// soon is the delay after which another request may have finished.
const soon = time.Second

// classify handles the errors that their HTTP status misrepresents: an account without credits
// looks like a wrong key, and an unknown voice like any other invalid request.
func (s *Synthesizer) classify(ctx context.Context, req speech.Request, err error) error {
	var refusal *httpapi.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	said := detailOf(refusal.Body)
	var busy *speech.Busy
	switch {
	case said.is("quota_exceeded"):
		return fmt.Errorf("%w (the account is out of credits: add some, or wait until they renew)", refusal.Of(speech.ErrUnavailable))
	case said.is("voice_not_found"):
		return speech.Permanent(fmt.Errorf("elevenlabs has no voice %s for this key: %s", req.Voice, s.names(ctx)))
	case said.is("concurrent_limit_exceeded", "too_many_concurrent_requests") && errors.As(err, &busy) && busy.After == 0:
		return &speech.Busy{After: soon, Err: refusal}
	}
	return err
}
