package newsroom

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/source/sourcetest"
	"github.com/aloud-audio/aloud/internal/store"
)

// polled is a newsroom whose site has a Ghost.
type polled struct {
	desk
	ghost *sourcetest.Server
	src   AskedSource
	later func(time.Duration) // moves the clock, where it stands
}

var launch = time.Now().Add(-48 * time.Hour).UTC().Truncate(time.Second)

func ghostID(n int) string { return fmt.Sprintf("%024x", n) }

func post(n int) sourcetest.Article {
	at := launch.Add(time.Duration(n) * time.Minute)
	return sourcetest.Article{
		ID: ghostID(n), Title: fmt.Sprintf("Ferry %d", n), Text: "The ferry runs again.", Slug: fmt.Sprintf("ferry-%d", n),
		Published: at, Updated: at, Tags: []string{"news"}, Authors: []string{"Olena Test"},
	}
}

// openPolled has n posts that were published and found after the source was connected.
func openPolled(t *testing.T, n int) *polled {
	t.Helper()
	p := &polled{desk: open(t), ghost: sourcetest.NewGhost(t)}
	p.Now = time.Now
	p.src = ask(t, "ghost", source.Address{URLs: []string{p.ghost.URL}, Keys: map[string]string{source.GhostAdminKey: sourcetest.GhostAdminKey}})
	var posts []sourcetest.Article
	for i := range n {
		posts = append(posts, post(i))
	}
	p.ghost.Set(posts...)
	if n > 0 {
		p.pass(Reconciliation{})
		p.render()
	}
	return p
}

func ask(t *testing.T, name string, at source.Address) AskedSource {
	t.Helper()
	asked := source.Asked()
	asking := *asked[slices.IndexFunc(asked, func(s source.Source) bool { return s.Name == name })].Asking
	asker, err := asking.NewAsker(at, http.DefaultClient)
	if err != nil {
		t.Fatal(err)
	}
	return AskedSource{Name: name, Asking: asking, Asker: asker, Every: time.Minute, Since: launch}
}

func (p *polled) pass(r Reconciliation) (SourceReport, []Finding) {
	p.t.Helper()
	report, findings, err := p.Reconcile(p.t.Context(), "main", p.src, r)
	if err != nil {
		p.t.Fatal(err)
	}
	return report, findings
}

// render publishes whatever is due and wanted, as workers do.
func (p *polled) render() {
	p.t.Helper()
	_, due, err := p.Library.Exposed(p.t.Context(), "main")
	if err != nil {
		p.t.Fatal(err)
	}
	for ref := range due {
		d, err := p.Library.Desired(p.t.Context(), ref)
		if err == nil && d.Wish(false) == library.Wanted {
			_, err = p.Store.Put(p.t.Context(), ref.NarrationKey(), []byte(`{"version":1,"audio":[{"url":"a.mp3"}]}`), store.PutOptions{})
		}
		if err != nil {
			p.t.Fatal(err)
		}
		p.conclude(ref, library.Published)
	}
}

func (p *polled) audible() (ids []string) {
	p.t.Helper()
	public, _, err := p.Library.Exposed(p.t.Context(), "main")
	if err != nil {
		p.t.Fatal(err)
	}
	for ref := range public {
		ids = append(ids, ref.ID)
	}
	slices.Sort(ids)
	return ids
}

func (p *polled) desired(id string) library.Desired {
	p.t.Helper()
	d, err := p.Library.Desired(p.t.Context(), library.Ref{Site: "main", ID: id})
	if err != nil {
		p.t.Fatal(err)
	}
	return d
}

// What Ghost does without a hook is found, and a second pass finds nothing.
func TestSilentChangesAreFound(t *testing.T) {
	for name, test := range map[string]struct {
		act     func(*sourcetest.Server)
		audible int
		report  SourceReport
	}{
		"unpublished": {func(g *sourcetest.Server) { g.Change(func(a *sourcetest.Article) { a.Status = "draft" }, ghostID(1)) }, 4, SourceReport{Gone: 1}},
		"deleted":     {func(g *sourcetest.Server) { g.Delete(ghostID(1), ghostID(2)) }, 3, SourceReport{Gone: 2}},
		"for payers": {func(g *sourcetest.Server) {
			g.Change(func(a *sourcetest.Article) { a.Visibility = "paid" }, ghostID(1))
		}, 4, SourceReport{Gone: 1}},
		"tag added": {func(g *sourcetest.Server) {
			g.Change(func(a *sourcetest.Article) { a.Tags = append(a.Tags, "hash-uk") }, ghostID(1))
		}, 5, SourceReport{Changed: 1}},
		"author renamed": {func(g *sourcetest.Server) {
			g.Change(func(a *sourcetest.Article) { a.Authors = []string{"Olena Testenko"} })
		}, 5, SourceReport{Changed: 5}},
		"slug":   {func(g *sourcetest.Server) { g.Change(func(a *sourcetest.Article) { a.Slug = "other" }, ghostID(1)) }, 5, SourceReport{Changed: 1}},
		"missed": {func(g *sourcetest.Server) { g.Set(post(9)) }, 6, SourceReport{Missed: 1}},
		"missed edit": {func(g *sourcetest.Server) {
			g.Change(func(a *sourcetest.Article) { a.Updated = a.Updated.Add(time.Hour); a.Text = "No." }, ghostID(1))
		}, 5, SourceReport{Missed: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			p := openPolled(t, 5)
			if got := len(p.audible()); got != 5 {
				t.Fatalf("%d of 5 are audible", got)
			}
			test.act(p.ghost)
			report, findings := p.pass(Reconciliation{})
			p.render()
			if report.Gone != test.report.Gone || report.Changed != test.report.Changed || report.Missed != test.report.Missed || report.Halted != "" || report.Unsure != 0 {
				t.Errorf("%+v\n%+v", report, findings)
			}
			if got := p.audible(); len(got) != test.audible {
				t.Errorf("audible are %v", got)
			}
			if report, findings = p.pass(Reconciliation{}); report.Gone+report.Changed+report.Missed != 0 {
				t.Errorf("the second pass found %+v", findings)
			}
		})
	}
}

// The Content API does not tell drafts from what was deleted, and gates text itself.
func TestGhostByItsContentAPI(t *testing.T) {
	p := openPolled(t, 5)
	p.src = ask(t, "ghost", source.Address{URLs: []string{p.ghost.URL + "/"}, Keys: map[string]string{source.GhostContentKey: sourcetest.GhostContentKey}})
	p.ghost.Change(func(a *sourcetest.Article) { a.Status = "draft" }, ghostID(1))
	p.ghost.Change(func(a *sourcetest.Article) { a.Visibility = "members" }, ghostID(2))
	report, findings := p.pass(Reconciliation{})
	if report.Gone != 2 || len(p.audible()) != 3 {
		t.Errorf("%+v, %+v", report, findings)
	}
	if d := p.desired(ghostID(2)); d.Gone() || d.Article.Visibility != "members" {
		t.Errorf("members' article became %+v", d.Article)
	}
}

// Ghost's pages have audio where the site wants that, and lose it when it does not any more.
func TestGhostPages(t *testing.T) {
	for _, keys := range []map[string]string{{source.GhostAdminKey: sourcetest.GhostAdminKey}, {source.GhostContentKey: sourcetest.GhostContentKey}} {
		p := openPolled(t, 2)
		about := post(3)
		about.Page = true
		p.ghost.Set(about, post(1), post(0))
		p.pass(Reconciliation{})
		p.render()
		if got := p.audible(); len(got) != 2 {
			t.Errorf("without pages: %v", got)
		}
		p.src = ask(t, "ghost", source.Address{URLs: []string{p.ghost.URL}, Keys: keys, Pages: true})
		p.pass(Reconciliation{})
		p.render()
		if got := p.audible(); len(got) != 3 {
			t.Errorf("with pages: %v", got)
		}
		p.ghost.Change(func(a *sourcetest.Article) { a.Status = "draft" }, about.ID)
		if report, findings := p.pass(Reconciliation{}); report.Gone != 1 || len(p.audible()) != 2 {
			t.Errorf("a page that became a draft: %+v, %+v", report, findings)
		}
	}
}

// A source that lies takes down nothing, and what it says again in truth is believed.
func TestASourceThatLies(t *testing.T) {
	for _, lie := range sourcetest.Lies {
		t.Run(string(lie), func(t *testing.T) {
			p := openPolled(t, 12)
			p.ghost.Lie(lie)
			for range 2 {
				report, findings := p.pass(Reconciliation{})
				if got := len(p.audible()); got != 12 || report.Gone != 0 {
					t.Fatalf("%d of 12 are audible: %+v %+v", got, report, findings)
				}
				if lie != sourcetest.Half && lie != sourcetest.Forgetful && report.Error == "" && report.Halted == "" {
					t.Errorf("nobody is told: %+v", report)
				}
			}
			p.ghost.Lie(sourcetest.None)
			p.ghost.Delete(ghostID(3))
			if report, _ := p.pass(Reconciliation{}); report.Gone != 1 || report.Error != "" || report.Failures != 0 || report.Halted != "" || len(p.audible()) != 11 {
				t.Errorf("afterwards: %+v", report)
			}
		})
	}
}

// watched calls before with each article that a source is asked for.
type watched struct {
	source.Asker
	before func(id string)
}

func (w watched) Ask(ctx context.Context, id, address string) (source.Answer, error) {
	w.before(id)
	return w.Asker.Ask(ctx, id, address)
}

// Many articles that were missed delay no removal, and none waits for the answers about the others.
func TestAPassActsAsItAsks(t *testing.T) {
	p := openPolled(t, 2)
	p.ghost.Delete(ghostID(0))
	p.ghost.Set(post(1), post(2), post(3), post(4))
	var asked []string
	p.src.Asker = watched{p.src.Asker, func(id string) {
		if id == ghostID(0) {
			return
		}
		if slices.Contains(p.audible(), ghostID(0)) {
			t.Errorf("asked for %s while a deleted article is audible", id)
		}
		for _, before := range asked {
			p.desired(before)
		}
		asked = append(asked, id)
	}}
	if report, findings := p.pass(Reconciliation{}); report.Gone != 1 || report.Missed != 3 || len(asked) != 3 {
		t.Errorf("asked for %v: %+v, %+v", asked, report, findings)
	}
}

func TestFailuresBackOff(t *testing.T) {
	p := openPolled(t, 1)
	p.ghost.Lie(sourcetest.Failing)
	var waits []time.Duration
	for range 7 {
		report, _ := p.pass(Reconciliation{})
		waits = append(waits, report.Next.Sub(report.At).Round(time.Second))
	}
	if !slices.Equal(waits, []time.Duration{2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 16 * time.Minute, longestWait, longestWait, longestWait}) {
		t.Errorf("waits %v", waits)
	}
	p.ghost.Lie(sourcetest.Overloaded)
	p.src.Every = time.Second
	if report, _ := p.pass(Reconciliation{}); report.Next.Sub(report.At) < 100*time.Second {
		t.Errorf("a source that asks for 120 s is asked again at %s after %s", report.Next, report.At)
	}
}

// More than a few percent are taken down only when somebody says so.
func TestRemovalsThatNeedConfirmation(t *testing.T) {
	for name, act := range map[string]func(*sourcetest.Server, []string){
		"deleted": func(g *sourcetest.Server, ids []string) { g.Delete(ids...) },
		"for payers": func(g *sourcetest.Server, ids []string) {
			g.Change(func(a *sourcetest.Article) { a.Visibility = "paid" }, ids...)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := openPolled(t, 20)
			act(p.ghost, []string{ghostID(0), ghostID(1), ghostID(2), ghostID(3)})
			p.ghost.Set(post(30))
			var told []SourceReport
			p.OnHalt = func(_ context.Context, _ string, r SourceReport) error { told = append(told, r); return nil }
			for range 2 {
				p.forgetNext()
				p.Poll(t.Context(), "main", p.src)
			}
			p.render()
			if len(p.audible()) != 21 || len(told) != 1 || !strings.Contains(told[0].Halted, "--confirm") {
				t.Fatalf("%d of 20, and the new one, are audible; told %+v", len(p.audible()), told)
			}
			report, findings := p.pass(Reconciliation{Confirm: true, DryRun: true})
			if report.Gone != 4 || len(findings) != 4 || len(p.audible()) != 21 {
				t.Errorf("dry run: %+v %+v", report, findings)
			}
			if report, _ = p.pass(Reconciliation{Confirm: true}); report.Gone != 4 || report.Halted != "" || len(p.audible()) != 17 {
				t.Errorf("confirmed: %+v", report)
			}
			if status, err := p.SiteStatus(t.Context(), "main"); err != nil || len(status.Sources) != 0 {
				t.Errorf("%+v, %v", status, err)
			}
		})
	}
}

// forgetNext makes the next pass due.
func (p *polled) forgetNext() {
	p.t.Helper()
	report, err := p.Library.SourceReport(p.t.Context(), "main", p.src.Name)
	report.Next = time.Time{}
	if err == nil {
		err = p.Library.KeepSourceReport(p.t.Context(), "main", report)
	}
	if err != nil {
		p.t.Fatal(err)
	}
}

// Neither of Ghost's APIs says that the whole site is behind a password. Then nothing is public,
// also where previews are.
func TestAPrivateSite(t *testing.T) {
	for _, keys := range []map[string]string{{source.GhostAdminKey: sourcetest.GhostAdminKey}, {source.GhostContentKey: sourcetest.GhostContentKey}} {
		p := openPolled(t, 5)
		p.src = ask(t, "ghost", source.Address{URLs: []string{p.ghost.URL}, Keys: keys})
		site := p.Narrator.Sites["main"]
		site.MembersOnly = narrate.MembersOnlyPreview
		p.Narrator.Sites["main"] = site
		p.ghost.SetPrivate(true)
		if report, _ := p.pass(Reconciliation{}); report.Halted == "" || len(p.audible()) != 5 {
			t.Errorf("%+v", report)
		}
		if report, _ := p.pass(Reconciliation{Confirm: true}); report.Gone != 5 || len(p.audible()) != 0 {
			t.Errorf("confirmed: %+v", report)
		}
		p.render()
		p.ghost.SetPrivate(false)
		report, findings := p.pass(Reconciliation{})
		p.render()
		if report.Missed != 5 || len(p.audible()) != 5 {
			t.Errorf("open again: %+v, %+v", report, findings)
		}
	}
}

// Connecting a source buys no archive; --since does.
func TestTheArchiveStays(t *testing.T) {
	p := openPolled(t, 0)
	p.ghost.Set(post(1), post(2), post(3))
	p.src.Since = time.Time{}
	if report, findings := p.pass(Reconciliation{}); report.Listed != 3 || len(findings) != 0 {
		t.Errorf("%+v, %+v", report, findings)
	}
	p.ghost.Change(func(a *sourcetest.Article) { a.Updated = time.Now() }, ghostID(1))
	fresh := post(4)
	fresh.Published = time.Now().Add(time.Second)
	p.ghost.Set(fresh)
	if report, _ := p.pass(Reconciliation{}); report.Missed != 1 {
		t.Errorf("an edit of the archive, and a new article: %+v", report)
	}
	if report, _ := p.pass(Reconciliation{Since: post(2).Published}); report.Missed != 2 {
		t.Errorf("since: %+v", report)
	}
}

// Hooks and passes agree whichever comes first.
func TestHooksAndPasses(t *testing.T) {
	p := openPolled(t, 2)
	id := ghostID(0)
	ref := library.Ref{Site: "main", ID: id}
	known := p.desired(id)
	t.Run("a late hook does no harm", func(t *testing.T) {
		p.ghost.Delete(id)
		if report, _ := p.pass(Reconciliation{}); report.Gone != 1 {
			t.Fatal(report)
		}
		late := *known.Article
		if _, err := p.Accept(t.Context(), ref, late, known.Revision.SentAt.Add(-time.Minute)); err != nil || !p.desired(id).Gone() {
			t.Errorf("%v, %+v", err, p.desired(id))
		}
	})
	t.Run("what comes back is accepted", func(t *testing.T) {
		p.ghost.Set(post(0))
		if report, _ := p.pass(Reconciliation{}); report.Missed != 1 || p.desired(id).Gone() {
			t.Errorf("%+v, %+v", report, p.desired(id))
		}
	})
	t.Run("a later hook wins", func(t *testing.T) {
		removal := article.Payload{ID: id, Status: article.Removed, UpdatedAt: known.Revision.UpdatedAt}
		if receipt, err := p.Accept(t.Context(), ref, removal, time.Now().Add(time.Minute)); err != nil || !receipt.Newer {
			t.Errorf("%+v, %v", receipt, err)
		}
	})
}

// Articles that came otherwise are no business of a source.
func TestOthersArticlesStay(t *testing.T) {
	p := openPolled(t, 5)
	p.publish("by-hand", time.Now())
	p.render()
	if report, findings := p.pass(Reconciliation{}); len(p.audible()) != 6 || len(findings) != 0 {
		t.Errorf("%+v, %+v", report, findings)
	}
}

// A pass that finds nothing costs the source one request that says so.
func TestAPassIsCheap(t *testing.T) {
	p := openPolled(t, 150)
	lists, unchanged, singles := p.ghost.Requests()
	p.pass(Reconciliation{})
	moreLists, moreUnchanged, moreSingles := p.ghost.Requests()
	if moreLists != lists || moreUnchanged != unchanged+2 || moreSingles != singles {
		t.Errorf("%d lists in full, %d unchanged, %d articles", moreLists-lists, moreUnchanged-unchanged, moreSingles-singles)
	}
}

func TestAskedNames(t *testing.T) {
	p := openPolled(t, 0)
	p.Sources = map[string][]AskedSource{"main": {p.src}}
	if site, all, err := p.Asked("", ""); err != nil || site != "main" || len(all) != 1 {
		t.Errorf("%s, %v, %v", site, all, err)
	}
	var invalid InvalidError
	if _, _, err := p.Asked("main", "sitemap"); !errors.As(err, &invalid) {
		t.Errorf("%v", err)
	}
}
