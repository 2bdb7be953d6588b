package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

type retryOptions struct {
	articlesOptions
	all bool
}

func retryCommand(a *app) *cobra.Command {
	var opts retryOptions
	cmd := &cobra.Command{
		Use:     "retry ID... | --all",
		Short:   "Give failed articles another attempt",
		GroupID: groupManage,
		Long: `Give articles that failed another attempt, as they are: after a provider's outage, or once the settings are fixed.
Speech that was paid for is not bought again. It also makes a parked article look for room in the budget at once.`,
		Example: "  aloud retry ferry-2026\n  aloud retry --all",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.retry(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	cmd.Flags().BoolVar(&opts.all, "all", false, "all failed articles of the site")
	return cmd
}

func (a *app) retry(ctx context.Context, ids []string, opts retryOptions) error {
	if (len(ids) == 0) != opts.all {
		return usageError{errors.New("name the articles by their ids, or use --all")}
	}
	n, err := a.openNewsroom(ctx)
	if err != nil {
		return err
	}
	refs, err := chooseRefs(ctx, n, opts.site, ids, newsroom.Filter{State: newsroom.Failed})
	if err != nil {
		return err
	}
	receipt, err := n.Retry(ctx, refs)
	a.infoNotQueued(receipt)
	if err != nil {
		return err
	}
	if opts.json {
		return a.printJSON(map[string]any{"retried": idsOf(receipt.Refs)})
	}
	a.infof("%s queued for another attempt", countOf(len(receipt.Refs), "article", "articles"))
	return nil
}

// chooseRefs names the articles with these ids or, without any, those that the filter chooses.
func chooseRefs(ctx context.Context, n *newsroom.Newsroom, site string, ids []string, filter newsroom.Filter) ([]newsroom.Ref, error) {
	if len(ids) > 0 {
		return n.Refs(site, ids)
	}
	site, err := n.Site(site)
	if err != nil {
		return nil, err
	}
	return newsroom.Refs(n.List(ctx, site, filter))
}

func idsOf(refs []newsroom.Ref) []string {
	ids := []string{}
	for _, ref := range refs {
		ids = append(ids, ref.ID)
	}
	return ids
}
