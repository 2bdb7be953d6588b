package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/newsroom"
)

type backfillOptions struct {
	articlesOptions
	order        newsroom.BackfillOrder
	since, until string
	from         string
	dryRun, yes  bool
}

func backfillCommand(a *app) *cobra.Command {
	var opts backfillOptions
	cmd := &cobra.Command{
		Use:     "backfill",
		Short:   "Narrate the archive, with lower priority than news",
		GroupID: groupManage,
		Long: `Narrate articles that were published before. The command first prints an estimate: articles, characters, cost by voice,
and hours at today's quotas. On a terminal it asks whether to start; elsewhere it needs --yes. The workers then keep a few of
the articles in progress, never ahead of news, and skip those that are up to date.

The articles come from a source of the settings (--source), or from --from: a file of JSON lines, each in the format of the
generic hook, or a folder of HTML.

A backfill continues after a restart. It stops as "paused: budget" before it buys for more than --max.`,
		Example: `  aloud backfill --source ghost --since 2024-01-01 --dry-run
  aloud backfill --source ghost --since 2024-01-01 --max 200 --yes
  aloud backfill --from export.ndjson --limit 500
  aloud backfill status`,
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.backfill(cmd.Context(), opts) },
	}
	flags := cmd.Flags()
	opts.addFlags(cmd)
	flags.StringVar(&opts.order.Source, "source", "", "`source` of the settings that lists the articles, such as ghost")
	flags.StringVar(&opts.from, "from", "", "`file` of JSON lines (.ndjson), or folder of HTML, with the articles")
	flags.StringVar(&opts.since, "since", "", "published since this `day` (2024-01-01) or time")
	flags.StringVar(&opts.until, "until", "", "published before this `day` or time")
	flags.StringVar(&opts.order.Tag, "tag", "", "only with this `tag`, by its slug")
	flags.IntVar(&opts.order.Limit, "limit", 0, "at most this many `articles`")
	flags.Float64Var(&opts.order.MaxUSD, "max", 0, "stop before more than this many `dollars` are spent")
	flags.BoolVar(&opts.dryRun, "dry-run", false, "print the estimate and change nothing")
	flags.BoolVar(&opts.yes, "yes", false, "start without asking")
	cmd.AddCommand(backfillStatusCommand(a), backfillChangeCommand(a, "pause", "Stop a backfill after what is under way", articles.PauseBackfill),
		backfillResumeCommand(a), backfillChangeCommand(a, "cancel", "End a backfill after what is under way", articles.CancelBackfill))
	return cmd
}

// check parses what the flags say.
func (o *backfillOptions) check() (err error) {
	if (o.order.Source == "") == (o.from == "") {
		return usageError{errors.New("say where the articles are: --source or --from")}
	}
	if o.order.Since, err = parseSince(o.since); err != nil {
		return err
	}
	o.order.Until, err = parseTimeFlag("--until", o.until)
	return err
}

func (a *app) backfill(ctx context.Context, opts backfillOptions) error {
	if err := opts.check(); err != nil {
		return err
	}
	n, site, err := a.openArticlesOf(ctx, opts.site)
	if err != nil {
		return err
	}
	articles := filesOf(opts.from)
	if opts.from == "" {
		if articles, err = n.Archive(ctx, site, opts.order); err != nil {
			return err
		}
	}
	estimate, err := n.EstimateBackfill(ctx, site, opts.order, articles)
	if err != nil {
		return err
	}
	if opts.dryRun {
		return a.printEstimate(estimate, opts.json)
	}
	if err := a.confirm(estimate, opts); err != nil {
		return err
	}
	b, err := n.StartBackfill(ctx, site, opts.order, articles)
	if err != nil {
		return err
	}
	if opts.json {
		return a.printJSON(b)
	}
	a.infof("Backfill %s has %d articles: follow it with aloud backfill status --site %s", b.Name, b.Total, site)
	return nil
}

func (a *app) printEstimate(e newsroom.BackfillEstimate, json bool) error {
	if json {
		return a.printJSON(e)
	}
	return a.printTable(estimateTable(e))
}

// confirm asks on a terminal whether to start.
func (a *app) confirm(e newsroom.BackfillEstimate, opts backfillOptions) error {
	if opts.yes {
		return nil
	}
	if !a.onTerminal() {
		return usageError{errors.New("standard input is not a terminal: add --yes to start, or --dry-run to see what it would need")}
	}
	for _, row := range estimateTable(e) {
		a.infof("%s", strings.Join(row, "\t"))
	}
	fmt.Fprint(a.err, "Start? [y/N] ")
	answer, _ := bufio.NewReader(a.in).ReadString('\n')
	if answer = strings.ToLower(strings.TrimSpace(answer)); answer != "y" && answer != "yes" {
		return errors.New("nothing was started")
	}
	return nil
}

func estimateTable(e newsroom.BackfillEstimate) [][]string {
	cost := fmt.Sprintf("$%.2f", e.CostUSD)
	if !e.Priced {
		cost += ", and the voices that have no price"
	}
	table := [][]string{
		{"articles", fmt.Sprint(e.Articles)}, {"up to date", fmt.Sprint(e.UpToDate)},
		{"estimated from", fmt.Sprintf("%d, of which %d have nothing to read", e.Sampled, e.Silent)},
		{"characters to buy", fmt.Sprint(e.Characters)}, {"cost", cost}, {"hours", hoursCell(e.Hours)},
	}
	for _, v := range e.Voices {
		table = append(table, []string{"voice " + v.Family, fmt.Sprintf("%d characters, $%.2f, %s", v.Characters, v.CostUSD, hoursCell(v.Hours))})
	}
	return table
}

func hoursCell(hours float64) string {
	if hours == 0 {
		return "no quota"
	}
	return fmt.Sprintf("%.1f at half of the quota", hours)
}

func parseTimeFlag(flag, value string) (time.Time, error) {
	t, err := parseSince(value)
	if err != nil {
		err = usageError{fmt.Errorf("%s is %q: write a day like 2026-11-01, or a time like 2026-11-01T08:30:00Z", flag, value)}
	}
	return t, err
}

// backfillTable describes backfills.
func backfillTable(all []newsroom.Backfill, now time.Time) [][]string {
	table := [][]string{{"BACKFILL", "STATE", "DONE", "ACCEPTED", "UP TO DATE", "UNFIT", "SPENT", "AN HOUR", "ENDS", "REASON"}}
	for _, b := range all {
		p := newsroom.ProgressOf(b, now)
		spent, ends := "-", "-"
		if b.MaxUSD > 0 {
			spent = fmt.Sprintf("$%.2f of $%.2f", b.USD, b.MaxUSD)
		}
		if !p.Ends.IsZero() {
			ends = p.Ends.Format(time.RFC3339)
		}
		table = append(table, []string{
			b.Name, string(b.State), fmt.Sprintf("%d of %d", b.Cursor, b.Total), fmt.Sprint(b.Accepted), fmt.Sprint(b.UpToDate), fmt.Sprint(b.Unfit),
			spent, fmt.Sprintf("%.0f", p.AnHour), ends, cmp.Or(b.Reason, b.Problem),
		})
	}
	return table
}
