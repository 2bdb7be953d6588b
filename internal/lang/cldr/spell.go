package cldr

import (
	"maps"
	"math/bits"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Rulesets returns the sorted names of the language's rulesets, or nil: "spellout-numbering" (a
// number by itself), "spellout-numbering-year", "spellout-cardinal" and "spellout-ordinal", the
// last two by gender, case and number where the language has them
// ("spellout-ordinal-masculine-genitive").
func Rulesets(tag string) []string {
	s := spellerOf(tag)
	if s == nil {
		return nil
	}
	var names []string
	for name := range maps.Keys(s.sets) {
		if !strings.HasPrefix(name, "%%") {
			names = append(names, strings.TrimPrefix(name, "%"))
		}
	}
	slices.Sort(names)
	return names
}

// Spell spells out a number with one of the Rulesets. It returns false if the language has no such
// ruleset, if number is not a number, and if CLDR would write digits: for 10^18 and more, and for
// most ordinals of fractions. "5.0" is read with its zero.
func Spell(tag, ruleset, number string) (string, bool) {
	if s := spellerOf(tag); s != nil {
		return s.spell(ruleset, number)
	}
	return "", false
}

func (s *speller) spell(ruleset, number string) (string, bool) {
	set := s.sets["%"+ruleset]
	n, ok := parseNumber(number)
	if set == nil || !ok {
		return "", false
	}
	var words writer
	set.say(&words, n)
	if words.failed {
		return "", false
	}
	return strings.TrimSpace(words.String()), true
}

func spellerOf(tag string) *speller {
	l := find(tag)
	if l == nil {
		return nil
	}
	s, err := l.speller()
	if err != nil {
		return nil
	}
	return s
}

// writer collects words.
type writer struct {
	strings.Builder
	depth  int
	failed bool // there are no words
}

// deepest is how deep rules may call each other. ICU has the same limit.
const deepest = 64

func (s *ruleSet) say(w *writer, n number) {
	w.depth++
	defer func() { w.depth-- }()
	r := s.ruleFor(n)
	if r == nil || w.depth > deepest {
		w.failed = true
		return
	}
	r.say(w, n)
}

func (s *ruleSet) ruleFor(n number) *rule {
	switch {
	case n.negative && s.negative != nil:
		return s.negative
	case !n.whole() && n.integer == 0 && s.proper != nil:
		return s.proper
	case !n.whole() && s.improper != nil:
		return s.improper
	}
	r := s.normal(n.integer)
	if r != nil && (n.negative || !n.whole()) && !r.handsOn() {
		return nil // it would spell out the whole part only
	}
	return r
}

// handsOn reports whether the rule passes the number to another ruleset.
func (r *rule) handsOn() bool {
	return slices.ContainsFunc(r.parts, func(p part) bool { return p.kind == same })
}

// normal returns the last rule whose base is at most n. If that rule would add "and zero" at a
// multiple of its divisor, the rule before it applies.
func (s *ruleSet) normal(n uint64) *rule {
	after := sort.Search(len(s.rules), func(i int) bool { return s.rules[i].base > n })
	if after == 0 {
		return nil
	}
	r := s.rules[after-1]
	if r.remainder && n%r.divisor == 0 && r.base%r.divisor != 0 {
		if after == 1 {
			return nil
		}
		return s.rules[after-2]
	}
	return r
}

func (r *rule) say(w *writer, n number) {
	for _, p := range r.parts {
		p.say(w, r, n)
	}
}

func (p part) say(w *writer, r *rule, n number) {
	switch p.kind {
	case literal:
		w.WriteString(p.text)
	case counted:
		w.WriteString(p.form(number{integer: n.integer / r.divisor}))
	case same:
		p.sayNumber(w, n)
	case absolute:
		n.negative = false
		p.sayNumber(w, n)
	case wholePart:
		p.sayNumber(w, number{negative: n.negative, integer: n.integer})
	case quotient:
		p.sayDivided(w, n, n.integer/r.divisor)
	case remainder:
		p.sayDivided(w, n, n.integer%r.divisor)
	case decimals:
		p.sayDigits(w, n.fraction)
	case fraction:
		p.set.sayFraction(w, n.fraction)
	default:
		w.failed = true
	}
}

func (p part) sayNumber(w *writer, n number) {
	switch {
	case p.rule != nil:
		p.rule.say(w, n)
	case p.set != nil:
		p.set.say(w, n)
	default:
		w.failed = true // digits
	}
}

// sayDivided spells out a part of n, which has to be a natural number.
func (p part) sayDivided(w *writer, n number, part uint64) {
	if n.negative || !n.whole() {
		w.failed = true
		return
	}
	p.sayNumber(w, number{integer: part})
}

func (p part) sayDigits(w *writer, digits string) {
	for i, digit := range digits {
		if i > 0 && !p.joined {
			w.WriteByte(' ')
		}
		p.sayNumber(w, number{integer: uint64(digit - '0')})
	}
}

func (p part) form(n number) string {
	category := p.counts.ofOperands(operands{i: n.integer})
	if form, ok := p.forms[category]; ok {
		return form
	}
	return p.forms[Other]
}

// sayFraction spells out "25" as twenty-five hundredths, with the first denominator of the ruleset
// that fits.
func (s *ruleSet) sayFraction(w *writer, digits string) {
	value, err := strconv.ParseUint(digits, 10, 64)
	if err != nil {
		w.failed = true
		return
	}
	scale := uint64(1)
	for range digits {
		scale *= 10
	}
	for _, r := range s.rules {
		high, low := bits.Mul64(value, r.base)
		if count, rest := bits.Div64(high, low, scale); rest == 0 {
			r.sayNumerator(w, count)
			return
		}
	}
	w.failed = true
}

func (r *rule) sayNumerator(w *writer, count uint64) {
	for _, p := range r.parts {
		switch p.kind {
		case literal:
			w.WriteString(p.text)
		case counted:
			w.WriteString(p.form(number{integer: count}))
		case numerator:
			p.sayZeros(w, count, r.base)
			p.sayNumber(w, number{integer: count})
		default:
			w.failed = true
		}
	}
}

// sayZeros spells out the zeros of 0.005, if the rule asks for it.
func (p part) sayZeros(w *writer, count, denominator uint64) {
	if !p.zeros || count == 0 {
		return
	}
	for count *= 10; count < denominator; count *= 10 {
		p.sayNumber(w, number{})
		w.WriteByte(' ')
	}
}
