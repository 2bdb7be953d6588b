package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

func backfillStatusCommand(a *app) *cobra.Command {
	var opts articlesOptions
	cmd := &cobra.Command{
		Use: "status", Short: "Show the status of a site's backfills", Example: "  aloud backfill status --json",
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.backfillStatus(cmd.Context(), opts) },
	}
	opts.addFlags(cmd)
	return cmd
}

func (a *app) backfillStatus(ctx context.Context, opts articlesOptions) error {
	n, site, err := a.openArticlesOf(ctx, opts.site)
	if err != nil {
		return err
	}
	all, err := n.Backfills(ctx, site)
	if err != nil {
		return err
	}
	now := time.Now()
	if opts.json {
		return a.printJSON(newsroom.BackfillStatuses(all, now))
	}
	for _, b := range all {
		if bar := a.progress(b.Total, b.Name); bar != nil && !b.Ended() {
			bar(b.Cursor)
			a.infof("")
		}
	}
	return a.printTable(backfillTable(all, now))
}

// backfillChangeCommand is a command that changes a backfill, by its name or the only one.
func backfillChangeCommand(a *app, name, short string, change func(articles, context.Context, string, string) (newsroom.Backfill, error)) *cobra.Command {
	var opts articlesOptions
	cmd := &cobra.Command{
		Use: name + " [NAME]", Short: short, Example: "  aloud backfill " + name,
		Args: arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.changeBackfill(cmd.Context(), args, opts, change)
		},
	}
	opts.addFlags(cmd)
	return cmd
}

func backfillResumeCommand(a *app) *cobra.Command {
	limit := new(float64)
	cmd := backfillChangeCommand(a, "resume", "Go on with a paused backfill", func(n articles, ctx context.Context, site, name string) (newsroom.Backfill, error) {
		return n.ResumeBackfill(ctx, site, name, *limit)
	})
	cmd.Flags().Float64Var(limit, "max", 0, "stop before more than this many `dollars` are spent in all")
	return cmd
}

func (a *app) changeBackfill(ctx context.Context, args []string, opts articlesOptions, change func(articles, context.Context, string, string) (newsroom.Backfill, error)) error {
	n, site, err := a.openArticlesOf(ctx, opts.site)
	if err != nil {
		return err
	}
	name := ""
	if len(args) > 0 {
		name = args[0]
	}
	b, err := change(n, ctx, site, name)
	if err != nil {
		return err
	}
	if opts.json {
		return a.printJSON(b)
	}
	a.infof("Backfill %s is %s.", b.Name, b.State)
	return nil
}
