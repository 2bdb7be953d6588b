package retention

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// Speech is deleted in batches, whose content is in memory until it is certain that nobody began to
// use it: about 20 MB.
const batch = 100

// clockSlack is more than the clocks of two machines of a newsroom differ.
const clockSlack = time.Hour

// deleter deletes by the marks of one pass.
type deleter struct {
	*Collector
	marks   *marks
	dryRun  bool
	erased  Erased
	skipped map[string]bool // speech that somebody was buying
}

// condemned is speech that was deleted, with what puts it back.
type condemned struct {
	key     string
	content []byte
}

// speech deletes speech that no record names, with its encoded segments.
func (d *deleter) speech(ctx context.Context, keys []string) error {
	for part := range slices.Chunk(keys, batch) {
		if err := d.batch(ctx, part); err != nil {
			return err
		}
	}
	return nil
}

// batch looks, deletes, and looks once more. A render that began before it was recorded before its
// speech would go; one that begins meanwhile has recorded what it uses before it looked for it:
// either it found the speech missing and waits for its lease, or it had read the speech. It gets
// the speech back.
func (d *deleter) batch(ctx context.Context, keys []string) error {
	leased, release, err := d.lease(ctx, keys)
	defer release()
	if err != nil {
		return err
	}
	needed, err := d.neededNow(ctx)
	if err != nil {
		return err
	}
	var gone []condemned
	for _, key := range leased {
		if needed[key] {
			d.skip(key)
			continue
		}
		c, err := d.condemn(ctx, key)
		if err != nil {
			return errors.Join(err, d.restore(context.WithoutCancel(ctx), gone, nil))
		}
		if c.content != nil {
			gone = append(gone, c)
		}
	}
	return d.confirm(context.WithoutCancel(ctx), gone)
}

// lease takes the leases of speech, and returns the speech that nobody is buying. The caller must
// call release.
func (d *deleter) lease(ctx context.Context, keys []string) (leased []string, release func(), err error) {
	var releases []func()
	release = func() {
		for _, each := range releases {
			each()
		}
	}
	for _, key := range keys {
		one, taken, err := d.Lease(ctx, speech.StoredPrefix+key)
		if err != nil {
			return nil, release, err
		}
		if !taken {
			d.skip(key)
			continue
		}
		leased, releases = append(leased, key), append(releases, one)
	}
	return leased, release, nil
}

func (d *deleter) skip(key string) {
	if d.skipped == nil {
		d.skipped = map[string]bool{}
	}
	d.skipped[key] = true
	d.erased.Shared++
}

// condemn reads and deletes one segment's speech. It leaves what a track without a record may use.
func (d *deleter) condemn(ctx context.Context, key string) (condemned, error) {
	content, entry, err := store.Read(ctx, d.Store, speech.StoredPrefix+key)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return condemned{}, nil
	case err != nil:
		return condemned{}, err
	case !d.young(entry):
		d.erased.Shared++
		return condemned{}, nil
	}
	if !d.dryRun {
		err = d.Store.Delete(ctx, entry.Key)
	}
	return condemned{key, content}, err
}

// young reports whether an object is younger than all tracks without a record.
func (d *deleter) young(entry store.Entry) bool {
	return d.marks.unrecorded.IsZero() || entry.Modified.After(d.marks.unrecorded.Add(clockSlack))
}

// confirm puts back what is needed now, and counts the rest.
func (d *deleter) confirm(ctx context.Context, gone []condemned) error {
	if len(gone) == 0 {
		return nil
	}
	if !d.dryRun {
		needed, err := d.neededNow(ctx)
		if err != nil {
			return errors.Join(err, d.restore(ctx, gone, nil))
		}
		if err := d.restore(ctx, gone, needed); err != nil {
			return err
		}
		gone = slices.DeleteFunc(gone, func(c condemned) bool { return needed[c.key] })
	}
	for _, c := range gone {
		d.erased.Speech++
		d.erased.Bytes += int64(len(c.content))
		if err := d.pieces(ctx, c.key); err != nil {
			return err
		}
	}
	return nil
}

// restore puts back what is needed; all if needed is nil.
func (d *deleter) restore(ctx context.Context, gone []condemned, needed map[string]bool) error {
	var problems []error
	for _, c := range gone {
		if d.dryRun || needed != nil && !needed[c.key] {
			continue
		}
		_, err := d.Store.Put(ctx, speech.StoredPrefix+c.key, c.content, store.PutOptions{If: store.IfAbsent()})
		if err != nil && !errors.Is(err, store.ErrConflict) {
			problems = append(problems, fmt.Errorf("put back speech that is needed again: %w", err))
			continue
		}
		d.skip(c.key)
	}
	return errors.Join(problems...)
}

// neededNow returns the speech that records name which were written since the pass began.
func (d *deleter) neededNow(ctx context.Context) (map[string]bool, error) {
	needed := map[string]bool{}
	err := d.eachUses(ctx, d.marks.begun.Add(-clockSlack), func(ctx context.Context, ref library.Ref) error {
		uses, err := d.Library.Uses(ctx, ref)
		if err != nil {
			return library.IgnoreUnreadable(err)
		}
		d.marks.mu.Lock()
		defer d.marks.mu.Unlock()
		for _, use := range uses.Renders {
			if d.marks.isExpired(ref, use.Render) {
				continue
			}
			for _, key := range use.Speech {
				needed[key] = true
			}
		}
		return nil
	})
	return needed, err
}

// isExpired reports whether the render's speech is being deleted. A render of the article that is
// erased counts, also one that has begun since.
func (m *marks) isExpired(ref library.Ref, render string) bool {
	return ref == m.erasing || slices.ContainsFunc(m.expired[ref], func(use library.RenderUse) bool { return use.Render == render })
}

// pieces deletes the encoded segments of one segment's speech.
func (d *deleter) pieces(ctx context.Context, key string) error {
	for entry, err := range d.Store.List(ctx, narrate.EncodedPrefix+key+"-") {
		if err == nil {
			err = d.piece(ctx, entry)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *deleter) piece(ctx context.Context, entry store.Entry) error {
	d.erased.Pieces++
	d.erased.Bytes += entry.Size
	if d.dryRun {
		return nil
	}
	return d.Store.Delete(ctx, entry.Key)
}

// unnamed deletes speech and encoded segments that no record names and that are older than any site
// keeps them.
func (d *deleter) unnamed(ctx context.Context) error {
	old := d.marks.begun.Add(-d.longest())
	unneeded := func(entry store.Entry, key string) bool {
		return !d.marks.needs(key) && entry.Modified.Before(old) && d.young(entry)
	}
	var keys []string
	for entry, err := range d.Store.List(ctx, speech.StoredPrefix) {
		if err != nil {
			return err
		}
		if key := path.Base(entry.Key); unneeded(entry, key) {
			keys = append(keys, key)
		}
	}
	if err := d.speech(ctx, keys); err != nil {
		return err
	}
	for entry, err := range d.Store.List(ctx, narrate.EncodedPrefix) {
		key, _, _ := strings.Cut(path.Base(entry.Key), "-")
		if err == nil && unneeded(entry, key) {
			err = d.piece(ctx, entry)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// public deletes everything of an article that is public.
func (d *deleter) public(ctx context.Context, ref library.Ref) error {
	files, err := d.Public(ctx, ref)
	d.erased.Files += files.Files
	d.erased.Bytes += files.Bytes
	if err != nil || d.dryRun {
		return err
	}
	return d.Library.TakeDown(ctx, ref)
}

// Public counts the public files of an article.
func (c *Collector) Public(ctx context.Context, ref library.Ref) (files Erased, err error) {
	for entry, err := range c.Store.List(ctx, path.Dir(ref.NarrationKey())+"/") {
		if err != nil {
			return files, err
		}
		files.Files++
		files.Bytes += entry.Size
	}
	return files, nil
}

// text deletes an article's text.
func (d *deleter) text(ctx context.Context, ref library.Ref) error {
	desired, err := d.Library.Desired(ctx, ref)
	if err != nil || desired.Gone() {
		return library.IgnoreNotFound(err)
	}
	text, err := json.Marshal(desired.Article)
	if err != nil {
		return err
	}
	d.erased.Texts++
	d.erased.Bytes += int64(len(text))
	if d.dryRun {
		return nil
	}
	_, err = d.Library.EraseText(ctx, ref)
	return err
}

// forget deletes the records of expired renders whose speech is gone, and the text of articles that
// an admin has held for as long.
func (d *deleter) forget(ctx context.Context) error {
	if d.dryRun {
		return nil
	}
	for ref := range d.marks.expired {
		if err := d.forgetRenders(ctx, ref); err != nil {
			return err
		}
		if err := d.forgetHeld(ctx, ref); err != nil {
			return err
		}
	}
	return nil
}

// forgetRenders keeps a render that may still be buying: its article is erased, and so is what it
// bought in the next pass.
func (d *deleter) forgetRenders(ctx context.Context, ref library.Ref) error {
	return d.Library.UpdateUses(ctx, ref, func(u *library.Uses) bool {
		before := len(u.Renders)
		u.Renders = slices.DeleteFunc(u.Renders, func(use library.RenderUse) bool {
			late := ref == d.marks.erasing && d.marks.begun.Sub(use.At) < clockSlack
			left := slices.ContainsFunc(use.Speech, func(key string) bool { return d.skipped[key] })
			return !late && !left && d.marks.isExpired(ref, use.Render)
		})
		return len(u.Renders) != before
	})
}

func (d *deleter) forgetHeld(ctx context.Context, ref library.Ref) error {
	if ref == d.marks.erasing {
		return nil
	}
	desired, err := d.Library.Desired(ctx, ref)
	if err != nil || desired.Gone() || !desired.Orders.Held {
		return library.IgnoreUnreadable(err)
	}
	return d.text(ctx, ref)
}

// forgetNeverHeard deletes the text of articles that an admin has held for as long as their site
// keeps it, and of which no render is recorded.
func (d *deleter) forgetNeverHeard(ctx context.Context) error {
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(readers)
	var counting sync.Mutex
	for entry, err := range d.Library.AllStates(groupCtx) {
		if err != nil {
			return errors.Join(err, group.Wait())
		}
		if d.marks.begun.Sub(entry.Modified) < d.retention(entry.Ref.Site) {
			continue
		}
		group.Go(func() error {
			uses, err := d.Library.Uses(groupCtx, entry.Ref)
			if err != nil || len(uses.Renders) > 0 {
				return library.IgnoreUnreadable(err)
			}
			counting.Lock()
			defer counting.Unlock()
			return d.forgetHeld(groupCtx, entry.Ref)
		})
	}
	return group.Wait()
}
