package narrate_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

// restore orders the previous track.
func (n *newsroom) restore() error {
	n.t.Helper()
	desired, err := n.Library.Desired(n.t.Context(), n.ref)
	if err != nil {
		n.t.Fatal(err)
	}
	order, err := n.Restoring(n.t.Context(), n.ref, desired)
	if err == nil {
		n.order(func(o *library.Orders) { o.Restored = order })
	}
	return err
}

func (n *newsroom) mustRestore() {
	n.t.Helper()
	if err := n.restore(); err != nil {
		n.t.Fatal(err)
	}
}

// edited publishes an article and an edit of it, and returns the first track.
func edited(t *testing.T) (n *newsroom, first library.Narration) {
	n = open(t)
	n.send(story("One boat."))
	n.mustWork()
	first = n.narration()
	n.calm()
	n.send(story("Two boats."))
	n.mustWork()
	n.voice.asked()
	return n, first
}

func (n *newsroom) isPublic(track library.Narration) bool {
	return n.narration().Render() == track.Render()
}

func TestRestore(t *testing.T) {
	n, first := edited(t)
	second := n.narration()
	n.mustRestore()
	n.mustWork()
	n.expect(library.Published, "")
	got := n.narration()
	if got.Render() != first.Render() || got.Segments[1].Text != "One boat." || got.Revision != first.Revision || got.Nonce == first.Nonce {
		t.Errorf("public is %+v", got)
	}
	if err := n.restore(); !errors.Is(err, narrate.ErrNotRestorable) || !strings.Contains(err.Error(), "already") {
		t.Errorf("again: %v", err)
	}
	if stale, err := n.Stale(t.Context(), n.ref); stale || err != nil {
		t.Errorf("stale: %v, %v", stale, err)
	}
	n.order(func(o *library.Orders) { o.Restored = library.Restored{} }) // as aloud render does
	n.mustWork()
	if now := n.narration(); now.Render() == first.Render() || now.Sound != second.Sound {
		t.Errorf("after a render public is %+v", now)
	}
	if asked := n.voice.asked(); len(asked) > 0 {
		t.Errorf("bought %q", asked)
	}
}

// TestARestoredTrackNamesItsSigner checks that the player names the signer of the restored track,
// whoever signs new tracks.
func TestARestoredTrackNamesItsSigner(t *testing.T) {
	for name, signs := range map[string][2]bool{"signed": {true, false}, "unsigned": {false, true}} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			var said []string
			for i, text := range []string{"One boat.", "Two boats."} {
				n.change(func(s *narrate.Site) { s.Credential = nil })
				if signs[i] {
					n.signs(time.Now())
				}
				n.calm()
				n.send(story(text))
				n.mustWork()
				said = append(said, n.narration().Labels["voice"])
				if strings.HasSuffix(said[i], "The Daily Ferry") != signs[i] {
					t.Fatalf("track %d says %q", i, said[i])
				}
			}
			n.mustRestore()
			n.mustWork()
			if got := n.narration().Labels["voice"]; got != said[0] {
				t.Errorf("the player says %q, want %q", got, said[0])
			}
		})
	}
}

// TestARestoredTrackOutlivesEditsThatAreNotHeard checks that edits that do not change the sound
// keep a restored track, while its page follows them.
func TestARestoredTrackOutlivesEditsThatAreNotHeard(t *testing.T) {
	n, first := edited(t)
	n.mustRestore()
	n.mustWork()
	moved := story("Two boats.")
	moved.URL = "https://example.com/boats"
	n.send(moved)
	n.mustWork()
	if !n.isPublic(first) || n.narration().URL != moved.URL {
		t.Errorf("public is %+v", n.narration())
	}
	if ref, err := n.Library.PageArticle(t.Context(), "main", moved.URL); err != nil || ref != n.ref {
		t.Errorf("the page leads to %v, %v", ref, err)
	}
	n.calm()
	n.send(story("Three boats."))
	n.mustWork()
	if got := n.narration(); got.Segments[1].Text != "Three boats." {
		t.Errorf("a new text is not heard: %+v", got.Segments)
	}
	n.mustRestore() // the previous track is the one that was restored
	n.mustWork()
	if !n.isPublic(first) {
		t.Errorf("public is %+v", n.narration())
	}
}

// TestRestoreLosesTo checks that a pending order is void once the article has another text, and
// that a removal always wins.
func TestRestoreLosesTo(t *testing.T) {
	for name, send := range map[string]func(n *newsroom){
		"a new text":       func(n *newsroom) { n.send(story("Three boats.")) },
		"a removal":        func(n *newsroom) { n.send(article.Payload{Status: article.Removed}) },
		"an admin's hold":  func(n *newsroom) { n.order(func(o *library.Orders) { o.Held = true }) },
		"a paywall":        func(n *newsroom) { p := story("Two boats."); p.Visibility = "paid"; n.send(p) },
		"a tag of silence": func(n *newsroom) { p := story("Two boats."); p.Tags = []string{"news-alert"}; n.send(p) },
	} {
		t.Run(name, func(t *testing.T) {
			n, first := edited(t)
			n.mustRestore()
			n.calm()
			send(n)
			n.mustWork()
			public, err := n.Library.Narration(t.Context(), n.ref)
			if library.IgnoreUnreadable(err) != nil || public.Render() == first.Render() {
				t.Errorf("%v: public is %+v", err, public)
			}
			if name != "a new text" && n.public() > 0 {
				t.Errorf("%d objects are public", n.public())
			}
			n.keepsNoPrevious(name == "a new text")
		})
	}
}

// keepsNoPrevious checks that the text of the previous track is deleted with its files.
func (n *newsroom) keepsNoPrevious(other bool) {
	n.t.Helper()
	for entry, err := range n.store.List(n.t.Context(), "private/sites/main/previous/") {
		if err != nil || !other {
			n.t.Errorf("%s is kept, %v", entry.Key, err)
		}
	}
}

// TestARemovalDuringARestoreWins checks that a removal between the look and the write finds no
// narration, or deletes the restored one.
func TestARemovalDuringARestoreWins(t *testing.T) {
	n, _ := edited(t)
	n.mustRestore()
	n.send(article.Payload{Status: article.Removed})
	if err := n.Withdraw(t.Context(), n.ref); err != nil {
		t.Fatal(err)
	}
	if n.public() > 0 {
		t.Errorf("%d objects are public", n.public())
	}
	n.mustWork()
	n.expect(library.Removed, "CMS")
}

func TestNothingToRestore(t *testing.T) {
	for name, c := range map[string]struct {
		begin func(n *newsroom)
		says  string
	}{
		"a first track": {func(n *newsroom) { n.send(story("One boat.")); n.mustWork() }, "not kept"},
		"a track before a take-down": {func(n *newsroom) {
			n.send(story("One boat."))
			n.mustWork()
			n.send(article.Payload{Status: article.Removed})
			n.mustWork()
			n.send(story("Two boats."))
			n.mustWork()
		}, "not kept"},
		"a track that a correction withdrew": {func(n *newsroom) {
			n.send(story("One boat."))
			n.mustWork()
			n.order(func(o *library.Orders) { o.Render, o.WithdrawPrevious = library.NewNonce(), true })
			n.mustWork()
		}, "not kept"},
		"an edit that is not rendered yet": {func(n *newsroom) {
			n.send(story("One boat."))
			n.mustWork()
			n.calm()
			n.send(story("Two boats."))
			n.mustWork()
			n.send(story("Three boats."))
		}, "newer revision"},
		"text that is for members now": {func(n *newsroom) {
			site := n.Sites["main"]
			site.MembersOnly = narrate.MembersOnlyPreview
			n.Sites["main"] = site
			n.send(html("public", opening+secret+ending))
			n.mustWork()
			n.calm()
			n.send(html("public", opening+ending)) // the first track stays, because this is an ordinary edit
			n.mustWork()
			n.sendAgain(html("public", opening+ending+gated)) // here the last paragraph goes behind the gate
			n.mustWork()
		}, "no longer public"},
		"a site that keeps none": {func(n *newsroom) {
			site := n.Sites["main"]
			site.PreviousGone = true
			n.Sites["main"] = site
			n.send(story("One boat."))
			n.mustWork()
			n.calm()
			n.send(story("Two boats."))
			n.mustWork()
		}, "not kept"},
		"an old track": {func(n *newsroom) {
			n.send(story("One boat."))
			n.mustWork()
			n.calm()
			n.send(story("Two boats."))
			n.mustWork()
			if removed, err := n.Library.RemoveOrphans(n.t.Context(), "main", -time.Minute); err != nil || removed == 0 {
				n.t.Fatal(removed, err)
			}
			n.keepsNoPrevious(false)
		}, "not kept"},
	} {
		t.Run(name, func(t *testing.T) {
			n := open(t)
			c.begin(n)
			if err := n.restore(); !errors.Is(err, narrate.ErrNotRestorable) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v, want %q", err, c.says)
			}
		})
	}
}

// TestOrphansOfARestore checks that the files of an ordered track are not orphans, however long no
// worker runs, and that those of the track that it replaced stay for current listeners.
func TestOrphansOfARestore(t *testing.T) {
	n, first := edited(t)
	second := n.narration()
	n.mustRestore()
	if removed, err := n.Library.RemoveOrphans(t.Context(), "main", -time.Minute); err != nil || removed > 0 {
		t.Errorf("removed %d, %v", removed, err)
	}
	n.mustWork()
	if !n.isPublic(first) {
		t.Fatalf("public is %+v", n.narration())
	}
	if _, err := n.Library.RemoveOrphans(t.Context(), "main", -time.Minute); err != nil {
		t.Fatal(err)
	}
	if whole, err := n.Library.Intact(t.Context(), n.ref, second); err != nil || !whole {
		t.Errorf("the track that was replaced is gone: %v", err)
	}
	n.narration() // fails if files are missing
}
