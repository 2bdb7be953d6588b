// Command archive measures how long the commands that look at a whole site take on a large archive:
// aloud list, status and render --stale --dry-run, before and after its catalogue is built. It makes
// the archive in a temporary folder, or in a bucket of a real S3 server behind a latency, and
// deletes it in the end. With -folder it uses the archive that it left there before. `make
// bench-archive` calls it.
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/proxy"
	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

// options are the command's.
type options struct {
	aloud, versitygw string // versitygw "": a folder
	folder           string // where the archive stays; "": it is deleted
	articles, runs   int
	latency          time.Duration // of each request to the S3 server
}

func main() {
	var o options
	flag.StringVar(&o.aloud, "aloud", "bin/aloud", "the program")
	flag.StringVar(&o.versitygw, "s3", "", "the S3 server; none: a folder")
	flag.StringVar(&o.folder, "folder", "", "where the archive is, or is made, and left; only with a folder store")
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
	if _, err := os.Stat(o.folder); o.folder == "" || os.IsNotExist(err) {
		started := time.Now()
		if err := makeArchive(ctx, append(environ, fill...), o.articles); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "made %d articles in %v\n", o.articles, time.Since(started).Round(time.Millisecond))
	}
	return measure(o, append(append(os.Environ(), "ALOUD_SETTINGS="+file), reach...))
}

// addresses are the variables by which the archive is filled, and by which the commands reach it.
func addresses(ctx context.Context, r *rig.Rig, o options) (fill, reach []string, err error) {
	if o.versitygw == "" {
		folder := []string{"ALOUD_STORE=dir://" + cmp.Or(o.folder, r.Path("store"))}
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

// command is a command that is measured: until it ends, or until it has printed its first lines.
type command struct {
	args []string
	head bool
}

func (c command) String() string {
	text := "aloud " + strings.Join(c.args, " ")
	if c.head {
		text += " \\| head"
	}
	return text
}

var (
	commands = []command{
		{args: []string{"list", "--json"}, head: true}, {args: []string{"list", "--json"}}, {args: []string{"list", "--newest", "100", "--json"}},
		{args: []string{"status"}}, {args: []string{"list", "--stale", "--json"}}, {args: []string{"render", "--stale", "--dry-run"}},
	}
	rebuild = command{args: []string{"catalogue", "rebuild"}}
)

func measure(o options, environ []string) error {
	without := make([]time.Duration, len(commands))
	for i, c := range commands {
		var err error
		if without[i], err = quickest(1, o.aloud, environ, c); err != nil {
			return err
		}
	}
	built, err := quickest(1, o.aloud, environ, rebuild)
	if err != nil {
		return err
	}
	fmt.Println("| command | without a catalogue | with it |\n| --- | --- | --- |")
	for i, c := range commands {
		with, err := quickest(o.runs, o.aloud, environ, c)
		if err != nil {
			return err
		}
		fmt.Printf("| `%v` | %v | %v |\n", c, without[i].Round(time.Millisecond), with.Round(time.Millisecond))
	}
	fmt.Printf("| `%v` | %v | |\n", rebuild, built.Round(time.Millisecond))
	return nil
}

// quickest is the shortest time that a command takes.
func quickest(runs int, aloud string, environ []string, c command) (least time.Duration, err error) {
	for range runs {
		took, err := c.run(aloud, environ)
		if err != nil {
			return 0, fmt.Errorf("%v: %w", c, err)
		}
		if least == 0 || took < least {
			least = took
		}
	}
	return least, nil
}

// headLines is how many lines head prints.
const headLines = 10

func (c command) run(aloud string, environ []string) (time.Duration, error) {
	cmd := exec.Command(aloud, c.args...)
	cmd.Env, cmd.Stderr = environ, os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	started := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if c.head && n == headLines {
			took := time.Since(started)
			return took, errors.Join(cmd.Process.Kill(), ignoreExit(cmd.Wait()))
		}
	}
	return time.Since(started), cmd.Wait()
}

// ignoreExit ignores how a process ended that was killed.
func ignoreExit(err error) error {
	if errors.As(err, new(*exec.ExitError)) {
		return nil
	}
	return err
}
