package main

import (
	"context"

	"github.com/spf13/cobra"
)

type restoreOptions struct {
	articlesOptions
	wait bool
}

func restoreCommand(a *app) *cobra.Command {
	var opts restoreOptions
	cmd := &cobra.Command{
		Use:     "restore ID...",
		Short:   "Publish the previous track again",
		GroupID: groupManage,
		Long: `Publish the track that the current one replaced. It is kept for 24 hours, but not after a take-down or a correction. If it
is gone, the command says so and changes nothing. The restored track stays public until an edit or the settings would make
the article sound different, or until aloud render publishes the newest text.`,
		Example: "  aloud restore ferry-2026 --wait\n  aloud restore ferry-2026 --site main --json",
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.restore(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	cmd.Flags().BoolVar(&opts.wait, "wait", false, "wait until it is published")
	return cmd
}

func (a *app) restore(ctx context.Context, ids []string, opts restoreOptions) error {
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	refs, err := n.Refs(opts.site, ids)
	if err != nil {
		return err
	}
	receipt, err := n.Restore(ctx, refs)
	a.infoNotQueued(receipt)
	if err != nil {
		return err
	}
	a.infof("%s ordered back", countOf(len(refs), "track", "tracks"))
	if opts.wait {
		if err := n.Wait(ctx, refs, a.progress(len(refs), "restoring")); err != nil {
			return err
		}
	}
	if opts.json {
		return a.printJSON(map[string]any{"restored": idsOf(receipt.Refs)})
	}
	return nil
}
