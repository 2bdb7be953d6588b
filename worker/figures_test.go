package worker_test

import (
	"maps"
	"testing"

	"github.com/aloud-audio/aloud/internal/figures"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

func TestFiguresAreCounted(t *testing.T) {
	rdb := redistest.Start(t).Client()
	one, other := worker.NewFigures(rdb, identity), worker.NewFigures(rdb, identity) // two servers
	for _, f := range []*worker.Figures{one, other} {
		if err := f.Count(t.Context(), "main", "2026-11-30", "ferry", figures.Sums{"plays": 1, "skip:3": 2}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := one.Snapshot(t.Context(), "main", "2026-11-30")
	if err != nil || got.Name == "" || !maps.Equal(got.Articles["ferry"], figures.Sums{"plays": 2, "skip:3": 4}) {
		t.Errorf("%+v, %v", got, err)
	}
	if empty, err := one.Snapshot(t.Context(), "quay", "2026-11-30"); err != nil || empty.Name != "" {
		t.Errorf("another site has %+v, %v", empty, err)
	}
	if err := rdb.FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	if err := one.Count(t.Context(), "main", "2026-11-30", "ferry", figures.Sums{"plays": 1}); err != nil {
		t.Fatal(err)
	}
	if after, err := other.Snapshot(t.Context(), "main", "2026-11-30"); err != nil || after.Name == got.Name {
		t.Errorf("after a wipe the epoch is %q, as before: %v", after.Name, err)
	}
}
