package google

import (
	"context"

	"github.com/aloud-audio/aloud/internal/emulator/fault"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/speech"
)

// What all emulators have in common.
type (
	// Speaker says a text.
	Speaker = local.Speaker

	// Fault is what goes wrong with a valid request.
	Fault = fault.Fault

	// Faults say which requests get which fault.
	Faults = fault.Faults

	// Chance selects requests.
	Chance = fault.Chance
)

// The faults, of which Busy is ResourceExhausted and Fail is Unavailable.
const (
	Fail     = fault.Fail
	Busy     = fault.Busy
	Truncate = fault.Truncate
	Silence  = fault.Silence
	Hang     = fault.Hang
)

// Local is local.Local.
func Local(ctx context.Context, language, text string) (speech.Speech, error) {
	return local.Local(ctx, language, text)
}

// Tone is local.Tone.
func Tone(ctx context.Context, language, text string) (speech.Speech, error) {
	return local.Tone(ctx, language, text)
}

// ParseChance is fault.ParseChance.
func ParseChance(s string) (Chance, error) { return fault.ParseChance(s) }
