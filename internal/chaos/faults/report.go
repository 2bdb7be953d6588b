package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/proxy"
)

// results are the runs of all seeds.
type results []*run

// tables returns the tables of the runs in docs/reliability.md.
func (all results) tables() string {
	return fmt.Sprintf("Seeds %s with %d articles each, %s.\n\n", all.seeds(), len(all[0].stories), time.Now().UTC().Format(time.DateOnly)) +
		all.promises() + "\n" + all.faults() + "\n" + all.besides()
}

func (all results) seeds() string {
	var seeds []string
	for _, r := range all {
		seeds = append(seeds, fmt.Sprint(r.plan.seed))
	}
	return strings.Join(seeds, ", ")
}

// promises has one row for each seed: what happened, and how many articles broke which promise.
func (all results) promises() string {
	head := []string{"seed", "articles", "hooks and commands", "faults"}
	for _, v := range verdicts {
		head = append(head, string(v))
	}
	rows := [][]string{head}
	for _, r := range all {
		row := []string{fmt.Sprintf("seed %d", r.plan.seed), fmt.Sprint(len(r.stories)), fmt.Sprint(r.sum(actions...)), fmt.Sprint(r.failures())}
		for _, v := range verdicts {
			row = append(row, fmt.Sprint(r.broken(v)))
		}
		rows = append(rows, row)
	}
	return table(rows)
}

// failures returns how many faults and single requests to the provider there were.
func (r *run) failures() int {
	n := 0
	for _, times := range r.faulted() {
		n += times
	}
	return n
}

// faulted counts the faults by kind.
func (r *run) faulted() map[string]int {
	n := map[string]int{}
	counts := r.counted()
	for _, k := range faultKinds {
		n[k.name] = counts[k.name]
	}
	for _, c := range r.provider.calls {
		if c.kind != speechAnswer {
			n["provider's answer: "+string(c.kind)]++
		}
	}
	for kind, times := range r.weather.met {
		if kind != proxy.Passed {
			n["store's request: "+string(kind)] = times
		}
	}
	return n
}

func (all results) faults() string {
	n := map[string]int{}
	for _, r := range all {
		for what, times := range r.faulted() {
			n[what] += times
		}
	}
	return table(append([][]string{{"what failed", "times"}}, counted(n)...))
}

// besides returns the other counts.
func (all results) besides() string {
	n := map[string]int{}
	for _, r := range all {
		for what, times := range r.counted() {
			if !slices.ContainsFunc(faultKinds, func(k faultKind) bool { return k.name == what }) {
				n[what] += times
			}
		}
		for _, m := range r.members() {
			n["processes that ended by themselves"] += m.unasked()
		}
		n["requests to the provider"] += len(r.provider.calls)
	}
	return table(append([][]string{{"also", "times"}}, counted(n)...))
}

// counted returns a row for each count, ordered by name.
func counted(n map[string]int) (rows [][]string) {
	for _, what := range slices.Sorted(maps.Keys(n)) {
		rows = append(rows, []string{what, fmt.Sprint(n[what])})
	}
	return rows
}

// table returns rows, the first of which is the head, as Markdown.
func table(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		fmt.Fprintf(&b, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			fmt.Fprintf(&b, "|%s\n", strings.Repeat(" --- |", len(row)))
		}
	}
	return b.String()
}

// explain writes everything that is known about the broken promises.
func (r *run) explain(w io.Writer) {
	for _, err := range r.broke {
		fmt.Fprintf(w, "seed %d: the harness itself: %v\n", r.plan.seed, err)
	}
	for _, f := range r.all {
		fmt.Fprintf(w, "seed %d: %s: %s\n", r.plan.seed, f.verdict, f.what)
		if f.story != nil {
			fmt.Fprintf(w, "  %v\n", f.story)
		}
	}
	if len(r.all) > 0 {
		fmt.Fprintln(w, "logs and store:", r.rig.Folder)
	}
}

// The place of the tables in a page.
const (
	beginTables = "<!-- chaos -->\n"
	endTables   = "<!-- end -->"
)

// writeInto replaces the tables in a page.
func (all results) writeInto(page string) error {
	text, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	before, rest, found := strings.Cut(string(text), beginTables)
	_, after, ended := strings.Cut(rest, endTables)
	if !found || !ended {
		return fmt.Errorf("%s has no place for the tables: it needs %q and %q", page, strings.TrimSpace(beginTables), endTables)
	}
	return os.WriteFile(page, []byte(before+beginTables+all.tables()+endTables+after), 0o644)
}
