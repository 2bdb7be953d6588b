package hearing

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/store"
)

// Prefix is the store's prefix for the histories of voices.
const Prefix = "private/hearing/"

// record is the stored history of a voice: an object in the store.
type record struct {
	Voice    string     `json:"voice"`
	Readings []Features `json:"readings"` // the latest, without refused ones
	Warps    []float64  `json:"warps"`    // cost of each stretch, over the first readings
}

// history is a voice's record in this process.
type history struct {
	record

	mu    sync.Mutex
	fresh []Features // not stored yet

	tried record // stretches of a voice that is aligned and not judged
	tries int
}

func key(voice string) string {
	return fmt.Sprintf("%s%x.json", Prefix, sha256.Sum256([]byte(voice)))
}

// with returns the record with the stretch costs of one more reading added.
func (r record) with(costs []float64) record {
	if costs == nil {
		return r
	}
	sums := make([]float64, len(costs))
	copy(sums, r.Warps)
	for i, cost := range costs {
		sums[i] += cost
	}
	r.Warps = sums
	return r
}

// warp returns the stretch with the lowest cost; 1 for a voice that is not fitted.
func (r record) warp() float64 {
	best, warp := math.Inf(1), 1.0
	for i, cost := range r.Warps {
		if cost < best {
			best, warp = cost, warps[i]
		}
	}
	return warp
}

func (h *history) snapshot() record {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.record // its slices are replaced, never modified
}

func (h *history) add(v Verdict) {
	h.record = h.with(v.warps)
	h.Readings, h.fresh = latest(h.Readings, v.features), append(h.fresh, v.features)
}

func latest(readings []Features, more ...Features) []Features {
	all := append(readings[:len(readings):len(readings)], more...)
	return all[max(0, len(all)-kept):]
}

// history returns the history of a voice, which it loads from the store the first time. If it
// cannot be read, a new one is started.
func (e *Ear) history(ctx context.Context, voice string) *history {
	e.mu.Lock()
	defer e.mu.Unlock()
	if h := e.histories[voice]; h != nil {
		return h
	}
	h := &history{record: record{Voice: voice}}
	if e.store != nil {
		stored, _, err := read(ctx, e.store, voice)
		if err != nil {
			logging.From(ctx).WarnContext(ctx, "cannot read what was heard of a voice; it is learnt anew", "voice", voice, "error", err)
		}
		h.Readings, h.Warps = stored.Readings, stored.Warps
	}
	e.histories[voice] = h
	return h
}

func read(ctx context.Context, st store.Store, voice string) (r record, etag string, err error) {
	body, entry, err := store.Read(ctx, st, key(voice))
	switch {
	case errors.Is(err, store.ErrNotFound):
		return record{}, "", nil
	case err != nil:
		return record{}, "", err
	}
	if err := json.Unmarshal(body, &r); err != nil {
		return record{}, entry.ETag, fmt.Errorf("%s: %w", key(voice), err)
	}
	return r, entry.ETag, nil
}

// often is the number of new readings that are stored at once, when there is a history.
const often = 8

// keep stores new readings: each of the first ones at once, later every eighth time. If storing
// fails, the next reading retries it.
func (e *Ear) keep(ctx context.Context, h *history) {
	if e.store == nil || len(h.Readings) > 2*enough && len(h.fresh) < often {
		return
	}
	err := e.merge(ctx, h)
	if err != nil {
		logging.From(ctx).WarnContext(ctx, "cannot store what was heard of a voice; the next reading tries again", "voice", h.Voice, "error", err)
	}
}

// merge adds the new readings to those that other processes have stored meanwhile.
func (e *Ear) merge(ctx context.Context, h *history) error {
	for {
		stored, etag, err := read(ctx, e.store, h.Voice)
		if err != nil && etag == "" {
			return err
		}
		next := record{Voice: h.Voice, Readings: latest(stored.Readings, h.fresh...), Warps: h.Warps}
		if len(stored.Readings) >= fitted { // the first process to fit the voice wins
			next.Warps = stored.Warps
		}
		body, err := json.Marshal(next)
		if err != nil {
			return err
		}
		_, err = e.store.Put(ctx, key(h.Voice), body, store.PutOptions{If: store.IfUnchanged(etag), ContentType: "application/json"})
		switch {
		case errors.Is(err, store.ErrConflict):
			continue
		case err == nil:
			h.record, h.fresh = next, nil
		}
		return err
	}
}
