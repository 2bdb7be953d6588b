package grammar

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// tables are the vocabularies of what stands behind a number.
type tables struct{ magnitudes, currencies, percents, units table[noun] }

func (g *Grammar) newTables() tables {
	p := g.Pack
	return tables{g.vocabulary(p.Magnitudes), g.vocabulary(p.Currencies), g.vocabulary(percents, p.Percents), g.vocabulary(units, p.Units)}
}

// Quantities are the rules for a number that something known comes with, from the most specific.
func (g *Grammar) Quantities() []rewrite.Rule {
	t, spans := g.tables(), g.vocabulary(g.Pack.Spans)
	if !g.inflects {
		spans = g.vocabulary(g.Pack.Units, g.Pack.Spans, units)
	}
	spelt := spelt(t.magnitudes) // M€ are millions, MW are none
	return slices.Concat(g.sumsBehindSigns(), g.counts("money", t.currencies, t.magnitudes, spans),
		g.counts("percent", t.percents, spelt, spans), g.counts("unit", t.units, spelt, spans), g.magnitudes(t.magnitudes))
}

// measurePattern matches what comes behind a number that no rule could say: the number stays with
// it.
func (g *Grammar) measurePattern() *regexp.Regexp {
	t := g.tables()
	all := []string{`[%‰€$£¥₴₽°]`}
	for _, words := range []table[noun]{t.magnitudes, t.currencies, t.percents, t.units} {
		if words.pattern != "" {
			all = append(all, words.pattern)
		}
	}
	return regexp.MustCompile(`^(?:` + strings.Join(all, "|") + `)`)
}

// isMeasured tells whether a sign, a unit or the like comes now.
func (g *Grammar) isMeasured(after string) bool {
	rest := strings.TrimLeft(after, " \u00A0\u202F")
	found := g.measures().FindString(rest)
	return found != "" && (!StartsLetter(found) || !StartsLetter(rest[len(found):]))
}

// spelt are the words that have more than a letter.
func spelt(words table[noun]) table[noun] {
	long := maps.Clone(words.values)
	maps.DeleteFunc(long, func(word string, _ noun) bool { return len(word) == 1 })
	return newTable(long)
}

// sumsBehindSigns is for the currency in front: "$40 Millionen".
func (g *Grammar) sumsBehindSigns() []rewrite.Rule {
	signs, scales := map[string]noun{}, map[string]noun{}
	for name, written := range g.Pack.Currencies {
		for _, sign := range written {
			if !StartsLetter(sign) || strings.ToUpper(sign) == sign || !g.inflects {
				signs[sign], _ = g.noun(name)
			}
		}
	}
	if len(signs) == 0 {
		return nil
	}
	for name, written := range g.Pack.Magnitudes {
		n, _ := g.noun(name)
		g.addForms(scales, n)
		for _, short := range written {
			scales[short] = n
		}
	}
	currencies, magnitudes := newTable(signs), newTable(scales)
	pattern := `(` + currencies.pattern + `)` + gap + g.quantityPattern() + optional(gap, magnitudes)
	return []rewrite.Rule{{Name: "money", Pattern: pattern, Whole: true, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[2:])
		if !ok || !g.stands(m) {
			return "", false
		}
		said, ok := g.sum(q, magnitudes.of(m.Groups[2+quantityGroups]), currencies.of(m.Groups[1]), "money", m)
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
func (g *Grammar) counts(rule string, nouns, magnitudes, shares table[noun]) []rewrite.Rule {
	if nouns.pattern == "" {
		return nil
	}
	scale := optional(gap, magnitudes)
	if !g.inflects {
		scale += "?" // it is looked for last: MW is no million W, and the m of millones is no metre
	}
	pattern := g.quantityPattern() + scale + gap + g.linkPattern() + `(` + wordEnd().ReplaceAllString(nouns.pattern, `$1\b$2`) + `)` + optional(`/`, shares)
	return []rewrite.Rule{{Name: rule, Pattern: pattern, Whole: true, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		scale, written, by := m.Groups[quantityGroups+1], m.Groups[quantityGroups+2], m.Groups[quantityGroups+3]
		numbered := strings.HasPrefix(m.After, ". ") && StartsDigit(m.After[2:]) // "5 m. 3": house 5, flat 3
		if !ok || !g.stands(m) || numbered || adjoin(m.Groups[0], scale, written) {
			return "", false
		}
		said, ok := g.sum(q, magnitudes.of(scale), nouns.of(written), rule, m)
		if by != "" && ok {
			said, ok = g.per(said, shares.of(by))
		}
		return g.withStop(said, m), ok
	}}}
}

var wordEnd = rewrite.Lazy(`([A-Za-z])(\||$)`)

// adjoin reports whether a magnitude runs into letters: "300 mil" is no 300 million ("mi") litres
// ("l").
func adjoin(written, magnitude, noun string) bool {
	return magnitude != "" && StartsLetter(noun) && strings.Contains(written, magnitude+noun)
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
func (g *Grammar) magnitudes(magnitudes table[noun]) []rewrite.Rule {
	if magnitudes.pattern == "" {
		return nil
	}
	pattern := g.quantityPattern() + gap + `(` + magnitudes.pattern + `)`
	return []rewrite.Rule{{Name: "number", Pattern: pattern, Whole: true, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		written := m.Groups[quantityGroups+1]
		named := len(written) == 1 && q.last.decimals == "" && !strings.Contains(m.Groups[0], " ") // 8M is the name of a day
		if !ok || !g.stands(m) || named || g.inflects && g.isMeasured(m.After) {
			return "", false
		}
		n := magnitudes.of(written)
		said, ok := g.count(q, n, g.caseOf("", q, n, m))
		return g.withStop(said, m), ok && g.isSettled(q, n, m)
	}}}
}

// per says what something is counted by: "zwölf Euro pro Quadratmeter".
func (g *Grammar) per(said string, n noun) (string, bool) {
	if pattern, ok := cldr.Per(g.Tag, n.name); ok && n.isUnit() && !g.inflects {
		return strings.Replace(pattern, "{0}", said, 1), true
	}
	one, _ := strings.CutPrefix(g.counting(noun{Noun: n.Noun, name: n.name}, amount{whole: "1"}, accusative), "{0} ")
	return said + " " + strings.Replace(g.Pack.Numbers.Per, "{0}", one, 1), g.Pack.Numbers.Per != "" && (g.inflects || !n.isUnit())
}

// sum says q of n, or q millions of n.
func (g *Grammar) sum(q quantity, magnitude, n noun, kind string, m rewrite.Match) (string, bool) {
	cent, hasCents := g.noun(g.Pack.Cents[n.name])
	switch {
	case magnitude.name != "":
		said, ok := g.count(q, magnitude, g.caseOf(kind, q, magnitude, m))
		return said + " " + g.scaled(magnitude, n), ok && g.isSettled(q, magnitude, m)
	case !g.isSettled(q, n, m):
		return "", false
	case hasCents && q.joiner == "" && len(q.last.decimals) == 2:
		return g.inCents(q.last, n, cent, g.caseOf(kind, q, n, m))
	}
	return g.count(q, n, g.caseOf(kind, q, n, m))
}

// inCents says 3,50 € as three and fifty, 0,50 € as fifty.
func (g *Grammar) inCents(a amount, n, cent noun, c string) (string, bool) {
	cents := amount{whole: strings.TrimLeft(a.decimals, "0")}
	if a.whole == "0" && cents.whole != "" {
		cents.sign = a.sign
		return g.count(quantity{last: cents}, cent, c)
	}
	a.decimals = ""
	said, ok := g.count(quantity{last: a}, n, c)
	if !ok || cents.whole == "" {
		return said, ok
	}
	between := g.Pack.Numbers.Cents
	if between == "-" {
		number, ok := g.numbering(cents.whole)
		return said + " " + number, ok
	}
	rest, ok := g.count(quantity{last: cents}, cent, c)
	return said + strings.TrimRight(" "+between, " ") + " " + rest, ok
}

// count says q of n in case c.
func (g *Grammar) count(q quantity, n noun, c string) (string, bool) {
	last, ok := g.number(q.last, n.Class, q.of(c))
	said := strings.Replace(g.counting(n, q.last, q.of(c)), "{0}", last, 1)
	if q.joiner == "" {
		return said, ok && said != ""
	}
	first, known := g.number(q.first, n.Class, c)
	return q.joined(first, said), ok && known && said != ""
}

// isSettled tells whether the words in front tell the case, or the nominative and the accusative
// sound the same. Behind a verb an amount may be its subject or its object.
func (g *Grammar) isSettled(q quantity, n noun, m rewrite.Match) bool {
	if !g.isUnsettled(m.Before) {
		return true
	}
	subject, _ := g.count(q, n, nominative)
	object, _ := g.count(q, n, accusative)
	return subject == object
}

// caseOf is the case of a measure: that of the place it tells, that in which a noun stands that is
// written in full, or the one that the words in front govern.
func (g *Grammar) caseOf(kind string, q quantity, n noun, m rewrite.Match) string {
	for i, place := range g.Pack.Places {
		if place.Kind == kind && isIn(wordBefore(m.Before), place.Front) && g.places[i]().MatchString(m.After) {
			return place.Case
		}
	}
	governed := g.governing(g.sharing(m.Before), "numbers")
	short := n
	short.written = ""
	for _, c := range slices.Concat([]string{governed}, g.Pack.Cases) {
		if n.written != "" && g.counting(short, q.last, c) == "{0} "+n.written {
			return c
		}
	}
	return governed
}
