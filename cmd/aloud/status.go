package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

func statusCommand(a *app) *cobra.Command {
	var opts articlesOptions
	cmd := &cobra.Command{
		Use:     "status [ID]",
		Short:   "Show the status of an article or of the whole site",
		GroupID: groupManage,
		Long: `Show the state of an article, why it is in that state, what delays it and what is public. Without ID, count the
articles of the site by state, and say whether the queue is ready, which servers and workers run, and with which settings.
The states are explained in docs/states.md.`,
		Example: "  aloud status\n  aloud status ferry-2026 --json",
		Args:    arguments(cobra.MaximumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.status(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	return cmd
}

func (a *app) status(ctx context.Context, ids []string, opts articlesOptions) error {
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return a.siteStatus(ctx, n, opts)
	}
	ref, err := n.Ref(opts.site, ids[0])
	if err != nil {
		return err
	}
	article, err := n.Status(ctx, ref)
	if err != nil {
		return err
	}
	if opts.json {
		return a.printJSON(article)
	}
	return a.printTable(statusTable(article))
}

func statusTable(article newsroom.Article) [][]string {
	table := [][]string{
		{"article", article.Ref().String()}, {"title", article.Title}, {"state", string(article.State)}, {"reason", article.Reason},
		{"revision", article.Revision}, {"due", fmt.Sprint(article.Due)},
	}
	if delay := delayOf(article); delay != nil {
		table = append(table, []string{"delayed", delay.String()})
	}
	if article.Orders.Held {
		table = append(table, []string{"held", "true"})
	}
	if voice := article.Orders.Voice; voice != "" {
		table = append(table, []string{"ordered voice", voice})
	}
	if n := article.Narration; n != nil {
		table = append(table,
			[]string{"audio", article.Location + restoredNote(article)},
			[]string{"duration", (time.Duration(n.Audio[0].Duration * float64(time.Second))).Round(time.Millisecond).String()},
			[]string{"voice", n.Voice.String()},
			[]string{"published", n.PublishedAt.Format(time.RFC3339)})
	}
	return table
}

func (a *app) siteStatus(ctx context.Context, n articles, opts articlesOptions) error {
	site, err := n.Site(opts.site)
	if err != nil {
		return err
	}
	status, err := n.SiteStatus(ctx, site)
	if err != nil {
		return err
	}
	if opts.json {
		return a.printJSON(status)
	}
	table := [][]string{{"site", status.Site}, {"queue", status.Queue}, {"due", fmt.Sprint(status.Due)}, {"retrying", retrying(status)}, {"late", fmt.Sprint(status.Late)}}
	for _, w := range status.Waiting {
		table = append(table, []string{"waiting", fmt.Sprintf("%s: %d, the oldest since %s", w.Urgency, w.Articles, w.Since.Format(time.RFC3339))})
	}
	for _, p := range status.Processes {
		table = append(table, []string{"process", processCell(p, status.Settings)})
	}
	for _, state := range newsroom.States() {
		table = append(table, []string{string(state), fmt.Sprint(status.Articles[state])})
	}
	if status.Hints != nil {
		table = append(table, []string{"hints", hintsCell(*status.Hints)})
	}
	for _, report := range status.Sources {
		table = append(table, sourceRow(report))
	}
	if purges := status.Purges; purges != nil {
		table = append(table, []string{"purges", backlogCell(*purges)})
	}
	if notices := status.Notices; notices != nil && notices.Waiting > 0 {
		table = append(table, []string{"notices", backlogCell(*notices)})
	}
	return a.printTable(table)
}

// restoredNote says that an admin restored the track.
func restoredNote(article newsroom.Article) string {
	if article.Orders.Restored.Render != article.Narration.Render() {
		return ""
	}
	return " (restored)"
}

// processCell says which settings a process uses, and whether the command has the same.
func processCell(p fleet.Process, own string) string {
	cell := p.Name() + ": " + p.InForce()
	if p.Settings != own {
		cell += " (this command has settings " + own + ")"
	}
	return cell
}

// retrying says how many articles are retried and when the first of them is.
func retrying(status newsroom.SiteStatus) string {
	if status.Next == nil {
		return fmt.Sprint(status.Retrying)
	}
	return fmt.Sprintf("%d, the next at %s", status.Retrying, status.Next.Format(time.RFC3339))
}

// hintsCell describes the state of the addresses from hooks.
func hintsCell(h newsroom.HintStatus) string {
	cell := fmt.Sprintf("%d waiting, %d retrying, %d given up", h.Waiting, h.Retrying, h.Failed)
	if h.Next != nil {
		cell += "; next attempt " + h.Next.Format(time.RFC3339)
	}
	if h.Reason != "" {
		cell += fmt.Sprintf("; %s: %s", h.URL, h.Reason)
	}
	return cell
}

// backlogCell says what was not delivered yet.
func backlogCell(b newsroom.Backlog) string {
	if b.Waiting == 0 {
		return "all delivered"
	}
	cell := fmt.Sprintf("%d not delivered, the oldest since %s", b.Waiting, b.Since.Format(time.RFC3339))
	if b.Error != "" {
		cell += fmt.Sprintf(", which failed %s: %s; next try %s", countOf(b.Tries, "time", "times"), b.Error, b.Next.Format(time.RFC3339))
	}
	return cell
}
