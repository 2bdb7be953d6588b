// Package hearing distinguishes a good reading of a text from one that is truncated, doubled, of
// another text or language, or at the wrong sample rate. It works in any language and without
// knowing the voice.
//
// espeak-ng reads the same text as a child process. The package compares the reading with that
// reference: how much longer it is, and how similar the two sound. It learns what is usual for a
// voice from its readings and keeps that in the store. It never judges bytes, buys nothing and
// retries nothing. The checks of package speech call it.
package hearing

import (
	"cmp"
	"context"
	"math"
	"sync"

	"github.com/aloud-audio/aloud/internal/align"
	"github.com/aloud-audio/aloud/internal/store"
)

// Reading is a voice's answer.
type Reading struct {
	Voice    string  // key of the voice's history: everything that changes how it speaks
	Language string  // BCP 47
	Text     string  // in its spoken form, without markup
	Rate     float64 // factor of the voice's own pace; 0 is 1
	Samples  []int16
	Hertz    int // sample rate

	// Tolerances, as logarithms, for a reading that is shorter or longer than expected, because
	// a voice may either spell or read parts of the text.
	Less, More float64
}

// Verdict is the result of judging a reading.
type Verdict struct {
	Reason  Reason // what is wrong with it, or may be if it is not refused; "": nothing
	Detail  string // for people
	Refused bool
	Heard   bool // it was compared; false if its text is too short

	voice    string
	features Features
	plain    plainSigns
	warps    []float64 // cost of each stretch of the bands; nil if the voice is fitted
}

// Ear judges readings by the history of their voices. It is safe for concurrent use.
type Ear struct {
	store store.Store // nil: histories are kept in memory only

	mu        sync.Mutex
	histories map[string]*history
}

// NewEar returns an ear that keeps the histories of voices in a store, or in memory if it is
// nil.
func NewEar(st store.Store) *Ear { return &Ear{store: st, histories: map[string]*history{}} }

// Judge compares a reading with the reference. The error is ErrNoReference if there is none. It
// takes about 3 ms of CPU per second of speech, including the child process.
func (e *Ear) Judge(ctx context.Context, r Reading) (Verdict, error) {
	reference, err := NewReference(ctx, r.Language, r.Text)
	if err != nil {
		return Verdict{}, err
	}
	return e.JudgeBy(ctx, r, reference), nil
}

// JudgeBy is Judge with an existing reference.
func (e *Ear) JudgeBy(ctx context.Context, r Reading, reference Reference) Verdict {
	known := e.history(ctx, r.Voice).snapshot()
	v := Verdict{voice: r.Voice}
	top := align.Top(r.Hertz, reference.sound.SampleRate)
	expected := reference.listen(top)
	if v.Heard = expected.Heard() >= shortest; !v.Heard {
		return v
	}
	if len(known.Readings) < fitted {
		v.warps = tryWarps(r, top, expected)
	}
	said := align.Listen(r.Samples, r.Hertz, top, known.with(v.warps).warp())
	path := align.Lay(said, expected)
	v.features = measure(r, said, expected, path)
	if v.plain = noSigns; len(known.Readings) < enough {
		v.plain = findPlainSigns(said, expected, path)
	}
	v.decide(known.Readings, r)
	return v
}

// Learn adds an accepted reading to the history of its voice.
func (e *Ear) Learn(ctx context.Context, v Verdict) {
	if !v.Heard || v.Refused {
		return
	}
	h := e.history(ctx, v.voice)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.add(v)
	e.keep(ctx, h)
}

func (v *Verdict) decide(readings []Features, r Reading) {
	if v.Reason, v.Detail = judgeAny(v.features); v.Reason == "" {
		v.Reason, v.Detail = v.plain.judge(v.features, r.Less)
	}
	if v.Reason != "" {
		v.Refused = true
		return
	}
	if len(readings) < some {
		return
	}
	usual := learn(readings)
	if len(readings) >= enough {
		v.Reason, v.Detail = judge(v.features, usual.certain().widened(r.Less, r.More))
		v.Refused = v.Reason != ""
	}
	if !v.Refused {
		v.Reason, v.Detail = judge(v.features, usual.widened(r.Less, r.More))
	}
}

func measure(r Reading, said, expected align.Sound, path align.Path) Features {
	return Features{
		Length:  expected.Heard(),
		Pace:    math.Log(max(said.Heard(), 0.01) * cmp.Or(r.Rate, 1) / expected.Heard()),
		Unlike:  path.Unlikeness(),
		Missing: path.Missing(),
	}
}

// warps are the stretch factors that are tried for a voice.
var warps = []float64{0.7, 0.76, 0.82, 0.88, 0.94, 1, 1.06, 1.12}

// fitted is the number of readings that determine a voice's stretch factor.
const fitted = 3

// tryWarps returns the cost of each stretch of the bands.
func tryWarps(r Reading, top float64, expected align.Sound) []float64 {
	costs := make([]float64, len(warps))
	for i, said := range align.ListenWarped(r.Samples, r.Hertz, top, warps) {
		costs[i] = align.Cost(said, expected)
	}
	return costs
}
