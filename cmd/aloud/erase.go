package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

type eraseOptions struct {
	articlesOptions
	dryRun bool
}

func eraseCommand(a *app) *cobra.Command {
	var opts eraseOptions
	cmd := &cobra.Command{
		Use:     "erase ID...",
		Short:   "Delete everything that only these articles used, at once",
		GroupID: groupManage,
		Long: `Take articles down and delete, at once, what only they used: their text, their speech and its encoded segments. Data that
other articles use is kept, and so is a tombstone without text. An article that the CMS still has is held, as by aloud
remove. To publish it again, have the CMS send a later revision and clear the hold with aloud render; its speech is then
bought again.

Without this command, the same data is deleted when the site's retention ends (30 days).`,
		Example: "  aloud erase ferry-2026 --dry-run\n  aloud erase ferry-2026 --site main --json",
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.erase(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	cmd.Flags().BoolVar(&opts.dryRun, "dry-run", false, "show what would be deleted, and delete nothing")
	return cmd
}

func (a *app) erase(ctx context.Context, ids []string, opts eraseOptions) error {
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	refs, err := n.Refs(opts.site, ids)
	if err != nil {
		return err
	}
	rows := []newsroom.Erasure{}
	for _, ref := range refs {
		erasure, receipt, err := n.Erase(ctx, ref, opts.dryRun)
		if err != nil {
			return err
		}
		a.infoNotQueued(receipt)
		rows = append(rows, erasure)
	}
	if opts.json {
		return a.printJSON(map[string]any{"erased": rows, "dry_run": opts.dryRun})
	}
	return a.printErased(rows, opts.dryRun)
}

func (a *app) printErased(rows []newsroom.Erasure, dryRun bool) error {
	if dryRun {
		a.infof("Nothing is deleted. This would be:")
	}
	table := [][]string{{"ID", "OBJECTS", "BYTES", "PUBLIC FILES", "SPEECH", "ENCODED", "TEXT", "SHARED, STAYS"}}
	for _, r := range rows {
		table = append(table, []string{
			r.ID, fmt.Sprint(r.Objects), fmt.Sprint(r.Bytes), fmt.Sprint(r.Files), fmt.Sprint(r.Speech), fmt.Sprint(r.Pieces), fmt.Sprint(r.Texts), fmt.Sprint(r.Shared),
		})
	}
	return a.printTable(table)
}
