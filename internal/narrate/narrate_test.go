package narrate_test

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/store"
)

// counted is espeak-ng with a count of its requests. before may delay a request or make it fail.
type counted struct {
	command.EspeakNG
	before func(ctx context.Context, input string) error
	model  string // the model of its voices

	mu     sync.Mutex
	inputs []string
}

func (c *counted) Voice(name, language string) (speech.Voice, error) {
	voice, err := c.EspeakNG.Voice(name, language)
	voice.Model = c.model
	return voice, err
}

func (c *counted) Synthesize(ctx context.Context, req speech.Call) (speech.Speech, error) {
	c.mu.Lock()
	c.inputs = append(c.inputs, req.Input)
	before := c.before
	c.mu.Unlock()
	if before != nil {
		if err := before(ctx, req.Input); err != nil {
			return speech.Speech{}, err
		}
	}
	return c.EspeakNG.Synthesize(ctx, req)
}

// asked returns the inputs of the requests since the last call.
func (c *counted) asked() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	asked := c.inputs
	c.inputs = nil
	return asked
}

// newsroom is a whole pipeline over a folder store, with a clock that the test sets.
type newsroom struct {
	*narrate.Narrator
	t     *testing.T
	voice *counted
	store *store.Dir
	ref   library.Ref
	rev   time.Time // of the next revision
	skew  time.Duration
}

func open(t *testing.T) *newsroom {
	t.Helper()
	st, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	n := &newsroom{t: t, voice: &counted{}, store: st, ref: library.Ref{Site: "main", ID: "ferry"}, rev: time.Now().Add(-time.Hour).Truncate(time.Second)}
	n.Narrator = &narrate.Narrator{
		Library: library.New(st),
		Encoded: st,
		Voices:  speech.Providers{"espeak-ng": speech.NewCache(n.voice, st, speech.LocalLeases())},
		Sites: map[string]narrate.Site{"main": {
			Name: "main", Language: "en", Voices: map[string][]string{"en": {"espeak-ng:en"}}, BitRate: 64,
			SkipTags: []string{"news-alert"},
		}},
		Now: func() time.Time { return time.Now().Add(n.skew) },
	}
	return n
}

// send accepts a revision that is a second newer than the last.
func (n *newsroom) send(p article.Payload) {
	n.t.Helper()
	n.rev = n.rev.Add(time.Second)
	p.ID, p.UpdatedAt = n.ref.ID, n.rev
	if p.Status == "" {
		p.Status = article.Published
	}
	if _, err := n.Library.Accept(n.t.Context(), n.ref, p, n.rev, library.Fresh); err != nil {
		n.t.Fatal(err)
	}
}

// sendAgain accepts other content with the updated_at of the last revision.
func (n *newsroom) sendAgain(p article.Payload) {
	n.t.Helper()
	p.ID, p.UpdatedAt, p.Status = n.ref.ID, n.rev, article.Published
	if newer, err := n.Library.Accept(n.t.Context(), n.ref, p, n.rev.Add(300*time.Millisecond), library.Fresh); err != nil || !newer {
		n.t.Fatal(newer, err)
	}
}

func (n *newsroom) work() error { return n.BringUpToDate(n.t.Context(), n.ref, 1) }

func (n *newsroom) mustWork() {
	n.t.Helper()
	if err := n.work(); err != nil {
		n.t.Fatal(err)
	}
}

// calm lets the debounce time after a render pass.
func (n *newsroom) calm() { n.skew += time.Minute }

func (n *newsroom) order(change func(*library.Orders)) {
	n.t.Helper()
	if err := n.Library.Order(n.t.Context(), n.ref, library.Fresh, change); err != nil {
		n.t.Fatal(err)
	}
}

func (n *newsroom) narration() library.Narration {
	n.t.Helper()
	narration, err := n.Library.Narration(n.t.Context(), n.ref)
	if err != nil {
		n.t.Fatal(err)
	}
	if whole, err := n.Library.Intact(n.t.Context(), n.ref, narration); err != nil || !whole {
		n.t.Fatalf("the narration names missing files: %v", err)
	}
	return narration
}

// expect checks how the last work ended, that nothing is due, and whether anything is public.
func (n *newsroom) expect(state library.State, reason string) {
	n.t.Helper()
	outcome, err := n.Library.Outcome(n.t.Context(), n.ref)
	if err != nil || outcome.State != state || !strings.Contains(outcome.Reason, reason) {
		n.t.Errorf("outcome %+v, %v; want %s, %q", outcome, err, state, reason)
	}
	if due, err := n.Library.Due(n.t.Context(), n.ref); err != nil || len(due) > 0 {
		n.t.Errorf("still due: %v, %v", due, err)
	}
	if public := n.public(); (state == library.Published) != (public > 0) {
		n.t.Errorf("%s, and %d objects are public", state, public)
	}
}

// public counts the public objects. A reservation does not count, because it has no text.
func (n *newsroom) public() int {
	count := 0
	for entry, err := range n.store.List(n.t.Context(), "public/") {
		if err != nil {
			n.t.Fatal(err)
		}
		if !library.IsReservation([]byte(n.read(entry.Key))) {
			count++
		}
	}
	return count
}

func story(paragraphs ...string) article.Payload {
	return article.Payload{Title: "The ferry resumes", Language: "en", HTML: "<p>" + strings.Join(paragraphs, "</p><p>") + "</p>"}
}

func TestPublish(t *testing.T) {
	n := open(t)
	n.send(story("One boat.", "Two crews."))
	n.mustWork()
	n.expect(library.Published, "")
	narration := n.narration()
	var texts []string
	for i, s := range narration.Segments {
		texts = append(texts, s.Text)
		if s.Index != i || s.End <= s.Start || s.End > narration.Audio[0].Duration || (i > 0 && s.Start < narration.Segments[i-1].End) {
			t.Errorf("segment %d: %+v", i, s)
		}
	}
	if got := strings.Join(texts, "|"); got != "The ferry resumes|One boat.|Two crews." {
		t.Errorf("says %q", got)
	}
	if narration.Label != lang.PlayerTexts("en")["label"] || narration.Labels["play"] != "Play" || narration.Voice.Name != "en" {
		t.Errorf("%+v", narration)
	}
}

func TestOneEditedParagraphCostsOneParagraph(t *testing.T) {
	n := open(t)
	n.send(story("The detour is long.", "It takes an hour.", "The ferry takes ten minutes."))
	n.mustWork()
	if asked := n.voice.asked(); len(asked) != 4 {
		t.Fatalf("asked for %q", asked)
	}
	first := n.narration()
	n.calm()
	n.send(story("The detour is short.", "It takes an hour.", "The ferry takes ten minutes."))
	n.mustWork()
	if asked := n.voice.asked(); len(asked) != 1 || asked[0] != "The detour is short." {
		t.Errorf("asked for %q", asked)
	}
	if n.narration().Audio[0].URL == first.Audio[0].URL {
		t.Error("the track is the old one")
	}
}

func TestWhatIsPublishedIsLeftAlone(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.mustWork()
	n.voice.asked()
	first := n.narration()
	n.mustWork()
	n.send(story("One boat.")) // a newer revision with the same text
	n.mustWork()
	if asked := n.voice.asked(); len(asked) > 0 {
		t.Errorf("asked for %q", asked)
	}
	again := n.narration()
	if again.Audio[0].URL != first.Audio[0].URL || again.Revision == first.Revision {
		t.Errorf("track %s, then %s; revision %s, then %s", first.Audio[0].URL, again.Audio[0].URL, first.Revision, again.Revision)
	}
}

// noPages is a store that cannot write pages.
type noPages struct{ store.Store }

func (s noPages) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if strings.HasPrefix(key, "public/main/pages/") {
		return "", errors.New("no space")
	}
	return s.Store.Put(ctx, key, body, opts)
}

// TestThePageIsClaimedByTheNextAttempt checks that a publication whose page could not be written is
// found by its page after the next attempt.
func TestThePageIsClaimedByTheNextAttempt(t *testing.T) {
	n := open(t)
	boat := story("One boat.")
	boat.URL = "https://example.com/boat"
	n.send(boat)
	whole := n.Library
	n.Library = library.New(noPages{n.store})
	if err := n.work(); err == nil {
		t.Error("nothing says that the page was not written")
	}
	n.Library = whole
	n.mustWork()
	if ref, err := n.Library.PageArticle(t.Context(), "main", boat.URL); err != nil || ref != n.ref {
		t.Errorf("the page leads to %v, %v", ref, err)
	}
}

func TestOnlyTheManifestChanges(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.mustWork()
	first := n.narration()
	moved := story("One boat.")
	moved.URL = "https://example.com/moved"
	n.send(moved)
	n.mustWork()
	if got := n.narration(); got.URL != moved.URL || got.Audio[0] != first.Audio[0] || !got.RenderedAt.Equal(first.RenderedAt) {
		t.Errorf("%+v", got)
	}
}

func TestNothingIsPublicOf(t *testing.T) {
	members := story("One boat.")
	members.Visibility = "paid"
	german := story("Ein Boot.")
	german.Language = "de"
	alert := story("One boat.")
	alert.Tags = []string{"coast", "news-alert"}
	for _, c := range []struct {
		name    string
		payload article.Payload
		state   library.State
		reason  string
	}{
		{"an unpublished article", article.Payload{Status: article.Removed}, library.Removed, "CMS"},
		{"a paid one", members, library.Removed, "members"},
		{"one without text", article.Payload{Title: "A picture", HTML: `<figure><img src="a.jpg"><figcaption>A boat.</figcaption></figure>`}, library.NothingToRead, "no text"},
		{"one with a tag that the site wants no audio of", alert, library.NothingToRead, "tag news-alert"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := open(t)
			n.send(story("One boat."))
			n.mustWork()
			n.send(c.payload)
			n.mustWork()
			n.expect(c.state, c.reason)
		})
	}
}

func TestNoVoiceNamesTheLineToAdd(t *testing.T) {
	n := open(t)
	german := story("Ein Boot fährt über den Fluss.")
	german.Language = "de-AT"
	n.send(german)
	err := n.work()
	if !errors.Is(err, narrate.ErrPermanent) || !strings.Contains(err.Error(), `de: "provider:voice"`) {
		t.Fatalf("%v", err)
	}
	if err := n.GiveUp(t.Context(), n.ref, err, 1); err != nil {
		t.Fatal(err)
	}
	n.expect(library.Failed, "no voice")
}

func TestHeldArticlesStaySilentUntilOrdered(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.mustWork()
	n.order(func(o *library.Orders) { o.Held = true })
	n.mustWork()
	n.expect(library.Removed, "held")
	n.send(story("Two boats."))
	n.mustWork()
	n.expect(library.Removed, "held")
	n.order(func(o *library.Orders) { o.Held = false })
	n.mustWork()
	n.expect(library.Published, "")
}

func TestForceMakesANewTrackFromTheSameSpeech(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.mustWork()
	first := n.narration()
	n.voice.asked()
	n.order(func(o *library.Orders) { o.Render = library.NewNonce() }) // at once: an order does not wait
	n.mustWork()
	if n.narration().Audio[0].URL == first.Audio[0].URL {
		t.Error("the track is the old one")
	}
	if asked := n.voice.asked(); len(asked) > 0 {
		t.Errorf("bought again: %q", asked)
	}
}

func TestAnOrderedVoiceSpeaks(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.order(func(o *library.Orders) { o.Voice = "espeak-ng:en-gb" })
	n.mustWork()
	if got := n.narration().Voice.Name; got != "en-gb" {
		t.Errorf("voice %s", got)
	}
}

// TestAnUnpublishDuringARenderWins checks that an unpublish during a render takes effect before the
// task ends.
func TestAnUnpublishDuringARenderWins(t *testing.T) {
	n := open(t)
	n.during(article.Payload{Status: article.Removed})
	n.send(story("One boat."))
	n.mustWork()
	n.expect(library.Removed, "")
}

// TestAnEditDuringARenderIsHeardNext checks that an edit during a render is not lost, and does not
// delay the article: the first text is published, and the edit follows after the debounce time.
func TestAnEditDuringARenderIsHeardNext(t *testing.T) {
	n := open(t)
	n.during(story("Two boats."))
	n.send(story("One boat."))
	var later *narrate.Later
	if err := n.work(); !errors.As(err, &later) {
		t.Fatalf("%v", err)
	}
	if got := n.narration().Segments[1].Text; got != "One boat." {
		t.Errorf("says %q", got)
	}
	n.calm()
	n.mustWork()
	n.expect(library.Published, "")
	if got := n.narration().Segments[1].Text; got != "Two boats." {
		t.Errorf("says %q", got)
	}
}

// during sends a revision while the first segment of a render is being synthesized.
func (n *newsroom) during(p article.Payload) {
	var once sync.Once
	n.voice.before = func(context.Context, string) error {
		once.Do(func() { n.send(p) })
		return nil
	}
}

// TestWithdrawDuringARender checks that Withdraw does not wait for a render: the public files are
// gone at once, and the render does not restore them.
func TestWithdrawDuringARender(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.mustWork()
	n.calm()
	var once sync.Once
	n.voice.before = func(context.Context, string) error {
		once.Do(func() {
			n.send(article.Payload{Status: article.Removed})
			if err := n.Withdraw(t.Context(), n.ref); err != nil {
				t.Error(err)
			}
			if n.public() != 0 {
				t.Error("still public while the render goes on")
			}
		})
		return nil
	}
	n.send(story("Two boats."))
	n.mustWork()
	n.expect(library.Removed, "")
}

func TestAFailingProviderLosesNothing(t *testing.T) {
	n := open(t)
	outage := errors.New("unavailable")
	n.voice.before = func(_ context.Context, input string) error {
		if strings.Contains(input, "crews") {
			return outage
		}
		return nil
	}
	n.send(story("One boat.", "Two crews."))
	if err := n.work(); !errors.Is(err, outage) || errors.Is(err, narrate.ErrPermanent) {
		t.Fatalf("%v", err)
	}
	if due, _ := n.Library.Due(t.Context(), n.ref); len(due) != 1 || n.public() != 0 {
		t.Fatalf("due %v, public %d", due, n.public())
	}
	n.voice.before = nil
	bought := slices.DeleteFunc(n.voice.asked(), func(input string) bool { return strings.Contains(input, "crews") })
	n.mustWork()
	n.expect(library.Published, "")
	for _, again := range n.voice.asked() {
		if slices.Contains(bought, again) {
			t.Errorf("%q was bought again", again)
		}
	}
}

func TestGiveUpLeavesWhatCameSince(t *testing.T) {
	n := open(t)
	n.voice.before = func(context.Context, string) error { return speech.Permanent(errors.New("refused")) }
	n.send(story("One boat."))
	err := n.work()
	n.send(story("Two boats."))
	if err := n.GiveUp(t.Context(), n.ref, err, 3); err != nil {
		t.Fatal(err)
	}
	outcome, _ := n.Library.Outcome(t.Context(), n.ref)
	if outcome.State != library.Failed || outcome.Attempts != 3 || !strings.Contains(outcome.Reason, "refused") {
		t.Errorf("%+v", outcome)
	}
	if due, _ := n.Library.Due(t.Context(), n.ref); len(due) != 1 {
		t.Errorf("due: %v", due)
	}
}

// TestFailedStaysFailed checks that a stale task, older than the failure of an article, does not
// call the provider again.
func TestFailedStaysFailed(t *testing.T) {
	n := open(t)
	n.voice.before = func(context.Context, string) error { return speech.Permanent(errors.New("refused")) }
	n.send(story("One boat."))
	if err := n.GiveUp(t.Context(), n.ref, n.work(), 1); err != nil {
		t.Fatal(err)
	}
	n.voice.asked()
	n.mustWork()
	n.expect(library.Failed, "refused")
	if asked := n.voice.asked(); len(asked) > 0 {
		t.Errorf("asked for %q", asked)
	}
	n.voice.before = nil
	n.order(func(*library.Orders) {})
	n.mustWork()
	n.expect(library.Published, "")
}

// TestRolesAreUpToDate exists because a quote that becomes a paragraph may sound the same; the
// manifest must still name the new role.
func TestRolesAreUpToDate(t *testing.T) {
	n := open(t)
	site := n.Sites["main"]
	site.Pauses = map[string]time.Duration{"quote": time.Second, "paragraph": time.Second}
	n.Sites["main"] = site
	quote := story("One boat.", "Two crews.")
	quote.HTML = "<p>One boat.</p><blockquote>Two crews.</blockquote><p>Three.</p>"
	n.send(quote)
	n.mustWork()
	plain := story("One boat.", "Two crews.", "Three.")
	n.send(plain)
	n.mustWork()
	if got := n.narration().Segments[2].Role; got != article.Paragraph {
		t.Errorf("role %s", got)
	}
}

// TestAnotherReleaseRewritesNothing checks that an upgrade does not touch what is published:
// neither the file nor its age changes until something else does.
func TestAnotherReleaseRewritesNothing(t *testing.T) {
	n := open(t)
	n.Generator = "aloud/1.0.0"
	n.send(story("One boat.", "Two crews."))
	n.mustWork()
	before := n.manifest()
	n.Generator = "aloud/2.0.0"
	n.calm()
	n.order(func(*library.Orders) {})
	n.mustWork()
	if after := n.manifest(); after != before {
		t.Errorf("was\n%s\nand is\n%s", before, after)
	}
	if stale, err := n.Stale(t.Context(), n.ref); err != nil || stale {
		t.Errorf("stale is %v, %v", stale, err)
	}
	retitled := story("One boat.", "Two crews.")
	retitled.Title += ", again"
	n.send(retitled)
	n.mustWork()
	if got := n.narration().Generator; got != "aloud/2.0.0" {
		t.Errorf("a new narration.json was written by %q", got)
	}
}

// manifest returns narration.json as it is in the store.
func (n *newsroom) manifest() string {
	n.t.Helper()
	object, err := n.store.Open(n.t.Context(), n.ref.NarrationKey(), 0)
	if err != nil {
		n.t.Fatal(err)
	}
	defer object.Body.Close()
	content, err := io.ReadAll(object.Body)
	if err != nil {
		n.t.Fatal(err)
	}
	return string(content)
}

func TestAnEditSoonAfterARenderWaitsForQuiet(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.mustWork()
	n.send(story("Two boats."))
	var later *narrate.Later
	if err := n.work(); !errors.As(err, &later) || later.After <= 0 || later.After > 20*time.Second {
		t.Fatalf("%v", err)
	}
	n.skew += later.After
	n.mustWork()
	n.expect(library.Published, "")
}

// TestTwentyEditsAreOneRender makes twenty edits in quick succession, each with its own task. Only
// the last one is synthesized.
func TestTwentyEditsAreOneRender(t *testing.T) {
	n := open(t)
	n.send(story("No boats."))
	n.mustWork()
	n.voice.asked()
	var later *narrate.Later
	for i := range 20 {
		n.send(story("Boat number " + strconv.Itoa(i) + "."))
		if err := n.work(); !errors.As(err, &later) {
			t.Fatalf("edit %d: %v", i, err)
		}
	}
	n.skew += later.After
	n.mustWork()
	n.expect(library.Published, "")
	if asked := n.voice.asked(); len(asked) != 1 || !strings.Contains(asked[0], "nineteen") {
		t.Errorf("asked for %q", asked)
	}
}

func TestStale(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.mustWork()
	if stale, err := n.Stale(t.Context(), n.ref); err != nil || stale {
		t.Fatalf("stale %t, %v", stale, err)
	}
	site := n.Sites["main"]
	site.BitRate = 80
	n.Sites["main"] = site
	if stale, err := n.Stale(t.Context(), n.ref); err != nil || !stale {
		t.Fatalf("other settings: stale %t, %v", stale, err)
	}
}

func TestADamagedNarrationIsRenderedAnew(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	n.mustWork()
	if _, err := n.store.Put(t.Context(), n.ref.NarrationKey(), []byte("{bro"), store.PutOptions{}); err != nil {
		t.Fatal(err)
	}
	n.voice.asked()
	n.mustWork()
	n.narration()
	if asked := n.voice.asked(); len(asked) > 0 {
		t.Errorf("bought again: %q", asked)
	}
}

func TestADamagedDesiredStateFailsVisibly(t *testing.T) {
	n := open(t)
	n.send(story("One boat."))
	if _, err := n.store.Put(t.Context(), "private/sites/main/articles/ferry.json", []byte("{bro"), store.PutOptions{}); err != nil {
		t.Fatal(err)
	}
	err := n.work()
	if !errors.Is(err, narrate.ErrPermanent) {
		t.Fatal(err)
	}
	if err := n.GiveUp(t.Context(), n.ref, err, 1); err != nil {
		t.Fatal(err)
	}
	n.expect(library.Failed, "damaged")
	n.send(story("One boat."))
	n.mustWork()
	n.expect(library.Published, "")
}

func TestUnknownSiteIsPermanent(t *testing.T) {
	n := open(t)
	if err := n.BringUpToDate(t.Context(), library.Ref{Site: "other", ID: "a"}, 1); !errors.Is(err, narrate.ErrPermanent) {
		t.Errorf("%v", err)
	}
}
