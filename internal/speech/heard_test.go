package speech_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// An answer whose bytes are good and whose last quarter is missing is refused once the voice is
// known, counted by its reason, and not learnt from; a site may leave that out.
func TestCheckedHears(t *testing.T) {
	p := &provider{}
	var refused []string
	checks := speech.Checks{Ear: hearing.NewEar(nil), OnRefused: func(_ speech.Call, reason string) { refused = append(refused, reason) }}
	checked := speech.NewChecked(p, checks)
	for i := range 12 {
		if _, err := checked.Synthesize(t.Context(), ask(t, fmt.Sprintf("Paragraph %d of the report. %s", i, goodMorning))); err != nil {
			t.Fatal(err)
		}
	}
	p.answer = func(ctx context.Context, call speech.Call) (speech.Speech, error) {
		whole, err := p.EspeakNG.Synthesize(ctx, call)
		cut := part(whole, 0.7)
		return speech.Speech{SampleRate: cut.SampleRate, Samples: append(cut.Samples, make([]int16, 2000)...)}, err
	}
	call := ask(t, "Six inspectors looked at the bridge in the morning. "+goodMorning)
	for range 2 {
		if _, err := checked.Synthesize(t.Context(), call); !errors.Is(err, speech.ErrBadAudio) {
			t.Fatalf("error is %v, want ErrBadAudio", err)
		}
	}
	if len(refused) != 2 || refused[0] == speech.ByBytes {
		t.Errorf("refusals are counted as %q", refused)
	}
	call.BytesOnly = true
	if _, err := checked.Synthesize(t.Context(), call); err != nil {
		t.Errorf("a site that wants bytes checked alone: %v", err)
	}
}

// A language without a reference is let through, and counted.
func TestCheckedCountsWhatItCannotHear(t *testing.T) {
	unheard := 0
	p := &provider{answer: func(ctx context.Context, call speech.Call) (speech.Speech, error) {
		call.Language, call.Voice = "en-us", "en-us"
		return command.EspeakNG{}.Synthesize(ctx, call)
	}}
	checked := speech.NewChecked(p, speech.Checks{Ear: hearing.NewEar(nil), OnUnheard: func(speech.Call) { unheard++ }})
	voice := speech.Voice{Provider: "remote", Name: "v", Language: "qaa", Encoding: "WAV", SampleRate: 22050}
	if _, err := checked.Synthesize(t.Context(), voice.Call(ssml.Text{Spoken: goodMorning})); err != nil || unheard != 1 {
		t.Errorf("error %v, %d unheard", err, unheard)
	}
}
