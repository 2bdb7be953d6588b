package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// timed are the voices whose own times are known: festival says when it begins each sentence and
// each word.
var timed = []string{"ked_diphone", "lp_diphone", "czech_ph", "msu_ru_nsh_clunits"}

// togetherTexts paragraphs make a segment.
const togetherTexts = 3

// timeTable has a row for each voice.
type timeTable []*timeRow

// timeRow holds how far the times of a voice are off, in seconds.
type timeRow struct {
	voice            voice
	sentences, words []float64
	audio, cpu       float64 // seconds
}

// truth is a segment with the times that its voice itself says.
type truth struct {
	text      string
	said      speech.Speech
	sentences map[int]float64 // by the byte of the text at which each begins
	words     map[int]float64 // those of sentences too
}

func (t *timeTable) measure(ctx context.Context, folder string) error {
	for _, v := range voices {
		if !slices.Contains(timed, v.name) {
			continue
		}
		texts, err := paragraphs(v.language, learnt+judged)
		if err == nil {
			err = v.say(ctx, folder, texts)
		}
		if err != nil {
			return err
		}
		row, ear := &timeRow{voice: v}, hearing.NewEar(nil)
		for texts := range slices.Chunk(v.wholeTexts(folder, texts), togetherTexts) {
			if err := row.add(ctx, ear, v.truth(folder, texts)); err != nil {
				return err
			}
		}
		*t = append(*t, row)
	}
	return nil
}

// wholeTexts returns the texts whose sentences festival reads one by one.
func (v voice) wholeTexts(folder string, texts []string) []string {
	return slices.DeleteFunc(slices.Clone(texts), func(text string) bool {
		n := len(script.Sentences(v.language, text))
		return strings.ContainsRune(text, ';') || !exists(v.file(folder, text, n)) || exists(v.file(folder, text, n+1))
	})
}

// truth joins the readings of texts.
func (v voice) truth(folder string, texts []string) (t truth) {
	t.sentences, t.words = map[int]float64{}, map[int]float64{}
	for _, text := range texts {
		for part, sentence := range script.Sentences(v.language, text) {
			wav, _ := os.ReadFile(v.file(folder, text, part+1))
			said, err := speech.DecodeWAV(wav)
			if err != nil {
				continue
			}
			t.add(sentence, said, startsIn(v.file(folder, text, part+1)+".words"))
		}
		t.text += " "
	}
	t.text = strings.TrimSpace(t.text)
	return t
}

func (t *truth) add(sentence string, said speech.Speech, starts []float64) {
	t.said.SampleRate = said.SampleRate
	begin := t.seconds()
	words := script.Words(sentence)
	if len(words) == len(starts) {
		t.sentences[len(t.text)+words[0].Start] = begin + starts[0]
		for i, word := range words {
			t.words[len(t.text)+word.Start] = begin + starts[i]
		}
	}
	t.text += sentence
	t.said.Samples = append(t.said.Samples, said.Samples...)
}

func (t *truth) seconds() float64 {
	return float64(len(t.said.Samples)) / float64(max(t.said.SampleRate, 1))
}

// startsIn reads what festival wrote of its words.
func startsIn(file string) (starts []float64) {
	body, _ := os.ReadFile(file)
	for line := range strings.Lines(string(body)) {
		if at, err := strconv.ParseFloat(strings.TrimSpace(line), 64); err == nil {
			starts = append(starts, at)
		}
	}
	return starts
}

// add measures one segment.
func (r *timeRow) add(ctx context.Context, ear *hearing.Ear, t truth) error {
	builder, err := track.NewBuilder([]script.Segment{{Text: t.text, Spoken: t.text}}, track.Options{
		SampleRate: t.said.SampleRate, Words: true, Tags: track.Tags{Language: r.voice.language},
		Times: func(_ int, s speech.Speech, places []int) []float64 {
			begun := userTime()
			times, err := ear.Times(ctx, r.voice.heard(s, t.text), places)
			r.cpu += userTime() - begun
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
			return times
		},
	})
	if err != nil {
		return err
	}
	defer builder.Close()
	if err := builder.Add(0, t.said); err != nil {
		fmt.Fprintln(os.Stderr, r.voice, err)
		return nil
	}
	made, err := builder.Finish()
	if err != nil {
		fmt.Fprintln(os.Stderr, r.voice, err)
		return nil
	}
	heard, err := builder.Heard(0, t.said.SampleRate)
	if err != nil {
		return err
	}
	r.audio += t.seconds()
	r.compare(t, made, trimmed(t.said, heard))
	return nil
}

// trimmed returns how many seconds of silence a track left out before its first segment: those by
// which the two are the most alike.
func trimmed(said, heard speech.Speech) float64 {
	const searched, compared = 1.0, 0.5 // seconds
	rate := float64(said.SampleRate)
	heard.Samples = heard.Samples[:min(int(compared*rate), len(heard.Samples))]
	best, most := 0, 0.0
	for from := 0; from < int(searched*rate) && from+len(heard.Samples) <= len(said.Samples); from += said.SampleRate / 1000 {
		alike := 0.0
		for i, sample := range heard.Samples {
			alike += float64(sample) * float64(said.Samples[from+i])
		}
		if alike > most {
			best, most = from, alike
		}
	}
	return float64(best) / rate
}

// userTime is the CPU time of this process and of its children.
func userTime() (seconds float64) {
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var usage syscall.Rusage
		if syscall.Getrusage(who, &usage) == nil {
			seconds += float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
		}
	}
	return seconds
}

// compare notes how far a track's times are from the truth, of which the track begins at zero.
func (r *timeRow) compare(t truth, made track.Track, zero float64) {
	off := func(at int64, truth float64) float64 {
		return math.Abs(float64(at-made.Segments[0].Start)/float64(made.SampleRate) - (truth - zero))
	}
	at := 0
	for _, cue := range made.Cues {
		if truth, known := t.sentences[at]; known && at > 0 {
			r.sentences = append(r.sentences, off(cue.Start, truth))
		}
		at += len(cue.Text)
	}
	for _, word := range made.Words[0] {
		if truth, known := t.words[word.From]; known && word.From > 0 {
			r.words = append(r.words, off(word.Start, truth))
		}
	}
}

func (t timeTable) print(w io.Writer) {
	fmt.Fprintf(w, "\n| voice | sentences | median | 95 %% | words | median | 95 %% | CPU a minute |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n")
	for _, r := range t {
		fmt.Fprintf(w, "| %s (%s) | %d | %s | %d | %s | %.2f s |\n", r.voice.name, r.voice.language,
			len(r.sentences), spread(r.sentences), len(r.words), spread(r.words), r.cpu/r.audio*60)
	}
}

// spread returns the median and the 95th percentile, in ms.
func spread(off []float64) string {
	if len(off) == 0 {
		return "– | –"
	}
	slices.Sort(off)
	return fmt.Sprintf("%.0f ms | %.0f ms", 1000*off[len(off)/2], 1000*off[len(off)*19/20])
}
