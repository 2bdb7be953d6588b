package main

import (
	"context"

	"github.com/spf13/cobra"
)

func catalogueCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "catalogue",
		Short:   "Build the index of articles anew",
		GroupID: groupManage,
		Long: `The catalogue is the index that list, status and render --stale read instead of every article. It is derived from the
store, and a worker keeps it: see docs/operators.md.`,
		Example: "  aloud catalogue rebuild",
		Args:    arguments(cobra.ArbitraryArgs),
		RunE:    noCommand,
	}
	cmd.AddCommand(catalogueRebuildCommand(a))
	return cmd
}

func catalogueRebuildCommand(a *app) *cobra.Command {
	var opts articlesOptions
	cmd := &cobra.Command{
		Use:   "rebuild",
		Short: "Read every article and write the catalogue anew",
		Long: `Read every article of a site, 32 at a time, and write its catalogue anew. Nothing else changes, and the service may run
meanwhile. A worker does the same by itself when it finds no catalogue.`,
		Example: "  aloud catalogue rebuild --site news",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.rebuildCatalogue(cmd.Context(), opts) },
	}
	opts.addFlags(cmd)
	return cmd
}

func (a *app) rebuildCatalogue(ctx context.Context, opts articlesOptions) error {
	n, site, err := a.openSite(ctx, opts.site)
	if err != nil {
		return err
	}
	var draw func(int)
	articles, err := n.RebuildCatalogue(ctx, site, func(done, of int) {
		if draw == nil {
			draw = a.progress(of, "reading")
		}
		if draw != nil {
			draw(done)
		}
	})
	if err != nil {
		return err
	}
	if opts.json {
		return a.printJSON(map[string]any{"site": site, "articles": articles})
	}
	a.infof("the catalogue of %s has %s", site, countOf(articles, "article", "articles"))
	return nil
}
