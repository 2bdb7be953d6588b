// Package retention deletes what no article needs any more: the speech, the encoded segments and
// the text that only removed articles used.
//
// It marks and sweeps. Marks are the records of which speech each render uses (library.Uses), of
// all sites, since speech is shared by everything that says the same. It never deletes what is
// public, nor speech that a current or previous track, or a render under way, names. The worker
// calls Run, on one worker at a time, and the newsroom calls Erase for an article.
package retention

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/store"
)

// Collector deletes what is not needed. Its fields are set once, before use.
type Collector struct {
	Store    store.Store
	Library  *library.Library
	Narrator *narrate.Narrator // its sites' retention, and what their articles say
	Lease    Lease
	Now      func() time.Time
}

// Lease takes the lease of a name, if nobody holds it. A purchase of speech holds the lease of the
// speech's key in the store.
type Lease func(ctx context.Context, name string) (release func(), taken bool, err error)

// DefaultRetention is how long what only removed articles used is kept, unless the site says
// otherwise.
const DefaultRetention = 30 * 24 * time.Hour

// A render that is wanted is not older than a day, or another one has begun. Speech that no record
// ever named (halves of a refused sentence, purchases of former releases) stays as long at least.
const underWay = 24 * time.Hour

// Erased counts what was deleted.
type Erased struct {
	Speech int   `json:"speech"` // segments
	Pieces int   `json:"pieces"` // encoded segments
	Files  int   `json:"files"`  // public ones
	Texts  int   `json:"texts"`  // articles' texts
	Bytes  int64 `json:"bytes"`
	Shared int   `json:"shared"` // segments that stay, because other articles use them, or a purchase is under way
}

// Objects is how many objects were deleted or emptied.
func (e Erased) Objects() int { return e.Speech + e.Pieces + e.Files + e.Texts }

func (c *Collector) retention(site string) time.Duration {
	if s, known := c.Narrator.Sites[site]; known {
		return s.Retention
	}
	return DefaultRetention
}

// longest is the longest retention of any site: speech that no record names may be of any.
func (c *Collector) longest() time.Duration {
	longest := underWay
	for _, s := range c.Narrator.Sites {
		longest = max(longest, s.Retention)
	}
	return longest
}

// shortest is the shortest retention of any site.
func (c *Collector) shortest() time.Duration {
	shortest := DefaultRetention
	for _, s := range c.Narrator.Sites {
		shortest = min(shortest, s.Retention)
	}
	return shortest
}

// Collect deletes what has not been needed for as long as its site keeps it. full has it look at
// all stored speech, for what no record names.
func (c *Collector) Collect(ctx context.Context, full bool) (Erased, error) {
	m, err := c.mark(ctx, library.Ref{})
	if err != nil {
		return Erased{}, err
	}
	d := &deleter{Collector: c, marks: m}
	if err := d.speech(ctx, m.unused()); err != nil {
		return d.erased, err
	}
	if full {
		if err := errors.Join(d.unnamed(ctx), d.forgetNeverHeard(ctx)); err != nil {
			return d.erased, err
		}
	}
	return d.erased, d.forget(ctx)
}

// Erase deletes at once what only this article used, whose audio must be held or removed: its
// public files, its speech, its encoded segments and its text. dryRun only counts.
func (c *Collector) Erase(ctx context.Context, ref library.Ref, dryRun bool) (Erased, error) {
	m, err := c.mark(ctx, ref)
	if err != nil {
		return Erased{}, err
	}
	wanted, err := c.Narrator.SpeechWanted(ctx, ref) // as a track without a record probably has it
	if err != nil {
		return Erased{}, err
	}
	m.expired[ref] = append(m.expired[ref], library.RenderUse{Speech: wanted})
	d := &deleter{Collector: c, marks: m, dryRun: dryRun}
	d.erased.Shared = m.shared()
	if err := d.public(ctx, ref); err != nil {
		return d.erased, err
	}
	if err := d.speech(ctx, m.unused()); err != nil {
		return d.erased, err
	}
	if err := d.text(ctx, ref); err != nil {
		return d.erased, err
	}
	return d.erased, d.forget(ctx)
}
