package hearing

import (
	"context"

	"github.com/aloud-audio/aloud/internal/align"
)

// Times returns the second at which a reading begins to say each of the given places of its text:
// byte offsets in ascending order, the first is 0. Half of the times are exact to 30 ms (`make
// bench-checks`). The error is ErrNoReference if there is nothing to align the reading with.
func (e *Ear) Times(ctx context.Context, r Reading, places []int) ([]float64, error) {
	reference, onsets, err := readMarked(ctx, r.Language, r.Text, places)
	if err != nil {
		return nil, err
	}
	top := align.Top(r.Hertz, reference.SampleRate)
	expected := align.ListenFinely(reference.Samples, reference.SampleRate, top, 1)
	coarse := expected.Coarse()
	said := align.ListenFinely(r.Samples, r.Hertz, top, e.warpFor(ctx, r, top, coarse))
	path := align.Lay(said.Coarse(), coarse)
	if path.Empty() {
		return nil, ErrNoReference
	}
	path = path.Finer(said, expected)
	times := make([]float64, len(onsets))
	for i, o := range onsets {
		times[i] = path.At(o.at) - o.silent
	}
	return times, nil
}

// warpFor returns the stretch of a voice's bands. A voice that is not judged is fitted here, by its
// first readings, and only for this process.
func (e *Ear) warpFor(ctx context.Context, r Reading, top float64, expected align.Sound) float64 {
	h := e.history(ctx, r.Voice)
	h.mu.Lock()
	known, tried, tries := h.record, h.tried, h.tries
	h.mu.Unlock()
	switch {
	case len(known.Readings) >= fitted:
		return known.warp()
	case tries >= fitted:
		return tried.warp()
	}
	costs := tryWarps(r, top, expected)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tried, h.tries = h.tried.with(costs), h.tries+1
	return h.tried.warp()
}
