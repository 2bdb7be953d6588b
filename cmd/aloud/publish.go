package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

type publishOptions struct {
	inputFlags
	site string
	id   string
	json bool
}

func publishCommand(a *app) *cobra.Command {
	var opts publishOptions
	cmd := &cobra.Command{
		Use:     "publish FILE|URL|-",
		Short:   "Publish an article as a hook would",
		GroupID: groupManage,
		Long: `Publish an article as a hook would, and release it if aloud remove held it. The article is saved and then queued; no
server has to run.`,
		Example: "  aloud publish article.html --site main --id ferry-2026\n  aloud publish post.json",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.publish(cmd.Context(), args[0], opts) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.site, "site", "", "`site` that publishes (default: the only one)")
	flags.StringVar(&opts.id, "id", "", "article `id` (default: the one in the input, or the file name)")
	opts.add(cmd)
	flags.BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

func (a *app) publish(ctx context.Context, input string, opts publishOptions) error {
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	payload, err := a.read(ctx, input, opts.inputFlags)
	if err != nil {
		return err
	}
	ref, err := n.Ref(opts.site, cmp.Or(opts.id, payload.ID))
	if err != nil {
		return err
	}
	payload.ID = ref.ID
	receipt, err := n.Publish(ctx, ref, payload)
	if err != nil {
		return err
	}
	a.infoNotQueued(receipt)
	if opts.json {
		return a.printJSON(map[string]any{"site": ref.Site, "id": ref.ID, "newer": receipt.Newer})
	}
	if receipt.Newer {
		a.infof("%s is accepted: follow it with aloud status %s --site %s", ref, ref.ID, ref.Site)
	} else {
		a.infof("%s already has this revision or a newer one; queued again", ref)
	}
	return nil
}

// infoNotQueued says so if a saved change is not in the queue.
func (a *app) infoNotQueued(receipt newsroom.Receipt) {
	if receipt.NotQueued != nil {
		a.infof("%v.\nSaved. A worker will pick it up within a minute of starting.", receipt.NotQueued)
	}
}
