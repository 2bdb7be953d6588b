// Package local speaks for emulators with the voices of this machine.
//
// It emulates no service: it only says a text. The emulators call it.
package local

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// Speaker synthesizes text in language (BCP 47), at any sample rate. The text has a letter or a
// digit. It must be safe for concurrent use.
type Speaker func(ctx context.Context, language, text string) (speech.Speech, error)

// Local uses this machine's voices: flite for the English that it can say, espeak-ng for everything
// else.
func Local(ctx context.Context, language, text string) (speech.Speech, error) {
	if speech.SameLanguage(language, "en") {
		said, err := speakWith(ctx, command.Flite{}, "slt", language, text)
		if !errors.Is(err, speech.ErrPermanent) {
			return said, err
		}
	}
	return speakWith(ctx, command.EspeakNG{}, "", language, text)
}

func speakWith(ctx context.Context, synth speech.Synthesizer, name, language, text string) (speech.Speech, error) {
	voice, err := synth.Voice(name, language)
	if err != nil {
		return speech.Speech{}, err
	}
	return synth.Synthesize(ctx, voice.Call(ssml.Text{Spoken: text}))
}
