package service

import (
	"context"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/hearing"
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
