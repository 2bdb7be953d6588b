package narrate

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/credential"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// voices returns the site's voices for a language, the preferred first: those for the exact tag,
// else for its base language, else for any language. An ordered voice replaces them. There is no
// default, because the wrong voice would be worse than none.
func (n *Narrator) voices(site Site, ordered, lang string) ([]speech.Voice, error) {
	settings, manner := site.voiceSettings(ordered, lang)
	if len(settings) == 0 {
		return nil, speech.Permanent(fmt.Errorf(`site %s has no voice for language %q: add a line like %s: "provider:voice" to its voices in the settings`,
			site.Name, lang, base(lang)))
	}
	voices, err := n.find(settings, lang, manner)
	if err != nil && ordered == "" {
		err = fmt.Errorf("sites.%s.voices in the settings: %w", site.Name, err)
	}
	return voices, speech.Permanent(err)
}

// find returns the voices that settings name.
func (n *Narrator) find(settings []string, lang string, manner speech.Manner) ([]speech.Voice, error) {
	voices := make([]speech.Voice, len(settings))
	for i, setting := range settings {
		var err error
		if voices[i], err = n.Voices.FindWith(setting, lang, manner); err != nil {
			return nil, err
		}
	}
	return voices, nil
}

// voiceSettings returns the site's voices for a language, and their speaking style. An ordered
// voice has that style if it is one of them.
func (s Site) voiceSettings(ordered, lang string) (settings []string, manner speech.Manner) {
	key := s.voicesKey(lang)
	settings, manner = s.Voices[key], s.Manners[key]
	switch {
	case ordered == "":
		return settings, manner
	case slices.Contains(settings, ordered):
		return []string{ordered}, manner
	}
	return []string{ordered}, speech.Manner{}
}

// voicesKey returns the key of the site's voices for a language: the exact tag, else its base
// language, else AnyLanguage.
func (s Site) voicesKey(lang string) string {
	for _, key := range []string{lang, base(lang)} {
		if len(s.Voices[key]) > 0 {
			return key
		}
	}
	return AnyLanguage
}

func base(lang string) string {
	b, _ := language.Make(lang).Base()
	return b.String()
}

// voiceError is an error of one voice.
type voiceError struct {
	error
	voice speech.Voice
}

func (e *voiceError) Unwrap() error { return e.error }

// spokenBy adds the voice to an error of its speech.
func spokenBy(voice speech.Voice, err error) error {
	if err == nil {
		return nil
	}
	return &voiceError{err, voice}
}

// failed returns the voice that an error is about, or else the article's voice.
func (p Plan) failed(err error) speech.Voice {
	var one *voiceError
	var wrong *track.WrongSpeech
	switch {
	case errors.As(err, &one):
		return one.voice
	case errors.As(err, &wrong) && len(wrong.Segments) > 0:
		return p.VoiceOf(p.Script.Segments[wrong.Segments[0]])
	}
	return p.Voice
}

// canFallBack reports whether another voice may succeed, because the provider refused or failed.
// Another voice does not help against a full disk, a spent budget or an expired certificate.
func canFallBack(ctx context.Context, err error) bool {
	failed := errors.Is(err, speech.ErrUnavailable) || errors.Is(err, speech.ErrBadAudio) || errors.Is(err, speech.ErrPermanent)
	return ctx.Err() == nil && failed && !errors.Is(err, credential.ErrExpired)
}

// joinVoiceErrors combines the errors of two voices. The result is permanent only if both are, and
// over budget if the second is.
func joinVoiceErrors(first, next error) error {
	if errors.Is(first, ErrPermanent) || errors.As(next, new(*speech.OverBudget)) {
		return fmt.Errorf("%w; the voice before it failed: %v", next, first) //nolint:errorlint // hidden, so that it is not taken for permanent if next is not
	}
	return fmt.Errorf("%w; the next voice failed too: %v", first, next) //nolint:errorlint // likewise
}
