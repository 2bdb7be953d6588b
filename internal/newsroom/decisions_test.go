package newsroom

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

func TestDifference(t *testing.T) {
	at := func(minute int) time.Time { return launch.Add(time.Duration(minute) * time.Minute) }
	known := func(p article.Payload) library.Desired {
		p.UpdatedAt = at(1)
		return library.Desired{Revision: library.Revision{UpdatedAt: at(1)}, Article: &p}
	}
	listed := func(minute int, p article.Payload) source.Listed {
		p.ID, p.UpdatedAt = "a", at(minute)
		return source.Listed{Payload: p}
	}
	plain := article.Payload{Title: "Ferry", Source: "ghost"}
	removed := library.Desired{Revision: library.Revision{UpdatedAt: at(1), Removed: true}}
	erased := removed
	erased.ErasedAt = at(2)
	for name, test := range map[string]struct {
		comparison
		wrong Wrong
		why   string
	}{
		"the same":             {comparison{listed: listed(1, plain), known: known(plain)}, "", ""},
		"older there":          {comparison{listed: listed(0, plain), known: known(plain)}, "", ""},
		"newer there":          {comparison{listed: listed(2, plain), known: known(plain)}, Missed, "newer there"},
		"damaged here":         {comparison{listed: listed(1, plain), damaged: true}, Missed, "published there, damaged here"},
		"removed here":         {comparison{listed: listed(1, plain), known: removed}, Missed, "published there, removed here"},
		"erased here":          {comparison{listed: listed(1, plain), known: erased}, "", ""},
		"erased, edited since": {comparison{listed: listed(2, plain), known: erased}, Missed, "published there, removed here"},
		"another mark":         {comparison{listed: listed(1, plain), known: known(plain), seen: true}, Changed, "listed differently"},
		"details, equal":       {comparison{listed: listed(1, plain), known: known(plain), seen: true, asking: source.Asking{Detailed: true}}, "", ""},
		"details, another title": {comparison{listed: listed(1, article.Payload{Title: "Port"}), known: known(plain), asking: source.Asking{Detailed: true}},
			Changed, "other title there"},
		"a page of a hook's article": {comparison{listed: listed(2, plain), known: known(plain), id: "b", source: "feed", asking: source.Asking{Pages: true}}, "", ""},
		"a page of its own article":  {comparison{listed: listed(2, plain), known: known(plain), id: "b", source: "ghost", asking: source.Asking{Pages: true}}, Missed, "newer there"},
		"a page of a removed one":    {comparison{listed: listed(2, plain), known: removed, id: "b", source: "ghost", asking: source.Asking{Pages: true}}, "", ""},
	} {
		if test.id == "" {
			test.id = "a"
		}
		if wrong, why := test.difference(); wrong != test.wrong || why != test.why {
			t.Errorf("%s: %q, %q", name, wrong, why)
		}
	}
}

func TestArchived(t *testing.T) {
	before, after := launch.Add(-time.Hour), launch.Add(time.Hour)
	for name, test := range map[string]struct {
		published, updated time.Time
		first, seen        bool
		archived           bool
	}{
		"published before":            {published: before, updated: after, archived: true},
		"published after":             {published: after, first: true, seen: true},
		"undated, in the first list":  {first: true, archived: true},
		"undated, listed before":      {seen: true, archived: true},
		"undated, unchanged since":    {updated: before, archived: true},
		"undated, changed since":      {updated: after},
		"undated, new in a later one": {},
	} {
		l := source.Listed{Payload: article.Payload{PublishedAt: test.published, UpdatedAt: test.updated}}
		if got := archived(l, launch, test.first, test.seen); got != test.archived {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestVerdict(t *testing.T) {
	failed := errors.New("a reason")
	for name, test := range map[string]struct {
		reply
		step step
		done string
	}{
		"halted":                  {reply{halted: true, asked: true, unfit: true, wrong: Gone}, leave, "nothing: the pass has stopped"},
		"not asked":               {reply{wrong: Gone}, unsure, "nothing: the source did not answer"},
		"failed":                  {reply{asked: true, wrong: Gone, err: failed}, unsure, "nothing: a reason"},
		"no article":              {reply{asked: true, wrong: Missed, err: fmt.Errorf("x: %w", source.ErrNoArticle)}, inOrder, ""},
		"gone":                    {reply{asked: true, wrong: Gone, unfit: true}, record, ""},
		"not listed, but there":   {reply{asked: true, wrong: Gone}, leave, "nothing: readers can see it"},
		"has left the window":     {reply{asked: true, wrong: Gone, window: true}, leave, ""},
		"gone from a window":      {reply{asked: true, wrong: Gone, window: true, unfit: true}, record, ""},
		"missed":                  {reply{asked: true, wrong: Missed}, record, ""},
		"changed, now for payers": {reply{asked: true, wrong: Changed, unfit: true}, record, ""},
		"undated, and old":        {reply{asked: true, wrong: Missed, undated: true, publishedAt: launch.Add(-1), since: launch}, inOrder, ""},
		"undated, and new":        {reply{asked: true, wrong: Missed, undated: true, publishedAt: launch, since: launch}, record, ""},
		"undated everywhere":      {reply{asked: true, wrong: Missed, undated: true, since: launch}, record, ""},
		"dated in the list":       {reply{asked: true, wrong: Missed, publishedAt: launch.Add(-1), since: launch}, record, ""},
	} {
		if step, done := test.verdict(); step != test.step || done != test.done {
			t.Errorf("%s: %q, %q", name, step, done)
		}
	}
}

func TestTooManyRemovals(t *testing.T) {
	for _, test := range []struct {
		removals, before, public int
		tooMany                  bool
	}{
		{3, 0, 3, false}, {4, 0, 4, true}, {4, 0, 79, true}, {4, 0, 80, false}, {50, 0, 1000, false}, {51, 0, 1000, true},
		{1, 2, 3, false}, {1, 3, 4, true}, {1, 49, 951, false}, {1, 50, 950, true}, {0, 50, 3, false},
	} {
		if got := tooManyRemovals(test.removals, test.before, test.public); got != test.tooMany {
			t.Errorf("%d of %d, after %d: %v", test.removals, test.public, test.before, got)
		}
	}
}

// Every article that has left a window gets its turn, those that left it last at once.
func TestInTurn(t *testing.T) {
	now := launch
	askedAt := map[string]int64{"recently": now.Add(-time.Minute).Unix()}
	unlisted := []*doubt{{ref: library.Ref{ID: "recently"}}, {ref: library.Ref{ID: "new"}}}
	for i := range longUnlisted + 2 {
		id := fmt.Sprint(i)
		askedAt[id] = now.Add(-unlistedRest - time.Duration(i+1)*time.Minute).Unix()
		unlisted = append(unlisted, &doubt{ref: library.Ref{ID: id}})
	}
	var ids []string
	for _, d := range inTurn(unlisted, askedAt, now) {
		ids = append(ids, d.ref.ID)
	}
	if !slices.Equal(ids, []string{"new", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2"}) {
		t.Errorf("%v", ids)
	}
}
