// Command answers measures how long Ghost waits for the answers to its hooks while the store is
// slow, every worker renders, and every core is overloaded. It prints one Markdown table. `make
// hook-times` calls it; docs/reliability.md has the results.
//
// redis-server, the S3 server, and the processes of `aloud serve` and `aloud worker` are real. It
// fails if a hook is refused, never for being slow.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

// options are the command's.
type options struct {
	aloud, versitygw string
	hooks            int
	every            time.Duration // a hook
	latency          time.Duration // of each request of aloud to the S3 server
	load             int           // processes that do nothing but use a core, for each core
}

func main() {
	var o options
	flag.StringVar(&o.aloud, "aloud", "bin/aloud", "the program")
	flag.StringVar(&o.versitygw, "versitygw", ".tools/versitygw", "the S3 server")
	flag.IntVar(&o.hooks, "hooks", 500, "hooks that are measured")
	flag.DurationVar(&o.every, "every", 200*time.Millisecond, "time between two hooks")
	flag.DurationVar(&o.latency, "latency", 15*time.Millisecond, "of each request to the S3 server")
	flag.IntVar(&o.load, "load", 1, "processes for each core that use it, besides the workers")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "answers:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	for _, path := range []*string{&o.aloud, &o.versitygw} {
		if *path, err = filepath.Abs(*path); err != nil {
			return err
		}
	}
	s, err := newScene(ctx, o)
	if err != nil {
		return err
	}
	defer s.rig.Close()
	if err := s.occupy(ctx, o.load); err != nil {
		return err
	}
	took, err := s.sendAll(ctx, o)
	if err != nil {
		return err
	}
	waiting, err := s.waiting(ctx)
	if err == nil && waiting < places {
		err = fmt.Errorf("only %d articles wait in the end: the workers were not busy all the time, so lower -every", waiting)
	}
	if err != nil {
		return err
	}
	fmt.Println("| hook | hooks | answer p50 | p99 | worst |\n| --- | --- | --- | --- | --- |")
	for _, k := range kinds {
		fmt.Printf("| %s | %d | %s |\n", k, len(took[k]), took[k].Row())
	}
	return nil
}

// sendAll sends hooks at intervals, without waiting for answers. It returns the durations of the
// answers.
func (s *scene) sendAll(ctx context.Context, o options) (map[kind]rig.Durations, error) {
	took := map[kind]rig.Durations{}
	var failed error
	var mu sync.Mutex
	var sending sync.WaitGroup
	next := time.NewTicker(o.every)
	defer next.Stop()
	for i := range o.hooks {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-next.C:
		}
		sending.Go(func() {
			k, began := kinds[i%len(kinds)], time.Now()
			err := s.send(ctx, i/len(kinds), k)
			mu.Lock()
			defer mu.Unlock()
			took[k] = append(took[k], time.Since(began))
			if err != nil {
				failed = err
			}
		})
	}
	sending.Wait()
	return took, failed
}
