package newsroom

import (
	"fmt"
	"slices"
	"time"
)

// A brake stops a pass that would change more articles than a newsroom does between two passes:
// then the list, or the source, is more likely to be wrong. An admin confirms the pass with `aloud
// reconcile --confirm`.
const (
	fewArticles = 3  // may be taken down in any case
	fewPercent  = 5  // of the source's public articles may be taken down
	manyUndated = 25 // new articles without a date: more are probably an archive that was not listed before
	manyChanged = 10 // that only changed: from then on they wait behind news
)

// tooManyRemovals reports whether so many removals need a confirmation. before is how many articles
// were taken down in the last 24 hours: they count, because a source may be wrong in small steps.
// public is how many articles of the source are public now.
func tooManyRemovals(removals, before, public int) bool {
	all := removals + before
	return removals > 0 && all > fewArticles && all*100 > fewPercent*(public+before)
}

func (p *pass) tooMany(removals int) bool {
	return !p.order.Confirm && tooManyRemovals(removals, len(p.memory.TakenDown), p.owned)
}

// forgetTakenDown forgets the removals that are older than a day, and all that an admin confirms.
func (p *pass) forgetTakenDown() {
	dayAgo := p.Now().Add(-24 * time.Hour).Unix()
	p.memory.TakenDown = slices.DeleteFunc(p.memory.TakenDown, func(at int64) bool { return at <= dayAgo || p.order.Confirm })
}

// brakeEmptyList reports whether the pass stops because the list is empty although articles of the
// source are public.
func (p *pass) brakeEmptyList() bool {
	if p.report.Listed > 0 || p.owned == 0 || p.order.Confirm {
		return false
	}
	p.report.Halted = fmt.Sprintf("it lists no article, and %d of it are public here: if that is right, run %s", p.owned, p.confirmation())
	p.doubts = nil
	return true
}

// brakePurchase halts new articles without a date if there are too many.
func (p *pass) brakePurchase() {
	undated := p.count((*doubt).undated)
	if undated <= manyUndated || p.order.Confirm {
		return
	}
	p.report.Halted = fmt.Sprintf("it lists %d new articles without a date: if all of them are to be read, run %s", undated, p.confirmation())
	p.halt((*doubt).undated)
}

// brakeRemovals halts all removals if there are too many, also those that were not requested.
func (p *pass) brakeRemovals() {
	removals := p.count(p.takesDown)
	if !p.tooMany(removals) {
		return
	}
	before := len(p.memory.TakenDown)
	p.report.Halted = fmt.Sprintf("it would take down at least %d of its %d public articles within 24 hours (limit: %d articles or %d %%); if they are really gone, run %s",
		removals+before, p.owned+before, fewArticles, fewPercent, p.confirmation())
	p.halt(func(d *doubt) bool { return p.takesDown(d) || d.wrong == Gone && !d.asked })
}

func (p *pass) count(which func(*doubt) bool) (n int) {
	for _, d := range p.doubts {
		if which(d) {
			n++
		}
	}
	return n
}

func (p *pass) halt(which func(*doubt) bool) {
	for _, d := range p.doubts {
		d.halted = d.halted || which(d)
	}
}

func (p *pass) confirmation() string {
	return fmt.Sprintf("aloud reconcile --site %s --source %s --confirm", p.site, p.src.Name)
}
