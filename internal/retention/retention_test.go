package retention_test

import (
	"context"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/retention"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/store"
)

const day = 24 * time.Hour

// newsroom is a pipeline over a folder store, and the collector beside it.
type newsroom struct {
	*retention.Collector
	t      *testing.T
	store  *watched
	bought *counted
	rev    time.Time
	skew   time.Duration // of the collector's clock
}

// watched is a store of which a test may interrupt the deletes.
type watched struct {
	store.Store
	deleted func(key string)
}

func (w *watched) Delete(ctx context.Context, key string) error {
	err := w.Store.Delete(ctx, key)
	if w.deleted != nil {
		w.deleted(key)
	}
	return err
}

// counted is espeak-ng, counting what is bought.
type counted struct {
	command.EspeakNG
	mu     sync.Mutex
	inputs []string
}

func (c *counted) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	c.mu.Lock()
	c.inputs = append(c.inputs, call.Input)
	c.mu.Unlock()
	return c.EspeakNG.Synthesize(ctx, call)
}

func open(t *testing.T) *newsroom {
	t.Helper()
	dir, err := store.NewDir(t.TempDir())
	must(t, err)
	n := &newsroom{t: t, store: &watched{Store: dir}, bought: &counted{}, rev: time.Now().Add(-time.Hour)}
	site := narrate.Site{Name: "main", Language: "en", Voices: map[string][]string{"en": {"espeak-ng:en"}}, BitRate: 64, Retention: 30 * day, PreviousGone: true}
	lib, leases := library.New(n.store), newLeases()
	n.Collector = &retention.Collector{
		Store: n.store, Library: lib, Lease: leases.try,
		Now: func() time.Time { return time.Now().Add(n.skew) },
		Narrator: &narrate.Narrator{
			Library: lib, Encoded: n.store, Sites: map[string]narrate.Site{"main": site},
			Voices: speech.Providers{"espeak-ng": speech.NewCache(n.bought, n.store, leases.wait)},
			Now:    time.Now,
		},
	}
	return n
}

// leases are those of one process, to wait for or to try.
type leases struct {
	mu   sync.Mutex
	held map[string]bool
}

func newLeases() *leases { return &leases{held: map[string]bool{}} }

func (l *leases) try(_ context.Context, name string) (func(), bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held[name] {
		return nil, false, nil
	}
	l.held[name] = true
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.held, name)
	}, true, nil
}

func (l *leases) wait(ctx context.Context, name string) (func(), error) {
	for ctx.Err() == nil {
		if release, taken, err := l.try(ctx, name); taken || err != nil {
			return release, err
		}
		time.Sleep(time.Millisecond)
	}
	return nil, ctx.Err()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func ref(id string) library.Ref { return library.Ref{Site: "main", ID: id} }

func (n *newsroom) send(id string, p article.Payload) {
	n.t.Helper()
	n.rev = n.rev.Add(time.Minute)
	p.ID, p.UpdatedAt = id, n.rev
	if p.Status == "" {
		p.Status = article.Published
	}
	_, err := n.Library.Accept(n.t.Context(), ref(id), p, n.rev, library.Fresh)
	must(n.t, err)
	must(n.t, n.work(id))
}

func (n *newsroom) work(id string) error {
	return n.Narrator.BringUpToDate(n.t.Context(), ref(id), 1)
}

func (n *newsroom) publish(id string, paragraphs ...string) {
	n.t.Helper()
	n.send(id, article.Payload{HTML: "<p>" + strings.Join(paragraphs, "</p><p>") + "</p>"})
}

func (n *newsroom) remove(id string) {
	n.t.Helper()
	n.send(id, article.Payload{Status: article.Removed})
}

func (n *newsroom) collect() retention.Erased {
	n.t.Helper()
	erased, err := n.Collect(n.t.Context(), true)
	must(n.t, err)
	return erased
}

// count counts the objects below a prefix.
func (n *newsroom) count(prefix string) int {
	n.t.Helper()
	count := 0
	for _, err := range n.store.List(n.t.Context(), prefix) {
		must(n.t, err)
		count++
	}
	return count
}

// expect checks how many segments are stored, and that no others are encoded.
func (n *newsroom) expect(segments int) {
	n.t.Helper()
	if got := n.count(speech.StoredPrefix); got != segments {
		n.t.Errorf("%d segments are stored, want %d", got, segments)
	}
	for entry, err := range n.store.List(n.t.Context(), narrate.EncodedPrefix) {
		must(n.t, err)
		key, _, _ := strings.Cut(path.Base(entry.Key), "-")
		if n.count(speech.StoredPrefix+key) == 0 {
			n.t.Errorf("%s is left", entry.Key)
		}
	}
}

func TestWhatARemovedArticleUsedGoesAfterItsRetention(t *testing.T) {
	n := open(t)
	n.publish("ferry", "Shared by both.", "Only the ferry.")
	n.publish("harbour", "Shared by both.", "Only the harbour.")
	n.remove("ferry")
	n.collect() // notes that its track has ended
	n.skew = 29 * day
	n.collect()
	n.expect(3)
	n.skew = 31 * day
	if erased := n.collect(); erased.Speech != 1 {
		t.Errorf("erased %+v", erased)
	}
	n.expect(2)
	n.skew = 365 * day
	n.collect()
	n.expect(2)
	if left := n.bought.inputs; len(left) != 3 {
		t.Errorf("bought %q", left)
	}
}

func TestAReplacedParagraphGoesToo(t *testing.T) {
	n := open(t)
	n.publish("ferry", "It stays.", "It was replaced.")
	n.Narrator.Now = func() time.Time { return time.Now().Add(time.Hour) } // no wait for edits
	n.publish("ferry", "It stays.", "It is new.")
	n.skew = 2 * day
	n.collect()
	n.skew = 40 * day
	if erased := n.collect(); erased.Speech != 1 {
		t.Errorf("erased %+v", erased)
	}
	n.expect(2)
}

// Nothing of an article that is wanted goes, although no track of it is public, and a track that
// comes back before its time is over is needed again.
func TestSpeechThatIsStillWanted(t *testing.T) {
	for name, c := range map[string]func(n *newsroom){
		"failed": func(n *newsroom) {
			must(n.t, n.Library.Withdraw(n.t.Context(), ref("ferry")))
			must(n.t, n.Library.Conclude(n.t.Context(), ref("ferry"), library.Outcome{State: library.Failed}, nil))
		},
		"comes back": func(n *newsroom) {
			n.remove("ferry")
			n.collect()
			n.publish("ferry", "The ferry runs.")
		},
		"released by an admin, and not rendered yet": func(n *newsroom) {
			hold := func(held bool) {
				must(n.t, n.Library.Order(n.t.Context(), ref("ferry"), library.Fresh, func(o *library.Orders) { o.Held = held }))
			}
			hold(true)
			must(n.t, n.work("ferry"))
			n.collect()
			hold(false)
		},
	} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			n.publish("ferry", "The ferry runs.")
			c(n)
			n.skew = 60 * day
			n.collect()
			n.skew = 120 * day
			n.collect()
			n.expect(1)
			if len(n.bought.inputs) != 1 {
				t.Errorf("bought %q", n.bought.inputs)
			}
		})
	}
}

// A render that begins while its speech is being deleted gets it back, and buys nothing.
func TestARenderThatBeginsDuringTheDeletionBuysNothing(t *testing.T) {
	n := open(t)
	site := n.Narrator.Sites["main"]
	site.Retention = 0
	n.Narrator.Sites["main"] = site
	n.publish("ferry", "The ferry runs.")
	n.remove("ferry")
	rendered := make(chan error, 1)
	n.store.deleted = func(key string) {
		if !strings.HasPrefix(key, speech.StoredPrefix) {
			return
		}
		n.store.deleted = nil
		payload := article.Payload{ID: "harbour", UpdatedAt: time.Now(), Status: article.Published, HTML: "<p>The ferry runs.</p>"}
		_, err := n.Library.Accept(t.Context(), ref("harbour"), payload, time.Now(), library.Fresh)
		must(t, err)
		go func() { rendered <- n.work("harbour") }()
		for { // until it has recorded what it uses; then it waits for the lease of the speech
			uses, err := n.Library.Uses(t.Context(), ref("harbour"))
			must(t, err)
			if len(uses.Renders) > 0 {
				return
			}
			time.Sleep(time.Millisecond)
		}
	}
	if erased := n.collect(); erased.Speech != 0 || erased.Shared != 1 {
		t.Errorf("erased %+v", erased)
	}
	must(t, <-rendered)
	n.expect(1)
	if len(n.bought.inputs) != 1 {
		t.Errorf("bought %q", n.bought.inputs)
	}
}

// Speech that is being bought is left alone, and looked at again later.
func TestSpeechWhoseLeaseIsHeldStays(t *testing.T) {
	n := open(t)
	n.publish("ferry", "The ferry runs.")
	n.remove("ferry")
	n.collect()
	n.skew = 40 * day
	free := n.Lease
	n.Lease = func(context.Context, string) (func(), bool, error) { return nil, false, nil }
	n.collect()
	n.expect(1)
	n.Lease = free
	n.collect()
	n.expect(0)
}

// Tracks of former releases have no record. Their speech is that of today's plan, or else unknown,
// and then nothing as old as they are is deleted.
func TestTracksWithoutARecord(t *testing.T) {
	forget := func(n *newsroom, id string) {
		must(n.t, n.Library.UpdateUses(n.t.Context(), ref(id), func(u *library.Uses) bool { u.Renders = nil; return true }))
	}
	t.Run("of today's settings", func(t *testing.T) {
		n := open(t)
		n.publish("ferry", "The ferry runs.")
		n.publish("harbour", "The harbour sleeps.")
		forget(n, "ferry")
		n.remove("harbour")
		n.skew = 40 * day
		n.collect()
		n.skew = 80 * day
		n.collect()
		n.expect(1)
	})
	t.Run("of other settings", func(t *testing.T) {
		n := open(t)
		n.publish("ferry", "The ferry runs.")
		n.publish("harbour", "The harbour sleeps.")
		forget(n, "ferry")
		site := n.Narrator.Sites["main"]
		site.VoiceVersion = "2"
		n.Narrator.Sites["main"] = site
		n.remove("harbour")
		n.skew = 40 * day
		n.collect()
		n.skew = 80 * day
		n.collect()
		n.expect(2)
	})
}

func TestEraseLeavesATombstone(t *testing.T) {
	for name, held := range map[string]bool{"a removed article": false, "a held article": true} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			n.publish("ferry", "Shared by both.", "Only the ferry.")
			n.publish("harbour", "Shared by both.")
			if held {
				must(t, n.Library.Order(t.Context(), ref("ferry"), library.Fresh, func(o *library.Orders) { o.Held = true }))
			} else {
				n.remove("ferry")
			}
			counted, err := n.Erase(t.Context(), ref("ferry"), true)
			must(t, err)
			n.expect(2)
			erased, err := n.Erase(t.Context(), ref("ferry"), false)
			must(t, err)
			if erased.Speech != 1 || erased.Shared != 1 || erased.Bytes == 0 || held != (erased.Texts == 1) || erased != counted {
				t.Errorf("erased %+v, the dry run %+v", erased, counted)
			}
			n.expect(1)
			n.mention("Only the ferry", 0)
			n.mention("Shared", 3) // in the desired state, the narration and the tags of the other article
			desired, err := n.Library.Desired(t.Context(), ref("ferry"))
			must(t, err)
			if !desired.Gone() {
				t.Errorf("left %+v", desired)
			}
			must(t, n.work("ferry"))
			if outcome, err := n.Library.Outcome(t.Context(), ref("ferry")); err != nil || outcome.State != library.Removed {
				t.Errorf("%+v, %v", outcome, err)
			}
			again, err := n.Erase(t.Context(), ref("ferry"), false)
			must(t, err)
			if again.Objects() != 0 {
				t.Errorf("erased again: %+v", again)
			}
		})
	}
}

// mention counts the objects that contain a text.
func (n *newsroom) mention(text string, want int) {
	n.t.Helper()
	var found []string
	for entry, err := range n.store.List(n.t.Context(), "") {
		must(n.t, err)
		body, _, err := store.Read(n.t.Context(), n.store, entry.Key)
		must(n.t, err)
		if strings.Contains(string(body), text) && !strings.HasSuffix(entry.Key, ".vtt") {
			found = append(found, entry.Key)
		}
	}
	if len(found) != want {
		n.t.Errorf("%q is in %v", text, found)
	}
}

// The same revision sent again does not bring the text back; a later one does.
func TestAnErasedTextStaysErased(t *testing.T) {
	n := open(t)
	n.publish("ferry", "The ferry runs.")
	payload := article.Payload{ID: "ferry", UpdatedAt: n.rev, Status: article.Published, HTML: "<p>The ferry runs.</p>"}
	_, err := n.Erase(t.Context(), ref("ferry"), false)
	must(t, err)
	for _, c := range []struct {
		later time.Duration
		text  bool
	}{{0, false}, {time.Minute, true}} {
		payload.UpdatedAt = payload.UpdatedAt.Add(c.later)
		newer, err := n.Library.Accept(t.Context(), ref("ferry"), payload, time.Now().Add(c.later), library.Fresh)
		must(t, err)
		desired, err := n.Library.Desired(t.Context(), ref("ferry"))
		must(t, err)
		if newer != c.text || desired.Gone() == c.text {
			t.Errorf("%s later: newer %t, %+v", c.later, newer, desired)
		}
	}
}

func TestTextForMembersIsNotKept(t *testing.T) {
	n := open(t)
	n.send("ferry", article.Payload{HTML: `<meta property="article:content_tier" content="locked"><p>Private figures.</p>`})
	n.mention("Private", 0)
	if outcome, err := n.Library.Outcome(t.Context(), ref("ferry")); err != nil || outcome.State != library.Removed {
		t.Errorf("%+v, %v", outcome, err)
	}
	kept := n.Narrator.Sites["main"].Kept(article.Payload{Visibility: "paid", Title: "Ferry", HTML: "x", Text: "y"})
	if body, err := json.Marshal(kept); err != nil || slices.ContainsFunc([]string{"x", "y"}, func(s string) bool { return strings.Contains(string(body), `"`+s+`"`) }) {
		t.Errorf("kept %s, %v", body, err)
	}
}

// A render that began after the marks were set keeps its speech: it is not deleted, not even for a
// moment.
func TestSpeechThatIsNeededAgainIsNotTouched(t *testing.T) {
	n := open(t)
	n.publish("ferry", "The ferry runs.")
	n.remove("ferry")
	site := n.Narrator.Sites["main"]
	site.Retention = 0
	n.Narrator.Sites["main"] = site
	lease := n.Lease
	n.Lease = func(ctx context.Context, name string) (func(), bool, error) {
		uses, err := n.Library.Uses(ctx, ref("ferry"))
		must(t, err)
		must(t, n.Library.Use(ctx, ref("harbour"), "render", uses.Renders[0].Speech))
		return lease(ctx, name)
	}
	n.store.deleted = func(key string) {
		if strings.HasPrefix(key, speech.StoredPrefix) {
			t.Errorf("%s was deleted", key)
		}
	}
	if erased := n.collect(); erased.Speech != 0 || erased.Shared != 1 {
		t.Errorf("%+v", erased)
	}
}

// The text of an article that an admin has held goes with time, also if no render ever began.
func TestAHeldTextThatWasNeverHeardGoes(t *testing.T) {
	n := open(t)
	payload := article.Payload{ID: "ferry", UpdatedAt: n.rev, Status: article.Published, HTML: "<p>Never heard.</p>"}
	_, err := n.Library.Accept(t.Context(), ref("ferry"), payload, n.rev, library.Fresh)
	must(t, err)
	must(t, n.Library.Order(t.Context(), ref("ferry"), library.Fresh, func(o *library.Orders) { o.Held = true }))
	for _, c := range []struct {
		after time.Duration
		texts int
	}{{29 * day, 0}, {31 * day, 1}, {32 * day, 0}} {
		n.skew = c.after
		if erased := n.collect(); erased.Texts != c.texts {
			t.Errorf("after %s: %+v", c.after, erased)
		}
	}
	n.mention("Never heard", 0)
}
