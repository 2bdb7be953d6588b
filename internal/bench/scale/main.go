// Command scale measures how aloud grows: hooks a second, publishes a minute, more workers, audio
// beside nginx, and memory under many listeners. redis-server, the S3 server, nginx and aloud's
// processes are real; each request of aloud to the S3 server takes a fixed time longer. `make
// bench-scale` calls it; docs/scaling.md has the results.
//
// The machine decides the absolute figures. Compare ratios within one run. It never fails for being
// slow.
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// options are the command's.
type options struct {
	aloud, versitygw string
	latency          time.Duration // of each request of aloud to the S3 server
	only             string        // names of parts, separated by commas; "": all

	hooks     time.Duration // for which hooks are sent, for each number at a time
	publishes int           // at the pace of 1,000 a minute
	rounds    int           // articles that each place of a worker reads
	serving   time.Duration // for which files are requested, for each server and size
	listeners int           // idle ones
	downloads int           // at once
}

// parts are what is measured, in this order.
var parts = []struct {
	name    string
	measure func(context.Context, options) error
}{{"hooks", measureHooks}, {"publishes", measurePublishes}, {"workers", measureWorkers}, {"serving", measureServing}, {"listeners", measureListeners}}

func main() {
	var o options
	flag.StringVar(&o.aloud, "aloud", "bin/aloud", "the program")
	flag.StringVar(&o.versitygw, "versitygw", ".tools/versitygw", "the S3 server")
	flag.DurationVar(&o.latency, "latency", 15*time.Millisecond, "of each request to the S3 server")
	flag.StringVar(&o.only, "only", "", "`parts` to measure, separated by commas: hooks, publishes, workers, serving, listeners")
	flag.DurationVar(&o.hooks, "hooks", 5*time.Second, "for how long hooks are sent")
	flag.IntVar(&o.publishes, "publishes", 250, "articles that are sent at the pace of 1,000 a minute")
	flag.IntVar(&o.rounds, "rounds", 4, "articles that each place of a worker reads")
	flag.DurationVar(&o.serving, "serving", 4*time.Second, "for how long files are requested")
	flag.IntVar(&o.listeners, "listeners", 5000, "idle listeners")
	flag.IntVar(&o.downloads, "downloads", 500, "listeners that download at once")
	flag.Parse()
	http.DefaultTransport.(*http.Transport).MaxIdleConnsPerHost = 200 // senders keep their connections
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	for _, path := range []*string{&o.aloud, &o.versitygw} {
		if *path, err = filepath.Abs(*path); err != nil {
			return err
		}
	}
	fmt.Printf("%d cores, load %s, %s to the S3 server. Compare within a table only.\n", runtime.NumCPU(), load(), o.latency)
	for _, part := range parts {
		if o.only != "" && !slices.Contains(strings.Split(o.only, ","), part.name) {
			continue
		}
		if err := part.measure(ctx, o); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return nil
}

// load is the machine's load average of a minute, before the first part.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	average, _, _ := strings.Cut(string(text), " ")
	return average
}
