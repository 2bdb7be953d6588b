package newsroom

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/source/sourcetest"
)

// listing is a source other than Ghost, with articles that a pass has found.
type listing struct {
	start func(testing.TB) *sourcetest.Server
	name  string
	path  string
}

var listings = map[string]listing{
	"wordpress":     {sourcetest.NewWordPress, "wordpress", ""},
	"rss":           {sourcetest.NewPages, "feed", "/rss.xml"},
	"atom":          {sourcetest.NewPages, "feed", "/atom.xml"},
	"json feed":     {sourcetest.NewPages, "feed", "/feed.json"},
	"sitemap":       {sourcetest.NewPages, "sitemap", "/sitemap.xml"},
	"news sitemap":  {sourcetest.NewPages, "sitemap", "/news.xml"},
	"two addresses": {sourcetest.NewPages, "feed", "/rss.xml /atom.xml"},
}

func (l listing) open(t *testing.T, n int) *polled {
	t.Helper()
	p := &polled{desk: open(t), ghost: l.start(t)}
	p.Now = time.Now
	var urls []string
	for _, path := range strings.Split(l.path, " ") {
		urls = append(urls, p.ghost.URL+path)
	}
	p.src = ask(t, l.name, source.Address{URLs: urls})
	p.pass(Reconciliation{Confirm: true}) // a sitemap tells no date: what it has now is its archive
	var articles []sourcetest.Article
	for i := range n {
		articles = append(articles, numbered(i))
	}
	p.ghost.Set(articles...)
	p.pass(Reconciliation{})
	p.render()
	if got := len(p.audible()); got != n {
		t.Fatalf("%d of %d are audible", got, n)
	}
	return p
}

func numbered(i int) sourcetest.Article {
	a := post(i)
	a.ID = fmt.Sprint(100 + i)
	return a
}

func title(p *polled, title string) library.Desired {
	p.t.Helper()
	for _, id := range p.audible() {
		if d := p.desired(id); strings.Contains(d.Article.Title+d.Article.HTML, title) {
			return d
		}
	}
	p.t.Fatalf("no %q among %v", title, p.audible())
	return library.Desired{}
}

func TestSources(t *testing.T) {
	for name, l := range listings {
		t.Run(name, func(t *testing.T) {
			p := l.open(t, 6)
			p.ghost.Set(numbered(7))
			p.ghost.Delete("101")
			p.ghost.Change(func(a *sourcetest.Article) {
				a.Text, a.Updated, a.Title = "It does not run.", a.Updated.Add(time.Hour), "No ferry 2"
			}, "102")
			var gone, missed, changed int
			for range 2 {
				report, findings := p.pass(Reconciliation{})
				gone, missed, changed = gone+report.Gone, missed+report.Missed, changed+report.Changed
				if report.Error != "" || report.Halted != "" || report.Unsure != 0 {
					t.Errorf("%+v, %+v", report, findings)
				}
				p.render()
			}
			if gone != 1 || missed+changed != 2 || len(p.audible()) != 6 {
				t.Errorf("%d gone, %d missed, %d changed, audible %v", gone, missed, changed, p.audible())
			}
			if d := title(p, "No ferry 2"); !strings.Contains(d.Article.HTML, "It does not run.") || d.Article.Source != l.name {
				t.Errorf("%+v", d.Article)
			}
		})
	}
}

func TestSourcesThatLie(t *testing.T) {
	for _, name := range []string{"wordpress", "rss", "sitemap"} {
		t.Run(name, func(t *testing.T) {
			p := listings[name].open(t, 8)
			for _, lie := range sourcetest.Lies {
				p.ghost.Lie(lie)
				for range 2 {
					if report, findings := p.pass(Reconciliation{}); len(p.audible()) != 8 || report.Gone != 0 {
						t.Fatalf("%s: %d of 8 are audible: %+v %+v", lie, len(p.audible()), report, findings)
					}
				}
			}
			p.ghost.Lie(sourcetest.None)
			for _, id := range p.audible() {
				if strings.Contains(p.desired(id).Article.HTML, "network") {
					t.Error("a captive portal is read aloud")
				}
			}
		})
	}
}

// What readers cannot see, as each source shows it.
func TestWordPressHidesPosts(t *testing.T) {
	for name, act := range map[string]func(*sourcetest.Article){
		"draft":    func(a *sourcetest.Article) { a.Status = "draft" },
		"password": func(a *sourcetest.Article) { a.Visibility = "password" },
	} {
		t.Run(name, func(t *testing.T) {
			p := listings["wordpress"].open(t, 4)
			p.ghost.Change(act, "101")
			if report, findings := p.pass(Reconciliation{}); report.Gone != 1 || len(p.audible()) != 3 {
				t.Errorf("%+v, %+v", report, findings)
			}
		})
	}
	t.Run("author renamed", func(t *testing.T) {
		p := listings["wordpress"].open(t, 4)
		p.ghost.Change(func(a *sourcetest.Article) { a.Authors = []string{"Olena Testenko"} })
		report, _ := p.pass(Reconciliation{})
		if d := p.desired("101"); report.Changed != 4 || !slices.Equal(d.Article.Byline, []string{"Olena Testenko"}) {
			t.Errorf("%+v, %+v", report, d.Article)
		}
	})
	t.Run("two blogs", func(t *testing.T) {
		p := listings["wordpress"].open(t, 0)
		p.src = ask(t, "wordpress", source.Address{URLs: []string{p.ghost.URL}, IDPrefix: "blog-"})
		p.ghost.Set(numbered(1))
		p.pass(Reconciliation{})
		p.render()
		p.ghost.Delete("101")
		p.ghost.Set(numbered(2))
		if report, _ := p.pass(Reconciliation{}); report.Gone != 1 || !p.desired("blog-101").Gone() || p.desired("blog-102").Gone() {
			t.Errorf("%+v", report)
		}
	})
}

// A page that leads elsewhere, or is closed, proves nothing.
func TestPagesThatProveNothing(t *testing.T) {
	for name, act := range map[string]func(*sourcetest.Article){
		"redirected home": func(a *sourcetest.Article) { a.Status = "home" },
		"forbidden":       func(a *sourcetest.Article) { a.Status, a.Visibility = "hidden", "x" },
	} {
		t.Run(name, func(t *testing.T) {
			p := listings["sitemap"].open(t, 4)
			p.ghost.Change(act, "101")
			if report, findings := p.pass(Reconciliation{}); report.Gone != 0 || report.Unsure != 1 || len(p.audible()) != 4 {
				t.Errorf("%+v, %+v", report, findings)
			}
		})
	}
}

// A page that refuses visitors in two passes, on a site that lets them in elsewhere, is closed; it
// is taken up when it opens again.
func TestAPageThatCloses(t *testing.T) {
	for _, name := range []string{"sitemap", "rss"} {
		t.Run(name, func(t *testing.T) {
			p := listings[name].open(t, 4)
			later := func() { at := p.Now().Add(2 * closedFor); p.Now = func() time.Time { return at } }
			p.ghost.Change(func(a *sourcetest.Article) { a.Status, a.Visibility = "hidden", "x" }, "101")
			if report, findings := p.pass(Reconciliation{}); report.Gone != 0 || report.Unsure != 1 || !strings.Contains(findings[0].Done, "403") {
				t.Errorf("%+v, %+v", report, findings)
			}
			later()
			if report, findings := p.pass(Reconciliation{}); report.Gone != 1 || len(p.audible()) != 3 {
				t.Errorf("%+v, %+v", report, findings)
			}
			p.ghost.Change(func(a *sourcetest.Article) { a.Status, a.Visibility = "", "" }, "101")
			if report, findings := p.pass(Reconciliation{}); report.Missed != 1 {
				t.Errorf("%+v, %+v", report, findings)
			}
		})
	}
	t.Run("aloud is kept out", func(t *testing.T) {
		p := listings["sitemap"].open(t, 4)
		p.ghost.Change(func(a *sourcetest.Article) { a.Status = "hidden" }, "101")
		p.ghost.SetPrivate(true)
		for i := range 3 {
			at := time.Now().Add(time.Duration(2*i) * unlistedRest)
			p.Now = func() time.Time { return at }
			if report, findings := p.pass(Reconciliation{}); report.Gone != 0 || report.Unsure != 1 || len(p.audible()) != 4 {
				t.Errorf("%+v, %+v", report, findings)
			}
		}
	})
}

// A source that is wrong in small steps is stopped by what it took down in a day.
func TestASourceThatLiesInSmallSteps(t *testing.T) {
	p := openPolled(t, 20)
	halted := 0
	for i := range 6 {
		p.ghost.Delete(ghostID(i))
		if report, _ := p.pass(Reconciliation{}); report.Halted != "" {
			halted++
		}
	}
	if halted != 3 || len(p.audible()) != 17 {
		t.Errorf("%d passes stopped, %d of 20 are audible", halted, len(p.audible()))
	}
	if report, _ := p.pass(Reconciliation{Confirm: true}); report.Gone != 3 || report.Halted != "" {
		t.Errorf("confirmed: %+v", report)
	}
	p.Now = func() time.Time { return time.Now().Add(25 * time.Hour) }
	p.ghost.Delete(ghostID(7))
	if report, _ := p.pass(Reconciliation{}); report.Gone != 1 {
		t.Errorf("the day after: %+v", report)
	}
}

// An article that has left the feed stays; one that has left it and the site goes.
func TestAFeedIsAWindow(t *testing.T) {
	p := listings["rss"].open(t, 10)
	var more []sourcetest.Article
	for i := range 8 {
		more = append(more, numbered(20+i))
	}
	p.ghost.Set(more...)
	p.pass(Reconciliation{})
	p.render()
	if got := len(p.audible()); got != 18 {
		t.Fatalf("%d of 18 are audible", got)
	}
	p.ghost.Delete("100", "101")
	if report, _ := p.pass(Reconciliation{}); report.Gone != 0 {
		t.Errorf("asked again too soon: %+v", report)
	}
	p.Now = func() time.Time { return time.Now().Add(unlistedRest + time.Minute) }
	if report, _ := p.pass(Reconciliation{}); report.Gone != 2 || len(p.audible()) != 16 {
		t.Errorf("%+v", report)
	}
}

// An article that a hook brought is known by its page.
func TestAPageThatAHookBrought(t *testing.T) {
	p := listings["rss"].open(t, 4)
	a := numbered(9)
	ref := library.Ref{Site: "main", ID: "ferry-2026"}
	payload := article.Payload{Source: "articles", ID: ref.ID, UpdatedAt: a.Updated, Status: article.Published, URL: p.ghost.URL + "/ferry-9", HTML: "<p>By hook.</p>"}
	if _, err := p.Accept(t.Context(), ref, payload, time.Now().Add(-time.Minute)); err != nil {
		t.Fatal(err)
	}
	p.render()
	p.ghost.Set(a)
	if report, findings := p.pass(Reconciliation{}); len(findings) != 0 || p.desired(ref.ID).Article.HTML != "<p>By hook.</p>" {
		t.Errorf("%+v, %+v", report, findings)
	}
	p.ghost.Delete(a.ID)
	if report, findings := p.pass(Reconciliation{}); report.Gone != 1 || !p.desired(ref.ID).Gone() {
		t.Errorf("%+v, %+v", report, findings)
	}
}

// A sitemap that suddenly has an archive buys none of it.
func TestAnArchiveThatAppears(t *testing.T) {
	p := listings["sitemap"].open(t, 2)
	var archive []sourcetest.Article
	for i := range 30 {
		a := numbered(100 + i)
		a.Published = launch.Add(-time.Hour)
		archive = append(archive, a)
	}
	p.ghost.Set(archive...)
	if report, findings := p.pass(Reconciliation{}); !strings.Contains(report.Halted, "30 new articles") || report.Missed != 0 {
		t.Errorf("%+v, %+v", report, findings)
	}
	if report, _ := p.pass(Reconciliation{Confirm: true}); report.Missed != 0 || report.Halted != "" {
		t.Errorf("their pages say that they are old: %+v", report)
	}
}

// A pass withdraws whatever is gone, also while nothing can be stored.
func TestAPassOverAFullStore(t *testing.T) {
	p := openPolled(t, 3)
	s := &sick{Store: p.Store}
	p.Store, p.Library = s, library.New(s)
	p.Narrator.Library = p.Library
	p.ghost.Delete(ghostID(0))
	p.ghost.Delete(ghostID(1))
	s.full.Store(true)
	if _, _, err := p.Reconcile(t.Context(), "main", p.src, Reconciliation{}); err == nil || len(p.audible()) != 1 {
		t.Errorf("%v, audible are %v", err, p.audible())
	}
	s.full.Store(false)
	if report, _ := p.pass(Reconciliation{}); report.Error != "" || !p.desired(ghostID(0)).Gone() || !p.desired(ghostID(1)).Gone() {
		t.Errorf("%+v", report)
	}
}

// An article that a former release took up under its own rule of ids keeps its id, its orders and
// its audio.
func TestIDsOfFormerReleases(t *testing.T) {
	p := listings["atom"].open(t, 0)
	a := numbered(3)
	a.Slug = "ferry-3/amp" // the former rule took it for another page than its article's
	address := p.ghost.URL + "/" + a.Slug + "/"
	p.ghost.Set(a)
	listed, err := p.src.Asker.List(t.Context())
	if err != nil || len(listed) != 1 {
		t.Fatal(listed, err)
	}
	id := source.FormerID(listed[0].ID, listed[0].URL)
	if id == listed[0].ID {
		t.Fatal("the rules agree about " + address)
	}
	ref := library.Ref{Site: "main", ID: id}
	payload := article.Payload{Source: "feed", ID: id, UpdatedAt: a.Updated, Status: article.Published, URL: address, Title: a.Title, HTML: "<p>The ferry runs again."}
	_, err = p.Accept(t.Context(), ref, payload, time.Now().Add(-time.Minute))
	if err == nil {
		_, err = p.Library.EraseText(t.Context(), ref) // it has no page any more by which it could be found
	}
	if err != nil {
		t.Fatal(err)
	}
	p.conclude(ref, library.Removed)
	for range 2 {
		if report, findings := p.pass(Reconciliation{}); report.Missed != 0 || report.Listed != 1 {
			t.Errorf("%+v, %+v", report, findings)
		}
	}
	p.ghost.Change(func(a *sourcetest.Article) { a.Updated = a.Updated.Add(time.Hour) }, a.ID)
	if report, findings := p.pass(Reconciliation{}); report.Missed != 1 || len(findings) != 1 || findings[0].ID != id {
		t.Errorf("an edit: %+v, %+v", report, findings)
	}
}
