package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

type renderOptions struct {
	articlesOptions
	order  newsroom.Order
	filter newsroom.Filter
	since  string
	dryRun bool
	wait   bool
}

func renderCommand(a *app) *cobra.Command {
	var opts renderOptions
	cmd := &cobra.Command{
		Use:     "render ID... | --stale | --tag TAG …",
		Short:   "Bring articles up to date, or render them again",
		GroupID: groupManage,
		Long: `Bring articles up to date with the settings, and release those that aloud remove held. An article that would sound the
same is left as it is, unless --force asks for a new track. Speech that was paid for is not bought again.

A worker reads changed settings within half a minute, so the command waits up to a minute until all workers have its settings.
If a worker still has other settings, nothing is rendered, and the error names the worker. --withdraw-previous does not wait.

Instead of ids, --stale, --state, --since, --tag and --language choose the articles that match all given flags, except those
that aloud remove holds. They are rendered with lower priority than news. Run --dry-run first to see what would be bought.`,
		Example: "  aloud render ferry-2026 --force --wait\n  aloud render ferry-2026 --withdraw-previous --wait\n  aloud render ferry-2026 --voice google:en-US-Chirp3-HD-Charon\n  aloud render --stale --dry-run\n  aloud render --tag elections --since 2026-11-01 --force --dry-run",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.render(cmd.Context(), args, opts) },
	}
	opts.addFlags(cmd)
	flags := cmd.Flags()
	flags.BoolVar(&opts.order.Force, "force", false, "render even if nothing changed")
	flags.StringVar(&opts.order.Voice, "voice", "", "use this `provider:voice` for these articles from now on (\"site\" restores the site's voice)")
	flags.BoolVar(&opts.order.WithdrawPrevious, "withdraw-previous", false, "for corrections: delete the current and all earlier tracks now, then render a new one")
	flags.BoolVar(&opts.filter.Stale, "stale", false, "all articles that would sound different with today's settings")
	flags.StringVar((*string)(&opts.filter.State), "state", "", "all articles in this `state`, such as published")
	flags.StringVar(&opts.since, "since", "", "all articles that were published since this `day` (2026-11-01) or time")
	flags.StringVar(&opts.filter.Tag, "tag", "", "all articles with this `tag`")
	flags.StringVar(&opts.filter.Language, "language", "", "all articles in this `language`, such as uk")
	flags.BoolVar(&opts.dryRun, "dry-run", false, "show what would be rendered and bought, and change nothing")
	flags.BoolVar(&opts.wait, "wait", false, "wait until all are done")
	return cmd
}

func (a *app) render(ctx context.Context, ids []string, opts renderOptions) error {
	if err := opts.complete(ids); err != nil {
		return err
	}
	n, err := a.openArticles(ctx)
	if err != nil {
		return err
	}
	refs, err := n.Choose(ctx, opts.site, ids, opts.filter)
	if err != nil {
		return err
	}
	if opts.dryRun {
		return a.dryRun(ctx, n, refs, opts)
	}
	if err := a.awaitSettings(ctx, n, opts.order); err != nil {
		return err
	}
	opts.order.Bulk = len(ids) == 0
	receipt, err := n.Render(ctx, refs, opts.order)
	a.infoNotQueued(receipt)
	if err != nil {
		return err
	}
	if !opts.wait {
		a.infof("%s ordered", countOf(len(refs), "article", "articles"))
		return a.printOrdered(refs, opts)
	}
	return a.awaitRender(ctx, n, refs, opts)
}

// complete reads the filter. Either ids or a filter choose the articles.
func (o *renderOptions) complete(ids []string) (err error) {
	if o.filter.Since, err = parseSince(o.since); err != nil {
		return err
	}
	byFilter := o.filter != newsroom.Filter{}
	if (len(ids) == 0) != byFilter {
		return usageError{errors.New("name the articles by their ids, or choose them with --stale, --state, --since, --tag or --language")}
	}
	if byFilter && o.order.WithdrawPrevious {
		return usageError{errors.New("--withdraw-previous deletes the current tracks: name the articles by their ids")}
	}
	o.filter.NotHeld = byFilter // only an order for one article releases it
	return o.filter.Check()
}

// awaitSettings waits for workers with the settings of this command. A correction does not wait:
// what it withdraws goes at once.
func (a *app) awaitSettings(ctx context.Context, n articles, order newsroom.Order) error {
	if order.WithdrawPrevious {
		return nil
	}
	return n.AwaitSettings(ctx, func(others []fleet.Process, own string) {
		for _, p := range others {
			a.infof("waiting for %s, which has %s; this command has settings %s", p.Name(), p.InForce(), own)
		}
	})
}

// awaitRender waits for the articles and returns an error if any failed, or is as stale as before.
func (a *app) awaitRender(ctx context.Context, n articles, refs []newsroom.Ref, opts renderOptions) error {
	if err := n.Wait(ctx, refs, a.progress(len(refs), "rendering")); err != nil {
		return err
	}
	if err := a.printOrdered(refs, opts); err != nil {
		return err
	}
	if err := a.infoOutcomes(ctx, n, refs); err != nil {
		return err
	}
	return n.CheckRendered(ctx, refs)
}

// infoOutcomes prints the state of each article. The error names those that failed.
func (a *app) infoOutcomes(ctx context.Context, n articles, refs []newsroom.Ref) error {
	var failures []error
	for _, ref := range refs {
		article, err := n.Status(ctx, ref)
		switch {
		case err != nil:
			failures = append(failures, err)
		case article.State == newsroom.Failed:
			failures = append(failures, fmt.Errorf("%s failed: %s", ref, article.Reason))
		default:
			a.infof("%s", strings.TrimSpace(fmt.Sprintf("%s is %s %s", ref, article.State, article.Reason)))
		}
	}
	return errors.Join(failures...)
}

func (a *app) printOrdered(refs []newsroom.Ref, opts renderOptions) error {
	if !opts.json {
		return nil
	}
	return a.printJSON(map[string]any{"ordered": idsOf(refs)})
}

func (a *app) dryRun(ctx context.Context, n articles, refs []newsroom.Ref, opts renderOptions) error {
	rows, table := []newsroom.Estimate{}, [][]string{{"ID", "VOICE", "SEGMENTS", "CHARACTERS", "TO BUY", "COST"}}
	estimated := a.progress(len(refs), "estimating")
	for i, ref := range refs {
		e, err := n.Estimate(ctx, ref, opts.order)
		if err != nil {
			return err
		}
		if estimated != nil {
			estimated(i + 1)
		}
		if e.Problem != "" {
			a.infof("%s: %s", ref, e.Problem)
			continue
		}
		rows = append(rows, e)
		table = append(table, []string{e.ID, e.Voice, fmt.Sprint(e.Segments), fmt.Sprint(e.Characters), fmt.Sprint(e.ToBuy), e.Price})
	}
	if opts.json {
		return a.printJSON(rows)
	}
	return a.printTable(table)
}
