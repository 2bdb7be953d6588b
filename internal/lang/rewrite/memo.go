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

// memo keeps outcomes. A text that is dense with candidates, such as a table of figures, often
// repeats itself, and the same figures in the same surroundings are then said once. In prose,
// looking them up would cost more than it saves.
type memo struct {
	sights map[sight]int32
	at     []int32 // by byte of the text: the number of the sight there; 0: not looked up yet
	known  map[rememberedAt]outcome
	fresh  int // sights of the text that were new
	again  int // sights of the text that were not
}

// sight is all of the text that any rule sees at a position.
type sight struct {
	text   string
	before int // bytes of text before the position
}

// rememberedAt is what an outcome depends on besides the text: the rule, and the number of bytes in
// which the match must end.
type rememberedAt struct{ rule, sight, within int32 }

const (
	dense        = 6       // at least one candidate for so many bytes
	mostKept     = 1 << 12 // sights; they hold on to their texts
	mostOutcomes = 1 << 16
	// A text with so many sights of which hardly one comes again does not repeat itself.
	manySights = 256
)

// newSight is the number of a sight that is seen for the first time. Nothing is kept for it, as it
// may remain the only one.
const newSight = -1

// begin prepares the memo for a text.
func (m *memo) begin(text string) {
	if len(m.sights) >= mostKept || len(m.known) >= mostOutcomes {
		clear(m.sights)
		clear(m.known)
	}
	if m.sights == nil {
		m.sights, m.known = map[sight]int32{}, map[rememberedAt]outcome{}
	}
	m.fresh, m.again = 0, 0
	if cap(m.at) < len(text) {
		m.at = make([]int32, len(text))
	}
	m.at = m.at[:len(text)]
	clear(m.at)
}

// number returns the number of what rules see at a position, or newSight.
func (m *memo) number(text string, place int) int32 {
	if n := m.at[place]; n != 0 {
		return n
	}
	from, to := max(0, place-context), min(len(text), place+usual+context+2*utf8.UTFMax)
	key := sight{text[from:to], place - from}
	n, known := m.sights[key]
	switch {
	case known:
		m.again++
	case len(m.sights) < mostKept:
		m.sights[key] = int32(len(m.sights) + 1)
		fallthrough
	default:
		m.fresh++
		n = newSight
	}
	m.at[place] = n
	return n
}

// isUseful reports whether the text repeats itself so far.
func (m *memo) isUseful() bool { return m.fresh < manySights || m.again > m.fresh/4 }
