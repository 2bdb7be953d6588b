package narrate_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/track"
)

// mistaken is flite, except that it replaces one text with another of the same length, which no
// other check notices.
type mistaken struct {
	command.Flite
	instead map[string]string
}

func (m mistaken) Synthesize(ctx context.Context, req speech.Call) (speech.Speech, error) {
	for text, instead := range m.instead {
		if strings.HasPrefix(req.Input, text) {
			req.Input = instead
		}
	}
	return m.Flite.Synthesize(ctx, req)
}

// TestVerify checks that the recogniser, and nothing else, detects a provider that says something
// other than its input.
func TestVerify(t *testing.T) {
	r, err := recognise.New()
	if err != nil {
		t.Fatal(err)
	}
	long := story(
		"The agency has two inspectors at the site, and they heard explosions near the river at night.",
		"Shelling cut the last line in September, and engineers worked under fire to repair it.",
		"The country imported electricity from its neighbours to the west for most of the winter.",
		"Prices rose by twelve percent, and gas storage was lower than in any year since the war began.",
	)
	const wrong = "Children under seven travel without a ticket, if they are seen with a parent or a teacher on board."
	for name, c := range map[string]struct {
		instead map[string]string
		verify  bool
		fails   bool
	}{
		"all is said as it is written":    {nil, true, false},
		"something else is said":          {map[string]string{"Prices rose": wrong}, true, true},
		"something else, and nobody asks": {map[string]string{"Prices rose": wrong}, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			n.Recogniser = r
			n.Voices["flite"] = speech.NewCache(mistaken{instead: c.instead}, n.store, speech.LocalLeases())
			n.change(func(s *narrate.Site) {
				s.Voices = map[string][]string{"en": {"flite:slt"}}
				s.Verify = c.verify
			})
			n.send(long)
			err := n.work()
			if c.fails != errors.Is(err, track.ErrCheck) || c.fails != narrate.IsBadAudio(err) || (!c.fails && err != nil) {
				t.Errorf("error is %v", err)
			}
			if public := n.public(); (public > 0) == c.fails {
				t.Errorf("%d objects are public", public)
			}
		})
	}
}
