// Command archive measures how long the commands that look at a whole site take on a large archive:
// aloud list, status and render --stale --dry-run, before and after its catalogue is built. It makes
// the archive in a temporary folder, or in a bucket of a real S3 server behind a latency, and
// deletes it in the end. `make bench-archive` calls it.
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/proxy"
	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

// options are the command's.
type options struct {
	aloud, versitygw string // versitygw "": a folder
	articles, runs   int
	latency          time.Duration // of each request to the S3 server
}

func main() {
	var o options
	flag.StringVar(&o.aloud, "aloud", "bin/aloud", "the program")
	flag.StringVar(&o.versitygw, "s3", "", "the S3 server; none: a folder")
	flag.IntVar(&o.articles, "articles", 20_000, "in the archive")
	flag.IntVar(&o.runs, "runs", 3, "of each command; the quickest counts")
	flag.DurationVar(&o.latency, "latency", 15*time.Millisecond, "of each request to the S3 server")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "archive:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	if o.aloud, err = filepath.Abs(o.aloud); err != nil {
		return err
	}
	r, err := rig.New("archive")
	if err != nil {
		return err
	}
	defer r.Close()
	file := r.Path("aloud.yaml")
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		return err
	}
	environ := append(os.Environ(), "ALOUD_SETTINGS="+file)
	fill, reach, err := addresses(ctx, r, o)
	if err != nil {
		return err
	}
	started := time.Now()
	if err := makeArchive(ctx, append(environ, fill...), o.articles); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "made %d articles in %v\n", o.articles, time.Since(started).Round(time.Millisecond))
	return measure(o, append(append(os.Environ(), "ALOUD_SETTINGS="+file), reach...))
}

// addresses are the variables by which the archive is filled, and by which the commands reach it.
func addresses(ctx context.Context, r *rig.Rig, o options) (fill, reach []string, err error) {
	if o.versitygw == "" {
		folder := []string{"ALOUD_STORE=dir://" + r.Path("store")}
		return folder, folder, nil
	}
	path, err := filepath.Abs(o.versitygw)
	if err != nil {
		return nil, nil, err
	}
	bucket, err := r.StartBucket(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	slow, err := proxy.ListenS3(bucket.Endpoint, func(*http.Request) proxy.Fate { return proxy.Fate{Wait: o.latency} })
	if err != nil {
		return nil, nil, err
	}
	named := append(os.Environ(), "ALOUD_STORE=s3://"+bucket.Name)
	return append(named[:len(named):len(named)], "ALOUD_S3_ENDPOINT="+bucket.Endpoint), append(named[:len(named):len(named)], "ALOUD_S3_ENDPOINT="+slow.URL), nil
}

// commands are what is measured.
var commands = [][]string{{"list", "--json"}, {"status"}, {"list", "--stale", "--json"}, {"render", "--stale", "--dry-run"}}

func measure(o options, environ []string) error {
	fmt.Println("| command | without a catalogue | with it |\n| --- | --- | --- |")
	without := make([]time.Duration, len(commands))
	for i, args := range commands {
		var err error
		if without[i], err = quickest(1, o.aloud, environ, args); err != nil {
			return err
		}
	}
	built, err := quickest(1, o.aloud, environ, []string{"catalogue", "rebuild"})
	if err != nil {
		return err
	}
	for i, args := range commands {
		with, err := quickest(o.runs, o.aloud, environ, args)
		if err != nil {
			return err
		}
		fmt.Printf("| aloud %v | %v | %v |\n", args, without[i].Round(time.Millisecond), with.Round(time.Millisecond))
	}
	fmt.Printf("| aloud catalogue rebuild | %v | |\n", built.Round(time.Millisecond))
	return nil
}

// quickest is the shortest time that a command takes.
func quickest(runs int, aloud string, environ, args []string) (least time.Duration, err error) {
	for range runs {
		cmd := exec.Command(aloud, args...)
		cmd.Env = environ
		started := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			return 0, fmt.Errorf("aloud %v: %w: %.500s", args, err, out)
		}
		if took := time.Since(started); least == 0 || took < least {
			least = took
		}
	}
	return least, nil
}
