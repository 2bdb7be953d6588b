package speech_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
)

// A marker is found at any depth, hides no other error, and adds nothing to the text.
func TestPermanent(t *testing.T) {
	err := fmt.Errorf("segment 3: %w", speech.Permanent(fmt.Errorf("google: %w", errHiccup)))
	if !errors.Is(err, speech.ErrPermanent) || !errors.Is(err, errHiccup) || err.Error() != "segment 3: google: "+errHiccup.Error() {
		t.Errorf("%v", err)
	}
	if errors.Is(err, speech.ErrMarkup) || !errors.Is(speech.ErrMarkup, speech.ErrPermanent) {
		t.Error("a refusal of markup is permanent, and not the other way round")
	}
	if speech.Permanent(nil) != nil {
		t.Error("no error became one")
	}
}
