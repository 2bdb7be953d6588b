package main

import (
	"cmp"
	"slices"
	"time"
)

// repeat is the second purchase of a text.
type repeat struct {
	first, again call
}

// repeats returns every purchase of a text that had been bought completely before.
func repeats(calls []call) (all []repeat) {
	byText := map[string][]call{}
	for _, c := range calls {
		if c.kind == speechAnswer {
			byText[c.text] = append(byText[c.text], c)
		}
	}
	for _, bought := range byText {
		slices.SortFunc(bought, func(a, b call) int { return a.from.Compare(b.from) })
		for i := range bought[1:] {
			all = append(all, repeat{bought[i], bought[i+1]})
		}
	}
	slices.SortFunc(all, func(a, b repeat) int { return cmp.Compare(a.again.from.UnixNano(), b.again.from.UnixNano()) })
	return all
}

// Why a text may be bought again.
const (
	unexcused = ""
	atKill    = "in flight at a kill" // the buyer ended before it could store the speech
	atEnd     = "in flight when a process ended, and the store failed"
	atFreeze  = "in flight in a frozen process"
	atLoss    = "in flight when Redis lost its leases"
	unheard   = "whose answer the buyer did not take"
)

// keeping is how long storing speech may take after the answer, on a busy machine. A fault of the
// store at that time extends it.
const keeping = 3 * time.Second

// excuse returns the acceptable reason why a text was bought again, or none.
func (r *run) excuse(x repeat) string {
	l := r.lifeOf(x.first.by)
	stored := r.storedBy(x.first.to)
	switch {
	case !x.first.whole:
		return unheard
	case !l.killed.IsZero() && l.killed.Before(stored) && x.again.from.After(l.killed):
		return atKill
	case !l.told.IsZero() && x.again.from.After(l.told) && l.told.Before(stored) && stored.After(x.first.to.Add(keeping)):
		return atEnd
	case slices.ContainsFunc(l.frozen, func(s span) bool { return s.from.Before(stored) && x.again.from.After(s.from) }):
		return atFreeze
	case slices.ContainsFunc(r.losses, func(at time.Time) bool {
		return at.Before(x.again.from) && at.After(x.first.from.Add(-keeping)) && x.again.from.Before(stored)
	}):
		return atLoss
	}
	return unexcused
}

// storedBy returns when the speech of an answer was stored at the latest.
func (r *run) storedBy(answered time.Time) time.Time {
	stored := answered.Add(keeping)
	for _, s := range r.weather.ended { // one may follow the other
		if s.from.Before(stored) && s.until.After(answered) {
			stored = s.until.Add(keeping)
		}
	}
	return stored
}

// lifeOf returns the process of that name.
func (r *run) lifeOf(name string) life {
	for _, m := range r.members() {
		for _, l := range m.lives {
			if l.name == name {
				return l
			}
		}
	}
	return life{}
}

// judgePurchases compares the provider's calls with each other.
func (r *run) judgePurchases() {
	for _, x := range repeats(r.provider.calls) {
		switch why := r.excuse(x); why {
		case unexcused:
			r.found(twice, nil, "%q was bought by %s at %s and by %s at %s", x.first.text, x.first.by, clock(x.first.to), x.again.by, clock(x.again.from))
		default:
			r.count("bought again: " + why)
		}
	}
}

func clock(t time.Time) string { return t.Format("15:04:05.000") }
