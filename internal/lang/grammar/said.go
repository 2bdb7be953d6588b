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

// saidPiece is a piece of what is said: text, or a part in some form.
type saidPiece struct {
	part     string // of the written phrase; "": text, or a noun of the pack
	say      sayer
	optional int // number of the brackets around it; 0: none
}

// sayer says a piece. It returns false if the form cannot be determined.
type sayer func(m match) (string, bool)

var saidPart = lazyregexp.New(`\{([^:{}]+)(?::([^{}]*))?\}|\[|\]`)

// parseSaid parses a pattern of what is said. Text in brackets is said only if all parts in it were
// written.
func (g *Grammar) parseSaid(written []string, said string) ([]saidPiece, error) {
	var pieces []saidPiece
	var errs error
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
				err = fmt.Errorf("{%s} is neither a part of the pattern nor a noun of the pack", name)
			}
			pieces, errs = append(pieces, piece), errors.Join(errs, err)
		}
	}
	return append(pieces, saidPiece{say: verbatim(said[last:])}), errs
}

func verbatim(text string) sayer { return func(match) (string, bool) { return text, true } }

// say concatenates the pieces. A part that was not written says nothing, and neither do the
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

// singleSpaced trims a text and collapses runs of spaces.
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

// sayer parses the form of a part: nothing, a ruleset, or words with an agreement.
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
	return nil, fmt.Errorf("{%s: %s} is not a form that a part can take", name, strings.Join(how, " "))
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

// fractionOf says a part as the denominator of another part.
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
		return nil, fmt.Errorf("unknown noun %q", how[1])
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

// byRuleset says a part with a ruleset. The ruleset's name may end with "@" and a table of
// government, which is replaced by the case that the preceding words govern: ordinal-@days. "^"
// capitalizes.
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

// dash says the word that joins two numbers here.
func (g *Grammar) dash(m match) (string, bool) {
	return g.behindWords(quantity{written: "-", joiner: g.Pack.Numbers.To}, m.Before).joiner, true
}

// readQuantity parses a quantity in a phrase.
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

// sayPart says a part in its default form.
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

// numeral says a part in words, including Roman numerals.
func (g *Grammar) numeral(name string, how []string, say func(figures, gender, c string) (string, bool), capital bool) sayer {
	kind := kindOf(name)
	return func(m match) (string, bool) {
		figures := m.values.of(name)
		switch {
		case kind == "roman":
			figures = strconv.Itoa(RomanNumber(figures))
		case kind == "yy":
			figures = "20" + figures
		case kind == "amount":
			amount, _ := parseAmount(figures, "")
			figures = amount.whole
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

// fraction returns the denominator of n/of: третя, третіх; third, thirds.
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
