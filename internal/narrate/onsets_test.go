package narrate_test

import (
	"context"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
)

// spelling is a provider that hums each letter for 70 ms, and returns when.
type spelling struct{ *counted }

const perLetter = 0.07 // seconds

func (s spelling) Voice(name, language string) (speech.Voice, error) {
	voice, err := s.counted.Voice(name, language)
	voice.Provider, voice.Onsets, voice.SampleRate = "understudy", speech.WithSpeech, 24000
	return voice, err
}

func (s spelling) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	said, err := local.Tone(ctx, call.Language, call.Words())
	if err != nil || !call.Onsets {
		return said, err
	}
	var onsets []speech.Onset
	for at := range call.Words() {
		onsets = append(onsets, speech.Onset{Byte: at, Seconds: float64(len(onsets)) * perLetter})
	}
	return speech.Timed(said, call.Words(), onsets), nil
}

// A provider's own onsets time the words as they are written, also those that are said otherwise,
// and without espeak-ng: this newsroom has no ear. The second render finds them in the store.
func TestWordsByTheProvidersOnsets(t *testing.T) {
	for name, words := range map[string]bool{"words": true, "no words": false} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			n.Voices["understudy"] = speech.NewCache(spelling{&counted{}}, n.store, speech.LocalLeases())
			n.change(func(s *narrate.Site) {
				s.Voices, s.Words = map[string][]string{"en": {"understudy:en"}}, words
			})
			n.Encoded = nil
			p := story()
			p.Language, p.HTML = "en", "<p>The bridge opened in 1994 for 25 trams of the town.</p>"
			n.send(p)
			n.mustWork()
			n.checkWords(words)
			p.Title = "Another title"
			n.calm()
			n.send(p)
			n.mustWork()
			n.checkWords(words)
		})
	}
}

// checkWords compares the words of the paragraph with its spoken form.
func (n *newsroom) checkWords(want bool) {
	n.t.Helper()
	const spoken = "The bridge opened in nineteen ninety-four for twenty-five trams of the town."
	segments := n.narration().Segments
	last := segments[len(segments)-1]
	if !want {
		if last.Words != nil {
			n.t.Errorf("words %v that the site does not want", last.Words)
		}
		return
	}
	if len(last.Words) != 11 {
		n.t.Fatalf("%q has the words %v", last.Text, last.Words)
	}
	for _, word := range last.Words {
		written := last.Text[word[0]:word[1]]
		saying := map[string]string{"1994": "nineteen", "25": "twenty-five"}[written]
		if saying == "" {
			saying = written
		}
		letters := utf8.RuneCountInString(spoken[:strings.Index(spoken, saying)])
		got := float64(word[2])/1000 - last.Start
		if first := 0.015; math.Abs(got-float64(letters)*perLetter) > 0.03+first {
			n.t.Errorf("%q begins at %.3f s of %q, not after %d letters", written, got, spoken, letters)
		}
	}
}
