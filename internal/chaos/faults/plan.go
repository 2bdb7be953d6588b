package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// plan is everything that a seed decides beforehand: what happens to each article, and what fails
// when.
type plan struct {
	seed      uint64
	histories []history
	faults    []fault
	length    time.Duration // until the last fault begins
}

// history is the sequence of steps of one article. Each step waits for the answer to the previous
// one.
type history struct {
	article int
	site    string
	ghost   bool // its CMS is Ghost
	begins  time.Duration
	steps   []step
}

// step is one thing that happens to an article.
type step struct {
	after time.Duration // since the step before
	do    action
}

// action is what a CMS or an admin does.
type action string

// The actions.
const (
	publish   action = "publish"            // the first time, or again
	edit      action = "edit"               // the text changes
	twoEdits  action = "two edits, swapped" // the second is delivered first
	remove    action = "remove"             // unpublished or deleted
	embargo   action = "embargo"            // a post that was published too early goes back to scheduled
	paid      action = "make paid"          //
	redeliver action = "redeliver"          // an earlier hook comes once more, as it was
	hold      action = "aloud remove"
	release   action = "aloud render"
	force     action = "aloud render --force"
)

// actions are all of them.
var actions = []action{publish, edit, twoEdits, remove, embargo, paid, redeliver, hold, release, force}

// state is what decides which actions make sense.
type state string

const (
	public state = "public"
	gone   state = "gone"
	onHold state = "held"
)

// weighted is an action with its weight and the state that it leads to.
type weighted struct {
	action
	weight int
	to     state
}

var next = map[state][]weighted{
	public: {
		{edit, 26, public}, {twoEdits, 8, public}, {remove, 18, gone}, {embargo, 8, gone}, {paid, 10, gone}, {redeliver, 14, public}, {hold, 8, onHold}, {force, 8, public},
	},
	gone:   {{publish, 60, public}, {redeliver, 40, gone}},
	onHold: {{edit, 30, onHold}, {redeliver, 20, onHold}, {release, 50, public}},
}

const (
	perArticle = 400 * time.Millisecond // between the beginnings of two histories, on average
	mostSteps  = 6
	meanPause  = 5 * time.Second
	perFault   = 1500 * time.Millisecond
	perPoor    = 10 // one pair of articles in ten is the poor site's
)

// budget is what the poor site may buy, in characters: about half of what its articles have in
// their first revisions.
func (p plan) budget() int {
	characters := 0
	for _, h := range p.histories {
		if h.site == poorSite {
			characters += len(strings.Join(textOf(h.site, h.article, 0), ""))
		}
	}
	return max(characters/2, 1)
}

// newPlan returns the plan of a seed.
func newPlan(seed uint64, articles int, kinds []faultKind) plan {
	random := rand.New(rand.NewPCG(seed, uint64(articles)))
	p := plan{seed: seed, length: time.Duration(articles)*perArticle + mostSteps*meanPause}
	for i := range articles {
		h := newHistory(random, i, p.length-mostSteps*meanPause)
		if i%pair > 0 {
			h.begins = p.histories[i-1].begins
		}
		p.histories = append(p.histories, h)
	}
	for at := perFault; at < p.length; at += time.Duration(random.ExpFloat64() * float64(perFault)) {
		p.faults = append(p.faults, newFault(random, at, kinds))
	}
	return p
}

func newHistory(random *rand.Rand, article int, within time.Duration) history {
	h := history{
		article: article, site: mainSite, ghost: random.IntN(2) == 0, begins: below(random, within),
		steps: []step{{0, publish}},
	}
	if article/pair%perPoor == perPoor-1 {
		h.site = poorSite
	}
	now := public
	for range random.IntN(mostSteps) {
		chosen := choose(random, next[now], func(w weighted) int { return w.weight })
		h.steps = append(h.steps, step{pause(random, chosen.action), chosen.action})
		now = chosen.to
	}
	return h
}

// pause returns mostly some seconds, in which a track is made, and sometimes zero, so that removals
// hit running renders.
func pause(random *rand.Rand, a action) time.Duration {
	if a == embargo || random.IntN(4) == 0 {
		return below(random, 500*time.Millisecond)
	}
	return min(time.Duration(random.ExpFloat64()*float64(meanPause)), 4*meanPause)
}

func below(random *rand.Rand, below time.Duration) time.Duration {
	return time.Duration(random.Int64N(max(int64(below), 1)))
}

// choose returns one of a list at random, by weight.
func choose[T any](random *rand.Rand, list []T, weight func(T) int) T {
	total := 0
	for _, one := range list {
		total += weight(one)
	}
	left := random.IntN(total)
	i := slices.IndexFunc(list, func(one T) bool { left -= weight(one); return left < 0 })
	return list[i]
}
