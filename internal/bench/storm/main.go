// Command storm has impatient senders send the same articles again and again, faster than the
// machine can take them, and measures how hooks are answered meanwhile, and how long it takes until
// all articles are accepted once the senders slow down. It prints one line, and fails if that takes
// too long or an article is lost: accepted, and not published in the end.
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
	publish  time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.binary, "aloud", "bin/aloud", "`file` of the program")
	flag.StringVar(&o.redis, "redis", "", "`address` of a Redis (default: the embedded queue)")
	flag.IntVar(&o.articles, "articles", 450, "articles that are sent")
	flag.IntVar(&o.senders, "senders", 20, "senders, each of which sends one article after the other")
	flag.DurationVar(&o.every, "every", 200*time.Millisecond, "pause between two hooks of a sender")
	flag.DurationVar(&o.storm, "storm", time.Minute, "duration of the storm")
	flag.DurationVar(&o.drain, "drain", time.Minute, "time in which all are accepted, once the senders slow down")
	flag.DurationVar(&o.publish, "publish", 20*time.Minute, "time in which all are published")
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
	answered := storm(ctx, service, o)
	slowed := time.Now()
	afterwards := calm(ctx, service, o)
	accepted := time.Since(slowed)
	fmt.Printf("%d articles, %d senders every %s for %s: %s; afterwards %s; all accepted %s after the senders slowed down",
		o.articles, o.senders, o.every, o.storm, answered, afterwards, accepted.Round(time.Second))
	if err := service.published(ctx, o.articles, o.publish); err != nil {
		return err
	}
	fmt.Printf(", published after %s\n", time.Since(slowed).Round(time.Second))
	if accepted > o.drain {
		return fmt.Errorf("accepting them took longer than %s", o.drain)
	}
	return nil
}
