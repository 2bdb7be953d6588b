package retention

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/library"
)

// readers is how many records are read at once.
const readers = 8

// marks say what is needed. Speech is named by the first 64 bits of its key, 8 bytes for each of
// millions; if two keys begin alike, one is kept for longer than it had to be.
type marks struct {
	begun   time.Time
	erasing library.Ref // whose renders have all expired; zero: none
	public  map[library.Ref]map[string]time.Time
	// unrecorded is when the newest public track was written of which nobody knows what speech it
	// uses, as a former release made it. Speech that is no younger stays.
	unrecorded time.Time

	mu      sync.Mutex
	named   []uint64
	expired map[library.Ref][]library.RenderUse // whose speech nobody needs, as far as their own article goes
}

// mark reads the records of all articles. It first lists what is public: a track that is published
// later belongs to a render that is under way.
func (c *Collector) mark(ctx context.Context, erasing library.Ref) (*marks, error) {
	m := &marks{begun: c.Now(), erasing: erasing, public: map[library.Ref]map[string]time.Time{}, expired: map[library.Ref][]library.RenderUse{}}
	for file, err := range c.Library.PublicFiles(ctx) {
		if err != nil {
			return nil, err
		}
		if m.public[file.Ref] == nil {
			m.public[file.Ref] = map[string]time.Time{}
		}
		m.public[file.Ref][file.Render] = file.Entry.Modified
	}
	if err := c.eachUses(ctx, time.Time{}, func(ctx context.Context, ref library.Ref) error { return c.markArticle(ctx, m, ref) }); err != nil {
		return nil, err
	}
	if err := c.markUnrecorded(ctx, m); err != nil {
		return nil, err
	}
	slices.Sort(m.named)
	return m, nil
}

// eachUses calls do, concurrently, for each article whose record was written since.
func (c *Collector) eachUses(ctx context.Context, since time.Time, do func(context.Context, library.Ref) error) error {
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(readers)
	for entry, err := range c.Library.AllUses(groupCtx) {
		if err != nil {
			return errors.Join(err, group.Wait())
		}
		if !entry.Modified.Before(since) {
			group.Go(func() error { return do(groupCtx, entry.Ref) })
		}
	}
	return group.Wait()
}

// markArticle names the speech of the article's renders that are needed, and notes when the others
// ended. A damaged record counts as missing.
func (c *Collector) markArticle(ctx context.Context, m *marks, ref library.Ref) error {
	uses, err := c.Library.Uses(ctx, ref)
	if err != nil {
		return library.IgnoreUnreadable(err)
	}
	wanted, erased, err := c.wanted(ctx, m, ref, uses)
	if err != nil {
		return err
	}
	keep := c.retention(ref.Site)
	if erased {
		keep = 0
	}
	changed := false
	for i := range uses.Renders {
		use := &uses.Renders[i]
		live := m.isPublic(ref, use.Render) || wanted && (i == len(uses.Renders)-1 || m.begun.Sub(use.At) < underWay)
		changed = setEnded(use, live, m.begun) || changed
		m.add(ref, *use, ref == m.erasing || !live && m.begun.Sub(use.Ended) >= keep)
	}
	if !changed || ref == m.erasing {
		return nil
	}
	return c.noteEnds(ctx, ref, uses)
}

// setEnded notes when a render ended, and reports whether that is news.
func setEnded(use *library.RenderUse, live bool, now time.Time) (changed bool) {
	if live == use.Ended.IsZero() {
		return false
	}
	if use.Ended = now.UTC(); live {
		use.Ended = time.Time{}
	}
	return true
}

// noteEnds stores when renders ended, beside those that have begun since.
func (c *Collector) noteEnds(ctx context.Context, ref library.Ref, judged library.Uses) error {
	return c.Library.UpdateUses(ctx, ref, func(now *library.Uses) bool {
		for i := range now.Renders {
			for _, use := range judged.Renders {
				if use.Render == now.Renders[i].Render {
					now.Renders[i].Ended = use.Ended
				}
			}
		}
		return true
	})
}

// wanted reports whether the article's newest render may still be needed although no track of it is
// public: it is being made, waits for the budget, or failed and may be retried.
func (c *Collector) wanted(ctx context.Context, m *marks, ref library.Ref, uses library.Uses) (wanted, erased bool, err error) {
	if n := len(uses.Renders); n == 0 || m.isPublic(ref, uses.Renders[n-1].Render) {
		return true, false, nil
	}
	desired, err := c.Library.Desired(ctx, ref)
	if errors.Is(err, library.ErrDamaged) {
		return true, false, nil
	}
	if library.IgnoreNotFound(err) != nil {
		return false, false, err
	}
	if desired.Gone() || desired.Orders.Held {
		return false, !desired.ErasedAt.IsZero(), nil
	}
	if due, err := c.Library.Due(ctx, ref); err != nil || len(due) > 0 {
		return true, false, err
	}
	outcome, err := c.Library.Outcome(ctx, ref)
	taken := err == nil && outcome.Revision == desired.Revision.String() && (outcome.State == library.Removed || outcome.State == library.NothingToRead)
	return !taken, false, library.IgnoreUnreadable(err)
}

// isPublic reports whether a file of the render was public.
func (m *marks) isPublic(ref library.Ref, render string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, public := m.public[ref][render]
	return public
}

// add takes a record of a render into account.
func (m *marks) add(ref library.Ref, use library.RenderUse, isExpired bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if isExpired {
		m.expired[ref] = append(m.expired[ref], use)
	} else {
		m.named = append(m.named, prefixes(use.Speech)...)
	}
	delete(m.public[ref], use.Render) // what is left has no record
}

func (m *marks) name(keys []string) { m.named = append(m.named, prefixes(keys)...) }

// needs reports whether somebody needs the speech.
func (m *marks) needs(key string) bool {
	_, found := slices.BinarySearch(m.named, prefix(key))
	return found
}

// unused returns the speech of expired renders that no other render uses.
func (m *marks) unused() []string { return slices.DeleteFunc(m.ofExpired(), m.needs) }

// shared counts the speech of expired renders that other renders use too.
func (m *marks) shared() int {
	all := m.ofExpired()
	return len(all) - len(slices.DeleteFunc(slices.Clone(all), m.needs))
}

func (m *marks) ofExpired() []string {
	var keys []string
	for _, uses := range m.expired {
		for _, use := range uses {
			keys = append(keys, use.Speech...)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func prefixes(keys []string) []uint64 {
	all := make([]uint64, len(keys))
	for i, key := range keys {
		all[i] = prefix(key)
	}
	return all
}

// prefix is the first 64 bits of a key in hex.
func prefix(key string) uint64 {
	bits, _ := strconv.ParseUint(key[:min(len(key), 16)], 16, 64)
	return bits
}
