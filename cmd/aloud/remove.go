package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

func removeCommand(a *app) *cobra.Command {
	var opts removeOptions
	cmd := &cobra.Command{
		Use:     "remove ID... | --site SITE --all",
		Short:   "Take audio down, and keep it down",
		GroupID: groupManage,
		Long: `Delete the audio of articles, and hold the articles: whatever the CMS sends, they have no audio until aloud publish or
aloud render releases them. --all takes down a whole site, even one that is no longer in the settings.

The audio is gone when the command ends, even if workers or the queue are down, or the store is full. If the hold could not
be stored, the command fails and says so: run it again.`,
		Example: "  aloud remove ferry-2026 --site main\n  aloud remove --site closed-paper --all",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.remove(cmd.Context(), args, opts) },
	}
	cmd.Args = arguments(func(cmd *cobra.Command, args []string) error {
		if opts.all {
			return opts.checkAll(args)
		}
		return cobra.MinimumNArgs(1)(cmd, args)
	})
	opts.addFlags(cmd)
	cmd.Flags().BoolVar(&opts.all, "all", false, "remove everything of the site that --site names")
	return cmd
}

type removeOptions struct {
	articlesOptions
	all bool
}

func (o removeOptions) checkAll(ids []string) error {
	if o.site == "" || len(ids) > 0 {
		return errors.New("--all removes a whole site: name it with --site, and no articles")
	}
	return nil
}

// articlesOptions are the flags of commands that change the named articles of a site.
type articlesOptions struct {
	site string
	json bool
}

func (o *articlesOptions) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.site, "site", "", "`site` of the articles (default: the only one)")
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
}

func (a *app) remove(ctx context.Context, ids []string, opts removeOptions) error {
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	receipt, err := removeThem(ctx, n, ids, opts)
	a.infoNotQueued(receipt)
	for _, ref := range receipt.Refs {
		a.infof("%s is removed and held", ref)
	}
	if err != nil || !opts.json {
		return err
	}
	removed := []string{}
	for _, ref := range receipt.Refs {
		removed = append(removed, ref.ID)
	}
	return a.printJSON(map[string]any{"removed": removed})
}

func removeThem(ctx context.Context, n articles, ids []string, opts removeOptions) (newsroom.Receipt, error) {
	if opts.all {
		return n.RemoveAll(ctx, opts.site)
	}
	refs, err := n.Refs(opts.site, ids)
	if err != nil {
		return newsroom.Receipt{}, err
	}
	return n.Remove(ctx, refs)
}
