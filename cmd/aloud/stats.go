package main

import (
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/figures"
)

type statsOptions struct {
	articlesOptions
	since string
	csv   bool
}

func statsCommand(a *app) *cobra.Command {
	var opts statsOptions
	cmd := &cobra.Command{
		Use:     "stats [ID]",
		Short:   "Show how articles are listened to",
		GroupID: groupManage,
		Long: `Show the listening figures of a site's articles, the most played first, or those of one article by day
(UTC). They are recorded only for sites with analytics: {events: true}. They are at most ten minutes old.

plays: listeners who pressed play. 25 to 100: how many of them heard that percentage. heard: seconds of audio.
speed: the speed at which most audio was heard. skipped: the segment that most listeners skipped, and how many did.`,
		Example: "  aloud stats --since 7d\n  aloud stats ferry-2026 --csv > ferry.csv",
		Args:    arguments(cobra.MaximumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.stats(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	cmd.Flags().StringVar(&opts.since, "since", "30d", "from this `day` on: 2026-11-01, or 7d for the last seven days")
	cmd.Flags().BoolVar(&opts.csv, "csv", false, "print CSV")
	return cmd
}

// statsRow is one article, or one day of an article.
type statsRow struct {
	ID      string  `json:"id"`
	Day     string  `json:"day,omitempty"`
	Plays   int     `json:"plays"`
	Q25     int     `json:"q25"`
	Q50     int     `json:"q50"`
	Q75     int     `json:"q75"`
	Q100    int     `json:"q100"`
	Heard   int     `json:"heard"` // seconds
	Speed   string  `json:"speed,omitempty"`
	Skipped skipped `json:"skipped,omitempty"`
}

// skipped is how many listeners skipped a segment, by its index.
type skipped map[string]int

func newStatsRow(id, day string, sums figures.Sums) statsRow {
	row := statsRow{ID: id, Day: day, Plays: sums["plays"], Q25: sums["q25"], Q50: sums["q50"], Q75: sums["q75"], Q100: sums["q100"], Heard: sums["heard"], Skipped: skipped{}}
	most := 0
	for _, field := range slices.Sorted(maps.Keys(sums)) {
		if speed, is := strings.CutPrefix(field, "heard:"); is && sums[field] > most {
			row.Speed, most = speed, sums[field]
		}
		if index, is := strings.CutPrefix(field, "skip:"); is {
			row.Skipped[index] = sums[field]
		}
	}
	return row
}

func (a *app) stats(ctx context.Context, args []string, opts statsOptions) error {
	since, err := parseFirstDay(opts.since, time.Now())
	if err != nil {
		return usageError{err}
	}
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	site, err := s.LocalNewsroom().Site(opts.site)
	if err != nil {
		return err
	}
	if !s.Config.Sites[site].Player.Events {
		a.infof("sites.%s.analytics.events is not set: nothing is counted now.", site)
	}
	rows, err := statsRows(ctx, figures.Record{Store: s.Store}, site, since, args)
	switch {
	case err != nil:
		return err
	case opts.json:
		return a.printJSON(rows)
	case opts.csv:
		return a.printStatsCSV(rows)
	}
	return a.printTable(append([][]string{statsHeader}, statsTable(rows)...))
}

// statsRows are the articles, the most played first; of one article its days.
func statsRows(ctx context.Context, record figures.Record, site string, since figures.Day, args []string) ([]statsRow, error) {
	rows, totals := []statsRow{}, map[string]figures.Sums{}
	for d, err := range record.Days(ctx, site, since) {
		switch {
		case err != nil:
			return nil, err
		case len(args) == 0:
			if totals[d.ID] == nil {
				totals[d.ID] = figures.Sums{}
			}
			totals[d.ID].Add(d.Sums)
		case d.ID == args[0]:
			rows = append(rows, newStatsRow(d.ID, string(d.Day), d.Sums))
		}
	}
	for id, sums := range totals {
		rows = append(rows, newStatsRow(id, "", sums))
	}
	slices.SortFunc(rows, func(a, b statsRow) int {
		if a.Day != "" {
			return strings.Compare(a.Day, b.Day)
		}
		return cmp.Or(b.Plays-a.Plays, strings.Compare(a.ID, b.ID))
	})
	return rows, nil
}

// parseFirstDay reads a day, or a number of days before now.
func parseFirstDay(text string, now time.Time) (figures.Day, error) {
	if days, is := strings.CutSuffix(text, "d"); is {
		if n, err := strconv.Atoi(days); err == nil && n > 0 {
			return figures.DayOf(now.AddDate(0, 0, 1-n)), nil
		}
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return "", fmt.Errorf("--since %q: write a day like 2026-11-01, or a number of days like 7d", text)
	}
	return figures.DayOf(day), nil
}

var statsHeader = []string{"ID", "DAY", "PLAYS", "25", "50", "75", "100", "HEARD", "SPEED", "SKIPPED"}

func statsTable(rows []statsRow) (table [][]string) {
	for _, r := range rows {
		line := []string{r.ID, r.Day}
		for _, n := range []int{r.Plays, r.Q25, r.Q50, r.Q75, r.Q100, r.Heard} {
			line = append(line, strconv.Itoa(n))
		}
		table = append(table, append(line, r.Speed, r.Skipped.most()))
	}
	return table
}

// most is the segment that most listeners skipped, as INDEX×COUNT.
func (s skipped) most() string {
	best, count := "", 0
	for _, index := range slices.Sorted(maps.Keys(s)) {
		if s[index] > count {
			best, count = index, s[index]
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("%s×%d", best, count)
}

func (a *app) printStatsCSV(rows []statsRow) error {
	w := csv.NewWriter(a.out)
	_ = w.Write([]string{"id", "day", "plays", "q25", "q50", "q75", "q100", "heard_seconds", "speed", "most_skipped"}) // Error has what fails
	for _, line := range statsTable(rows) {
		_ = w.Write(line)
	}
	w.Flush()
	return w.Error()
}
