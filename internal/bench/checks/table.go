package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
)

// row counts the readings with one damage.
type row struct {
	name            string
	bytes, ear, all int
	fresh, newVoice int // refused, and judged, as if the voice was new
}

// table has a row for each damage, and one for good readings.
type table struct {
	voices  int
	learnt  int
	good    row
	foreign row
	damaged map[string]*row
}

// judge has a voice's first readings learnt, and judges the others whole and spoilt.
func (t *table) judge(ctx context.Context, v voice, folder string, texts, foreign []string) error {
	ear := hearing.NewEar(nil)
	t.foreign.name = "the article in another language"
	if t.damaged == nil {
		t.damaged = map[string]*row{}
	}
	for i, text := range texts {
		said, err := v.reading(folder, text)
		if err != nil {
			return err
		}
		reference, err := hearing.NewReference(ctx, v.language, text)
		if err != nil {
			return err
		}
		if i < learnt {
			ear.Learn(ctx, ear.JudgeBy(ctx, v.heard(said, text), reference))
			continue
		}
		other, err := v.reading(folder, texts[likeLength(texts, i)])
		if err != nil {
			return err
		}
		l := listener{ear, v, text, reference, i%sampled == 0}
		t.judgeAll(ctx, l, said, other)
		if i-learnt >= len(foreign) {
			continue
		}
		translated, err := v.reading(folder, foreign[nearest(foreign, 0, -1, len(text))])
		if err != nil {
			return err
		}
		t.foreign.judge(ctx, l, translated)
	}
	t.voices++
	t.learnt += learnt
	return nil
}

// listener judges readings of one text by one voice.
type listener struct {
	ear       *hearing.Ear
	voice     voice
	text      string
	reference hearing.Reference
	new       bool // judges also as if the voice was new
}

// sampled says that one reading in so many is judged as if its voice was new: that takes far
// longer.
const sampled = 3

func (t *table) judgeAll(ctx context.Context, l listener, said, other speech.Speech) {
	t.good.judge(ctx, l, said)
	for _, d := range damages {
		if t.damaged[d.name] == nil {
			t.damaged[d.name] = &row{name: d.name}
		}
		t.damaged[d.name].judge(ctx, l, d.make(said, other))
	}
}

// add adds another voice's table.
func (t *table) add(other table) {
	if other.voices == 0 {
		return
	}
	if t.damaged == nil {
		t.damaged = map[string]*row{}
	}
	t.voices, t.learnt = t.voices+other.voices, t.learnt+other.learnt
	t.good.sum(other.good)
	t.foreign.sum(other.foreign)
	for name, r := range other.damaged {
		if t.damaged[name] == nil {
			t.damaged[name] = &row{name: name}
		}
		t.damaged[name].sum(*r)
	}
}

func (r *row) sum(other row) {
	r.name = cmp.Or(r.name, other.name)
	r.bytes, r.ear, r.all = r.bytes+other.bytes, r.ear+other.ear, r.all+other.all
	r.fresh, r.newVoice = r.fresh+other.fresh, r.newVoice+other.newVoice
}

// judge judges one reading, by its bytes and then by the ear.
func (r *row) judge(ctx context.Context, l listener, said speech.Speech) {
	r.all++
	if l.new {
		r.newVoice++
	}
	call := speech.Voice{Provider: l.voice.program, Name: l.voice.name, Language: l.voice.language, SampleRate: said.SampleRate}.Call(ssml.Text{Spoken: l.text})
	if _, err := speech.NewChecked(answer{speech: said}, speech.Checks{}).Synthesize(ctx, call); err != nil {
		r.bytes++
		r.ear++
		if l.new {
			r.fresh++
		}
		return
	}
	if l.new && hearing.NewEar(nil).JudgeBy(ctx, l.voice.heard(said, l.text), l.reference).Refused {
		r.fresh++
		if r.name == "" {
			fmt.Fprintf(os.Stderr, "%s, %d characters, good: refused as a new voice's\n", l.voice, len(l.text))
		}
	}
	verdict := l.ear.JudgeBy(ctx, l.voice.heard(said, l.text), l.reference)
	if verdict.Refused {
		r.ear++
	}
	if verdict.Refused != (r.name != "") {
		fmt.Fprintf(os.Stderr, "%s, %d characters, %s: %s %+v\n", l.voice, len(l.text), cmp.Or(r.name, "good"), verdict.Reason, verdict)
	}
}

func (v voice) heard(said speech.Speech, text string) hearing.Reading {
	return hearing.Reading{Voice: v.String(), Language: v.language, Text: text, Samples: said.Samples, Hertz: said.SampleRate}
}

// likeLength returns the text, among those that are judged, whose length is nearest to that of text
// i.
func likeLength(texts []string, i int) int { return nearest(texts, learnt, i, len(texts[i])) }

// nearest returns the text, from the first to be considered and but for one, whose length is
// nearest to a length.
func nearest(texts []string, first, except, length int) int {
	best := -1
	for j := first; j < len(texts); j++ {
		if j != except && (best < 0 || abs(len(texts[j])-length) < abs(len(texts[best])-length)) {
			best = j
		}
	}
	return best
}

func abs(x int) int { return max(x, -x) }

// answer is a provider that gives one answer.
type answer struct {
	speech.Synthesizer
	speech speech.Speech
}

func (a answer) Synthesize(context.Context, speech.Call) (speech.Speech, error) { return a.speech, nil }

func (t *table) print(w io.Writer) {
	fmt.Fprintf(w, "%d good readings by %d voices, judged by bounds that were learnt from %d others:\n\n", t.good.all, t.voices, t.learnt)
	fmt.Fprintf(w, "| reading | by bytes alone | refused | refused of a new voice |\n| --- | --- | --- | --- |\n")
	t.good.print(w, "good")
	t.foreign.print(w, t.foreign.name)
	for _, d := range damages {
		t.damaged[d.name].print(w, d.name)
	}
}

func (r row) print(w io.Writer, name string) {
	fmt.Fprintf(w, "| %s | %s | %s | %s |\n", name, percent(r.bytes, r.all), percent(r.ear, r.all), percent(r.fresh, r.newVoice))
}

func percent(n, all int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(all))
}
