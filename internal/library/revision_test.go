package library

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestARemovalThatWasSentLaterWins(t *testing.T) {
	at := func(updated, sent time.Duration, removed bool) Revision {
		return Revision{UpdatedAt: noon.Add(updated), SentAt: noon.Add(sent), Removed: removed}
	}
	const content, gone = false, true
	for name, c := range map[string]struct {
		known, arrives Revision
		news           bool
	}{
		"removal of content dated ahead":            {at(time.Hour, 0, content), at(0, time.Minute, gone), true},
		"the same content late":                     {at(0, time.Minute, gone), at(time.Hour, 0, content), false},
		"content that was edited since":             {at(0, time.Minute, gone), at(time.Hour, 2*time.Minute, content), true},
		"a removal that a later hook made obsolete": {at(time.Minute, time.Minute, content), at(0, 0, gone), false},
		"a second removal":                          {at(time.Hour, 0, gone), at(0, time.Minute, gone), true},
		"a removal sent again":                      {at(0, 0, gone), at(0, time.Minute, gone), false},
	} {
		if now, news := c.arrives.Over(c.known); news != c.news || news && now.Removed != c.arrives.Removed {
			t.Errorf("%s: %+v, %t", name, now, news)
		}
	}
}

// history is what a CMS with a steady clock sends, some of it twice, in the order of arrival.
func history(t *rapid.T) []Revision {
	var sent []Revision
	for i, removed := range rapid.SliceOfN(rapid.Bool(), 1, 6).Draw(t, "removals") {
		at := noon.Add(time.Duration(i) * time.Second)
		restricted := !removed && rapid.Bool().Draw(t, "restricted")
		sent = append(sent, Revision{UpdatedAt: at, SentAt: at.Add(300 * time.Millisecond), Removed: removed, restricted: restricted})
	}
	return rapid.Permutation(append(slices.Clone(sent), sent...)).Draw(t, "arrival")
}

func arrived(order []Revision) (known Revision) {
	for _, r := range order {
		known, _ = r.Over(known)
	}
	return known
}

func TestHistoriesConverge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		order := history(t)
		newest := slices.MaxFunc(order, Revision.Compare)
		if got := arrived(order); got.Compare(newest) != 0 {
			t.Errorf("ends with %+v, want %+v", got, newest)
		}
	})
}

// Whatever the CMS's clock says: what was last sent being a removal or a restriction, the article is
// out of the public.
func TestTheLastRemovalHoldsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		order := history(t)
		for i := range order {
			order[i].UpdatedAt = noon.Add(time.Duration(rapid.IntRange(-3600, 3600).Draw(t, "updated")) * time.Second)
		}
		removed := rapid.Bool().Draw(t, "removed")
		order = append(order, Revision{UpdatedAt: noon.Add(-2 * time.Hour), SentAt: noon.Add(time.Hour), Removed: removed, restricted: !removed})
		order = rapid.Permutation(order).Draw(t, "with the last one")
		if got := arrived(order); !got.Removed && !got.restricted {
			t.Errorf("ends with %+v", got)
		}
	})
}
