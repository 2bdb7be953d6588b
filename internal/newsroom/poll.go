package newsroom

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/logging"
)

// storeRest is the time after which a pass is retried that failed because of our own store.
const storeRest = 30 * time.Second

// Poll makes the pass over a source if it is due, logs what it found, and returns the time until
// the next one. The report is empty if no pass was due, or if it did not end.
func (n *Newsroom) Poll(ctx context.Context, site string, src AskedSource) (SourceReport, time.Duration) {
	log := logging.From(ctx).With("site", site, "source", src.Name)
	before, _ := n.Library.SourceReport(ctx, site, src.Name)                        // without one, a pass is due
	if wait := min(before.Next.Sub(n.Now()), src.wait(before.Failures)); wait > 0 { // the settings may have a shorter interval by now
		return SourceReport{}, wait
	}
	report, findings, err := n.reconcile(ctx, site, src, Reconciliation{})
	for _, f := range findings {
		log.Info("source and library differ", "article", f.ID, "wrong", f.Wrong, "why", f.Why, "done", f.Done)
	}
	switch {
	case ctx.Err() != nil:
		return SourceReport{}, 0
	case err != nil:
		log.Warn("a pass over a source failed, will retry", "in", storeRest, "error", err)
		return SourceReport{}, storeRest
	case report.Error != "":
		log.Warn("polling a source failed, will retry", "in", report.Next.Sub(n.Now()).Round(time.Second), "failures", report.Failures, "error", report.Error)
	case report.Halted != "":
		log.Error("a pass over a source stopped", "reason", report.Halted)
		n.tellHalt(ctx, site, before, report)
	}
	return report, report.Next.Sub(n.Now())
}

// tellHalt leaves a notice when a source's passes begin to stop.
func (n *Newsroom) tellHalt(ctx context.Context, site string, before, report SourceReport) {
	if before.Halted != "" || n.OnHalt == nil {
		return
	}
	if err := n.OnHalt(ctx, site, report); err != nil {
		logging.From(ctx).Warn("cannot leave a notice about a source", "site", site, "source", report.Source, "error", err)
	}
}
