package main

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/figures"
	"github.com/aloud-audio/aloud/internal/store"
)

func TestStats(t *testing.T) {
	p := newPlace(t)
	dir, err := store.NewDir(p.dir + "/store")
	if err != nil {
		t.Fatal(err)
	}
	for day, articles := range map[figures.Day]map[string]figures.Sums{
		"2026-11-29": {"ferry": {"plays": 3, "q25": 2, "heard": 90, "heard:1": 30, "heard:1.5": 60, "skip:3": 1, "skip:12": 2}},
		"2026-11-30": {"ferry": {"plays": 1, "heard": 10, "heard:1": 10}, "station": {"plays": 9}},
	} {
		if err := (figures.Record{Store: dir}).Keep(t.Context(), "main", day, figures.Epoch{Name: "a", Articles: articles}); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		args []string
		code int
		want []string
	}{
		{[]string{"stats", "--since", "2026-11-01", "--csv"}, 0, []string{"station,,9,0,0,0,0,0,,\n", "ferry,,4,2,0,0,0,100,1.5,12×2\n"}},
		{[]string{"stats", "--since", "2026-11-30", "--csv"}, 0, []string{"ferry,,1,0,0,0,0,10,1,\n"}},
		{[]string{"stats", "ferry", "--since", "2026-11-01", "--csv"}, 0, []string{"ferry,2026-11-29,3,", "ferry,2026-11-30,1,"}},
		{[]string{"stats", "--since", "2026-11-01", "--json"}, 0, []string{`"plays": 9`, `"12": 2`}},
		{[]string{"stats", "--since", "2027-01-01"}, 0, []string{"ID", "analytics.events is not set"}},
		{[]string{"stats", "--since", "soon"}, 2, []string{"7d"}},
	} {
		stdout, stderr, code := p.aloud(test.args...)
		for _, want := range test.want {
			if code != test.code || !strings.Contains(stdout+stderr, want) {
				t.Errorf("%v: exit code %d, no %q in\n%s%s", test.args, code, want, stdout, stderr)
			}
		}
	}
}
