package service

import (
	"context"
	"fmt"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// HearingCheck finds the program that reads the references which speech is compared with.
func HearingCheck() doctor.Check {
	return doctor.Check{Name: "espeak-ng", Means: "speech of another text may be published", Run: func(context.Context) doctor.Result {
		if !hearing.Installed() {
			return doctor.Warned("install the Debian package espeak-ng, and start aloud again",
				"it is not installed: speech is checked by its bytes and its length only, not compared with its text")
		}
		return doctor.Found("speech is compared with a plain reading of its text")
	}}
}

// unheard returns why speech of a voice is not compared with its text, or "". Voices on this
// machine need no comparison.
func unheard(voice speech.Voice) string {
	for _, p := range providers.All() {
		if p.Name == voice.Provider && p.Local {
			return ""
		}
	}
	if err := hearing.Readable(voice.Language); err != nil {
		return fmt.Sprintf("speech of %s is not compared with its text: %v", voice, err)
	}
	return ""
}
