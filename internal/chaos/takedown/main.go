// Command takedown measures how long a removed article can still be heard: from the answer to the
// removal's hook to 404 on its narration, track and captions. It does so with a free worker, with
// every worker busy, with Redis down, with no worker, and with a store that takes no writes. It
// prints one Markdown table. `make takedown-times` calls it.
//
// The redis-server and the processes of `aloud serve` and `aloud worker` are real. The articles are
// put into a folder store, as a worker leaves them, because no render is measured. It fails if an
// article can still be heard after a minute, never for being slow.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	binary := flag.String("aloud", "bin/aloud", "the program")
	removals := flag.Int("removals", 100, "articles that are removed in each condition")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *binary, *removals); err != nil {
		fmt.Fprintln(os.Stderr, "takedown:", err)
		os.Exit(1)
	}
}

// condition is a state of the service in which articles are removed.
type condition struct {
	name  string
	spoil func(*rig, context.Context) error // brings the service into it
	want  int                               // the answer to a hook
}

var conditions = []condition{
	{"a free worker", (*rig).startWorker, 202},
	{"all workers busy", (*rig).startBusyWorker, 202},
	{"Redis down", (*rig).stopRedis, 503},
	{"no worker", func(*rig, context.Context) error { return nil }, 202},
	{"store full", (*rig).fillStore, 503},
}

func run(ctx context.Context, binary string, removals int) error {
	fmt.Println("| condition | removals | answer p50 | p99 | worst | heard after the answer p50 | p99 | worst |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, c := range conditions {
		if err := c.measure(ctx, binary, removals); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return nil
}

// measure prints the row of one condition.
func (c condition) measure(ctx context.Context, binary string, removals int) error {
	r, err := newRig(ctx, binary)
	if err != nil {
		return err
	}
	defer r.close()
	articles, err := r.publish(ctx, removals)
	if err != nil {
		return err
	}
	if err := c.spoil(r, ctx); err != nil {
		return err
	}
	var answers, heard durations
	for _, a := range articles {
		status, answer, after, err := r.remove(ctx, a)
		if err == nil && status != c.want {
			err = fmt.Errorf("the hook was answered %d, want %d", status, c.want)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", a.ref, err)
		}
		answers, heard = append(answers, answer), append(heard, after)
	}
	fmt.Printf("| %s | %d | %s | %s |\n", c.name, len(articles), answers.row(), heard.row())
	return nil
}
