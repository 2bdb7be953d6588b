package rewrite

import (
	"math"
	"slices"
)

// trail records which states a union's automaton has reached, and where. Runs of the automaton from
// different positions soon reach the same state at the same character, and are one from there on.
// So a text is read once, however long the matches are that may begin at each of its positions.
//
// The runs come in the order of descending positions. A run that another one joins has therefore
// read at least as far as that one may.
type trail struct {
	steps  []step
	last   []int32     // by byte of the text: 1 + index of the step that was recorded there last
	runs   [][]ruleEnd // what each run found
	ends   []ruleEnd   // memory of runs
	places []int       // where the runs of a lookback began
	found  []ruleEnd   // by the run that is under way
}

// step is a state that a run has reached at a byte of the text.
type step struct {
	*state
	run    int32
	before int32 // 1 + index of another step at the same byte; 0: there is none
}

// ruleEnd is the last possible end of a rule's match.
type ruleEnd struct{ rule, end int }

// untracked is how many bytes a run reads before it leaves a trail. In prose, most runs are
// shorter.
const untracked = 16

// unknownEnd is the end of all rules' matches if the automaton has too many states.
const unknownEnd = math.MaxInt / 2

// begin empties the trail for another text of some bytes.
func (t *trail) begin(size int) {
	t.last = slices.Grow(t.last[:0], size)[:size]
	clear(t.last)
	t.steps, t.runs, t.ends = t.steps[:0], t.runs[:0], t.ends[:0]
}

// add records a state of the run that is under way, unless an earlier run was in this state at this
// byte. In that case add returns the earlier run.
func (t *trail) add(s *state, at int) (earlier []ruleEnd, ok bool) {
	for i := t.last[at]; i > 0; i = t.steps[i-1].before {
		if known := t.steps[i-1]; known.state == s {
			return t.runs[known.run], true
		}
	}
	t.steps = append(t.steps, step{s, int32(len(t.runs)), t.last[at]})
	t.last[at] = int32(len(t.steps))
	return nil, false
}

// endsAt records that matches of rules may end at a byte, which is known when it is read.
func (t *trail) endsAt(rules []int, at int) {
	for _, rule := range rules {
		t.found = setEnd(t.found, ruleEnd{rule, at})
	}
}

// join adds what an earlier run found from a byte on.
func (t *trail) join(earlier []ruleEnd, at int) {
	for _, e := range earlier {
		if e.end >= at {
			t.found = setEnd(t.found, e)
		}
	}
}

func setEnd(ends []ruleEnd, e ruleEnd) []ruleEnd {
	for i := range ends {
		if ends[i].rule == e.rule {
			ends[i].end = e.end
			return ends
		}
	}
	return append(ends, e)
}

// store keeps what the run under way found, for later runs.
func (t *trail) store() {
	from := len(t.ends)
	t.ends = append(t.ends, t.found...)
	t.runs = append(t.runs, t.ends[from:len(t.ends):len(t.ends)])
}
