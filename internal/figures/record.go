package figures

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Day is a day in UTC, as 2026-11-30.
type Day string

// DayOf returns the day of a time.
func DayOf(t time.Time) Day { return Day(t.UTC().Format(time.DateOnly)) }

// Epoch is the life of the counters of a day: they may be wiped, and then count from zero in
// another epoch.
type Epoch struct {
	Name     string
	Articles map[string]Sums // by id
}

// day is the content of a day's object. A snapshot replaces the former one of its epoch, so writing
// one twice counts nothing twice; the day's sums are those of all its epochs.
type day struct {
	Version int                        `json:"version"`
	Epochs  map[string]map[string]Sums `json:"epochs"` // by name, by article
}

// Record keeps the sums of days in the store.
type Record struct{ Store store.Store }

func prefix(site string) string { return "private/sites/" + site + "/figures/" }

func key(site string, d Day) string { return prefix(site) + string(d) + ".json" }

// Keep writes a snapshot of a day's counters. Figures in it never fall.
func (r Record) Keep(ctx context.Context, site string, d Day, snapshot Epoch) error {
	for {
		had, etag, err := r.read(ctx, key(site, d))
		if err != nil {
			return err
		}
		had.raise(snapshot)
		body, err := json.Marshal(had)
		if err != nil {
			return err
		}
		_, err = r.Store.Put(ctx, key(site, d), body, store.PutOptions{If: store.IfUnchanged(etag), ContentType: "application/json"})
		if !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
}

func (r Record) read(ctx context.Context, key string) (day, string, error) {
	d := day{Version: 1, Epochs: map[string]map[string]Sums{}}
	body, entry, err := store.Read(ctx, r.Store, key)
	if errors.Is(err, store.ErrNotFound) {
		return d, "", nil
	}
	if err == nil {
		err = json.Unmarshal(body, &d)
	}
	if err != nil {
		return d, "", fmt.Errorf("read the figures %s: %w", key, err)
	}
	return d, entry.ETag, nil
}

// raise takes a snapshot over. Another server may have written a later one: the larger number
// counts.
func (d day) raise(snapshot Epoch) {
	epoch := d.Epochs[snapshot.Name]
	if epoch == nil {
		epoch = map[string]Sums{}
		d.Epochs[snapshot.Name] = epoch
	}
	for id, sums := range snapshot.Articles {
		if epoch[id] == nil {
			epoch[id] = Sums{}
		}
		for field, n := range sums {
			epoch[id][field] = max(epoch[id][field], n)
		}
	}
}

// Days yields the sums of each article on each day from since on, in the order of days.
func (r Record) Days(ctx context.Context, site string, since Day) iter.Seq2[DayOfArticle, error] {
	return func(yield func(DayOfArticle, error) bool) {
		for entry, err := range r.Store.List(ctx, prefix(site)) {
			if err != nil {
				yield(DayOfArticle{}, err)
				return
			}
			name := Day(strings.TrimSuffix(strings.TrimPrefix(entry.Key, prefix(site)), ".json"))
			if name < since {
				continue
			}
			d, _, err := r.read(ctx, entry.Key)
			if err != nil {
				yield(DayOfArticle{}, err)
				return
			}
			for id, sums := range d.total() {
				if !yield(DayOfArticle{name, id, sums}, nil) {
					return
				}
			}
		}
	}
}

// DayOfArticle is the figures of one article on one day.
type DayOfArticle struct {
	Day  Day
	ID   string
	Sums Sums
}

func (d day) total() map[string]Sums {
	all := map[string]Sums{}
	for _, epoch := range d.Epochs {
		for id, sums := range epoch {
			if all[id] == nil {
				all[id] = Sums{}
			}
			all[id].Add(sums)
		}
	}
	return all
}
