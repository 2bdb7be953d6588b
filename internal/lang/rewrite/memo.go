package rewrite

import "unicode/utf8"

// outcome is what a rule says at a candidate. It is empty if the pattern does not match.
type outcome struct {
	Span
	said string
	ok   bool // false: the rule refused the match
}

// from returns the outcome moved by some bytes.
func (o outcome) from(place int) outcome {
	if o.End != o.Start {
		o.Start, o.End = o.Start+place, o.End+place
	}
	return o
}

// sight is all that an outcome depends on: the rule, and what it sees of the text.
type sight struct {
	rule   int
	text   string
	before int // bytes of text before the candidate
	within int // bytes behind the candidate in which the match must end
	reach  int
}

// A text that is dense with candidates, such as a table of figures, often repeats itself. Its
// outcomes are kept, so that the same figures in the same surroundings are said once. In prose,
// looking them up would cost more than it saves.
const (
	dense    = 2       // at least one candidate for so many bytes; prose has one for four or more
	mostKept = 1 << 12 // outcomes; then the memo starts anew, because they hold on to their texts
)

// sight returns what the rule sees at a candidate.
func (s *source) sight(rule int, part Span, c candidate) sight {
	from, to := max(0, c.place-context), min(len(s.text), c.place+c.reach+context+utf8.UTFMax)
	return sight{rule, s.text[from:to], c.place - from, min(c.reach, part.End-c.place), c.reach}
}

func (s *source) remember(key sight, found outcome) {
	if len(s.memo) >= mostKept {
		clear(s.memo)
	}
	if s.memo == nil {
		s.memo = map[sight]outcome{}
	}
	s.memo[key] = found
}
