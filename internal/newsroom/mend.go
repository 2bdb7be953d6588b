package newsroom

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/source"
)

// A pass that would take down more than both stops: a few articles, and a share of the source's
// public ones.
const (
	fewArticles = 3
	fewPercent  = 5
)

// patience is how many failures in a row end the questions of a pass.
const patience = 3

// ask asks the source for each article in doubt. It ends early when the source does not answer, and
// when enough are gone to stop the pass.
func (p *pass) ask(ctx context.Context) {
	failures, removals := 0, 0
	for _, d := range p.doubts {
		if failures >= patience || ctx.Err() != nil {
			return
		}
		if d.halted || d.wrong == Gone && p.tooMany(removals) {
			continue
		}
		d.answer, d.err = p.src.Asker.Ask(ctx, p.idThere(d), d.address)
		d.asked = true
		if d.listed.ID == "" {
			p.memory.Asked[d.ref.ID] = p.Now().Unix()
		}
		var unavailable source.UnavailableError
		if failures++; !errors.As(d.err, &unavailable) {
			failures = 0
		}
		if p.takesDown(d) {
			removals++
		}
	}
}

func (p *pass) idThere(d *doubt) string {
	return cmp.Or(d.listed.ID, p.bySource[d.ref.ID], d.ref.ID)
}

// takesDown reports whether the answer takes an article out of the public.
func (p *pass) takesDown(d *doubt) bool {
	return d.asked && d.err == nil && p.public[d.ref] && p.unfit(d.answer.Payload)
}

// unfit reports whether the public may not hear an article.
func (p *pass) unfit(payload article.Payload) bool {
	preview := p.Narrator.Sites[p.site].MembersOnly == narrate.MembersOnlyPreview
	return payload.Status == article.Removed || payload.Restricted() && !preview
}

func (p *pass) tooMany(removals int) bool {
	return !p.order.Confirm && removals > fewArticles && removals*100 > fewPercent*p.owned
}

// manyUndated is the number of new articles without a date that are taken up in a pass: more are
// rather an archive that the source had not listed before.
const manyUndated = 25

// brakePurchase stops a purchase that nobody may have meant.
func (p *pass) brakePurchase() {
	undated := 0
	for _, d := range p.doubts {
		if d.undated() {
			undated++
		}
	}
	if undated <= manyUndated || p.order.Confirm {
		return
	}
	p.report.Halted = fmt.Sprintf("it lists %d new articles without a date: if all of them are to be read, run %s", undated, p.confirmation())
	for _, d := range p.doubts {
		d.halted = d.halted || d.undated()
	}
}

// undated reports whether nothing tells that an unknown article is new.
func (d *doubt) undated() bool { return d.why == unknownHere && d.listed.PublishedAt.IsZero() }

// brakeRemovals stops the removals of a pass that has too many.
func (p *pass) brakeRemovals() {
	removals := 0
	for _, d := range p.doubts {
		if p.takesDown(d) {
			removals++
		}
	}
	if !p.tooMany(removals) {
		return
	}
	p.report.Halted = fmt.Sprintf("%d or more of its %d public articles would be taken down, which is more than %d and more than %d %%: if they are gone, run %s",
		removals, p.owned, fewArticles, fewPercent, p.confirmation())
	for _, d := range p.doubts {
		d.halted = d.halted || p.takesDown(d) || d.wrong == Gone && !d.asked
	}
}

// mend does what the answers ask for.
func (p *pass) mend(ctx context.Context) error {
	for _, d := range p.doubts {
		if err := p.mendOne(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

func (p *pass) mendOne(ctx context.Context, d *doubt) error {
	switch {
	case d.halted:
		d.done = "nothing: the pass has stopped"
		return nil
	case !d.asked:
		d.done = "nothing: the source did not answer"
		p.report.Unsure++
		return nil
	case errors.Is(d.err, source.ErrNoArticle), d.undated() && d.answer.Payload.PublishedAt.Before(p.since()) && !d.answer.Payload.PublishedAt.IsZero():
		p.memory.Seen[d.listed.ID] = d.listed.Mark // its page says that it is none, or older
		return nil
	case d.err != nil:
		d.done = "nothing: " + d.err.Error()
		p.report.Unsure++
		return nil
	}
	payload := d.answer.Payload
	if d.wrong == Gone && !p.unfit(payload) {
		if !p.src.Asking.Window {
			d.done = "nothing: readers can see it"
		}
		return nil
	}
	return p.observe(ctx, d, payload)
}

// observe stores an answer. An article that the public may not hear is withdrawn, also if that
// could not be recorded.
func (p *pass) observe(ctx context.Context, d *doubt, payload article.Payload) error {
	if payload.ID == p.idThere(d) { // else its page has another address of its own
		payload.ID = d.ref.ID
	}
	ref, err := library.NewRef(p.site, payload.ID)
	if err == nil {
		err = check(payload)
	}
	if err != nil {
		d.done = "nothing: " + err.Error()
		return nil
	}
	removal := p.unfit(payload)
	if p.order.DryRun {
		d.done = "would be " + p.what(d, removal)
		p.count(d, removal)
		return nil
	}
	there := p.idThere(d)
	d.ref = ref
	result, err := p.Library.Observe(ctx, ref, payload, d.answer.At)
	switch {
	case removal && (result == library.News || err != nil):
		err = errors.Join(err, p.Library.Withdraw(ctx, ref))
	case err == nil && result == library.News:
		err = p.Narrator.Withdraw(ctx, ref) // what says more than the public may read now
	}
	if err != nil {
		return err
	}
	if result == library.Overtaken { // the next pass looks again
		return nil
	}
	p.note(d, there, removal)
	if result == library.Unchanged {
		return nil
	}
	d.done = p.what(d, removal)
	p.count(d, removal)
	return p.enqueueFound(ctx, d)
}

func (p *pass) what(d *doubt, removal bool) string {
	switch {
	case removal && p.public[d.ref]:
		return "taken down"
	case removal:
		return "kept out of the public"
	case d.why == unknownHere:
		return "taken up"
	default:
		return "brought up to date"
	}
}

func (p *pass) count(d *doubt, removal bool) {
	switch {
	case removal && p.public[d.ref]:
		p.report.Gone++
	case d.wrong == Changed:
		p.report.Changed++
	default:
		p.report.Missed++
	}
}

// note remembers that a listed article is in order. One that is gone is looked at again if it comes
// back.
func (p *pass) note(d *doubt, there string, removal bool) {
	if there != d.ref.ID {
		p.memory.Known[there] = d.ref.ID
	}
	if d.listed.ID == "" || removal && d.answer.Payload.Status == article.Removed {
		delete(p.memory.Seen, there)
		return
	}
	p.memory.Seen[there] = d.listed.Mark
}

// manyChanged is the number of articles from which on those that only changed wait behind news.
const manyChanged = 10

// enqueueFound asks the queue for an article. What the queue does not take, the sweep finds.
func (p *pass) enqueueFound(ctx context.Context, d *doubt) error {
	bulk := d.wrong == Changed && p.report.Changed > manyChanged && !p.unfit(d.answer.Payload)
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	_ = p.enqueue(ctx, bulk, d.ref)
	return nil
}
