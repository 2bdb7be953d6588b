// Command faults runs aloud among seeded faults, and checks it: nothing lost, nothing wrong,
// nothing public that may not be, nothing bought twice. It prints tables of faults and findings,
// and fails if a promise was broken. `make chaos` calls it; docs/reliability.md has the results.
//
// aloud's processes, redis-server and the S3 server are real. A seed decides what happens to which
// article, what fails when and for how long, which of the store's requests fail and how, and how
// the provider answers. It does not control timing, so the same seed hits aloud at other moments
// the next time.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// options are the command's.
type options struct {
	aloud, versitygw string
	seeds            []uint64
	articles         int
	patience         time.Duration
	only             string
	docs             string
	keep             bool
}

func main() {
	o, err := parse(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "chaos:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := all(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "chaos:", err)
		os.Exit(1)
	}
}

func parse(args []string) (o options, err error) {
	flags := flag.NewFlagSet("chaos", flag.ContinueOnError)
	flags.StringVar(&o.aloud, "aloud", "bin/aloud", "the program")
	flags.StringVar(&o.versitygw, "versitygw", ".tools/versitygw", "the S3 server")
	seeds := flags.String("seeds", "1", "seeds: 7, or 1-5")
	flags.IntVar(&o.articles, "articles", 20, "articles of each seed")
	flags.DurationVar(&o.patience, "patience", 5*time.Minute, "how long all may take to be as it must be, after the last fault")
	flags.StringVar(&o.only, "only", "", "only faults whose name contains this")
	flags.StringVar(&o.docs, "docs", "", "the page to write the tables into: docs/reliability.md")
	flags.BoolVar(&o.keep, "keep", false, "keep the folder with the logs and the store, as after a broken promise")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if o.seeds, err = parseSeeds(*seeds); err != nil {
		return o, err
	}
	for _, path := range []*string{&o.aloud, &o.versitygw} {
		if *path, err = filepath.Abs(*path); err != nil {
			return o, err
		}
	}
	return o, nil
}

// parseSeeds reads one seed, or the first and the last.
func parseSeeds(s string) (seeds []uint64, err error) {
	first, last, isRange := strings.Cut(s, "-")
	if !isRange {
		last = first
	}
	from, err := strconv.ParseUint(first, 10, 64)
	to, toErr := strconv.ParseUint(last, 10, 64)
	if err != nil || toErr != nil || to < from {
		return nil, fmt.Errorf("%q are no seeds: write one number, or the first and the last, as 1-5", s)
	}
	for seed := from; seed <= to; seed++ {
		seeds = append(seeds, seed)
	}
	return seeds, nil
}

// all runs one seed after the other, and prints the results.
func all(ctx context.Context, o options) error {
	var ended results
	broken := 0
	for _, seed := range o.seeds {
		began := time.Now()
		r, err := one(ctx, newPlan(seed, o.articles, chosen(faultKinds, o.only)), o)
		if err != nil {
			return fmt.Errorf("seed %d: %w", seed, err)
		}
		r.explain(os.Stderr)
		fmt.Fprintf(os.Stderr, "seed %d: %d articles, %d promises broken, %s\n", seed, o.articles, len(r.all), time.Since(began).Round(time.Second))
		ended, broken = append(ended, r), broken+len(r.all)+len(r.broke)
	}
	fmt.Print(ended.tables())
	if o.docs != "" {
		if err := ended.writeInto(o.docs); err != nil {
			return err
		}
	}
	if broken > 0 {
		return fmt.Errorf("%d promises were broken", broken)
	}
	return nil
}

// chosen returns the faults whose name contains part.
func chosen(kinds []faultKind, part string) (some []faultKind) {
	for _, k := range kinds {
		if strings.Contains(k.name, part) {
			some = append(some, k)
		}
	}
	return some
}

// one runs one seed to its end.
func one(ctx context.Context, p plan, o options) (*run, error) {
	r, err := newRun(ctx, p, o)
	if err != nil {
		return nil, err
	}
	reading, stopReading := context.WithCancel(ctx)
	var watching sync.WaitGroup
	watching.Go(func() { (&reader{run: r, files: map[string]int{}}).watch(reading) })
	watching.Go(func() { (&listener{run: r}).listen(reading) })
	r.live(ctx)
	r.heal()
	r.drain(ctx)
	stopReading()
	watching.Wait()
	r.end()
	r.judgeAll()
	r.close(o.keep || len(r.all) > 0)
	return r, ctx.Err()
}
