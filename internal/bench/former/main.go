// Command former measures process start and the reading of an article, side by side with the former
// release, which it builds from git. It prints one Markdown table. `make bench` calls it.
//
// It measures both releases alternately in one run, so that other load on the machine affects both.
// It never fails for being slow, and leaves nothing behind in the repository.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
)

// firstCompared is the commit to compare with while no release has a tag.
const firstCompared = "4eb05f1"

func main() {
	commit := flag.String("commit", "", "`commit` or tag of the former release (default: the last tag, or "+firstCompared+")")
	rounds := flag.Int("rounds", 11, "`how many` measurements of each figure; the table shows the medians")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *commit, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "former:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, commit string, rounds int) error {
	if commit == "" {
		commit = lastRelease(ctx)
	}
	folder, err := os.MkdirTemp("", "aloud-former-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	former, drop, err := checkOut(ctx, commit, folder)
	if err != nil {
		return err
	}
	defer drop()
	releases := []release{{name: commit, source: former}, {name: "this", source: "."}}
	for i := range releases {
		if err := releases[i].build(ctx, folder); err != nil {
			return err
		}
	}
	measured, err := measure(ctx, releases, rounds)
	if err != nil {
		return err
	}
	fmt.Print(table(commit, measured))
	return nil
}

// table shows the figures of both releases side by side.
func table(commit string, measured []figure) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| what | %s | this | this ÷ %s |\n| --- | --: | --: | --: |\n", commit, commit)
	for _, f := range measured {
		fmt.Fprintf(&b, "| %s | %.1f | %.1f | %.2f |\n", f.what, f.former, f.now, f.now/f.former)
	}
	return b.String()
}
