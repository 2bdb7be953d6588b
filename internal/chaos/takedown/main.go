// Command takedown measures how long a removed article can still be heard: from the answer to the
// removal's hook to 404 on its narration, track and captions. It does so with a free worker, with
// every worker busy, with Redis down, with no worker, and with a store that takes no writes. It
// prints one Markdown table. `make takedown-times` calls it, with a folder and with an S3 store.
//
// The servers and the processes of `aloud serve` and `aloud worker` are real. The articles are put
// into the store as a worker leaves them, because no render is measured. It fails if an article can
// still be heard after a minute, never for being slow.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

// options are the command's.
type options struct {
	aloud     string
	removals  int
	versitygw string // empty: the store is a folder
	only      string
	latency   time.Duration // of each of aloud's requests to the S3 server
}

func main() {
	var o options
	flag.StringVar(&o.aloud, "aloud", "bin/aloud", "the program")
	flag.IntVar(&o.removals, "removals", 100, "articles that are removed in each condition")
	flag.StringVar(&o.versitygw, "s3", "", "the S3 server, as .tools/versitygw; without it the store is a folder")
	flag.StringVar(&o.only, "only", "", "only conditions whose name contains this")
	flag.DurationVar(&o.latency, "latency", 15*time.Millisecond, "of each request to the S3 server")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "takedown:", err)
		os.Exit(1)
	}
}

// condition is a state of the service in which articles are removed.
type condition struct {
	name  string
	spoil func(*scene, context.Context) error // brings the service into it
	want  int                                 // the answer to a hook
}

var conditions = []condition{
	{"a free worker", (*scene).startWorker, 202},
	{"all workers wait for a provider that hangs", (*scene).startBusyWorker, 202},
	{"Redis down", (*scene).stopRedis, 503},
	{"no worker", func(*scene, context.Context) error { return nil }, 202},
	{"the store takes no writes", (*scene).fillStore, 503},
}

func run(ctx context.Context, o options) (err error) {
	if o.aloud, err = filepath.Abs(o.aloud); err != nil {
		return err
	}
	if o.versitygw != "" {
		if o.versitygw, err = filepath.Abs(o.versitygw); err != nil {
			return err
		}
	}
	fmt.Println("| condition | answer to the hook | removals | answer p50 | p99 | worst | heard after the answer p50 | p99 | worst |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, c := range conditions {
		if !strings.Contains(c.name, o.only) {
			continue
		}
		if err := c.measure(ctx, o); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return nil
}

// measure prints the row of one condition.
func (c condition) measure(ctx context.Context, o options) error {
	s, err := newScene(ctx, o)
	if err != nil {
		return err
	}
	defer s.close()
	articles, err := s.publish(ctx, o.removals)
	if err != nil {
		return err
	}
	if err := c.spoil(s, ctx); err != nil {
		return err
	}
	var answers, heard rig.Durations
	for _, a := range articles {
		status, answer, after, err := s.remove(ctx, a)
		if err == nil && status != c.want {
			err = fmt.Errorf("the hook was answered %d, want %d", status, c.want)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", a.ref, err)
		}
		answers, heard = append(answers, answer), append(heard, after)
	}
	fmt.Printf("| %s | %d | %d | %s | %s |\n", c.name, c.want, len(articles), answers.Row(), heard.Row())
	return nil
}
