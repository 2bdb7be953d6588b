package cldr

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// speller holds a locale's number rules as CLDR writes them for ICU:
// https://unicode.org/reports/tr35/tr35-numbers.html#Rule-Based_Number_Formatting.
type speller struct {
	sets         map[string]*ruleSet // by name, with its "%" or "%%"
	decimalComma bool
	cardinals    plurals
	ordinals     plurals
}

// ruleSet is a list of rules by ascending base, and the rules for special numbers.
type ruleSet struct {
	rules     []*rule
	negative  *rule // -x
	improper  *rule // x.x: a fraction after a whole part
	proper    *rule // 0.x
	fractions bool  // the bases are denominators
}

// rule spells out the numbers from its base up to the next rule's base.
type rule struct {
	base      uint64
	divisor   uint64 // the power of the radix that the base contains
	parts     []part
	remainder bool // a part spells out the remainder
}

// part is a piece of a rule's body.
type part struct {
	kind   partKind
	text   string              // of a literal
	set    *ruleSet            // that spells out the number; nil: digits
	rule   *rule               // that spells it out, whatever its base
	zeros  bool                // of a numerator: leading zeros are spoken
	joined bool                // of decimals: no spaces between digits
	forms  map[Category]string // of a counted word
	counts plurals
}

type partKind int

const (
	literal   partKind = iota
	same               // =%x=: the number itself
	quotient           // << of a rule with a base
	remainder          // >> of a rule with a base
	wholePart          // << of x.x
	decimals           // >> of x.x: the fraction, digit by digit
	fraction           // >%x> of x.x: the fraction, by a ruleset of denominators
	numerator          // << of a denominator
	absolute           // >> of -x
	counted            // $(cardinal,one{…}other{…})$
)

func newSpeller(l *locale) (*speller, error) {
	s := &speller{cardinals: l.cardinals(), ordinals: l.ordinals()}
	decimal, _ := l.get("symbol", "decimal")
	return s, s.parse(rulesOf(l), decimal)
}

// parse parses the texts of the rulesets.
func (s *speller) parse(texts map[string]string, decimalMark string) error {
	s.decimalComma = decimalMark == ","
	s.sets = make(map[string]*ruleSet, len(texts))
	for name := range texts {
		s.sets[name] = &ruleSet{}
	}
	s.markFractions(texts)
	for name, text := range texts {
		if err := s.parseSet(s.sets[name], name, text); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// rulesOf returns the rulesets of the nearest locale that has any. They call each other, so they
// are inherited together.
func rulesOf(l *locale) map[string]string {
	texts := make(map[string]string)
	for _, table := range l.tables {
		for key, text := range table {
			if name, ok := strings.CutPrefix(key, "rbnf/"); ok {
				texts[name] = text
			}
		}
		if len(texts) > 0 {
			break
		}
	}
	return texts
}

// markFractions marks the rulesets to which x.x rules pass the fraction.
func (s *speller) markFractions(texts map[string]string) {
	for name, text := range texts {
		for rule := range strings.SplitSeq(text, ";") {
			head, body, _ := strings.Cut(rule, ":")
			if !isFractionHead(head) {
				continue
			}
			_, target, _ := strings.Cut(body, ">")
			target, _, _ = strings.Cut(target, ">")
			if set := s.sets[target]; set != nil && target != name {
				set.fractions = true
			}
		}
	}
}

func isFractionHead(head string) bool {
	return strings.HasSuffix(head, ".x") || strings.HasSuffix(head, ",x")
}

func (s *speller) parseSet(set *ruleSet, name, text string) error {
	for line := range strings.SplitSeq(strings.TrimSuffix(text, ";"), ";") {
		head, body, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("rule without a base: %q", line)
		}
		body = strings.TrimPrefix(strings.TrimLeft(body, " "), "'") // the apostrophe keeps spaces
		if err := s.parseRule(set, name, head, body); err != nil {
			return fmt.Errorf("rule %q: %w", line, err)
		}
	}
	return nil
}

func (s *speller) parseRule(set *ruleSet, name, head, body string) (err error) {
	context := bodyParser{speller: s, set: set, name: name}
	full, short, optional := splitOptional(body)
	switch head {
	case "-x":
		context.angle = absolute
		set.negative, err = context.rule(&rule{divisor: 1}, full)
	case "0.x", "0,x":
		context.angle = wholePart
		set.proper, err = context.rule(&rule{divisor: 1}, full)
	case "x.x", "x,x":
		if s.decimalComma == (head == "x.x") && set.improper != nil {
			return nil
		}
		context.angle = wholePart
		set.improper, err = context.rule(&rule{divisor: 1}, full)
		if optional && err == nil {
			set.proper, err = context.rule(&rule{divisor: 1}, short)
		}
	case "Inf", "NaN":
	default:
		err = context.addNormal(head, full, short, optional)
	}
	return err
}

// addNormal adds a rule with a base. A part in brackets is omitted at multiples of the divisor, so
// "20: twenty[->>];" becomes one rule for 20 and another from 21.
func (c bodyParser) addNormal(head, full, short string, optional bool) error {
	base, divisor, err := parseBase(head)
	if err != nil {
		return err
	}
	if len(c.set.rules) > 0 {
		c.before = c.set.rules[len(c.set.rules)-1]
	}
	c.angle = quotient
	if c.set.fractions {
		c.angle = numerator
	}
	if optional && base > 0 && base%divisor == 0 {
		if err := c.add(&rule{base: base, divisor: divisor}, short); err != nil {
			return err
		}
		if !c.set.fractions {
			base++
		}
	}
	return c.add(&rule{base: base, divisor: divisor}, full)
}

func (c bodyParser) add(r *rule, body string) error {
	r, err := c.rule(r, body)
	c.set.rules = append(c.set.rules, r)
	return err
}

// parseBase parses a rule's base and radix: "1100/100" has the divisor 100, "1100" would have 1000.
func parseBase(head string) (base, divisor uint64, err error) {
	head, radixText, stated := strings.Cut(strings.ReplaceAll(head, ",", ""), "/")
	base, err = strconv.ParseUint(head, 10, 64)
	if err != nil {
		return 0, 0, err
	}
	radix := uint64(10)
	if stated {
		if radix, err = strconv.ParseUint(radixText, 10, 64); err != nil {
			return 0, 0, err
		}
	}
	if radix < 2 {
		return 0, 0, fmt.Errorf("invalid radix %d", radix)
	}
	divisor = 1
	for divisor <= math.MaxUint64/radix && divisor*radix <= base {
		divisor *= radix
	}
	return base, divisor, nil
}

// splitOptional splits "[a|b]": full contains a, and short contains b or nothing.
func splitOptional(body string) (full, short string, optional bool) {
	before, rest, opened := strings.Cut(body, "[")
	inside, after, closed := strings.Cut(rest, "]")
	if !opened || !closed {
		return body, body, false
	}
	with, without, _ := strings.Cut(inside, "|")
	return before + with + after, before + without + after, true
}

// bodyParser parses the bodies of a set's rules.
type bodyParser struct {
	*speller
	set    *ruleSet
	name   string
	before *rule    // the preceding rule of the ruleset
	angle  partKind // the meaning of "<<" here, or absolute in -x
}

// rule parses body into r.
func (c bodyParser) rule(r *rule, body string) (*rule, error) {
	for body != "" {
		at := strings.IndexAny(body, "<>=$")
		if at < 0 {
			r.parts = append(r.parts, part{text: body})
			break
		}
		if at > 0 {
			r.parts = append(r.parts, part{text: body[:at]})
		}
		parsed, rest, err := c.part(body[at:])
		if err != nil {
			return nil, err
		}
		r.parts = append(r.parts, parsed)
		r.remainder = r.remainder || parsed.kind == remainder
		body = rest
	}
	return r, nil
}

// part parses the substitution at the start of text.
func (c bodyParser) part(text string) (part, string, error) {
	if text[0] == '$' {
		return c.countedWord(text)
	}
	mark := text[:1]
	target, rest, closed := strings.Cut(text[1:], mark)
	if !closed {
		return part{}, "", fmt.Errorf("unclosed %q", mark)
	}
	tripled := false
	if mark == "<" || mark == ">" && target == "" { // >>> and <%x<<; elsewhere the next substitution begins
		rest, tripled = strings.CutPrefix(rest, mark)
	}
	p := part{zeros: tripled, joined: tripled}
	switch p.kind = c.kind(mark, target); {
	case tripled && p.kind == remainder:
		p.rule = c.before
	case strings.HasPrefix(target, "%"):
		if p.set = c.sets[target]; p.set == nil {
			return part{}, "", fmt.Errorf("unknown ruleset %s", target)
		}
	case target == "":
		p.set = c.set
	} // else a format for digits
	return p, rest, nil
}

func (c bodyParser) kind(mark, target string) partKind {
	switch {
	case mark == "=":
		return same
	case c.angle == absolute:
		return absolute
	case mark == "<":
		return c.angle
	case c.angle == quotient:
		return remainder
	case target == "" || target == c.name:
		return decimals
	}
	return fraction
}

// countedWord parses $(cardinal,one{…}other{…})$.
func (c bodyParser) countedWord(text string) (part, string, error) {
	inside, rest, closed := strings.Cut(text, ")$")
	kind, forms, ok := strings.Cut(strings.TrimPrefix(inside, "$("), ",")
	if !closed || !ok {
		return part{}, "", fmt.Errorf("no plural: %q", text)
	}
	p := part{kind: counted, forms: make(map[Category]string), counts: c.cardinals}
	if kind == "ordinal" {
		p.counts = c.ordinals
	}
	for form := range strings.SplitSeq(strings.TrimSuffix(forms, "}"), "}") {
		category, word, _ := strings.Cut(form, "{")
		p.forms[Category(category)] = word
	}
	return p, rest, nil
}
