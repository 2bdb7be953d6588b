// Command demo shows aloud at work. It starts `aloud up` with its defaults, sends it an article as
// Ghost would, and says where to listen. `make demo` runs it. It uses only what a newsroom's CMS
// and admin could use.
package main

import (
	"context"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

//go:embed article.html
var articleHTML string

const patience = 5 * time.Minute

// folder holds the demo's settings and store, apart from those of a real service.
const folder = "aloud-demo"

func main() {
	once := flag.Bool("once", false, "exit once the track is published")
	binary := flag.String("aloud", "bin/aloud", "the aloud binary")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := demo(ctx, *binary, *once)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

// demo publishes the sample article and, unless once is set, goes on serving until ctx ends.
func demo(ctx context.Context, binary string, once bool) error {
	binary, err := filepath.Abs(binary)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	publishing, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	server, err := startServer(publishing, binary)
	if err != nil {
		return err
	}
	defer server.stop()
	if err := sendArticle(publishing, server); err != nil {
		return err
	}
	status, err := awaitTrack(publishing, server)
	if err != nil {
		return err
	}
	fmt.Printf("\nListen:  %s/embed/%s/%s\nMP3:     %s\n", server.url, site, articleID, status.Location)
	if once {
		return nil
	}
	fmt.Println("\nServing until you press Ctrl-C.")
	return server.wait(ctx)
}
