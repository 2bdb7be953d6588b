package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

type renderOptions struct {
	site   string
	force  bool
	voice  string
	stale  bool
	dryRun bool
	wait   bool
	json   bool
}

// siteVoice is the name by which an admin goes back to the voice of the site.
const siteVoice = "site"

func renderCommand(a *app) *cobra.Command {
	var opts renderOptions
	cmd := &cobra.Command{
		Use:     "render ID... | --stale",
		Short:   "Bring articles up to date, or have them rendered anew",
		GroupID: groupManage,
		Long: `Bring articles up to date with the settings. An article whose sound would be the same is left as it is, unless --force
asks for a new track. Speech that was paid for is not bought again. It also clears what remove has set.`,
		Example: "  aloud render ferry-2026 --force --wait\n  aloud render ferry-2026 --voice google:en-US-Chirp3-HD-Charon\n  aloud render --stale --dry-run",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.render(cmd.Context(), args, opts) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.site, "site", "", "`site` of the articles (default: the only one)")
	flags.BoolVar(&opts.force, "force", false, "make a new track in any case")
	flags.StringVar(&opts.voice, "voice", "", "`provider:voice` for these articles from now on; site goes back to the site's")
	flags.BoolVar(&opts.stale, "stale", false, "all articles that would sound different with today's settings")
	flags.BoolVar(&opts.dryRun, "dry-run", false, "show what would be spoken and bought, and do nothing")
	flags.BoolVar(&opts.wait, "wait", false, "wait until all are done")
	flags.BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

func (a *app) render(ctx context.Context, ids []string, opts renderOptions) error {
	if (len(ids) == 0) != opts.stale {
		return usageError{errors.New("name articles by their ids, or say --stale")}
	}
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	narrator := s.narrator(local())
	refs, err := s.renderRefs(ctx, narrator, ids, opts)
	if err != nil {
		return err
	}
	if opts.dryRun {
		return a.dryRun(ctx, s, narrator, refs, opts)
	}
	if err := s.checkOrders(ctx, narrator, refs, opts); err != nil {
		return err
	}
	ordered, err := each(refs, func(ref library.Ref) error { return s.library.Order(ctx, ref, opts.order) })
	s.enqueue(ctx, a, opts.stale, ordered...)
	if err != nil {
		return err
	}
	if !opts.wait {
		a.sayf("%d ordered", len(refs))
		return a.printRefs(s, refs, opts)
	}
	if err := a.waitFor(ctx, s, refs, opts); err != nil || !opts.stale {
		return err
	}
	return stillStale(ctx, narrator, refs)
}

// stillStale is an error if articles sound as before: their worker does not have the settings that we have.
func stillStale(ctx context.Context, n *narrate.Narrator, refs []library.Ref) error {
	for _, ref := range refs {
		stale, err := n.Stale(ctx, ref)
		if err != nil {
			return err
		}
		if stale {
			return fmt.Errorf("%s is still stale: start the workers anew, so that they read the settings that this command reads", ref)
		}
	}
	return nil
}

// checkOrders refuses, before anything is ordered, a voice that could not speak the articles.
func (s *service) checkOrders(ctx context.Context, n *narrate.Narrator, refs []library.Ref, opts renderOptions) error {
	if opts.voice == "" || opts.voice == siteVoice {
		return nil
	}
	if err := n.Voices.Check(opts.voice); err != nil {
		return usageError{err}
	}
	for _, ref := range refs {
		desired, err := s.library.Desired(ctx, ref)
		if err != nil || desired.Gone() {
			continue // the order itself will say so
		}
		opts.order(&desired.Orders)
		_, err = n.Plan(n.Sites[ref.Site], *desired.Article, desired.Orders)
		var nothing *narrate.NothingToRead
		if err != nil && !errors.As(err, &nothing) {
			return usageError{fmt.Errorf("%s: %w", ref, err)}
		}
	}
	return nil
}

// each does one thing to the articles in turn and returns those for which it was done: up to the first error.
func each(refs []library.Ref, do func(library.Ref) error) (done []library.Ref, err error) {
	for i, ref := range refs {
		if err := do(ref); err != nil {
			return refs[:i], err
		}
	}
	return refs, nil
}

// order is what render wants of one article.
func (o renderOptions) order(orders *library.Orders) {
	orders.Held = false
	if o.force || o.voice != "" {
		orders.Render = library.NewNonce()
	}
	switch o.voice {
	case "":
	case siteVoice:
		orders.Voice = ""
	default:
		orders.Voice = o.voice
	}
}

func (s *service) renderRefs(ctx context.Context, n *narrate.Narrator, ids []string, opts renderOptions) ([]library.Ref, error) {
	if !opts.stale {
		return s.refs(opts.site, ids)
	}
	site, err := s.site(opts.site)
	if err != nil {
		return nil, err
	}
	var refs []library.Ref
	for ref, err := range s.library.Articles(ctx, site) {
		if err != nil {
			return nil, err
		}
		stale, err := n.Stale(ctx, ref)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", ref, err)
		}
		if stale {
			refs = append(refs, ref)
		}
	}
	return refs, nil
}

// dryRunRow is what one article's render would need.
type dryRunRow struct {
	ID         string `json:"id"`
	Voice      string `json:"voice"`
	Segments   int    `json:"segments"`
	Characters int    `json:"characters"`
	ToBuy      int    `json:"to_buy"` // characters that are not in the store yet

	CostUSD float64 `json:"cost_usd"` // of those, estimated
}

func (a *app) dryRun(ctx context.Context, s *service, n *narrate.Narrator, refs []library.Ref, opts renderOptions) error {
	rows, table := []dryRunRow{}, [][]string{{"ID", "VOICE", "SEGMENTS", "CHARACTERS", "TO BUY", "COST"}}
	for _, ref := range refs {
		desired, err := s.library.Desired(ctx, ref)
		if err != nil {
			return fmt.Errorf("%s: %w", ref, err)
		}
		if desired.Gone() {
			a.sayf("%s is removed in the CMS", ref)
			continue
		}
		opts.order(&desired.Orders)
		plan, err := n.Plan(n.Sites[ref.Site], *desired.Article, desired.Orders)
		if err != nil {
			a.sayf("%s: %v", ref, err)
			continue
		}
		toBuy, err := plan.ToBuy(ctx, s.store)
		if err != nil {
			return err
		}
		cost := s.config.Prices.Cost(plan.Voice.Provider, plan.Voice.Family, toBuy)
		row := dryRunRow{ref.ID, plan.Voice.String(), len(plan.Script.Segments), plan.Script.Characters(), toBuy, cost.Dollars()}
		rows = append(rows, row)
		table = append(table, []string{row.ID, row.Voice, fmt.Sprint(row.Segments), fmt.Sprint(row.Characters), fmt.Sprint(row.ToBuy), s.config.Prices.Say(plan.Voice, toBuy)})
	}
	if opts.json {
		return a.printJSON(rows)
	}
	return a.printTable(table)
}

const waitPoll = 200 * time.Millisecond

// waitFor returns when none of the articles is due any more, with an error if any failed.
func (a *app) waitFor(ctx context.Context, s *service, refs []library.Ref, opts renderOptions) error {
	show := a.progress(len(refs), "rendering")
	for i, ref := range refs {
		if err := s.waitForOne(ctx, ref); err != nil {
			return err
		}
		if show != nil {
			show(i + 1)
		}
	}
	if err := a.printRefs(s, refs, opts); err != nil {
		return err
	}
	return a.tellOutcomes(ctx, s, refs)
}

// waitForOne returns when nothing is due for the article any more, or when it is parked, which may be for a month.
func (s *service) waitForOne(ctx context.Context, ref library.Ref) error {
	for {
		due, err := s.library.Due(ctx, ref)
		if err != nil || len(due) == 0 {
			return err
		}
		if last, err := s.library.Outcome(ctx, ref); err == nil && last.State == library.Parked {
			return nil
		}
		select {
		case <-time.After(waitPoll):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// tellOutcomes says how each article ended; those that failed are the error.
func (a *app) tellOutcomes(ctx context.Context, s *service, refs []library.Ref) error {
	var failures []error
	for _, ref := range refs {
		outcome, err := s.library.Outcome(ctx, ref)
		switch {
		case err != nil:
			failures = append(failures, fmt.Errorf("%s: %w", ref, err))
		case outcome.State == library.Failed:
			failures = append(failures, fmt.Errorf("%s failed: %s", ref, outcome.Reason))
		default:
			a.sayf("%s", strings.TrimSpace(fmt.Sprintf("%s is %s %s", ref, outcome.State, outcome.Reason)))
		}
	}
	return errors.Join(failures...)
}

func (a *app) printRefs(s *service, refs []library.Ref, opts renderOptions) error {
	if !opts.json {
		return nil
	}
	ids := []string{}
	for _, ref := range refs {
		ids = append(ids, ref.ID)
	}
	return a.printJSON(map[string]any{"ordered": ids})
}
