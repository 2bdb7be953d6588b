package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"
)

// print writes what a run found, for people.
func (r *run) print(w io.Writer, took time.Duration) {
	fmt.Fprintf(w, "seed %d: %d articles, %s, provider called %d times\n", r.plan.seed, len(r.stories), took.Round(time.Second), len(r.provider.calls))
	for _, v := range verdicts {
		fmt.Fprintf(w, "  %d %s", r.broken(v), v)
	}
	fmt.Fprintln(w)
	counts := r.counted()
	for _, what := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(w, "  %5d %s\n", counts[what], what)
	}
	for kind, n := range r.weather.met {
		fmt.Fprintf(w, "  %5d store requests: %s\n", n, kind)
	}
	for _, m := range r.members() {
		if n := m.unasked(); n > 0 {
			fmt.Fprintf(w, "  %s ended by itself %d times\n", m.name, n)
		}
	}
	for _, err := range r.broke {
		fmt.Fprintln(w, "  harness:", err)
	}
	for _, f := range r.all {
		fmt.Fprintf(w, "%s: %s\n  %v\n", f.verdict, f.what, f.story)
	}
	if len(r.all) > 0 {
		fmt.Fprintln(w, "logs and store:", r.rig.Folder)
	}
}
