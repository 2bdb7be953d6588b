package speech_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// short is a provider that refuses more than so many words at once, and remembers what it said.
type short struct {
	provider
	most int
	said []string
}

func (p *short) Synthesize(_ context.Context, req speech.Call) (speech.Speech, error) {
	dash := strings.Count(req.Words(), "—")
	if len(strings.Fields(req.Words()))-dash > p.most {
		return speech.Speech{}, speech.ErrSentenceTooLong
	}
	p.said = append(p.said, req.Words())
	return speech.Speech{SampleRate: 22050, Samples: make([]int16, len(req.Words()))}, nil
}

func TestRewordCutsWhatIsTooLong(t *testing.T) {
	p := &short{most: 6}
	req := ask(t, "The council met on Monday, and the mayor, who had been away, spoke for an hour. It voted.")
	said := mustSynthesize(t, reword(p), req)
	if len(p.said) < 3 || strings.Join(p.said, "") != req.Input || len(said.Samples) != len(req.Input) {
		t.Errorf("said %q, %d samples", p.said, len(said.Samples))
	}
	if !slices.ContainsFunc(p.said, func(part string) bool { return strings.HasSuffix(part, "Monday, ") }) {
		t.Errorf("not cut at the clause: %q", p.said)
	}
}

func TestRewordLosesNoWord(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := &short{most: rapid.IntRange(1, 9).Draw(rt, "most")}
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"one", "two,", "three;", "four.", "п'ять", "six —", "seven"}), 1, 40).Draw(rt, "words"), " ")
		if _, err := reword(p).Synthesize(t.Context(), ask(t, text)); err != nil {
			rt.Fatal(err)
		}
		if strings.Join(p.said, "") != text {
			rt.Fatalf("%q was said as %q", text, p.said)
		}
	})
}

func TestRewordGivesUpAtAWord(t *testing.T) {
	if _, err := reword(&short{}).Synthesize(t.Context(), ask(t, "Donaudampfschifffahrt")); !errors.Is(err, speech.ErrSentenceTooLong) {
		t.Errorf("error is %v", err)
	}
}

func TestRewordLeavesRefusedMarkupOut(t *testing.T) {
	voice := speech.Voice{Provider: "google", SampleRate: 24000, Markup: ssml.GoogleSSML}
	p := &provider{}
	var asked []string
	p.answer = func(_ context.Context, req speech.Call) (speech.Speech, error) {
		asked = append(asked, req.Kind+" "+req.Words())
		if req.Kind == ssml.KindSSML {
			return speech.Speech{}, speech.ErrMarkup
		}
		return speech.Speech{SampleRate: 24000}, nil
	}
	req := voice.Call(ssml.Text{Spoken: "In Kyiv today.", Marks: []ssml.Mark{{Start: 3, End: 7, IPA: "ˈkɪjiu̯"}}})
	mustSynthesize(t, reword(p), req)
	if want := []string{"ssml In Kyiv today.", "text In Kyiv today."}; !slices.Equal(asked, want) {
		t.Errorf("asked %q, want %q", asked, want)
	}
	plain := voice.Call(ssml.Text{Spoken: "In Kyiv today."})
	p.answer = func(context.Context, speech.Call) (speech.Speech, error) { return speech.Speech{}, speech.ErrMarkup }
	if _, err := reword(p).Synthesize(t.Context(), plain); !errors.Is(err, speech.ErrMarkup) {
		t.Errorf("without markup: %v", err)
	}
}

// reword has no cache in between.
func reword(p speech.Synthesizer) speech.Synthesizer {
	r := &speech.Reword{Synthesizer: p}
	r.Parts = r
	return r
}

// A half that was bought is kept when the other one fails.
func TestRewordKeepsAHalf(t *testing.T) {
	p := &short{most: 4}
	refuse := true
	once := &provider{answer: func(ctx context.Context, req speech.Call) (speech.Speech, error) {
		if refuse && strings.Contains(req.Words(), "never") {
			return speech.Speech{}, &speech.OverBudget{}
		}
		s, err := p.Synthesize(ctx, req)
		if err == nil {
			s.Samples[0] = 1
		}
		return s, err
	}}
	r := &speech.Reword{Synthesizer: once}
	r.Parts = speech.NewCache(r, newStorage(t), speech.LocalLeases())
	req := ask(t, "The first half is fine; the other never was.")
	if _, err := r.Parts.Synthesize(t.Context(), req); err == nil {
		t.Fatal("the second half was not refused")
	}
	refuse = false
	var told []int
	req.OnBought = func(s speech.Speech) { told = append(told, len(s.Samples)) }
	mustSynthesize(t, r.Parts, req)
	if want := []int{len(req.Input)}; !slices.Equal(told, want) {
		t.Errorf("told of speeches of %v samples, want the whole's %v alone", told, want)
	}
	if len(p.said) != len(slices.Compact(slices.Sorted(slices.Values(p.said)))) {
		t.Errorf("bought twice: %q", p.said)
	}
}
