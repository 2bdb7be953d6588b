package library

import (
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

func visible(p article.Payload, visibility string) article.Payload {
	p.Visibility = visibility
	return p
}

// What the CMS said last about who may read an article holds, whatever it says of its time.
func TestARestrictionThatWasSentLaterWins(t *testing.T) {
	long := content(noon.Add(time.Hour), "dated ahead")
	for name, c := range map[string]struct {
		known   article.Payload
		arrives article.Payload
		after   time.Duration // its sending, after that of what is known
		news    bool
		open    bool // to everybody, in the end
	}{
		"paid, dated before":          {long, visible(content(noon, "paid"), "paid"), time.Second, true, false},
		"not disclosed":               {long, visible(content(noon, "secret"), article.Undisclosed), time.Second, true, false},
		"paid, sent before":           {long, visible(content(noon, "paid"), "paid"), -time.Second, false, true},
		"public, sent before":         {visible(content(noon, "paid"), "paid"), long, -time.Second, false, false},
		"public again":                {visible(content(noon, "paid"), "paid"), long, time.Second, true, true},
		"an older version, sent late": {visible(long, "members"), visible(content(noon, "older"), "members"), time.Second, true, false},
		"paid after a removal":        {removal(noon.Add(time.Hour)), visible(content(noon, "paid"), "paid"), time.Second, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			lib, _ := open(t)
			_, err := lib.Accept(t.Context(), ferry, c.known, noon, Fresh)
			must(t, err)
			news, err := lib.Accept(t.Context(), ferry, c.arrives, noon.Add(c.after), Fresh)
			must(t, err)
			d, err := lib.Desired(t.Context(), ferry)
			must(t, err)
			if news != c.news || (d.Wish(false) == Wanted) != c.open {
				t.Errorf("news %t, then %s", news, d.Wish(false))
			}
		})
	}
}

// A source that is asked is believed about a restriction by when it was asked.
func TestObservedRestrictions(t *testing.T) {
	for name, c := range map[string]struct {
		known, observed article.Payload
		after           time.Duration
		want            Observed
		open            bool
	}{
		"paid, dated before":             {content(noon.Add(time.Hour), "a"), visible(content(noon, "a"), "paid"), time.Second, News, false},
		"paid, asked before the hook":    {content(noon.Add(time.Hour), "a"), visible(content(noon, "a"), "paid"), -time.Second, Overtaken, true},
		"public, in a bulk action":       {visible(content(noon, "a"), "paid"), content(noon, "a"), time.Second, News, true},
		"public, out of an older cache":  {visible(content(noon.Add(time.Hour), "a"), "paid"), content(noon, "a"), time.Second, Overtaken, false},
		"public, asked before it closed": {visible(content(noon, "a"), "paid"), content(noon.Add(time.Hour), "a"), -time.Second, Overtaken, false},
	} {
		t.Run(name, func(t *testing.T) {
			lib, _ := open(t)
			_, err := lib.Accept(t.Context(), ferry, c.known, noon, Fresh)
			must(t, err)
			got, err := lib.Observe(t.Context(), ferry, c.observed, noon.Add(c.after), Fresh)
			must(t, err)
			d, err := lib.Desired(t.Context(), ferry)
			must(t, err)
			if got != c.want || (d.Wish(false) == Wanted) != c.open {
				t.Errorf("%d, then %s", got, d.Wish(false))
			}
		})
	}
}

// An article that a source shows again after its text was erased or dropped is a whole article: it
// is heard, edited and erased as any other.
func TestARestoredArticleIsWhole(t *testing.T) {
	later, evenLater := noon.Add(time.Hour), noon.Add(2*time.Hour)
	for name, lose := range map[string]func(*testing.T, *Library){
		"erased": func(t *testing.T, lib *Library) {
			_, err := lib.EraseText(t.Context(), ferry)
			must(t, err)
		},
		"dropped": func(t *testing.T, lib *Library) {
			d, err := lib.Desired(t.Context(), ferry)
			must(t, err)
			must(t, lib.DropText(t.Context(), ferry, d))
		},
	} {
		t.Run(name, func(t *testing.T) {
			lib, _ := open(t)
			_, err := lib.Accept(t.Context(), ferry, content(noon, "one"), noon, Fresh)
			must(t, err)
			lose(t, lib)
			if got, err := lib.Observe(t.Context(), ferry, content(noon, "one"), later, Fresh); err != nil || got != Unchanged {
				t.Errorf("what was lost came back: %d, %v", got, err)
			}
			if got, err := lib.Observe(t.Context(), ferry, content(later, "two"), later, Fresh); err != nil || got != News {
				t.Fatalf("%d, %v", got, err)
			}
			d, err := lib.Desired(t.Context(), ferry)
			must(t, err)
			if d.Wish(false) != Wanted || !d.ErasedAt.IsZero() {
				t.Errorf("%s, erased at %s", d.Wish(false), d.ErasedAt)
			}
			if news, err := lib.Accept(t.Context(), ferry, content(later, "three"), evenLater, Fresh); err != nil || !news {
				t.Errorf("an edit within the same second: %t, %v", news, err)
			}
			if erased, err := lib.EraseText(t.Context(), ferry); err != nil || !erased {
				t.Errorf("erased again: %t, %v", erased, err)
			}
			if d, err = lib.Desired(t.Context(), ferry); err != nil || !d.Gone() {
				t.Errorf("its text is still there: %v", err)
			}
		})
	}
}
