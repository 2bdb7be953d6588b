package catalogue_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

const site = "main"

var day = time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)

// desk is a library with a catalogue over a store that can die.
type desk struct {
	*testing.T
	store     *mortal
	library   *library.Library
	catalogue *catalogue.Catalogue
}

func open(t *testing.T) *desk {
	t.Helper()
	d := &desk{T: t, store: &mortal{Store: newMemory(), ended: map[string]bool{}}}
	d.restart()
	return d
}

// restart is another process over the same store.
func (d *desk) restart() {
	d.store.left = nil
	d.library = library.New(d.store)
	d.catalogue = &catalogue.Catalogue{Store: d.store, Library: d.library, Now: time.Now}
}

func ref(id string) library.Ref { return library.Ref{Site: site, ID: id} }

func story(id string, published time.Time, revision int) article.Payload {
	return article.Payload{
		ID: id, Title: fmt.Sprintf("Story %s, version %d", id, revision), UpdatedAt: day.Add(time.Duration(revision) * time.Minute), PublishedAt: published,
		Text: "One boat.", Language: "en", Tags: []string{"boats"}, URL: "https://example.com/" + id,
	}
}

// publish does what a hook and a worker do about an article, as far as the library is concerned.
func (d *desk) publish(p article.Payload) error {
	ctx := d.Context()
	if _, err := d.library.Accept(ctx, ref(p.ID), p, p.UpdatedAt, library.Fresh); err != nil {
		return err
	}
	return d.work(p.ID)
}

// work does what is due about an article.
func (d *desk) work(id string) error {
	ctx := d.Context()
	due, err := d.library.Due(ctx, ref(id))
	if err != nil {
		return err
	}
	desired, err := d.library.Desired(ctx, ref(id))
	if errors.Is(err, library.ErrNotFound) {
		return d.library.Done(ctx, due)
	}
	if err != nil {
		return err
	}
	if desired.Gone() {
		if err := d.library.TakeDown(ctx, ref(id)); err != nil {
			return err
		}
		return d.library.Conclude(ctx, ref(id), library.Outcome{State: library.Removed, Revision: desired.Revision.String()}, due)
	}
	former, err := d.library.Narration(ctx, ref(id))
	if library.IgnoreUnreadable(err) != nil {
		return err
	}
	next := library.Narration{
		Version: 1, Site: site, ID: id, Title: desired.Article.Title, Revision: desired.Revision.String(), Language: "en", PublishedAt: day,
		Voice: library.NarrationVoice{Provider: "flite", Name: "slt"},
	}
	track := library.Track{Files: []audio.File{{Format: audio.MP3, Content: []byte("sound")}}, Duration: 3, WebVTT: []byte("WEBVTT")}
	if err := d.library.Publish(ctx, ref(id), former, next, track); err != nil {
		return err
	}
	return d.library.Conclude(ctx, ref(id), library.Outcome{State: library.Published, Revision: desired.Revision.String()}, due)
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) mustPublish(payloads ...article.Payload) {
	d.Helper()
	for _, p := range payloads {
		d.must(d.publish(p))
	}
}

func (d *desk) mustRebuild() {
	d.Helper()
	_, err := d.catalogue.Rebuild(d.Context(), site, nil)
	d.must(err)
}

func (d *desk) mustCompact() {
	d.Helper()
	_, err := d.catalogue.Compact(d.Context(), site)
	d.must(err)
}

// rows are the catalogued rows by id. Pending articles have none.
func (d *desk) rows() map[string]catalogue.Row {
	d.Helper()
	view, err := d.catalogue.Open(d.Context(), site)
	d.must(err)
	rows, err := view.Rows(d.Context(), catalogue.Query{})
	d.must(err)
	byID := map[string]catalogue.Row{}
	for _, row := range rows {
		if _, twice := byID[row.ID]; twice {
			d.Fatalf("%s has two rows", row.ID)
		}
		byID[row.ID] = row
	}
	return byID
}

// mustAgree compares all that a reader sees with what a catalogue made anew would have.
func (d *desk) mustAgree() {
	d.Helper()
	view, err := d.catalogue.Open(d.Context(), site)
	d.must(err)
	seen := d.rows()
	for ref := range view.Pending {
		delete(seen, ref.ID) // it is read
	}
	fresh := &catalogue.Catalogue{Store: overShadow{d.store.Store, newMemory()}, Now: time.Now}
	fresh.Library = library.New(fresh.Store)
	if _, err := fresh.Rebuild(d.Context(), site, nil); err != nil {
		d.Fatal(err)
	}
	truth := (&desk{T: d.T, library: fresh.Library, catalogue: fresh}).rows()
	for ref := range view.Pending {
		delete(truth, ref.ID)
	}
	for id := range maps.Keys(truth) {
		if !reflect.DeepEqual(seen[id], truth[id]) {
			d.Fatalf("%s: the catalogue has\n%+v\nand the store\n%+v", id, seen[id], truth[id])
		}
	}
	if len(seen) != len(truth) {
		d.Fatalf("the catalogue has %d articles, the store %d", len(seen), len(truth))
	}
}

// mortal is a store whose process ends after a number of writes: nothing after it reaches the
// store.
type mortal struct {
	store.Store

	mu    sync.Mutex
	left  *int            // writes; nil: it lives
	ended map[string]bool // the steps before which it ended
	tell  func(step string)
}

var errDead = errors.New("the process was killed")

func (m *mortal) write(step string, do func() error) error {
	if m.ends(step) {
		return errDead
	}
	return do()
}

// ends counts a write, and reports whether the process ended before it.
func (m *mortal) ends(step string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.tell != nil {
		m.tell(step)
	}
	if m.left == nil {
		return false
	}
	if *m.left == 0 {
		m.ended[step] = true
		return true
	}
	*m.left--
	return false
}

func (m *mortal) Put(ctx context.Context, key string, body []byte, o store.PutOptions) (etag string, err error) {
	err = m.write("write "+kindOf(key), func() error { etag, err = m.Store.Put(ctx, key, body, o); return err })
	return etag, err
}

func (m *mortal) Delete(ctx context.Context, key string) error {
	return m.write("delete "+kindOf(key), func() error { return m.Store.Delete(ctx, key) })
}

// kindOf names what an object is.
func kindOf(key string) string {
	for _, kind := range []string{"/due/", "/outcomes/", "/changes/", "/pages/", "head.json", "narration.json", ".mp3", "/previous/", "private/sites/main/articles/"} {
		if strings.Contains(key, kind) {
			return strings.Trim(kind, "/")
		}
	}
	return "another"
}

// overShadow reads a store, and keeps what is written below the catalogue's prefix to itself.
type overShadow struct {
	store.Store
	own store.Store
}

func (s overShadow) of(key string) store.Store {
	if strings.HasPrefix(key, library.CataloguePrefix(site)) {
		return s.own
	}
	return s.Store
}

func (s overShadow) Open(ctx context.Context, key string, offset int64) (*store.Object, error) {
	return s.of(key).Open(ctx, key, offset)
}

func (s overShadow) Put(ctx context.Context, key string, body []byte, o store.PutOptions) (string, error) {
	return s.of(key).Put(ctx, key, body, o)
}

func TestRowsSayWhatTheStoreHas(t *testing.T) {
	d := open(t)
	if _, err := d.catalogue.Open(t.Context(), site); !errors.Is(err, catalogue.ErrNone) {
		t.Fatalf("before it is built: %v", err)
	}
	d.mustPublish(story("ferry", day, 1), story("bridge", day.AddDate(0, -2, 0), 1))
	d.mustRebuild()
	d.mustCompact() // the markers of the two publishes
	row := d.rows()["ferry"]
	if row.State != library.Published || row.Title != "Story ferry, version 1" || row.Public.Duration != 3 || row.Tags[0] != "boats" || !row.Appeared.Equal(day) {
		t.Errorf("ferry: %+v", row)
	}
	d.mustAgree()
}

// What changed is read until it is catalogued, and moves to the page of its month.
func TestChangesAreOverlaidAndThenCompacted(t *testing.T) {
	d := open(t)
	d.mustPublish(story("ferry", day, 1), story("bridge", day, 1))
	d.mustRebuild()
	d.mustCompact()
	d.mustPublish(story("ferry", day.AddDate(0, -1, 0), 2))
	view, err := d.catalogue.Open(t.Context(), site)
	d.must(err)
	if !maps.Equal(view.Pending, map[library.Ref]bool{ref("ferry"): true}) || len(view.Due) > 0 {
		t.Fatalf("pending %v, due %v", view.Pending, view.Due)
	}
	if _, catalogued := d.rows()["ferry"]; catalogued {
		t.Error("a pending article has a row")
	}
	d.mustCompact()
	if row := d.rows()["ferry"]; row.Title != "Story ferry, version 2" {
		t.Errorf("after the compaction: %+v", row)
	}
	d.mustAgree()
	counts, err := view.Counts(t.Context())
	d.must(err)
	if counts[library.Published] != 1 {
		t.Errorf("counts of a view with a pending article: %v", counts)
	}
}

// A worker of the former release publishes without a change marker. Check finds it.
func TestCheckFindsWhatLeftNoMarker(t *testing.T) {
	d := open(t)
	d.mustPublish(story("ferry", day, 1))
	d.mustRebuild()
	d.mustCompact()
	d.mustPublish(story("ferry", day, 2), story("bridge", day, 1))
	changes, err := d.library.Changes(t.Context(), site, 0)
	d.must(err)
	d.must(d.library.Catalogued(t.Context(), changes)) // as if none had been left
	repaired, err := d.catalogue.Check(t.Context(), site)
	d.must(err)
	if repaired != 2 {
		t.Errorf("repaired %d articles, want 2", repaired)
	}
	d.mustAgree()
	if repaired, err = d.catalogue.Check(t.Context(), site); repaired != 0 || err != nil {
		t.Errorf("the second check repaired %d: %v", repaired, err)
	}
}

// A head that names a page which is gone is no catalogue: it is built again.
func TestALostPageIsNoticed(t *testing.T) {
	d := open(t)
	d.mustPublish(story("ferry", day, 1))
	d.mustRebuild()
	d.must(deleteBelow(t, d.store, library.CataloguePrefix(site)+"pages/"))
	d.restart()
	view, err := d.catalogue.Open(t.Context(), site)
	d.must(err)
	if _, err := view.Rows(t.Context(), catalogue.Query{}); !errors.Is(err, catalogue.ErrNone) {
		t.Errorf("its rows: %v", err)
	}
	d.mustPublish(story("bridge", day, 1))
	if _, err := d.catalogue.Compact(t.Context(), site); !errors.Is(err, catalogue.ErrNone) {
		t.Errorf("a compaction of it: %v", err)
	}
	d.mustRebuild()
	d.mustAgree()
}

func deleteBelow(t *testing.T, s store.Store, prefix string) error {
	for entry, err := range s.List(t.Context(), prefix) {
		if err == nil {
			err = s.Delete(t.Context(), entry.Key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// The process dies before one of the writes of a publish, a removal or a compaction, 200 times.
// After what was due is done and one pass, the catalogue says what the store has, and nothing is
// left over.
func TestCatalogueAndStoreAgreeAfterKills(t *testing.T) {
	d := open(t)
	d.mustPublish(story("a", day, 1))
	d.mustRebuild()
	random := rand.New(rand.NewPCG(16, 1))
	killed := 0
	for revision := 2; killed < 200; revision++ {
		left := random.IntN(24)
		d.store.left = &left
		err := d.someWork(random, revision)
		if errors.Is(err, errDead) {
			killed++
		} else if err != nil {
			t.Fatal(err)
		}
		d.restart()
		d.mustAgree() // a reader is never wrong, however the process ended
		due, err := d.library.DueRefs(t.Context(), site)
		d.must(err)
		for ref := range due {
			d.must(d.work(ref.ID))
		}
		d.mustCompact()
		d.mustAgree()
		view, err := d.catalogue.Open(t.Context(), site)
		d.must(err)
		if len(view.Pending) > 0 {
			t.Fatalf("pending after a pass: %v", view.Pending)
		}
	}
	for _, step := range []string{
		"write due", "delete due", "write private/sites/main/articles", "write narration.json", "delete narration.json", "write .mp3", "delete .mp3",
		"write outcomes", "write changes", "delete changes", "write pages", "delete pages", "write head.json",
	} {
		if !d.store.ended[step] {
			t.Errorf("none of %d kills was before this step: %s (they were before %v)", killed, step, slices.Sorted(maps.Keys(d.store.ended)))
		}
	}
}

// someWork publishes, edits, moves or removes one of a few articles, and compacts.
func (d *desk) someWork(random *rand.Rand, revision int) error {
	p := story(string(rune('a'+random.IntN(6))), day.AddDate(0, -random.IntN(3), 0), revision)
	if random.IntN(4) == 0 {
		p.Status = article.Removed
	}
	if err := d.publish(p); err != nil {
		return err
	}
	_, err := d.catalogue.Compact(d.Context(), site)
	return err
}

// Rows that rest on former settings are judged anew, and then no more.
func TestRejudgeFollowsTheSettings(t *testing.T) {
	d := open(t)
	ground := catalogue.Ground{Rules: "one"}
	d.catalogue.Ground = func(string) catalogue.Ground { return ground }
	d.catalogue.Judge = func(library.Record) catalogue.Judgement {
		return catalogue.Judgement{Ground: ground, Stale: ground.Rules == "two"}
	}
	d.mustPublish(story("ferry", day, 1), story("bridge", day.AddDate(0, -1, 0), 1))
	d.mustRebuild()
	d.mustCompact()
	if found, err := d.catalogue.Rejudge(t.Context(), site); found || err != nil {
		t.Fatalf("nothing changed, and it found some: %v", err)
	}
	ground.Rules = "two"
	passes := 0
	for found := true; found && passes < 5; passes++ {
		var err error
		found, err = d.catalogue.Rejudge(t.Context(), site)
		d.must(err)
	}
	if passes != 3 { // a month each, and one that finds nothing
		t.Errorf("%d passes, want 3", passes)
	}
	for id, row := range d.rows() {
		if !row.Judgement.Stale || !d.catalogue.Judged(site, row) {
			t.Errorf("%s: %+v", id, row.Judgement)
		}
	}
}
