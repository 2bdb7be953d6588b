package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/journal"
)

type journalOptions struct {
	articlesOptions
	since string
}

func journalCommand(a *app) *cobra.Command {
	var opts journalOptions
	cmd := &cobra.Command{
		Use:     "journal",
		Short:   "Show who changed what",
		GroupID: groupManage,
		Long: `Show the changes that people and programs asked for, by a command or through the API: when, who (a token's name and id, or the
user and machine of a command), what, which articles, and how it ended. Changes by a CMS are not in it. aloud never changes an
entry, and deletes none.`,
		Example: "  aloud journal\n  aloud journal --site main --since 2026-11-01 --json",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.journal(cmd.Context(), opts) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.site, "site", "", "`site` whose journal is shown (default: the only one)")
	flags.StringVar(&opts.since, "since", "", "only changes since this `day` (2026-11-01) or time (default: 30 days ago)")
	flags.BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

// journalDays is how far the journal is shown back unless --since says otherwise.
const journalDays = 30

func (a *app) journal(ctx context.Context, opts journalOptions) error {
	since, err := parseSince(opts.since)
	if err != nil {
		return err
	}
	if since.IsZero() {
		since = time.Now().AddDate(0, 0, -journalDays)
	}
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	site, err := n.Site(opts.site)
	if err != nil {
		return err
	}
	entries, err := n.Journal(ctx, site, since)
	if err != nil {
		return err
	}
	if opts.json {
		return a.printJSON(entries)
	}
	table := [][]string{{"AT", "BY", "WHAT", "ARTICLES", "RESULT"}}
	for _, e := range entries {
		table = append(table, []string{e.At.Format(time.RFC3339), e.By, e.What, articlesCell(e), strings.ReplaceAll(e.Result, "\n", "; ")})
	}
	return a.printTable(table)
}

// articlesCell names the articles of an entry, or counts them.
func articlesCell(e journal.Entry) string {
	const few = 5
	if len(e.Articles) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(e.Articles[:few], " "), len(e.Articles)-few)
	}
	return strings.Join(e.Articles, " ")
}
