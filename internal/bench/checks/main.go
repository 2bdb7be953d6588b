// Command checks measures what the checks of speech find: good readings by voices of Debian are
// spoilt in the ways in which services spoil them, and judged. It prints the table of
// docs/providers.md; `make bench-checks` installs what it needs.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Readings of each voice: the bounds are learnt from some, and the others are judged.
const learnt, judged = 22, 50

func main() {
	folder := flag.String("folder", filepath.Join(os.TempDir(), "aloud-checks"), "keeps the readings for the next run")
	only := flag.Bool("times", false, "measures the times of sentences and words only")
	flag.Parse()
	if err := run(context.Background(), *folder, *only); err != nil {
		fmt.Fprintln(os.Stderr, "checks:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, folder string, onlyTimes bool) error {
	var times timeTable
	if err := times.measure(ctx, folder); err != nil || onlyTimes {
		times.print(os.Stdout)
		return err
	}
	tables := make([]table, len(voices))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, v := range voices {
		group.Go(func() error {
			texts, err := paragraphs(v.language, learnt+judged)
			foreign, foreignErr := v.foreign()
			if err = errors.Join(err, foreignErr); err == nil {
				err = v.say(ctx, folder, append(foreign, texts...))
			}
			if err == nil {
				err = tables[i].judge(ctx, v, folder, v.said(folder, texts), v.said(folder, foreign))
			}
			fmt.Fprintln(os.Stderr, v, "is judged")
			return err
		})
	}
	err := group.Wait()
	all := table{}
	for _, t := range tables {
		all.add(t)
	}
	all.print(os.Stdout)
	times.print(os.Stdout)
	return err
}
