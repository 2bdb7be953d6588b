package spend

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// total is the stored spending of an article.
type total struct {
	Characters int        `json:"characters"`
	Money      speech.USD `json:"micro_usd"`
}

func (t *total) add(cost speech.Cost, sign int) {
	t.Characters += sign * cost.Characters
	t.Money += speech.USD(sign) * cost.Money
}

// page is the spending of one process for one site on one day. Only that process writes it, so that
// writers never wait for each other.
type page struct {
	key string
	day time.Time // any time within it

	mu      sync.Mutex
	entries map[string]total // by article
	changes int

	saving sync.Mutex
	saved  int    // how many changes are in the store
	etag   string // of what is there
}

func (p *page) add(article string, cost speech.Cost, sign int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	entry := p.entries[article]
	entry.add(cost, sign)
	p.entries[article] = entry
	p.changes++
}

// save returns when all changes so far are in the store. Concurrent callers share the next write.
func (p *page) save(ctx context.Context, s store.Store) error {
	p.mu.Lock()
	wanted := p.changes
	p.mu.Unlock()
	p.saving.Lock()
	defer p.saving.Unlock()
	if p.saved >= wanted {
		return nil
	}
	body, upTo, err := p.content()
	if err != nil {
		return err
	}
	if err := p.write(ctx, s, body); err != nil {
		return fmt.Errorf("record spending: %w", err)
	}
	p.saved = upTo
	return nil
}

// write replaces the page in the store. Each write depends on the one before, so that an earlier
// one, delivered late by a dead connection, takes no purchase off the record. Since no one else
// writes the page, a conflict is with a write of its own whose answer was lost.
func (p *page) write(ctx context.Context, s store.Store, body []byte) error {
	for {
		etag, err := s.Put(ctx, p.key, body, store.PutOptions{If: store.IfUnchanged(p.etag), ContentType: "application/json"})
		if err == nil {
			p.etag = etag
		}
		if !errors.Is(err, store.ErrConflict) {
			return err
		}
		_, there, err := store.Read(ctx, s, p.key)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		p.etag = there.ETag
	}
}

// copy is what the process reserved or bought so far, also what is not in the store yet.
func (p *page) copy() map[string]total {
	p.mu.Lock()
	defer p.mu.Unlock()
	return maps.Clone(p.entries)
}

func (p *page) content() (body []byte, changes int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	body, err = json.Marshal(p.entries)
	return body, p.changes, err
}

// record is the spending of this process, one page for each site and day.
type record struct {
	store  store.Store
	writer string // this process's unique name

	mu    sync.Mutex
	pages map[string]*page   // by key
	read  map[string]version // of other processes' pages, by key
}

// version is a page as it was read.
type version struct {
	etag    string
	entries map[string]total
}

func newRecord(s store.Store, writer string) *record {
	return &record{store: s, writer: writer, pages: map[string]*page{}, read: map[string]version{}}
}

func siteKey(site string) string { return "private/sites/" + site + "/spend/" }

func (r *record) page(site string, at time.Time) *page {
	key := siteKey(site) + at.Format(time.DateOnly) + "/" + r.writer + ".json"
	r.mu.Lock()
	defer r.mu.Unlock()
	p, ok := r.pages[key]
	if !ok {
		maps.DeleteFunc(r.pages, func(_ string, p *page) bool { return at.Sub(p.day) > keptPages })
		maps.DeleteFunc(r.read, func(key string, _ version) bool { return !strings.Contains(key, "/spend/"+at.Format("2006-01-")) })
		p = &page{key: key, day: at, entries: map[string]total{}}
		r.pages[key] = p
	}
	return p
}

// keptPages is how long pages stay in memory: a purchase that began on one day may be settled on
// the next.
const keptPages = 48 * time.Hour

// month adds up what all processes recorded for a site's month, by field of its counters.
func (r *record) month(ctx context.Context, site string, at time.Time) (map[string]int64, error) {
	totals := map[string]int64{}
	prefix := siteKey(site) + at.Format("2006-01-")
	for object, err := range r.store.List(ctx, prefix) {
		if err != nil {
			return nil, fmt.Errorf("sum up spending: %w", err)
		}
		entries, err := r.entries(ctx, object)
		if err != nil {
			return nil, err
		}
		day, _, _ := strings.Cut(strings.TrimPrefix(object.Key, prefix), "/")
		sum(entries, day, totals)
	}
	return totals, nil
}

// entries of a page: of this process's own, what it has in memory; of another's, what the store
// has, which is read again only if it changed.
func (r *record) entries(ctx context.Context, object store.Entry) (map[string]total, error) {
	r.mu.Lock()
	own, mine := r.pages[object.Key]
	known, ok := r.read[object.Key]
	r.mu.Unlock()
	switch {
	case mine:
		return own.copy(), nil
	case ok && object.ETag != "" && known.etag == object.ETag:
		return known.entries, nil
	}
	body, read, err := store.Read(ctx, r.store, object.Key)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("sum up spending: %w", err)
	}
	var entries map[string]total
	if err := json.Unmarshal(body, &entries); err != nil {
		return nil, fmt.Errorf("sum up spending: %s: %w: delete the file if that day's spending no longer matters", object.Key, err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.read[object.Key] = version{read.ETag, entries}
	return entries, nil
}

// sum adds a day's page to totals.
func sum(entries map[string]total, day string, totals map[string]int64) {
	for article, spent := range entries {
		for _, field := range []string{"day:" + day + ":article:" + article, "day:" + day, "month"} {
			totals[field+inCharacters] += int64(spent.Characters)
			totals[field+inMoney] += int64(spent.Money)
		}
	}
}
