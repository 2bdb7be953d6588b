package main

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

type listOptions struct {
	articlesOptions
	filter  newsroom.Filter
	newest  int // 0: all
	day     string
	month   string
	since   string
	changed string
}

func listCommand(a *app) *cobra.Command {
	var opts listOptions
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List articles",
		GroupID: groupManage,
		Long: `List the articles of a site with their states, the newest publication first. The states are explained in
docs/states.md. The title is followed by the reason and, for work that is retried, the number of failed attempts, the last
error and the time of the next attempt.

Flags can be combined: the list has the articles that match all of them. Days and months are in UTC.`,
		Example: "  aloud list --newest 20\n  aloud list --state failed --month 2026-11\n  aloud list --search 'ferry budget'\n  aloud list --changed 2026-11-30T08:00:00Z --json\n  aloud list --stale --json",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.list(cmd.Context(), opts) },
	}
	opts.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar((*string)(&opts.filter.State), "state", "", "only articles in this `state`: accepted, published, removed, nothing_to_read, failed, parked or damaged")
	flags.BoolVar(&opts.filter.Retrying, "retrying", false, "only articles whose work failed and waits for its next attempt")
	flags.BoolVar(&opts.filter.Stale, "stale", false, "only articles that would sound different with today's settings")
	flags.IntVar(&opts.newest, "newest", 0, "only this `number` of articles")
	flags.StringVar(&opts.day, "day", "", "only articles that were published on this `day`, such as 2026-11-30")
	flags.StringVar(&opts.month, "month", "", "only articles that were published in this `month`, such as 2026-11")
	flags.StringVar(&opts.since, "since", "", "only articles that were published since this `day` or time")
	flags.StringVar(&opts.changed, "changed", "", "only articles on which work ended since this `time` or day, or has not ended")
	flags.StringVar(&opts.filter.Tag, "tag", "", "only articles with this `tag`")
	flags.StringVar(&opts.filter.Language, "language", "", "only articles in this `language`, such as uk")
	flags.StringVar(&opts.filter.Search, "search", "", "only articles whose title or address has all of these `words`")
	cmd.MarkFlagsMutuallyExclusive("day", "month", "since")
	return cmd
}

// listRow is an article as list prints it.
type listRow struct {
	ID       string         `json:"id"`
	State    newsroom.State `json:"state"`
	Due      bool           `json:"due"`
	Revision string         `json:"revision"`
	Title    string         `json:"title,omitempty"`
	URL      string         `json:"url,omitempty"`
	Language string         `json:"language,omitempty"`
	Tags     []string       `json:"tags,omitempty"`
	Appeared time.Time      `json:"appeared,omitzero"`
	Reason   string         `json:"reason,omitempty"`
	Delay    *delay         `json:"delay,omitempty"`
	Judged   string         `json:"judged,omitempty"`
}

func (a *app) list(ctx context.Context, opts listOptions) error {
	if err := opts.complete(); err != nil {
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
	rows := listRows(ctx, n, site, opts)
	if opts.json {
		return printJSONRows(a, rows)
	}
	return a.printList(rows)
}

// listRows yields the rows as they are read.
func listRows(ctx context.Context, n articles, site string, opts listOptions) iter.Seq2[listRow, error] {
	return func(yield func(listRow, error) bool) {
		if opts.newest == 0 {
			for article, err := range n.List(ctx, site, opts.filter) {
				if !yield(listRowOf(article), err) {
					return
				}
			}
			return
		}
		page, err := n.Newest(ctx, site, opts.filter, "", opts.newest)
		if err != nil {
			yield(listRow{}, err)
			return
		}
		for _, article := range page.Articles {
			if !yield(listRowOf(article), nil) {
				return
			}
		}
	}
}

func listRowOf(article newsroom.Article) listRow {
	return listRow{
		article.ID, article.State, article.Due, article.Revision, article.Title, article.URL, article.Language, article.Tags, article.Appeared,
		article.Reason, delayOf(article), article.Judged,
	}
}

// complete reads the times of the filter.
func (o *listOptions) complete() (err error) {
	if o.newest < 0 {
		return usageError{fmt.Errorf("--newest is %d: it must be 1 or more", o.newest)}
	}
	if o.filter.Since, err = parseTimeFlag("--since", o.since); err != nil {
		return err
	}
	if o.filter.Changed, err = parseTimeFlag("--changed", o.changed); err != nil {
		return err
	}
	switch {
	case o.day != "":
		if o.filter.Since, err = time.Parse(time.DateOnly, o.day); err != nil {
			return usageError{fmt.Errorf("--day is %q: write a day like 2026-11-01", o.day)}
		}
		o.filter.Until = o.filter.Since.AddDate(0, 0, 1)
	case o.month != "":
		if o.filter.Since, err = time.Parse("2006-01", o.month); err != nil {
			return usageError{fmt.Errorf("--month is %q: write a month like 2026-11", o.month)}
		}
		o.filter.Until = o.filter.Since.AddDate(0, 1, 0)
	}
	return o.filter.Check()
}

// infoUnnamed names sites that are still public although the settings do not name them.
func (a *app) infoUnnamed(ctx context.Context, n articles) error {
	unnamed, err := n.Unnamed(ctx)
	for _, site := range unnamed {
		a.infof("site %s has public audio but is missing from the settings: add it again, or take it down with aloud remove --site %s --all", site, site)
	}
	return err
}

// linesAtOnce is how many lines of a table are aligned with each other: nobody waits for the
// others.
const linesAtOnce = 500

func (a *app) printList(rows iter.Seq2[listRow, error]) error {
	table := [][]string{{"ID", "STATE", "DUE", "REVISION", "TITLE"}}
	for r, err := range rows {
		if err != nil {
			return err
		}
		title := r.Title
		if r.Reason != "" {
			title = fmt.Sprintf("%s (%s)", title, r.Reason)
		}
		if r.Delay != nil {
			title = fmt.Sprintf("%s (%s)", title, r.Delay)
		}
		if table = append(table, []string{r.ID, string(r.State), fmt.Sprint(r.Due), r.Revision, title}); len(table) < linesAtOnce {
			continue
		}
		if err := a.printTable(table); err != nil {
			return err
		}
		table = nil
	}
	return a.printTable(table)
}
