package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

type listOptions struct {
	articlesOptions
	filter newsroom.Filter
}

func listCommand(a *app) *cobra.Command {
	var opts listOptions
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List articles",
		GroupID: groupManage,
		Long: `List the articles of a site with their states. The states are explained in docs/states.md. The title is
followed by the reason and, for work that is retried, the number of failed attempts, the last error and the time of the
next attempt.`,
		Example: "  aloud list --state failed\n  aloud list --retrying\n  aloud list --stale --json",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.list(cmd.Context(), opts) },
	}
	opts.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar((*string)(&opts.filter.State), "state", "", "only articles in this `state`: accepted, published, removed, nothing_to_read, failed, parked or damaged")
	flags.BoolVar(&opts.filter.Retrying, "retrying", false, "only articles whose work failed and waits for its next attempt")
	flags.BoolVar(&opts.filter.Stale, "stale", false, "only articles that would sound different with today's settings")
	return cmd
}

// listRow is an article as list prints it.
type listRow struct {
	ID       string         `json:"id"`
	State    newsroom.State `json:"state"`
	Due      bool           `json:"due"`
	Revision string         `json:"revision"`
	Title    string         `json:"title,omitempty"`
	Reason   string         `json:"reason,omitempty"`
	Delay    *delay         `json:"delay,omitempty"`
	Judged   string         `json:"judged,omitempty"`
}

func (a *app) list(ctx context.Context, opts listOptions) error {
	if err := opts.filter.Check(); err != nil {
		return err
	}
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	site, err := n.Site(opts.site)
	if err != nil {
		return err
	}
	if err := a.infoUnnamed(ctx, n); err != nil {
		return err
	}
	rows := []listRow{}
	for article, err := range n.List(ctx, site, opts.filter) {
		if err != nil {
			return err
		}
		rows = append(rows, listRow{article.ID, article.State, article.Due, article.Revision, article.Title, article.Reason, delayOf(article), article.Judged})
	}
	if opts.json {
		return a.printJSON(rows)
	}
	return a.printList(rows)
}

// infoUnnamed names sites that are still public although the settings do not name them.
func (a *app) infoUnnamed(ctx context.Context, n articles) error {
	unnamed, err := n.Unnamed(ctx)
	for _, site := range unnamed {
		a.infof("site %s has public audio but is missing from the settings: add it again, or take it down with aloud remove --site %s --all", site, site)
	}
	return err
}

func (a *app) printList(rows []listRow) error {
	table := [][]string{{"ID", "STATE", "DUE", "REVISION", "TITLE"}}
	for _, r := range rows {
		title := r.Title
		if r.Reason != "" {
			title = fmt.Sprintf("%s (%s)", title, r.Reason)
		}
		if r.Delay != nil {
			title = fmt.Sprintf("%s (%s)", title, r.Delay)
		}
		table = append(table, []string{r.ID, string(r.State), fmt.Sprint(r.Due), r.Revision, title})
	}
	return a.printTable(table)
}
