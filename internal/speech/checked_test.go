package speech_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

const goodMorning = "Good morning. The ministry has published its budget for the coming year."

func TestCheckedRefusesWhatIsNotTheText(t *testing.T) {
	whole := mustSynthesize(t, command.EspeakNG{}, ask(t, goodMorning))
	loudestEnd := func(s speech.Speech) speech.Speech {
		at := len(s.Samples) * 3 / 4
		for i := at; i < len(s.Samples); i++ { // in a vowel
			if s.Samples[i] > s.Samples[at] {
				at = i
			}
		}
		return speech.Speech{SampleRate: s.SampleRate, Samples: s.Samples[:at+1]}
	}
	for name, test := range map[string]struct {
		answer speech.Speech
		want   string
	}{
		"nothing":    {speech.Speech{SampleRate: 22050}, "silence"},
		"zeros":      {speech.Speech{SampleRate: 22050, Samples: make([]int16, 4*22050)}, "silence"},
		"noise":      {speech.Speech{SampleRate: 22050, Samples: noise(4 * 22050)}, "silence"},
		"wrong rate": {speech.Speech{SampleRate: 16000, Samples: whole.Samples}, "16000 Hz instead of 22050 Hz"},
		"a third":    {part(whole, 1.0/3), "of sound for a text that takes"},
		"cut off":    {loudestEnd(whole), "cut off"},
		"rambling":   {repeated(whole, 12), "at most"},
		"clipped":    {louder(whole, 20), "clipped"},
		"swapped":    {quieter(swapped(whole), 2), "bytes are in the wrong order"},
		"stereo":     {stereo(whole), "read as mono"},
		"odd byte":   {fromTheMiddle(whole), "bytes are in the wrong order"},
		"then silence": {speech.Speech{SampleRate: 22050, Samples: append(append([]int16{}, part(whole, 1.0/3).Samples...),
			make([]int16, 2*22050)...)}, "of sound for a text that takes"},
	} {
		t.Run(name, func(t *testing.T) {
			p := &provider{answer: func(context.Context, speech.Call) (speech.Speech, error) { return test.answer, nil }}
			_, err := speech.NewChecked(p, speech.Checks{}).Synthesize(t.Context(), ask(t, goodMorning))
			if !errors.Is(err, speech.ErrBadAudio) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is %v, want ErrBadAudio with %q", err, test.want)
			}
		})
	}
}

// What local voices say is let through, from a letter to thousands of bytes.
func TestCheckedLetsSpeechThrough(t *testing.T) {
	for language, texts := range map[string][]string{
		"en": {"U", "No.", "Air", "Six sisters sell sixty-six silk scarves in Sussex.", "Hush! She says: shush, such fish should splash.", "U N", goodMorning, strings.Repeat(goodMorning+" ", 40), "10, 9, 8, 7, 6, 5, 4, 3, 2, 1", "1,000,000"},
		"uk": {"в", "Так.", "нарахували", "Уряд ухвалив бюджет.", strings.Repeat("Уряд ухвалив бюджет на наступний рік. ", 30)},
		"de": {"Ja.", "Nummer", "Die Regierung hat den Haushalt beschlossen."},
		"fr": {"Oui.", "Le gouvernement a adopté le budget."},
		"es": {"Sí.", "El gobierno aprobó el presupuesto."},
		"pl": {"Tak.", "Rząd przyjął budżet."},
		"ja": {"政府は月曜日に予算を発表した。"},
	} {
		for _, text := range texts {
			letThrough(t, command.EspeakNG{}, "", language, text)
			if language == "en" {
				letThrough(t, command.Flite{}, "slt", language, text)
				letThrough(t, command.Flite{}, "kal", language, text) // 8,000 Hz
			}
		}
	}
}

func letThrough(t *testing.T, synth speech.Synthesizer, name, language, text string) {
	t.Helper()
	voice, err := synth.Voice(name, language)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := speech.NewChecked(synth, speech.Checks{}).Synthesize(t.Context(), voice.Call(ssml.Text{Spoken: text})); err != nil {
		t.Errorf("%s in %s: %.30q: %v", voice.Provider, language, text, err)
	}
}

func part(s speech.Speech, share float64) speech.Speech {
	return speech.Speech{SampleRate: s.SampleRate, Samples: s.Samples[:int(share*float64(len(s.Samples)))]}
}

func repeated(s speech.Speech, times int) speech.Speech {
	var all []int16
	for range times {
		all = append(all, s.Samples...)
	}
	return speech.Speech{SampleRate: s.SampleRate, Samples: all}
}

func louder(s speech.Speech, factor int) speech.Speech {
	samples := make([]int16, len(s.Samples))
	for i, sample := range s.Samples {
		samples[i] = int16(min(max(factor*int(sample), math.MinInt16), math.MaxInt16))
	}
	return speech.Speech{SampleRate: s.SampleRate, Samples: samples}
}

// swapped has the bytes of each sample in the wrong order.
func swapped(s speech.Speech) speech.Speech {
	return remade(s, func(b []byte) {
		for i := 0; i < len(b); i += 2 {
			b[i], b[i+1] = b[i+1], b[i]
		}
	})
}

// fromTheMiddle has one byte left out after a third, so that what follows is read from the middle
// of its samples on.
func fromTheMiddle(s speech.Speech) speech.Speech {
	return remade(s, func(b []byte) { copy(b[len(b)/3:], b[len(b)/3+1:]) })
}

// remade has its bytes changed.
func remade(s speech.Speech, change func([]byte)) speech.Speech {
	b := pcm.AppendBytes(nil, s.Samples)
	change(b)
	other, _ := speech.DecodePCM(b, s.SampleRate)
	return other
}

func quieter(s speech.Speech, by int16) speech.Speech {
	for i := range s.Samples {
		s.Samples[i] /= by
	}
	return s
}

// stereo has each sample twice.
func stereo(s speech.Speech) speech.Speech {
	var both []int16
	for _, sample := range s.Samples {
		both = append(both, sample, sample)
	}
	return speech.Speech{SampleRate: s.SampleRate, Samples: both}
}

// noise is what a silent line sounds like.
func noise(n int) []int16 {
	samples := make([]int16, n)
	for i := range samples {
		samples[i] = int16(i*7919%41 - 20)
	}
	return samples
}

// A voice that is known is held to its pace: half of a text is refused wherever it is cut.
func TestCheckedKnowsAVoicesPace(t *testing.T) {
	p := &provider{}
	checked := speech.NewChecked(p, speech.Checks{})
	for i := range 8 {
		mustSynthesize(t, checked, ask(t, fmt.Sprintf("Number %d. %s", i, goodMorning)))
	}
	p.answer = func(ctx context.Context, req speech.Call) (speech.Speech, error) {
		whole, err := p.EspeakNG.Synthesize(ctx, req)
		half := part(whole, 0.5)
		return speech.Speech{SampleRate: half.SampleRate, Samples: append(half.Samples, make([]int16, 2000)...)}, err
	}
	if _, err := checked.Synthesize(t.Context(), ask(t, "The ferry to the island will not run before the end of the week.")); !errors.Is(err, speech.ErrBadAudio) {
		t.Errorf("half of a text was let through: %v", err)
	}
}
