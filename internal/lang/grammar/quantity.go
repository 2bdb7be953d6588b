package grammar

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// quantity is one amount, or a range of two.
type quantity struct {
	first  amount // of a range
	joiner string // of a range, as it is said: "bis"
	last   amount
}

// quantityGroups is how many groups the pattern of a quantity has.
const quantityGroups = 6

// quantityPattern is sign, figures, joiner, figures.
func (g *Grammar) quantityPattern() string {
	joiner := `[–-]|x|×`
	for _, word := range g.Pack.Numbers.Until {
		joiner += `|` + word
	}
	return `([−–+-]?)` + g.figures + `(?:` + gap + `(` + joiner + `)` + gap + g.figures + `)?`
}

func (g *Grammar) quantity(groups []string) (quantity, bool) {
	n := g.Pack.Numbers
	joiner := groups[3]
	first, ok := parseAmount(groups[1], groups[2])
	switch groups[0] {
	case "+":
		first.sign, ok = n.Plus, ok && n.Plus != ""
	case "-", "–", "−":
		first.sign, ok = n.Minus, ok && n.Minus != ""
	}
	if joiner == "" || !ok {
		return quantity{last: first}, ok
	}
	last, ok := parseAmount(groups[4], groups[5])
	switch joiner {
	case "-", "–":
		joiner = n.To
	case "x", "×":
		joiner = n.Times
	}
	return quantity{first: first, joiner: joiner, last: last}, ok && joiner != ""
}

// Quantities are the rules for a number that something known comes with, from the most specific.
func (g *Grammar) Quantities() []rewrite.Rule {
	p := g.Pack
	magnitudes, shares := g.nouns(p.Magnitudes), g.nouns(p.Units, p.Spans, units)
	rules := g.sumsBehindSigns(magnitudes)
	for _, known := range []struct {
		rule  string
		nouns table[noun]
	}{{"money", g.nouns(p.Currencies)}, {"percent", g.nouns(percents, p.Percents)}, {"unit", g.nouns(units, p.Units)}} {
		if known.nouns.pattern != "" {
			scale := magnitudes
			if known.rule != "money" {
				scale = spelt(magnitudes) // M€ are millions, MW are none
			}
			rules = append(rules, g.counts(known.rule, known.nouns, scale, shares))
		}
	}
	if magnitudes.pattern != "" {
		rules = append(rules, g.magnitudes(magnitudes))
	}
	return rules
}

// spelt are the words that have more than a letter.
func spelt(words table[noun]) table[noun] {
	long := maps.Clone(words.values)
	maps.DeleteFunc(long, func(word string, _ noun) bool { return len(word) == 1 })
	return newTable(long)
}

// sumsBehindSigns is for the currency in front: "$40 Millionen".
func (g *Grammar) sumsBehindSigns(magnitudes table[noun]) []rewrite.Rule {
	signs := map[string]noun{}
	for name, written := range g.Pack.Currencies {
		for _, sign := range written {
			signs[sign], _ = g.noun(name)
		}
	}
	if len(signs) == 0 {
		return nil
	}
	currencies := newTable(signs)
	pattern := `(` + currencies.pattern + `)` + gap + g.quantityPattern() + optional(gap, magnitudes)
	return []rewrite.Rule{{Name: "money", Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[2:])
		if !ok || !Opens(m.Before) || !Closes(m.After) {
			return "", false
		}
		said, ok := g.sum(q, magnitudes.of(m.Groups[2+quantityGroups]), currencies.of(m.Groups[1]), m.Before)
		return g.withStop(said, m), ok
	}}}
}

// optional is a group for one of the words, which may be missing, or be none at all.
func optional(before string, words table[noun]) string {
	if words.pattern == "" {
		return `()`
	}
	return `(?:` + before + `(` + words.pattern + `))?`
}

// counts is for one of nouns after the number and its magnitude, "5 Mio. Euro", and for what it is
// counted by: "/kg".
func (g *Grammar) counts(rule string, nouns, magnitudes, shares table[noun]) rewrite.Rule {
	// The magnitude is looked for last: MW is no million W. The m of millones is no metre.
	pattern := g.quantityPattern() + optional(gap, magnitudes) + "?" + gap + g.linkPattern() + `(` + wordEnd.ReplaceAllString(nouns.pattern, `$1\b$2`) + `)` + optional(`/`, shares)
	return rewrite.Rule{Name: rule, Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		n, by := nouns.of(m.Groups[quantityGroups+2]), m.Groups[quantityGroups+3]
		numbered := strings.HasPrefix(m.After, ". ") && StartsDigit(m.After[2:]) // "5 m. 3": house 5, flat 3
		run := adjoin(m.Groups[0], m.Groups[quantityGroups+1], m.Groups[quantityGroups+2])
		if !ok || !Opens(m.Before) || !Closes(m.After) || numbered || run {
			return "", false
		}
		said, ok := g.sum(q, magnitudes.of(m.Groups[quantityGroups+1]), n, m.Before)
		if by != "" && ok {
			said, ok = g.per(said, shares.of(by))
		}
		return g.withStop(said, m), ok
	}}
}

var wordEnd = regexp.MustCompile(`([A-Za-z])(\||$)`)

// adjoin reports whether a magnitude runs into letters: "300 mil" is no 300 million ("mi") litres
// ("l").
func adjoin(written, magnitude, noun string) bool {
	first, _ := utf8.DecodeRuneInString(noun)
	return magnitude != "" && unicode.IsLetter(first) && strings.Contains(written, magnitude+noun)
}

// linkPattern is what may be written between a magnitude and a noun.
func (g *Grammar) linkPattern() string {
	var links []string
	for _, link := range []string{g.Pack.Numbers.Of, g.Pack.Numbers.OfVowel} {
		if link != "" {
			links = append(links, strings.ReplaceAll(strings.ReplaceAll(link, "{0}", ""), "'", "['’]"))
		}
	}
	if links == nil {
		return ""
	}
	return `(?:` + strings.Join(links, "|") + `)?`
}

// magnitudes is for a magnitude with something that no table knows: "5 Mio. Menschen".
func (g *Grammar) magnitudes(magnitudes table[noun]) rewrite.Rule {
	pattern := g.quantityPattern() + gap + `(` + magnitudes.pattern + `)`
	return rewrite.Rule{Name: "number", Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		written := m.Groups[quantityGroups+1]
		named := len(written) == 1 && q.last.decimals == "" && !strings.Contains(m.Groups[0], " ") // 8M is the name of a day
		if !ok || !Opens(m.Before) || !Closes(m.After) || named {
			return "", false
		}
		said, ok := g.count(q, magnitudes.of(written), m.Before)
		return g.withStop(said, m), ok
	}}
}

// per says what something is counted by: "zwölf Euro pro Quadratmeter".
func (g *Grammar) per(said string, n noun) (string, bool) {
	if pattern, ok := cldr.Per(g.Tag, n.name); ok && n.declined == nil {
		return strings.Replace(pattern, "{0}", said, 1), true
	}
	if g.Pack.Numbers.Per == "" || n.declined == nil {
		return "", false
	}
	return said + " " + strings.Replace(g.Pack.Numbers.Per, "{0}", n.declined.Singular[0], 1), true
}

// sum says q of n, or q millions of n.
func (g *Grammar) sum(q quantity, magnitude, n noun, before string) (string, bool) {
	cent, hasCents := g.Pack.Cents[n.name]
	switch {
	case magnitude.name != "":
		said, ok := g.count(q, magnitude, before)
		return said + " " + g.scaled(magnitude, n), ok
	case hasCents && q.joiner == "" && len(q.last.decimals) == 2:
		cents, ok := g.noun(cent)
		said, saidAll := g.inCents(q.last, n, cents, before)
		return said, ok && saidAll
	}
	return g.count(q, n, before)
}

// inCents says 3,50 € as three and fifty, 0,50 € as fifty.
func (g *Grammar) inCents(a amount, n, cent noun, before string) (string, bool) {
	cents := amount{whole: strings.TrimPrefix(a.decimals, "0")}
	if a.whole == "0" && cents.whole != "0" {
		cents.sign = a.sign
		return g.count(quantity{last: cents}, cent, before)
	}
	said, ok := g.count(quantity{last: amount{sign: a.sign, whole: a.whole}}, n, before)
	if !ok || cents.whole == "0" {
		return said, ok
	}
	switch between := g.Pack.Numbers.Cents; between {
	case "-":
		number, ok := g.numbering(cents.whole)
		return said + " " + number, ok
	case "":
		rest, ok := g.count(quantity{last: cents}, cent, before)
		return said + " " + rest, ok
	default:
		rest, ok := g.count(quantity{last: cents}, cent, before)
		return said + " " + between + " " + rest, ok
	}
}

// count says q of n.
func (g *Grammar) count(q quantity, n noun, before string) (string, bool) {
	first, last := g.cases(q, n, before)
	if first == unknown || last == unknown {
		return "", false
	}
	said, ok := g.figure(q.last, n.gender, last)
	if !ok {
		return "", false
	}
	pattern := g.counting(q.last.number(), n, last)
	if n.written != "" {
		pattern = "{0} " + g.link(cldr.Plural(g.Tag, q.last.number()), n.written)
	}
	said = strings.Replace(pattern, "{0}", said, 1)
	if q.joiner == "" {
		return said, true
	}
	front, ok := g.figure(q.first, n.gender, first)
	return front + " " + q.joiner + " " + said, ok
}

// figure says a with its sign.
func (g *Grammar) figure(a amount, gender, grammaticalCase string) (string, bool) {
	said, ok := g.words(a, gender, grammaticalCase)
	return a.signed(said), ok
}

// cases are those of the amounts of q: by the word in front, by the word between them if it governs
// one, and by the form of a noun that is written in full.
func (g *Grammar) cases(q quantity, n noun, before string) (first, last string) {
	first = g.governed("numbers", before)
	last = first
	if governed, ok := g.governs["numbers"][q.joiner]; ok && q.joiner != "" {
		last = governed
	}
	if n.written == "" || !g.hasCases() {
		return first, last
	}
	last = g.caseOfForm(q.last.number(), n, last)
	if q.joiner == "" {
		first = last
	}
	return first, last
}

// caseOfForm is a case in which n stands as it is written after a number: the one that is governed,
// if that fits.
func (g *Grammar) caseOfForm(number string, n noun, governed string) string {
	for _, at := range slices.Concat([]string{governed}, g.Pack.Cases) {
		if at != unknown && g.counting(number, n, at) == "{0} "+n.written {
			return at
		}
	}
	if g.Pack.Numbers.Counting == nil {
		return governed // nouns are hardly declined
	}
	return unknown
}
