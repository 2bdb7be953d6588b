package httpapi

import (
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/media"
)

// Speech decodes the audio of an answer with package media, at rate Hz. Every error is
// speech.Charged: the server reported success.
func (a Answer) Speech(rate int) (speech.Speech, error) {
	said, err := media.Answer{Header: a.Header, Body: a.Body}.Read(rate)
	if err != nil {
		return speech.Speech{}, speech.Charged(a.refuse(err))
	}
	return said, nil
}

// refuse classifies an error. Text does not come from the provider itself; an unsupported format
// would come again; and a truncated answer may be whole the next time.
func (a Answer) refuse(err error) error {
	switch {
	case errors.Is(err, media.ErrText):
		return fmt.Errorf("%w: %s answered with text instead of audio: %q (is %s right?)",
			speech.ErrUnavailable, a.client.Provider, a.Says(), a.client.Setting)
	case errors.Is(err, media.ErrFormat):
		return speech.Permanent(fmt.Errorf("%s answered with %w", a.client.Provider, err))
	}
	return fmt.Errorf("%s's answer: %w", a.client.Provider, err)
}
