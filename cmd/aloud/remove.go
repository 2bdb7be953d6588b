package main

import (
	"context"

	"github.com/spf13/cobra"
)

func removeCommand(a *app) *cobra.Command {
	var opts articlesOptions
	cmd := &cobra.Command{
		Use:     "remove ID...",
		Short:   "Take audio out of the public and hold it there",
		GroupID: groupManage,
		Long: `Take the audio of articles out of the public. It stays out, whatever the CMS sends, until aloud publish or aloud render
releases it.`,
		Example: "  aloud remove ferry-2026 --site main",
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.remove(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	return cmd
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

func (a *app) remove(ctx context.Context, ids []string, opts articlesOptions) error {
	n, err := a.openNewsroom(ctx)
	if err != nil {
		return err
	}
	refs, err := n.Refs(opts.site, ids)
	if err != nil {
		return err
	}
	receipt, err := n.Remove(ctx, refs)
	a.infoNotQueued(receipt)
	for _, ref := range receipt.Refs {
		a.infof("%s is removed and held", ref)
	}
	if err != nil || !opts.json {
		return err
	}
	return a.printJSON(map[string]any{"removed": ids})
}
