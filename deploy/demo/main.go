// Command demo shows aloud at work. It serves the pages of a small newspaper in two languages,
// starts `aloud up` for them, publishes their articles as Ghost would, and says where to read and
// listen. `make demo` runs it. It uses only what a newsroom's CMS, pages and admin could use.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

const patience = 5 * time.Minute

// options are the command line's flags.
type options struct {
	once   bool
	binary string // of aloud
	folder string // holds the demo's settings and store, apart from those of a real service
	listen string // address of the newspaper's pages
}

func main() {
	var o options
	flag.BoolVar(&o.once, "once", false, "exit once the tracks are published")
	flag.StringVar(&o.binary, "aloud", "bin/aloud", "the aloud binary")
	flag.StringVar(&o.folder, "folder", "aloud-demo", "folder of the settings and the store")
	flag.StringVar(&o.listen, "listen", "127.0.0.1:8090", "address of the newspaper's pages; another port if it is taken")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := demo(ctx, o, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

// demo publishes the articles and, unless once is set, serves them until ctx ends. It writes what
// it does to out.
func demo(ctx context.Context, o options, out io.Writer) error {
	paper, err := openPaper(o.listen)
	if err != nil {
		return err
	}
	defer paper.close()
	if o.binary, err = filepath.Abs(o.binary); err != nil {
		return err
	}
	secret, err := writeSettings(o.folder, paper.url)
	if err != nil {
		return err
	}
	publishing, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	server, err := startServer(publishing, o)
	if err != nil {
		return err
	}
	defer server.stop()
	paper.serve(server)
	if err := publish(publishing, server, paper, secret, out); err != nil {
		return err
	}
	printAddresses(out, server, paper)
	if o.once {
		return nil
	}
	fmt.Fprintln(out, "\nServing until you press Ctrl-C.")
	return server.wait(ctx)
}

// publish sends every article and waits for its track.
func publish(ctx context.Context, s *server, p *paper, secret string, out io.Writer) error {
	for _, story := range p.stories {
		if err := send(ctx, s, p, story, secret); err != nil {
			return err
		}
		fmt.Fprintf(out, "Sent %q as a signed Ghost webhook.\n", story.Title)
	}
	for _, story := range p.stories {
		if err := awaitTrack(ctx, s, story, out); err != nil {
			return err
		}
	}
	return nil
}

func printAddresses(out io.Writer, s *server, p *paper) {
	fmt.Fprintln(out, "\nRead and listen, on a newspaper's page:")
	for _, story := range p.stories {
		fmt.Fprintf(out, "  %s%s\n", p.url, story.Path)
	}
	fmt.Fprintln(out, "What is read and what is not, for editors:")
	for _, story := range p.stories {
		fmt.Fprintf(out, "  %s/preview/%s\n", p.url, story.ID)
	}
	fmt.Fprintln(out, "The embed page, for other sites:")
	for _, story := range p.stories {
		fmt.Fprintf(out, "  %s/embed/%s/%s\n", s.url, site, story.ID)
	}
}
