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
		Short:   "Give articles another attempt now",
		GroupID: groupManage,
		Long: `Give articles another attempt now, as they are: those that failed, after a provider's outage or once the
settings are fixed, and those that wait for their next attempt or for room in the budget. Speech that was paid for is not
bought again. With --all, aloud also retries pages from hints that could not be fetched. Articles with nothing to retry
are listed and left alone; that is not an error.`,
		Example: "  aloud retry ferry-2026\n  aloud retry --all",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.retry(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	cmd.Flags().BoolVar(&opts.all, "all", false, "all articles of the site that failed, or whose last attempt failed")
	return cmd
}

func (a *app) retry(ctx context.Context, ids []string, opts retryOptions) error {
	if (len(ids) == 0) != opts.all {
		return usageError{errors.New("name the articles by their ids, or use --all")}
	}
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	if opts.all {
		if err := a.retryHints(ctx, n, opts.site); err != nil {
			return err
		}
	}
	refs, err := n.Choose(ctx, opts.site, ids, newsroom.Filter{ToRetry: true})
	if err != nil {
		return err
	}
	receipt, idle, err := n.Retry(ctx, refs)
	a.infoNotQueued(receipt)
	if err != nil {
		return err
	}
	for _, article := range idle {
		a.infof("nothing to retry: %s is %s. To render it again: aloud render %s", article.ID, article.State, article.ID)
	}
	if opts.json {
		return a.printJSON(map[string]any{"retried": idsOf(receipt.Refs), "idle": idsOfArticles(idle)})
	}
	a.infof("%s queued for another attempt", countOf(len(receipt.Refs), "article", "articles"))
	return nil
}

// retryHints makes the workers fetch the unsettled addresses from hooks again.
func (a *app) retryHints(ctx context.Context, n articles, site string) error {
	site, err := n.Site(site)
	if err != nil {
		return err
	}
	retried, err := n.RetryHints(ctx, site)
	if retried > 0 {
		a.infof("%s from hooks will be fetched again within 15 s", countOf(retried, "address", "addresses"))
	}
	return err
}

func idsOfArticles(articles []newsroom.Article) []string {
	ids := []string{}
	for _, article := range articles {
		ids = append(ids, article.ID)
	}
	return ids
}

func idsOf(refs []newsroom.Ref) []string {
	ids := []string{}
	for _, ref := range refs {
		ids = append(ids, ref.ID)
	}
	return ids
}
