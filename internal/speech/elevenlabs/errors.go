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

// detail is what a refusal says of itself: code in answers of today, status in older ones. That of
// a body with wrong fields is a list, and has neither.
type detail struct {
	Code   string `json:"code"`
	Status string `json:"status"`
}

func detailOf(body []byte) detail {
	var said struct{ Detail detail }
	_ = json.Unmarshal(body, &said) // then it has no code, and its status speaks
	return said.Detail
}

func (d detail) is(codes ...string) bool {
	return slices.Contains(codes, d.Code) || slices.Contains(codes, d.Status)
}

// soon is when a place may be free again that another request has.
const soon = time.Second

// classify knows some answers better than their status: an account without credits is refused as if
// its key were wrong, and a voice that is not there is told from other wrong requests.
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
