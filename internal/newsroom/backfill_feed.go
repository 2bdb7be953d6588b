package newsroom

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/source"
)

// The archive is not enqueued: only a few articles of a backfill are in progress at any time.
const (
	backfillWindow = 20
	backfillEvery  = 3 * time.Second  // from one look at the window to the next
	backfillIdle   = 15 * time.Second // from one look for backfills to the next
)

// FeedBackfills fills the window of a site's oldest running backfill, and returns the time until
// its next call. It has one caller at a time. After a crash, the articles that it accepted last are
// checked again, and found up to date.
func (n *Newsroom) FeedBackfills(ctx context.Context, site string) time.Duration {
	running, err := n.feed(ctx, site)
	switch {
	case err != nil && ctx.Err() == nil:
		logging.From(ctx).WarnContext(ctx, "a backfill cannot continue, will retry", "site", site, "in", storeRest, "error", err)
		return storeRest
	case running:
		return backfillEvery
	default:
		return backfillIdle
	}
}

// feed reports whether a backfill runs.
func (n *Newsroom) feed(ctx context.Context, site string) (running bool, err error) {
	all, err := n.Library.Backfills(ctx, site)
	if err != nil {
		return false, err
	}
	for _, b := range all {
		if b.State != library.BackfillRunning {
			continue
		}
		f := feeder{Newsroom: n, site: site, b: b}
		return true, f.fill(ctx)
	}
	return false, nil
}

// feeder advances a backfill by as many articles as its window has room for.
type feeder struct {
	*Newsroom
	site string
	b    Backfill
	step library.Backfill // what this step changes: its counters, state and reason
}

// errPaused ends a step without a failure.
var errPaused = errors.New("paused")

func (f *feeder) fill(ctx context.Context) error {
	under, err := f.underWay(ctx)
	if err != nil {
		return err
	}
	var failed error
	for room := backfillWindow - under; room > f.step.Accepted && f.left() > 0 && failed == nil; {
		failed = f.takePage(ctx, room)
	}
	if errors.Is(failed, errPaused) {
		failed = nil
	}
	return errors.Join(failed, f.keep(ctx, failed, under+f.step.Accepted))
}

// underWay counts the site's archive articles that were accepted and are not done.
func (f *feeder) underWay(ctx context.Context) (int, error) {
	waiting, err := f.waiting(ctx, f.site)
	for _, w := range waiting {
		if w.Urgency == library.Bulk.String() {
			return w.Articles, err
		}
	}
	return 0, err
}

func (f *feeder) left() int { return f.b.Total - f.b.Cursor - f.step.Cursor }

// takePage takes articles of one page.
func (f *feeder) takePage(ctx context.Context, room int) error {
	items, err := f.Library.BackfillItems(ctx, f.site, f.b.Name, f.b.Cursor+f.step.Cursor)
	if err != nil {
		return err
	}
	for _, item := range items {
		if f.step.Accepted >= room {
			return nil
		}
		if err := f.take(ctx, item); err != nil {
			return err
		}
		f.step.Cursor++
	}
	return nil
}

// take accepts one article, unless it is up to date or not for everybody. An error stops at it.
func (f *feeder) take(ctx context.Context, listed article.Payload) error {
	ref, err := library.NewRef(f.site, listed.ID)
	if err != nil {
		return err
	}
	known, err := f.knowsRevision(ctx, f.site, listed)
	if err != nil {
		return err
	}
	if known {
		f.step.UpToDate++
		return nil
	}
	answer, err := f.text(ctx, listed)
	switch {
	case ctx.Err() != nil, errors.As(err, new(source.UnavailableError)), errors.As(err, new(InvalidError)):
		return cmp.Or(err, ctx.Err())
	case err != nil:
		f.unfit(listed.ID, err.Error())
		return nil
	case f.Removes(library.Ref{Site: f.site, ID: listed.ID}, answer.Payload):
		f.unfit(listed.ID, "not everybody can read it")
		return nil
	}
	return f.accept(ctx, ref, answer)
}

func (f *feeder) unfit(id, why string) {
	f.step.Unfit++
	f.step.Problem = id + ": " + why
}

// text is the article with its text, as of now.
func (f *feeder) text(ctx context.Context, listed article.Payload) (source.Answer, error) {
	if f.b.Source == "" {
		return source.Answer{Payload: listed, At: f.b.MadeAt}, nil
	}
	src, err := f.askedSource(f.site, f.b.Source)
	if err != nil {
		return source.Answer{}, err
	}
	return src.Asker.Ask(ctx, listed.ID, listed.URL)
}

// accept stores an article and enqueues it behind all news, if the backfill's budget has room.
func (f *feeder) accept(ctx context.Context, ref library.Ref, answer source.Answer) error {
	if answer.Payload.Source != "" { // a page may be known under another id
		known, err := f.Library.PageArticle(ctx, f.site, answer.Payload.URL)
		if err == nil && known != ref {
			f.step.UpToDate++
			return nil
		}
		if library.IgnoreNotFound(err) != nil {
			return err
		}
	}
	cost, err := f.cost(ctx, answer.Payload)
	if err != nil {
		return err
	}
	if f.b.MaxUSD > 0 && f.b.USD+f.step.USD+cost > f.b.MaxUSD {
		f.step.State = library.BackfillPaused
		f.step.Reason = fmt.Sprintf("budget: %s would cost $%.2f, and $%.2f of $%.2f are spent. Run aloud backfill resume --max", ref.ID, cost, f.b.USD+f.step.USD, f.b.MaxUSD)
		return errPaused
	}
	answer.Payload.ID = ref.ID
	c := change{ref, f.Narrator.Sites[f.site].Kept(answer.Payload), answer.At, library.Bulk}
	result, err := f.storeSeen(ctx, c)
	switch {
	case err != nil:
		return err
	case result != library.News:
		f.step.UpToDate++
		return nil
	}
	f.step.Accepted++
	f.step.USD += cost
	f.enqueueFound(ctx, c)
	return nil
}

// cost estimates what an article needs to buy; it is not counted without a limit.
func (f *feeder) cost(ctx context.Context, payload article.Payload) (usd float64, err error) {
	if f.b.MaxUSD == 0 {
		return 0, nil
	}
	plan, err := f.Narrator.Plan(f.Narrator.Sites[f.site], payload, library.Orders{})
	if err != nil {
		return 0, nil //nolint:nilerr // it has nothing to read, or fails visibly when it is rendered
	}
	bill, err := plan.ToBuy(ctx, f.Store)
	return f.Prices.Total(bill).Dollars(), err
}

// keep stores how far the backfill has come. An admin may have paused or cancelled it meanwhile.
func (f *feeder) keep(ctx context.Context, failed error, underWay int) error {
	if f.step == (Backfill{}) && failed == nil && f.b.Reason == "" && (f.left() > 0 || underWay > 0) {
		return nil
	}
	_, err := f.Library.ChangeBackfill(context.WithoutCancel(ctx), f.site, f.b.Name, func(b *Backfill) error {
		b.Cursor, b.Accepted, b.UpToDate, b.Unfit = b.Cursor+f.step.Cursor, b.Accepted+f.step.Accepted, b.UpToDate+f.step.UpToDate, b.Unfit+f.step.Unfit
		b.USD += f.step.USD
		if f.step.Problem != "" {
			b.Problem = f.step.Problem
		}
		if b.State != library.BackfillRunning {
			return nil
		}
		b.Reason = f.step.Reason
		switch {
		case f.step.State != "":
			b.State = f.step.State
		case failed != nil:
			b.Reason = failed.Error()
		case b.Cursor == b.Total && underWay == 0:
			b.State, b.EndedAt = library.BackfillDone, f.Now().UTC()
		}
		return nil
	})
	return err
}
