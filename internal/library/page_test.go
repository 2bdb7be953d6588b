package library

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

// claimant returns the id of the article that a page leads to; "" if there is none.
func claimant(t *testing.T, lib *Library, address string) string {
	t.Helper()
	var p page
	body, _, err := store.Read(t.Context(), lib.store, pageKey(ferry.Site, address))
	if errors.Is(err, ErrNotFound) {
		return ""
	}
	must(t, err)
	must(t, json.Unmarshal(body, &p))
	if want := "../articles/" + p.ID + "/narration.json"; p.Narration != want {
		t.Errorf("it leads to %s, want %s", p.Narration, want)
	}
	return p.ID
}

// narrated publishes an article at an address and claims its page.
func narrated(t *testing.T, lib *Library, ref Ref, revision, address string) (Narration, *PageOwner) {
	t.Helper()
	former, err := lib.Narration(t.Context(), ref)
	must(t, IgnoreUnreadable(err))
	must(t, lib.Publish(t.Context(), ref, former, Narration{ID: ref.ID, Revision: revision, URL: address}, sound))
	now, err := lib.Narration(t.Context(), ref)
	must(t, err)
	owner, err := lib.ClaimPage(t.Context(), ref, former, now)
	must(t, err)
	return now, owner
}

const (
	oldSlug = "https://pier.example/night-ferry/"
	newSlug = "https://www.pier.example/ferry-returns/"
)

func TestAPageLeadsToItsNarration(t *testing.T) {
	lib, _ := open(t)
	narrated(t, lib, ferry, "2026-01-01T00:00:00.000Z", oldSlug)
	if got := claimant(t, lib, oldSlug+"?utm_source=letter"); got != ferry.ID {
		t.Errorf("the page leads to %q", got)
	}
	narrated(t, lib, ferry, "2026-01-02T00:00:00.000Z", newSlug)
	if was, is := claimant(t, lib, oldSlug), claimant(t, lib, newSlug); was != "" || is != ferry.ID {
		t.Errorf("after a new slug the old page leads to %q, the new one to %q", was, is)
	}
	for name, remove := range map[string]func() error{
		"take down": func() error { return lib.TakeDown(t.Context(), ferry) },
		"withdraw":  func() error { return lib.Withdraw(t.Context(), ferry) },
	} {
		narrated(t, lib, ferry, "2026-01-03T00:00:00.000Z", newSlug)
		must(t, remove())
		if got := claimant(t, lib, newSlug); got != "" {
			t.Errorf("after %s the page leads to %q", name, got)
		}
	}
}

func TestTheNewerArticleHasThePage(t *testing.T) {
	lib, _ := open(t)
	other := Ref{Site: ferry.Site, ID: "other"}
	narrated(t, lib, ferry, "2026-01-02T00:00:00.000Z", oldSlug)
	_, owner := narrated(t, lib, other, "2026-01-01T00:00:00.000Z", oldSlug)
	if got := claimant(t, lib, oldSlug); got != ferry.ID || owner == nil || *owner != (PageOwner{ferry.ID, true}) {
		t.Errorf("the older article has the page: %q, %+v", got, owner)
	}
	_, owner = narrated(t, lib, other, "2026-01-03T00:00:00.000Z", oldSlug)
	if got := claimant(t, lib, oldSlug); got != other.ID || owner == nil || *owner != (PageOwner{ferry.ID, false}) {
		t.Errorf("the newer article does not have the page: %q, %+v", got, owner)
	}
	must(t, lib.TakeDown(t.Context(), ferry)) // its claim is gone already
	if got := claimant(t, lib, oldSlug); got != other.ID {
		t.Errorf("taking the other article down changed the page: %q", got)
	}
}

func TestAClaimDoesNotOutliveItsNarration(t *testing.T) {
	lib, _ := open(t)
	n, _ := narrated(t, lib, ferry, "2026-01-01T00:00:00.000Z", oldSlug)
	must(t, lib.TakeDown(t.Context(), ferry))
	_, err := lib.ClaimPage(t.Context(), ferry, Narration{}, n) // of a render that was under way
	must(t, err)
	if got := claimant(t, lib, oldSlug); got != "" {
		t.Errorf("the page leads to %q", got)
	}
}
