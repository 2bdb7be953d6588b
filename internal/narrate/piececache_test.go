package narrate_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// longRead takes some 40 s to say, in six paragraphs and a headline.
func longRead(id string) article.Payload {
	var html strings.Builder
	for i := range 6 {
		fmt.Fprintf(&html, "<p>Part %d of %s. The ferry to the island runs again after two winters of repairs, and nobody paid for a ticket.</p>", i, id)
	}
	return article.Payload{Language: "en", Title: "The ferry of " + id, HTML: html.String()}
}

// restored counts the segments that come from the cache of encoded segments.
func (n *newsroom) restored() func() int {
	var count atomic.Int64
	n.OnRestored = func(speech.Call) { count.Add(1) }
	return func() int { return int(count.Swap(0)) }
}

func (n *newsroom) keys(prefix string) []string {
	n.t.Helper()
	var keys []string
	for entry, err := range n.store.List(n.t.Context(), prefix) {
		if err != nil {
			n.t.Fatal(err)
		}
		keys = append(keys, entry.Key)
	}
	return keys
}

// rerender sends a changed article and publishes it.
func (n *newsroom) rerender(p article.Payload) {
	n.t.Helper()
	n.calm()
	n.send(p)
	n.mustWork()
}

// change changes the settings of the site.
func (n *newsroom) change(change func(*narrate.Site)) {
	site := n.Sites["main"]
	change(&site)
	n.Sites["main"] = site
}

func (n *newsroom) put(key, body string) {
	n.t.Helper()
	if _, err := n.store.Put(n.t.Context(), key, []byte(body), store.PutOptions{}); err != nil {
		n.t.Fatal(err)
	}
}

func (n *newsroom) read(key string) string {
	n.t.Helper()
	body, _, err := store.Read(n.t.Context(), n.store, key)
	if err != nil {
		n.t.Fatal(err)
	}
	return string(body)
}

// TestOnlyWhatChangedIsEncoded checks that an edit synthesizes and encodes only the changed
// segment; all others are restored.
func TestOnlyWhatChangedIsEncoded(t *testing.T) {
	n := open(t)
	restored := n.restored()
	p := longRead("one")
	n.send(p)
	n.mustWork()
	n.voice.asked()
	restored()
	n.rerender(editedPart(p, 2))
	if asked, got := n.voice.asked(), restored(); len(asked) != 1 || got != 6 {
		t.Errorf("after an edit %d of 7 segments are restored, and %q are bought", got, asked)
	}
	n.change(func(s *narrate.Site) { s.Pauses = script.Pauses{"paragraph": 1e9} })
	n.rerender(editedPart(p, 2))
	if asked, got := n.voice.asked(), restored(); len(asked) != 0 || got != 7 {
		t.Errorf("with another pause %d of 7 segments are restored, and %q are bought", got, asked)
	}
	n.change(func(s *narrate.Site) { s.BitRate = 96 })
	n.rerender(editedPart(p, 2))
	if asked, got := n.voice.asked(), restored(); len(asked) != 0 || got != 0 {
		t.Errorf("at another bit rate %d segments are restored, and %q are bought", got, asked)
	}
}

func editedPart(p article.Payload, edition int) article.Payload {
	p.HTML = strings.Replace(p.HTML, "Part 3", fmt.Sprint("Edition ", edition, " of part 3"), 1)
	return p
}

// TestEncodedSegmentsAreDerived checks that deleted and damaged encoded segments are encoded again,
// from speech that was already paid for.
func TestEncodedSegmentsAreDerived(t *testing.T) {
	n := open(t)
	restored := n.restored()
	p := longRead("one")
	n.send(p)
	n.mustWork()
	n.rerender(editedPart(p, 1))
	kept := n.keys("private/encoded/")
	if len(kept) < 8 {
		t.Fatalf("only %d encoded segments are kept", len(kept))
	}
	n.voice.asked()
	for _, key := range kept[1:] {
		if err := n.store.Delete(t.Context(), key); err != nil {
			t.Fatal(err)
		}
	}
	n.put(kept[0], "not what it was")
	again := func(nonce string) {
		n.order(func(o *library.Orders) { o.Render = nonce })
		n.mustWork()
	}
	again("first")
	if asked, got := n.voice.asked(), restored(); len(asked) != 0 || got > 6 {
		t.Errorf("after all were lost %d segments are restored, and %q are bought", got, asked)
	}
	again("second")
	if asked, got := n.voice.asked(), restored(); len(asked) != 0 || got != 7 {
		t.Errorf("after all were encoded again %d segments are restored, and %q are bought", got, asked)
	}
}

// broken is a store that neither reads nor writes.
type broken struct{ store.Store }

var errBroken = errors.New("the disk is on fire")

func (broken) Open(context.Context, string, int64) (*store.Object, error) { return nil, errBroken }
func (broken) Put(context.Context, string, []byte, store.PutOptions) (string, error) {
	return "", errBroken
}

// TestAStoreOfEncodedSegmentsMayFail checks that the article is published even if the cache fails.
func TestAStoreOfEncodedSegmentsMayFail(t *testing.T) {
	n := open(t)
	n.Encoded = broken{}
	p := longRead("one")
	n.send(p)
	n.mustWork()
	n.rerender(editedPart(p, 1))
}

// TestAVoiceIsMeasuredOnce checks that a voice is measured on the first article that is long
// enough, and not again.
func TestAVoiceIsMeasuredOnce(t *testing.T) {
	n := open(t)
	const levels = "private/sites/main/gains/"
	n.send(article.Payload{Language: "en", Title: "Short", HTML: "<p>Too short to judge a voice by.</p>"})
	n.mustWork()
	if got := n.keys(levels); len(got) != 0 {
		t.Errorf("a short article left %v", got)
	}
	n.rerender(longRead("one"))
	first := n.keys(levels)
	if len(first) != 1 {
		t.Fatalf("levels are %v", first)
	}
	want := n.read(first[0])
	n.rerender(longRead("another"))
	if got := n.read(first[0]); got != want {
		t.Errorf("the level %s became %s", want, got)
	}
	if err := n.store.Delete(t.Context(), first[0]); err != nil {
		t.Fatal(err)
	}
	n.rerender(longRead("third"))
	if got := n.read(first[0]); got == want || !strings.Contains(got, `"voice":"espeak-ng:en `) {
		t.Errorf("measured again it is %s", got)
	}
	n.change(func(s *narrate.Site) { s.VoiceVersion = "2" })
	n.rerender(longRead("fourth"))
	if got := n.keys(levels); len(got) != 2 {
		t.Errorf("renewed speech is not measured again: %v", got)
	}
}

// TestArticlesMeetTheirLoudness checks that each article has its target loudness, whatever the
// measured level of its voice, and records the correction that it needed.
func TestArticlesMeetTheirLoudness(t *testing.T) {
	for _, model := range []string{"", "the newest"} {
		t.Run("model "+model, func(t *testing.T) { articlesMeetTheirLoudness(t, model) })
	}
}

func articlesMeetTheirLoudness(t *testing.T, model string) {
	n := open(t)
	n.voice.model = model
	n.send(longRead("one"))
	n.mustWork()
	key := n.keys("private/sites/main/gains/")[0]
	var level library.VoiceLevel
	if err := json.Unmarshal([]byte(n.read(key)), &level); err != nil {
		t.Fatal(err)
	}
	level.Loudness += 1.5 // less than the threshold at which segments are corrected
	wrong, err := json.Marshal(level)
	if err != nil {
		t.Fatal(err)
	}
	n.put(key, string(wrong))
	p := longRead("another")
	n.rerender(p)
	first := n.narration()
	if first.Correction == 0 {
		t.Error("nothing was corrected")
	}
	restored := n.restored()
	n.rerender(editedPart(p, 1))
	if got := restored(); got != 6 {
		t.Errorf("%d segments are restored, of 7", got)
	}
	if second := n.narration(); second.Correction != first.Correction {
		t.Errorf("a correction of %.2f dB became %.2f", first.Correction, second.Correction)
	}
	for _, target := range []float64{-16, -20} {
		n.change(func(s *narrate.Site) { s.Loudness = target })
		site := n.Sites["main"]
		plan, err := n.Plan(site, p, library.Orders{})
		if err != nil {
			t.Fatal(err)
		}
		_, trk, err := n.Speak(t.Context(), plan, nil)
		if err != nil || math.Abs(trk.Loudness-target) > 0.5 {
			t.Errorf("a track of %.1f LUFS is at %.2f, error %v", target, trk.Loudness, err)
		}
	}
}
