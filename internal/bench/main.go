// Command bench measures the time and memory that aloud takes to make tracks, with a provider as
// slow as a remote one. It compares them with the usual pipeline on the same speech. It prints one
// Markdown table, which docs/performance.md explains. `make bench` calls it.
//
// It measures the narrator on a folder store, without queue or network. It never fails for being
// slow.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/mp3"
)

func main() {
	runs := flag.Int("runs", 5, "articles per length (always 1 for lengths over ten minutes)")
	minutes := flag.String("minutes", "1,5,10,60", "lengths of the articles, in minutes")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *runs, *minutes); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, runs int, lengths string) error {
	folder, err := os.MkdirTemp("", "aloud-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	voice := &voice{folder: folder}
	fmt.Print(head())
	for length := range strings.SplitSeq(lengths, ",") {
		minutes, err := strconv.Atoi(length)
		if err != nil {
			return fmt.Errorf("-minutes: %w", err)
		}
		times := runs
		if minutes > 10 {
			times = 1
		}
		if err := measureArticles(ctx, voice, minutes, times); err != nil {
			return fmt.Errorf("%d minutes: %w", minutes, err)
		}
	}
	fmt.Printf("\nMedians of %d runs, each with a different article; articles over ten minutes ran once. %s, %s.\n", runs, machine(), strings.Join(append(versions(ctx), "LAME "+mp3.Encoder()), ", "))
	return nil
}

// measureArticles prints the rows for articles of one length.
func measureArticles(ctx context.Context, v *voice, minutes, runs int) error {
	var all []map[string]result
	for i := range runs {
		if err := rehearse(ctx, v, minutes, i); err != nil {
			return fmt.Errorf("rehearse: %w", err)
		}
		found, err := perform(ctx, v, minutes, i)
		if err != nil {
			return err
		}
		all = append(all, found)
	}
	for _, name := range rows {
		var found []result
		for _, one := range all {
			found = append(found, one[name])
		}
		fmt.Println(row(minutes, name, found))
	}
	return nil
}
