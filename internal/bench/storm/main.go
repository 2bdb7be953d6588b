// Command storm has impatient senders send the same articles again and again, faster than the
// machine can take them, and measures how hooks are answered meanwhile and how long the work takes
// to drain afterwards. It prints one line, and fails if an article is lost or the work does not
// drain in time.
//
// It runs `aloud up` as a process, over a folder of its own and the voice flite. With -redis the
// queue is a real Redis, which should be empty.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"
)

type options struct {
	binary   string
	redis    string
	articles int
	senders  int
	every    time.Duration
	storm    time.Duration
	drain    time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.binary, "aloud", "bin/aloud", "`file` of the program")
	flag.StringVar(&o.redis, "redis", "", "`address` of a Redis (default: the embedded queue)")
	flag.IntVar(&o.articles, "articles", 450, "articles that are sent")
	flag.IntVar(&o.senders, "senders", 20, "senders, each of which sends one article after the other")
	flag.DurationVar(&o.every, "every", 200*time.Millisecond, "pause between two hooks of a sender")
	flag.DurationVar(&o.storm, "storm", time.Minute, "duration of the storm")
	flag.DurationVar(&o.drain, "drain", time.Minute, "time to drain in, once the senders slow down")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := o.run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "storm:", err)
		os.Exit(1)
	}
}

func (o options) run(ctx context.Context) error {
	folder, err := os.MkdirTemp("", "aloud-storm-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	service, err := start(ctx, o.binary, o.redis, folder)
	if err != nil {
		return err
	}
	defer service.stop()
	began := time.Now()
	answers := storm(ctx, service, o)
	slowed := time.Now()
	calm := calm(ctx, service, o)
	drained, err := service.drained(ctx, o.articles, o.drain)
	fmt.Printf("%d articles, %d senders every %s for %s: %s; afterwards %s; drained %s after the senders slowed down\n",
		o.articles, o.senders, o.every, slowed.Sub(began).Round(time.Second), answers, calm, drained.Sub(slowed).Round(time.Second))
	return err
}
