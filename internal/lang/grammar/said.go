package grammar

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// saidPiece is a piece of what is said: text, or a part in a form.
type saidPiece struct {
	part     string // of what is written; "": it is text, or a noun of the pack
	say      sayer
	optional int // the brackets that it stands in; 0: none
}

// sayer says a piece; false if it cannot be told how.
type sayer func(m match) (string, bool)

var saidPart = lazyregexp.New(`\{([^:{}]+)(?::([^{}]*))?\}|\[|\]`)

// parseSaid reads a pattern of what is said. What stands in brackets is said only if all its parts
// were written.
func (g *Grammar) parseSaid(written []string, said string) ([]saidPiece, error) {
	var pieces []saidPiece
	var wrong error
	last, brackets, in := 0, 0, 0
	for _, at := range saidPart().FindAllStringSubmatchIndex(said, -1) {
		pieces = append(pieces, saidPiece{say: verbatim(said[last:at[0]]), optional: in})
		switch last = at[1]; said[at[0]] {
		case '[':
			brackets++
			in = brackets
		case ']':
			in = 0
		default:
			name, form := said[at[2]:at[3]], strings.Fields(group(said, at[4:6]))
			say, err := g.sayer(name, form)
			piece := saidPiece{say: say, optional: in}
			if slices.Contains(written, name) {
				piece.part = name
			} else if name == "to" && len(form) == 0 {
				piece.say = g.dash
			} else if _, ok := g.nouns[name]; !ok && (len(form) == 0 || form[0] != "ending") {
				err = fmt.Errorf("{%s} stands for nothing: the pattern has no such part, and the pack no such noun", name)
			}
			pieces, wrong = append(pieces, piece), errors.Join(wrong, err)
		}
	}
	return append(pieces, saidPiece{say: verbatim(said[last:])}), wrong
}

func verbatim(text string) sayer { return func(match) (string, bool) { return text, true } }

// say says the pieces one behind the other. A part that was not written says nothing, nor do the
// brackets around it.
func say(pieces []saidPiece, m match) (string, bool) {
	var left map[int]bool
	for _, p := range pieces {
		if _, written := m.values.find(p.part); p.part != "" && p.optional > 0 && !written {
			if left == nil {
				left = map[int]bool{}
			}
			left[p.optional] = true
		}
	}
	var said strings.Builder
	for _, p := range pieces {
		if _, written := m.values.find(p.part); left[p.optional] || p.part != "" && !written {
			continue
		}
		text, ok := p.say(m)
		if !ok {
			return "", false
		}
		said.WriteString(text)
	}
	return singleSpaced(said.String()), true
}

// singleSpaced is a text without spaces at its edges, and with one between words.
func singleSpaced(text string) string {
	space := true // what is before the text counts as one
	for _, r := range text {
		if unicode.IsSpace(r) && (space || r != ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
		space = r == ' '
	}
	return strings.TrimSuffix(text, " ")
}

// sayer reads what a pattern makes of a part: nothing, a rule set, or words with an agreement.
func (g *Grammar) sayer(name string, how []string) (sayer, error) {
	if n, ok := g.nouns[name]; ok && len(how) == 2 {
		return func(m match) (string, bool) {
			a, ok := g.agreement(m, how[1:])
			return n.Form(how[0] == "plural", g.caseIndex(a.c)), ok
		}, nil
	}
	switch kind := kindOf(name); {
	case len(how) == 0:
		return func(m match) (string, bool) { return g.sayPart(kind, m.values.of(name), m) }, nil
	case kind == "measure":
		return g.unitOf(name, how[0]), nil
	case len(how) == 1:
		return g.byRuleset(name, how[0]), nil
	}
	switch say, capital := strings.CutPrefix(how[0], "^"); {
	case say == "cardinal":
		return g.numeral(name, how[1:], g.withZeros, capital), nil
	case say == "ordinal":
		return g.numeral(name, how[1:], g.ordinal, capital), nil
	case say == "ending":
		return g.endingOf(how[1:]), nil
	case say == "fraction" && len(how) == 3:
		return g.fractionOf(name, how), nil
	case say == "count" && len(how) == 3:
		return g.countOf(name, how)
	}
	return nil, fmt.Errorf("{%s: %s} says nothing", name, strings.Join(how, " "))
}

// unitOf says a unit without its number, in the singular or the plural.
func (g *Grammar) unitOf(name, number string) sayer {
	of := amount{whole: map[string]string{"singular": "1"}[number]}
	return func(m match) (string, bool) {
		n := g.tables().units.of(m.values.of(name))
		return strings.TrimPrefix(g.counting(n, of, nominative), "{0} "), true
	}
}

// endingOf says the ending of an adjective.
func (g *Grammar) endingOf(agreement []string) sayer {
	return func(m match) (string, bool) {
		a, ok := g.agreement(m, agreement)
		return g.ending("~", a.gender, a.c), ok
	}
}

// fractionOf says a part that is the denominator of another one.
func (g *Grammar) fractionOf(name string, how []string) sayer {
	return func(m match) (string, bool) {
		a, ok := g.agreement(m, how[2:])
		said, known := g.fraction(m.values.of(how[1]), m.values.of(name), a.c)
		return said, ok && known
	}
}

// countOf says a part and the noun that it counts.
func (g *Grammar) countOf(name string, how []string) (sayer, error) {
	n, ok := g.noun(how[1])
	if !ok {
		return nil, fmt.Errorf("there is no noun %q", how[1])
	}
	return func(m match) (string, bool) {
		a, agreed := g.agreement(m, how[2:])
		q := quantity{last: amount{whole: trimZeros(m.values.of(name))}}
		if kind := kindOf(name); kind == "quantity" || kind == "number" {
			if q, agreed = g.readQuantity(m.values.of(name), m.Before); !agreed {
				return "", false
			}
			q.describes = g.describes(n, m.After, m.Before)
		}
		said, known := g.count(q, n, a.c)
		return said, agreed && known
	}, nil
}

// byRuleset says a part by a rule set, whose name may end with what the words in front ask for, by
// a table of government: ordinal-@days. "^" makes a capital.
func (g *Grammar) byRuleset(name, form string) sayer {
	ruleset, table, _ := strings.Cut(form, "@")
	ruleset, capital := strings.CutPrefix(ruleset, "^")
	kind := kindOf(name)
	return func(m match) (string, bool) {
		text, set := m.values.of(name), ruleset
		if table != "" {
			set = strings.TrimSuffix(ruleset+g.governing(g.withoutWeekday(m.Before), table), "-")
		}
		switch {
		case kind == "minute" && set == "digits":
			return g.digits(text, true)
		case isMute(kind, text, set):
			return "", true
		case kind == "roman":
			text = strconv.Itoa(RomanNumber(text))
		case kind == "clock":
			text = strings.Replace(text, ":", "", 1)
		case kind != "digits" && kind != "two" && kind != "three" && kind != "four":
			a, ok := parseAmount(trimZeros(text), "")
			if text = a.whole; !ok {
				return "", false
			}
		}
		said, ok := g.spell(set, text)
		if capital {
			said = Capitalised(said)
		}
		return said, ok
	}
}

// dash says what joins two numbers here.
func (g *Grammar) dash(m match) (string, bool) {
	return g.behindWords(quantity{written: "-", joiner: g.Pack.Numbers.To}, m.Before).joiner, true
}

// readQuantity reads a quantity as a phrase has it.
func (g *Grammar) readQuantity(text, before string) (quantity, bool) {
	groups := g.whole().FindStringSubmatch(text)
	if groups == nil {
		return quantity{}, false
	}
	q, ok := g.quantity(groups[1:])
	return g.behindWords(q, before), ok
}

// isMute reports whether a part says nothing: the minutes of a full hour.
func isMute(kind, text, ruleset string) bool {
	return kind == "minute" && text == "00" && strings.HasPrefix(ruleset, "cardinal")
}

// sayPart says a part as it usually is.
func (g *Grammar) sayPart(kind, text string, m match) (string, bool) {
	switch kind {
	case "number", "quantity":
		q, ok := g.readQuantity(text, m.Before)
		return g.plain(q), ok
	case "month":
		return g.monthName(g.months.of(text)), true
	case "mm":
		return g.monthName(Atoi(text)), true
	case "year", "yy", "next", "decade":
		return g.year(text)
	case "roman":
		return g.numbering(strconv.Itoa(RomanNumber(text)))
	case "digits", "two", "three", "four":
		return g.digits(text, false)
	}
	if words, ok := g.words[kind]; ok {
		return words.of(text), true
	}
	switch {
	case !StartsDigit(text):
		return text, true
	case isMute(kind, text, "cardinal"):
		return "", true
	case kind == "day" && Atoi(text) == 1 && g.Pack.Numbers.First != "":
		return g.Pack.Numbers.First, true
	}
	a, ok := parseAmount(trimZeros(text), "")
	if !ok {
		return "", false
	}
	return g.numbering(a.whole)
}

// numeral says a part in words, Roman figures too.
func (g *Grammar) numeral(name string, how []string, say func(figures, gender, c string) (string, bool), capital bool) sayer {
	kind := kindOf(name)
	return func(m match) (string, bool) {
		figures := m.values.of(name)
		switch {
		case kind == "roman":
			figures = strconv.Itoa(RomanNumber(figures))
		case kind == "yy":
			figures = "20" + figures
		case isMute(kind, figures, "cardinal"):
			return "", true
		}
		a, ok := g.agreement(m, how)
		said, known := say(figures, a.gender, a.c)
		if capital {
			words := strings.Fields(said)
			for i, word := range words {
				words[i] = Capitalised(word)
			}
			said = strings.Join(words, " ")
		}
		return said, ok && known
	}
}

// fraction is the second part of n/of: третя, третіх; third, thirds.
func (g *Grammar) fraction(n, of, c string) (string, bool) {
	gender := "plural"
	switch category := cldr.Plural(g.Tag, n); {
	case category == cldr.One:
		gender = "feminine"
	case g.inflects && (c == nominative || c == accusative):
		c = genitive
	}
	said, ok := g.ordinal(of, gender, c)
	return said, ok && Atoi(n) < Atoi(of)
}
