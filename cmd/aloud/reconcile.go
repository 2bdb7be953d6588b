package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

type reconcileOptions struct {
	articlesOptions
	source, since string
	order         newsroom.Reconciliation
}

func reconcileCommand(a *app) *cobra.Command {
	var opts reconcileOptions
	cmd := &cobra.Command{
		Use:     "reconcile",
		Short:   "Poll the sources, and correct what differs",
		GroupID: groupManage,
		Long: `Compare what the sources of a site have published with what aloud knows, as the workers do every few minutes, and print
what differs:

  missed   published in the source, but unknown or older in aloud: accepted as if the hook had arrived
  gone     public in aloud, but unpublished, deleted or restricted in the source: taken down
  changed  other tags, authors, title or address in the source: brought up to date

Before aloud changes an article, it requests that article from the source. A pass that would take down more than 3 articles
and more than 5 % of a source's public ones takes down none without --confirm.`,
		Example: "  aloud reconcile --dry-run\n  aloud reconcile --site main --since 2026-11-01\n  aloud reconcile --source ghost --confirm",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.reconcile(cmd.Context(), opts) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.site, "site", "", "`site` whose sources are polled (default: the only one)")
	flags.StringVar(&opts.source, "source", "", "poll only this `source`, such as ghost")
	flags.StringVar(&opts.since, "since", "", "look at every article, and accept what was published since this `day` (2026-11-01) or time")
	flags.BoolVar(&opts.order.DryRun, "dry-run", false, "only show what differs")
	flags.BoolVar(&opts.order.Confirm, "confirm", false, "take down what is gone and accept what is new, however many")
	flags.BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

// reconciled is what one source answered.
type reconciled struct {
	newsroom.SourceReport
	Findings []newsroom.Finding `json:"findings"`
}

func (a *app) reconcile(ctx context.Context, opts reconcileOptions) error {
	var err error
	if opts.order.Since, err = parseSince(opts.since); err != nil {
		return err
	}
	n, err := a.openNewsroom(ctx)
	if err != nil {
		return err
	}
	site, sources, err := n.Asked(opts.site, opts.source)
	if err != nil {
		return err
	}
	results := []reconciled{}
	for _, src := range sources {
		report, findings, err := n.Reconcile(ctx, site, src, opts.order)
		if err != nil {
			return fmt.Errorf("%s of %s: %w", src.Name, site, err)
		}
		results = append(results, reconciled{report, append([]newsroom.Finding{}, findings...)})
	}
	if opts.json {
		return errors.Join(a.printJSON(results), problems(results))
	}
	return errors.Join(a.printReconciled(results), problems(results))
}

// problems is the error of sources that did not answer, or whose pass stopped.
func problems(results []reconciled) error {
	var all []error
	for _, r := range results {
		if r.Error != "" {
			all = append(all, fmt.Errorf("%s could not be polled: %s", r.Source, r.Error))
		}
		if r.Halted != "" {
			all = append(all, fmt.Errorf("%s: %s", r.Source, r.Halted))
		}
	}
	return errors.Join(all...)
}

func (a *app) printReconciled(results []reconciled) error {
	table := [][]string{{"SOURCE", "ID", "WRONG", "WHY", "DONE", "TITLE"}}
	for _, r := range results {
		for _, f := range r.Findings {
			table = append(table, []string{f.Source, f.ID, string(f.Wrong), f.Why, f.Done, f.Title})
		}
		if r.Error == "" {
			a.infof("%s lists %d articles: %d missed, %d gone, %d changed, %d unsure", r.Source, r.Listed, r.Missed, r.Gone, r.Changed, r.Unsure)
		}
	}
	return a.printTable(table)
}

// parseSince accepts a day, which begins at midnight UTC, or a time.
func parseSince(value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, value); err == nil {
			return t, nil
		}
	}
	return time.Time{}, usageError{fmt.Errorf("--since is %q: write a day like 2026-11-01, or a time like 2026-11-01T08:30:00Z", value)}
}

// sourceRow says how the last pass over a source ended.
func sourceRow(r newsroom.SourceReport) []string {
	cell := "not asked yet"
	switch {
	case r.At.IsZero():
	case r.Error != "":
		cell = fmt.Sprintf("%s: could not be asked (%d times in a row): %s; next %s", r.At.Format(time.RFC3339), r.Failures, r.Error, r.Next.Format(time.RFC3339))
	default:
		cell = fmt.Sprintf("%s: lists %d, missed %d, gone %d, changed %d, unsure %d; next %s",
			r.At.Format(time.RFC3339), r.Listed, r.Missed, r.Gone, r.Changed, r.Unsure, r.Next.Format(time.RFC3339))
	}
	if r.Halted != "" {
		cell += "; STOPPED: " + r.Halted
	}
	return []string{"source " + r.Source, cell}
}
