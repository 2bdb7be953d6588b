package newsroom

import (
	"testing"

	"github.com/aloud-audio/aloud/internal/source/sourcetest"
)

// An export and import gives Ghost's posts other ids; by comment_id they stay the same articles.
func TestGhostMigrationKeepsArticles(t *testing.T) {
	p := openPolled(t, 5)
	before := p.audible()
	p.ghost.Change(func(a *sourcetest.Article) {
		a.CommentID = a.ID
		a.ID = "f" + a.ID[1:]
	})
	report, findings := p.pass(Reconciliation{})
	if report.Missed+report.Gone+report.Changed+report.Unsure != 0 || report.Halted != "" {
		t.Errorf("after a migration: %+v %+v", report, findings)
	}
	wants(t, p.audible(), before...)
	p.ghost.Delete("f" + ghostID(1)[1:])
	if report, _ := p.pass(Reconciliation{}); report.Gone != 1 {
		t.Errorf("after a deletion: %+v", report)
	}
}

// Articles that an earlier release knew by the new ids keep them.
func TestImportedArticlesKeepTheIDsTheyHave(t *testing.T) {
	p := openPolled(t, 3)
	before := p.audible()
	p.ghost.Change(func(a *sourcetest.Article) { a.CommentID = "old-" + a.ID })
	for range 2 {
		if report, findings := p.pass(Reconciliation{}); report.Missed+report.Gone != 0 {
			t.Errorf("%+v %+v", report, findings)
		}
	}
	wants(t, p.audible(), before...)
	ref, err := p.Ref("", "old-"+ghostID(1))
	if err != nil {
		t.Fatal(err)
	}
	if got := p.KnownAs(t.Context(), ref, ghostID(1)); got.ID != ghostID(1) {
		t.Errorf("a hook is about %s", got)
	}
	if got := p.KnownAs(t.Context(), ref, ghostID(9)); got != ref {
		t.Errorf("a hook about an unknown article is about %s", got)
	}
}
