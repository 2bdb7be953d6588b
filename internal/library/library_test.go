package library

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/store"
)

var (
	ferry = Ref{Site: "main", ID: "ferry"}
	noon  = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
)

// faulty is a real folder store whose Puts can be made to fail, before or after they reach the
// folder, and whose objects can be made to look old.
type faulty struct {
	store.Store
	before, after func(key string) error
	deleted       func(key string)
	modified      map[string]time.Time
}

func (f *faulty) Delete(ctx context.Context, key string) error {
	err := f.Store.Delete(ctx, key)
	if f.deleted != nil {
		f.deleted(key)
	}
	return err
}

func (f *faulty) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if f.before != nil {
		if err := f.before(key); err != nil {
			return "", err
		}
	}
	etag, err := f.Store.Put(ctx, key, body, opts)
	if err == nil && f.after != nil {
		err = f.after(key)
	}
	return etag, err
}

func open(t *testing.T) (*Library, *faulty) {
	t.Helper()
	dir, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	f := &faulty{Store: dir, modified: map[string]time.Time{}}
	return New(f), f
}

func content(at time.Time, text string) article.Payload {
	return article.Payload{ID: ferry.ID, UpdatedAt: at, Status: article.Published, Title: text, HTML: "<p>" + text}
}

func removal(at time.Time) article.Payload {
	return article.Payload{ID: ferry.ID, UpdatedAt: at, Status: article.Removed}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func keys(t *testing.T, s store.Store, prefix string) []string {
	t.Helper()
	var found []string
	for entry, err := range s.List(t.Context(), prefix) {
		must(t, err)
		found = append(found, entry.Key)
	}
	return found
}

func TestRevisionOrder(t *testing.T) {
	second := time.Second
	inOrder := []Revision{
		{UpdatedAt: noon, SentAt: noon},
		{UpdatedAt: noon, SentAt: noon.Add(time.Millisecond)},
		{UpdatedAt: noon, Removed: true, SentAt: noon.Add(-second)}, // deleted without touching updated_at
		{UpdatedAt: noon, Removed: true, SentAt: noon},
		{UpdatedAt: noon.Add(second), SentAt: noon.Add(-second)}, // the CMS's clock, not the hook's, comes first
	}
	for i, a := range inOrder {
		for j, b := range inOrder {
			if got, want := a.Compare(b), i-j; got < 0 != (want < 0) || got > 0 != (want > 0) {
				t.Errorf("revision %d against %d: %d", i, j, got)
			}
		}
	}
}

func TestAcceptEndsWithTheNewestInAnyOrder(t *testing.T) {
	type sent struct {
		payload article.Payload
		at      time.Time
	}
	revisions := []sent{
		{content(noon, "one"), noon},
		{content(noon, "two, within the same second"), noon.Add(3 * time.Millisecond)},
		{removal(noon.Add(time.Second)), noon.Add(time.Second)},
		{content(noon.Add(2*time.Second), "three"), noon.Add(2 * time.Second)},
	}
	permute(revisions, func(order []sent) {
		lib, _ := open(t)
		for _, s := range order {
			_, err := lib.Accept(t.Context(), ferry, s.payload, s.at, Fresh)
			must(t, err)
		}
		desired, err := lib.Desired(t.Context(), ferry)
		must(t, err)
		if desired.Gone() || desired.Article.Title != "three" {
			t.Errorf("order %v ends with %+v", order, desired)
		}
	})
}

func permute[T any](items []T, visit func([]T)) {
	var next func(n int)
	next = func(n int) {
		if n == len(items) {
			visit(items)
			return
		}
		for i := n; i < len(items); i++ {
			items[n], items[i] = items[i], items[n]
			next(n + 1)
			items[n], items[i] = items[i], items[n]
		}
	}
	next(0)
}

func TestAcceptAtOnceLosesNothing(t *testing.T) {
	lib, _ := open(t)
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			if _, err := lib.Accept(t.Context(), ferry, content(noon.Add(time.Duration(i)*time.Second), "x"), noon, Fresh); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	desired, err := lib.Desired(t.Context(), ferry)
	must(t, err)
	if want := noon.Add(19 * time.Second); !desired.Revision.UpdatedAt.Equal(want) {
		t.Errorf("ended with %s, want %s", desired.Revision, want)
	}
}

func TestAcceptSaysWhatIsNewer(t *testing.T) {
	lib, _ := open(t)
	for _, step := range []struct {
		name    string
		payload article.Payload
		sent    time.Time
		newer   bool
	}{
		{"first", content(noon, "a"), noon, true},
		{"again", content(noon, "a"), noon, false},
		{"older", content(noon.Add(-time.Hour), "b"), noon.Add(time.Hour), false},
		{"removed", removal(noon), noon.Add(-time.Hour), true},
		{"content of the same second", content(noon, "c"), noon.Add(time.Minute), false},
	} {
		newer, err := lib.Accept(t.Context(), ferry, step.payload, step.sent, Fresh)
		if err != nil || newer != step.newer {
			t.Errorf("%s: newer %t, %v", step.name, newer, err)
		}
	}
}

func TestTombstonesHaveNoText(t *testing.T) {
	lib, f := open(t)
	_, err := lib.Accept(t.Context(), ferry, content(noon, "secret words"), noon, Fresh)
	must(t, err)
	_, err = lib.Accept(t.Context(), ferry, removal(noon), noon, Fresh)
	must(t, err)
	body, _, err := store.Read(t.Context(), f, ferry.desiredKey())
	must(t, err)
	if strings.Contains(string(body), "secret") {
		t.Errorf("the tombstone has text: %s", body)
	}
}

// Work that is marked and not wanted costs a look; work that is wanted and not marked would be
// lost.
func TestMarkerComesBeforeState(t *testing.T) {
	lib, f := open(t)
	f.before = func(key string) error {
		if key == ferry.desiredKey() {
			return errors.New("power cut")
		}
		return nil
	}
	if _, err := lib.Accept(t.Context(), ferry, content(noon, "a"), noon, Fresh); err == nil {
		t.Fatal("a failed write was not reported")
	}
	due, err := lib.Due(t.Context(), ferry)
	if err != nil || len(due) != 1 {
		t.Fatalf("due: %v, %v", due, err)
	}
}

// A task that meets the marker before the state finds nothing to do and removes the marker: the
// work must stay due.
func TestAMarkerThatWasTakenTooEarlyComesBack(t *testing.T) {
	lib, f := open(t)
	f.before = func(key string) error {
		if key == ferry.desiredKey() {
			due, err := lib.Due(t.Context(), ferry)
			must(t, err)
			must(t, lib.Done(t.Context(), due))
		}
		return nil
	}
	_, err := lib.Accept(t.Context(), ferry, content(noon, "a"), noon, Fresh)
	must(t, err)
	if due, err := lib.Due(t.Context(), ferry); err != nil || len(due) != 1 {
		t.Errorf("due: %v, %v", due, err)
	}
}

func TestDoneRemovesExactlyWhatWasListed(t *testing.T) {
	lib, _ := open(t)
	_, err := lib.Accept(t.Context(), ferry, content(noon, "a"), noon, Fresh)
	must(t, err)
	listed, err := lib.Due(t.Context(), ferry)
	must(t, err)
	_, err = lib.Accept(t.Context(), ferry, content(noon.Add(time.Second), "b"), noon, Fresh)
	must(t, err)
	must(t, lib.Conclude(t.Context(), ferry, Outcome{State: Published}, listed))
	var left []Marker
	for marker, err := range lib.AllDue(t.Context(), ferry.Site) {
		must(t, err)
		left = append(left, marker)
	}
	if len(left) != 1 || left[0].Ref != ferry || left[0].key == listed[0].key {
		t.Errorf("left: %+v", left)
	}
}

func TestOrdersOutliveRevisions(t *testing.T) {
	lib, _ := open(t)
	hold := func(o *Orders) { o.Held, o.Voice = true, "flite:awb" }
	if err := lib.Order(t.Context(), ferry, Fresh, hold); !errors.Is(err, ErrUnknownArticle) {
		t.Fatalf("order for an unknown article: %v", err)
	}
	_, err := lib.Accept(t.Context(), ferry, content(noon, "a"), noon, Fresh)
	must(t, err)
	must(t, lib.Order(t.Context(), ferry, Fresh, hold))
	_, err = lib.Accept(t.Context(), ferry, content(noon.Add(time.Second), "b"), noon, Fresh)
	must(t, err)
	desired, err := lib.Desired(t.Context(), ferry)
	must(t, err)
	if !desired.Orders.Held || desired.Orders.Voice != "flite:awb" || desired.Article.Title != "b" {
		t.Errorf("%+v", desired)
	}
}

func TestRefsThatCannotBeKeysAreRefused(t *testing.T) {
	for _, bad := range []Ref{{"", "a"}, {"Main", "a"}, {"main", ""}, {"main", "../a"}, {"main", "a/b"}, {"main", ".a"}, {"main", strings.Repeat("a", 129)}, {"ma/in", "a"}} {
		if _, err := NewRef(bad.Site, bad.ID); !errors.Is(err, ErrBadRef) {
			t.Errorf("%q/%q: %v", bad.Site, bad.ID, err)
		}
	}
}

var sound = Track{Files: []audio.File{{Format: audio.MP3, Content: []byte("mp3")}}, Duration: 1.5, WebVTT: []byte("WEBVTT")}

func publishFirst(t *testing.T, lib *Library) Narration {
	t.Helper()
	must(t, lib.Publish(t.Context(), ferry, Narration{}, Narration{Title: "a"}, sound))
	n, err := lib.Narration(t.Context(), ferry)
	must(t, err)
	return n
}

func TestPublishNamesWhatIsThere(t *testing.T) {
	lib, f := open(t)
	n := publishFirst(t, lib)
	for _, key := range n.files(ferry) {
		if !slices.Contains(keys(t, f, ferry.publicPrefix()), key) {
			t.Errorf("%s is named and not there", key)
		}
	}
	if n.Audio[0].Bytes != 3 || n.Audio[0].Duration != 1.5 || n.Title != "a" {
		t.Errorf("%+v", n)
	}
	if whole, err := lib.Intact(t.Context(), ferry, n); err != nil || !whole {
		t.Errorf("intact: %t, %v", whole, err)
	}
	must(t, f.Delete(t.Context(), ferry.publicPrefix()+n.Audio[0].URL))
	if whole, err := lib.Intact(t.Context(), ferry, n); err != nil || whole {
		t.Errorf("intact without its track: %t, %v", whole, err)
	}
}

func TestPublishAgainstAnotherWriterLeavesNothing(t *testing.T) {
	lib, f := open(t)
	n := publishFirst(t, lib)
	if err := lib.Publish(t.Context(), ferry, Narration{}, Narration{}, sound); !errors.Is(err, ErrChanged) {
		t.Fatalf("published over another's narration: %v", err)
	}
	if left := keys(t, f, ferry.publicPrefix()); len(left) != 3 {
		t.Errorf("left: %v", left)
	}
	must(t, lib.Publish(t.Context(), ferry, n, Narration{Title: "b"}, sound))
}

// A write whose answer is lost has still happened: its files must stay.
func TestPublishWhoseAnswerIsLostKeepsItsFiles(t *testing.T) {
	lib, f := open(t)
	reserved := render(t, lib)
	f.after = func(key string) error {
		if key == ferry.NarrationKey() {
			return errors.New("connection reset")
		}
		return nil
	}
	if err := lib.Publish(t.Context(), ferry, reserved, Narration{}, sound); err == nil {
		t.Fatal("a lost answer was not reported")
	}
	n, err := lib.Narration(t.Context(), ferry)
	must(t, err)
	if whole, err := lib.Intact(t.Context(), ferry, n); err != nil || !whole {
		t.Errorf("the public narration names missing files: %v", err)
	}
}

func TestTakeDownLeavesNothingPublic(t *testing.T) {
	lib, f := open(t)
	n := publishFirst(t, lib)
	must(t, lib.Publish(t.Context(), ferry, n, Narration{}, sound))
	must(t, lib.TakeDown(t.Context(), ferry))
	if left := keys(t, f, "public/"); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	must(t, lib.TakeDown(t.Context(), ferry))
}

func TestWithdrawLeavesNothingPublic(t *testing.T) {
	lib, f := open(t)
	first := publishFirst(t, lib)
	must(t, lib.Publish(t.Context(), ferry, first, Narration{}, sound)) // the first track stays for listeners
	second, err := lib.Narration(t.Context(), ferry)
	must(t, err)
	must(t, lib.Withdraw(t.Context(), ferry))
	if left := keys(t, f, "public/"); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	if err := lib.Amend(t.Context(), ferry, second, second); !errors.Is(err, ErrChanged) {
		t.Errorf("a withdrawn narration came back: %v", err)
	}
	must(t, lib.Withdraw(t.Context(), ferry))
}

// A withdrawal that stalls between its steps meets a render that began meanwhile: the files of that
// render stay, since its narration names them.
func TestWithdrawSparesALaterRender(t *testing.T) {
	lib, f := open(t)
	publishFirst(t, lib)
	f.deleted = func(key string) {
		if key == ferry.NarrationKey() {
			f.deleted = nil
			must(t, lib.Publish(t.Context(), ferry, Narration{}, Narration{}, sound))
		}
	}
	must(t, lib.Withdraw(t.Context(), ferry))
	n, err := lib.Narration(t.Context(), ferry)
	must(t, err)
	if whole, err := lib.Intact(t.Context(), ferry, n); err != nil || !whole {
		t.Errorf("the later narration lost its files: %v", err)
	}
}

func TestRemoveOrphans(t *testing.T) {
	const day = 24 * time.Hour
	for _, c := range []struct {
		name       string
		payload    article.Payload
		first      time.Duration // age of the first track
		replacedBy time.Duration // age of the second
		left       int
	}{
		{"replaced an hour ago", content(noon, "a"), 2 * time.Hour, time.Hour, 5},
		{"an old track that was replaced an hour ago", content(noon, "a"), 90 * day, time.Hour, 5},
		{"replaced two days ago", content(noon, "a"), 3 * day, 2 * day, 3},
		{"of a removed article", removal(noon), 2 * time.Hour, time.Hour, 3}, // its narration is the worker's to take down
	} {
		t.Run(c.name, func(t *testing.T) {
			lib, f := open(t)
			_, err := lib.Accept(t.Context(), ferry, c.payload, noon, Fresh)
			must(t, err)
			first := publishFirst(t, lib)
			must(t, lib.Publish(t.Context(), ferry, first, Narration{}, sound))
			second, err := lib.Narration(t.Context(), ferry)
			must(t, err)
			f.age(first.files(ferry), c.first)
			f.age(second.files(ferry), c.replacedBy)
			_, err = lib.RemoveOrphans(t.Context(), ferry.Site, day)
			must(t, err)
			if left := keys(t, f, "public/"); len(left) != c.left {
				t.Errorf("left: %v", left)
			}
			if whole, err := lib.Intact(t.Context(), ferry, second); err != nil || !whole {
				t.Error("the narration's own files are gone")
			}
		})
	}
}

// A take-down is followed by writes that were on their way: a reservation, and the files of a track. A
// reservation names no files, so they go.
func TestRemoveOrphansOfAReservation(t *testing.T) {
	lib, f := open(t)
	_, err := lib.Accept(t.Context(), ferry, removal(noon), noon, Fresh)
	must(t, err)
	_, err = lib.Reserve(t.Context(), ferry, Narration{}, Waiting{"en", "The audio is being made."})
	must(t, err)
	for _, name := range []string{"late.mp3", "late.vtt"} {
		must(t, lib.putFile(t.Context(), ferry, name, []byte("late"), "text/plain"))
	}
	n, err := lib.RemoveOrphans(t.Context(), ferry.Site, time.Hour)
	must(t, err)
	if left := keys(t, f, "public/"); n != 2 || len(left) != 1 {
		t.Errorf("%d files were removed, left: %v", n, left)
	}
}

// age makes lists tell that the keys were written so long ago.
func (f *faulty) age(keys []string, by time.Duration) {
	for _, key := range keys {
		f.modified[key] = time.Now().Add(-by)
	}
}

func (f *faulty) List(ctx context.Context, prefix string) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		for entry, err := range f.Store.List(ctx, prefix) {
			if at, aged := f.modified[entry.Key]; aged {
				entry.Modified = at
			}
			if !yield(entry, err) {
				return
			}
		}
	}
}

func TestHookSecretIsMadeOnce(t *testing.T) {
	lib, _ := open(t)
	first, isNew, err := lib.HookSecret(t.Context(), "main")
	must(t, err)
	again, isNewAgain, err := lib.HookSecret(t.Context(), "main")
	must(t, err)
	if first != again || !isNew || isNewAgain || !strings.HasPrefix(first, "whsec_") || len(first) < 38 {
		t.Errorf("%q, then %q", first, again)
	}
}

// A state that cannot be read must not shut its article out forever, nor the others.
func TestDamagedStatesAreReplaced(t *testing.T) {
	for _, damage := range []string{"", "{bro", "null", `{"version":1}`} {
		t.Run(damage, func(t *testing.T) {
			lib, f := open(t)
			spoil := func(key string) {
				_, err := f.Store.Put(t.Context(), key, []byte(damage), store.PutOptions{})
				must(t, err)
			}
			publishFirst(t, lib)
			spoil(ferry.NarrationKey())
			former, err := lib.Narration(t.Context(), ferry)
			if !errors.Is(err, ErrDamaged) {
				t.Errorf("narration: %v", err)
			}
			must(t, lib.Publish(t.Context(), ferry, former, Narration{}, sound))
			spoil(ferry.NarrationKey())
			must(t, lib.Withdraw(t.Context(), ferry))

			spoil(ferry.desiredKey())
			newer, err := lib.Accept(t.Context(), ferry, content(noon, "a"), noon, Fresh)
			if err != nil || !newer {
				t.Errorf("accepted %t, %v", newer, err)
			}
			spoil(ferry.desiredKey())
			must(t, lib.Order(t.Context(), ferry, Fresh, func(o *Orders) { o.Held = true }))
			_, err = lib.RemoveOrphans(t.Context(), ferry.Site, time.Hour)
			must(t, err)
		})
	}
}
