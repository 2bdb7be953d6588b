package newsroom

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/source/sourcetest"
)

// openHinted is a newsroom whose site has pages, or a WordPress, that nobody lists.
func openHinted(t *testing.T, start func(testing.TB) *sourcetest.Server, articles ...sourcetest.Article) *polled {
	t.Helper()
	p := &polled{desk: open(t), ghost: start(t)}
	clock := time.Now()
	p.Now = func() time.Time { return clock }
	p.later = func(d time.Duration) { clock = clock.Add(d) }
	ask := source.PageAsker(http.DefaultClient)
	p.Hints = map[string]HintSources{"main": {Page: func(ctx context.Context, hint article.Payload) (source.Answer, error) {
		answer, err := ask(ctx, hint)
		answer.At = p.Now() // the server's clock has whole seconds
		return answer, err
	}}}
	p.ghost.Set(articles...)
	return p
}

// hint takes a hint and follows it, as the process that takes it does.
func (p *polled) hint(known article.Payload) {
	p.t.Helper()
	if known.Source == "" {
		known.Source = "url"
	}
	h, err := p.TakeHint(p.t.Context(), "main", known, p.Now())
	if err != nil {
		p.t.Fatal(err)
	}
	p.FollowHint(p.t.Context(), h)
	p.render()
}

// hintStatus is what aloud status says of the hints.
func (p *polled) hintStatus() HintStatus {
	p.t.Helper()
	status, err := p.SiteStatus(p.t.Context(), "main")
	if err != nil {
		p.t.Fatal(err)
	}
	if status.Hints == nil {
		return HintStatus{}
	}
	return *status.Hints
}

func (p *polled) page(slug string) string { return p.ghost.URL + "/" + slug + "/" }

func wants(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("audible: %v, want %v", got, want)
	}
}

func TestHintBringsAPage(t *testing.T) {
	p := openHinted(t, sourcetest.NewPages, post(1))
	p.hint(article.Payload{URL: p.page("ferry-1") + "?utm_source=cms"})
	ids := p.audible()
	if len(ids) != 1 || !strings.HasPrefix(ids[0], "ferry-1-") {
		t.Fatalf("audible: %v", ids)
	}
	if d := p.desired(ids[0]); !strings.Contains(d.Article.HTML, "The ferry runs again.") || d.Article.URL != p.page("ferry-1") {
		t.Errorf("stored %+v", d.Article)
	}
	if s := p.hintStatus(); s != (HintStatus{}) {
		t.Errorf("hints %+v", s)
	}
	p.ghost.Change(func(a *sourcetest.Article) { a.Text = "It does not run." })
	p.later(time.Second)
	p.hint(article.Payload{URL: p.page("ferry-1")})
	if d := p.desired(ids[0]); !strings.Contains(d.Article.HTML, "It does not run.") {
		t.Errorf("the edit is not stored: %+v", d.Article)
	}
}

func TestHintWithWhatTheSenderKnows(t *testing.T) {
	p := openHinted(t, sourcetest.NewPages, post(1))
	at := p.Now().Add(-time.Minute).UTC()
	p.hint(article.Payload{ID: "77", URL: p.page("ferry-1"), Title: "The ferry", Byline: []string{"Olena"}, Tags: []string{"news"}, Language: "uk", UpdatedAt: at})
	wants(t, p.audible(), "77")
	d := p.desired("77")
	if a := d.Article; a.Title != "The ferry" || a.Byline[0] != "Olena" || a.Tags[0] != "news" || a.Language != "uk" || !d.Revision.UpdatedAt.Equal(at) {
		t.Errorf("stored %+v of %v", a, d.Revision)
	}
	p.later(time.Second)
	p.hint(article.Payload{ID: "77", URL: p.page("ferry-1"), Visibility: "members"})
	if d := p.desired("77"); !d.Article.Restricted() {
		t.Errorf("stored %+v", d.Article)
	}
}

// The page of an article that a hook brought under its own id is that article's.
func TestHintKnowsThePage(t *testing.T) {
	p := openHinted(t, sourcetest.NewPages, post(1))
	ref, err := p.Ref("", "of-a-hook")
	if err != nil {
		t.Fatal(err)
	}
	n := library.Narration{Version: 1, Site: "main", ID: "of-a-hook", URL: p.page("ferry-1"), Audio: []library.Audio{{URL: "a.mp3"}}}
	if _, err := p.Publish(t.Context(), ref, article.Payload{ID: ref.ID, Text: "x", URL: n.URL, Status: article.Published, UpdatedAt: launch}); err != nil {
		t.Fatal(err)
	}
	p.render()
	if _, err := p.Library.ClaimPage(t.Context(), ref, library.Narration{}, n); err != nil {
		t.Fatal(err)
	}
	p.later(time.Minute)
	p.hint(article.Payload{URL: p.page("ferry-1")})
	wants(t, p.audible(), "of-a-hook")
}

func TestHintOfARemoval(t *testing.T) {
	for name, test := range map[string]struct {
		status article.Status
		act    func(*sourcetest.Server)
		gone   bool
		hints  HintStatus
	}{
		"deleted, and the sender says so":       {article.Removed, func(s *sourcetest.Server) { s.Delete(ghostID(1)) }, true, HintStatus{}},
		"deleted, and the sender does not know": {"", func(s *sourcetest.Server) { s.Delete(ghostID(1)) }, true, HintStatus{}},
		"the sender says so, the page is there": {article.Removed, func(*sourcetest.Server) {}, false, HintStatus{Waiting: 1, Retrying: 1}},
		"behind a login, and the sender says so": {
			article.Removed, func(s *sourcetest.Server) { s.Change(func(a *sourcetest.Article) { a.Visibility = "members" }) }, true, HintStatus{},
		},
		"behind a login": {
			"", func(s *sourcetest.Server) { s.Change(func(a *sourcetest.Article) { a.Visibility = "members" }) }, false, HintStatus{Waiting: 1, Retrying: 1},
		},
		"the site fails":       {article.Removed, func(s *sourcetest.Server) { s.Lie(sourcetest.Failing) }, false, HintStatus{Waiting: 1, Retrying: 1}},
		"a captive portal":     {"", func(s *sourcetest.Server) { s.Lie(sourcetest.CaptivePortal) }, false, HintStatus{Waiting: 1, Retrying: 1}},
		"published, and a 404": {article.Published, func(s *sourcetest.Server) { s.Delete(ghostID(1)) }, true, HintStatus{Waiting: 1, Retrying: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			p := openHinted(t, sourcetest.NewPages, post(1))
			p.hint(article.Payload{URL: p.page("ferry-1")})
			id := p.audible()[0]
			test.act(p.ghost)
			p.later(time.Minute)
			p.hint(article.Payload{URL: p.page("ferry-1"), Status: test.status})
			if gone := !slices.Contains(p.audible(), id); gone != test.gone {
				t.Errorf("gone: %v, want %v", gone, test.gone)
			}
			got := p.hintStatus()
			if got.Next = nil; got.Waiting != test.hints.Waiting || got.Retrying != test.hints.Retrying || got.Failed != 0 || (got.Reason == "") != (test.hints.Retrying == 0) {
				t.Errorf("hints %+v, want %+v", got, test.hints)
			}
		})
	}
}

// A page that refuses visitors twice, a minute apart, is gone, as when a source is asked.
func TestHintOfAClosedPage(t *testing.T) {
	p := openHinted(t, sourcetest.NewPages, post(1))
	p.hint(article.Payload{URL: p.page("ferry-1")})
	p.ghost.Change(func(a *sourcetest.Article) { a.Visibility = "members" })
	p.later(time.Minute)
	p.hint(article.Payload{URL: p.page("ferry-1")})
	p.later(closedFor)
	p.FollowHints(t.Context(), "main")
	wants(t, p.audible())
}

// A hint is followed by a worker if the process that took it ended, is asked for ever more rarely
// while its source fails, is given up after a day, and is followed again when an admin says so.
func TestHintSurvivesAndIsRetried(t *testing.T) {
	p := openHinted(t, sourcetest.NewPages, post(1))
	p.ghost.Lie(sourcetest.Failing)
	if _, err := p.TakeHint(t.Context(), "main", article.Payload{Source: "url", URL: p.page("ferry-1")}, p.Now()); err != nil {
		t.Fatal(err)
	}
	p.FollowHints(t.Context(), "main")
	if s := p.hintStatus(); s.Waiting != 1 || s.Retrying != 0 {
		t.Errorf("asked for before the process that took it had its time: %+v", s)
	}
	attempts, began := 0, p.Now()
	for ; p.hintStatus().Failed == 0 && attempts < 1000; attempts++ {
		next := p.hintStatus().Next
		p.later(next.Sub(p.Now()))
		p.FollowHints(t.Context(), "main")
	}
	if lasted := p.Now().Sub(began); attempts < 40 || attempts > 60 || lasted < 23*time.Hour || lasted > 25*time.Hour {
		t.Errorf("given up after %d attempts in %s", attempts, lasted)
	}
	if s := p.hintStatus(); s.Failed != 1 || !strings.Contains(s.Reason, "500") || s.URL != p.page("ferry-1") {
		t.Errorf("hints %+v", s)
	}
	p.ghost.Lie(sourcetest.None)
	if n, err := p.RetryHints(t.Context(), "main"); n != 1 || err != nil {
		t.Errorf("retried %d, %v", n, err)
	}
	p.FollowHints(t.Context(), "main")
	p.render()
	if got := p.audible(); len(got) != 1 || p.hintStatus() != (HintStatus{}) {
		t.Errorf("audible: %v, hints %+v", got, p.hintStatus())
	}
}

// A page that does not exist is waited for, as a site may still be built, and forgotten after an
// hour.
func TestHintOfNoPage(t *testing.T) {
	p := openHinted(t, sourcetest.NewPages)
	p.hint(article.Payload{URL: p.page("ferry-1")})
	p.hint(article.Payload{URL: p.page("ferry-2")})
	p.ghost.Set(post(1))
	for range 20 {
		if next := p.hintStatus().Next; next != nil {
			p.later(next.Sub(p.Now()))
		}
		p.FollowHints(t.Context(), "main")
		p.render()
	}
	if got := p.audible(); len(got) != 1 || p.hintStatus() != (HintStatus{}) {
		t.Errorf("audible: %v, hints %+v", got, p.hintStatus())
	}
}

// A later hint about an article replaces the earlier ones.
func TestLaterHintReplaces(t *testing.T) {
	p := openHinted(t, sourcetest.NewPages, post(1))
	p.ghost.Lie(sourcetest.Failing)
	for range 3 {
		p.hint(article.Payload{URL: p.page("ferry-1")})
		p.later(time.Millisecond)
	}
	p.ghost.Lie(sourcetest.None)
	p.hint(article.Payload{URL: p.page("ferry-1")})
	if s := p.hintStatus(); s != (HintStatus{}) {
		t.Errorf("hints %+v", s)
	}
}

// WordPress is asked by the id, if it is a source of the site.
func TestHintOfWordPress(t *testing.T) {
	p := openHinted(t, sourcetest.NewWordPress, numbered(1))
	p.Hints["main"] = HintSources{Page: p.Hints["main"].Page, Askers: map[string]source.Asker{
		"wordpress": ask(t, "wordpress", source.Address{URLs: []string{p.ghost.URL}, IDPrefix: "blog2-"}).Asker,
	}}
	p.hint(article.Payload{Source: "wordpress", ID: "101"})
	wants(t, p.audible(), "blog2-101")
	p.later(time.Minute)
	p.ghost.Change(func(a *sourcetest.Article) { a.Visibility = "password" })
	p.hint(article.Payload{Source: "wordpress", ID: "101", Status: article.Published})
	wants(t, p.audible())
	if !p.AsksByID("main", article.Payload{Source: "wordpress", ID: "1"}) || p.AsksByID("main", article.Payload{Source: "url", ID: "1"}) {
		t.Error("other sources are asked by id than WordPress")
	}
}
