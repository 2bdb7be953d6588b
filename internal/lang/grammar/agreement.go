package grammar

import (
	"cmp"
	"slices"
	"strings"
)

// agreement is the gender (or "plural") and the case of an ordinal or of a counted noun.
type agreement struct {
	gender string
	c      string
}

// agreement parses "masculine genitive", "masculine @table", "@next" or "@part". A single word may
// be the case.
func (g *Grammar) agreement(m match, how []string) (agreement, bool) {
	last := how[len(how)-1]
	table, isReference := strings.CutPrefix(last, "@")
	a := agreement{gender: how[0], c: last}
	if !isReference {
		return a, true
	}
	if _, isTable := g.governs[table]; isTable {
		a.c = g.governing(g.sharingItem(m.Before, table), table)
		return a, true
	}
	var readings []reading
	switch table {
	case "next":
		readings, _ = g.readingsAfter(m.After)
	case "suffix":
		return g.fitting(g.suffixes[m.values.of(table)], m), true
	default:
		readings = g.readings[m.values.of(table)]
	}
	of, ok := g.agreeing(readings, m)
	if len(how) > 1 {
		of.gender = how[0]
	}
	return of, ok
}

// fitting chooses the reading of an ordinal's written ending. It prefers one that agrees with the
// noun that follows, then one that agrees with a plural noun shared by several ordinals ("у 21-й і
// 22-й бригадах"), then one whose case the preceding words govern.
func (g *Grammar) fitting(endings []agreement, m match) agreement {
	readings, _ := g.readingsAfter(m.After)
	for _, fits := range []func(agreement, reading) bool{
		func(e agreement, r reading) bool { a := r.agreement(); return a == e || a.gender == "" && a.c == e.c },
		func(e agreement, r reading) bool { return r.plural && r.c == e.c && e.gender != "plural" },
	} {
		for _, e := range endings {
			if slices.ContainsFunc(readings, func(r reading) bool { return fits(e, r) }) {
				return e
			}
		}
	}
	for _, c := range g.governed(g.sharing(m.Before), "place") {
		if i := slices.IndexFunc(endings, func(e agreement) bool { return e.c == c }); i >= 0 {
			return endings[i]
		}
	}
	return endings[0]
}

// parseSuffixes parses the possible readings of endings written after digits: "masculine genitive,
// plural locative".
func parseSuffixes(suffixes map[string]string) map[string][]agreement {
	parsed := map[string][]agreement{}
	for words, readings := range suffixes {
		for word := range strings.FieldsSeq(words) {
			for reading := range strings.SplitSeq(readings, ", ") {
				gender, c, _ := strings.Cut(reading, " ")
				parsed[word] = append(parsed[word], agreement{gender, c})
			}
		}
	}
	return parsed
}

// agreeing chooses the reading that fits the preceding words, or the one that the phrase prefers: a
// nominative anywhere, another case only after a word. If neither decides, a singular wins over a
// plural.
func (g *Grammar) agreeing(readings []reading, m match) (agreement, bool) {
	cases := slices.Clone(g.governed(g.sharing(m.Before), "numbers"))
	settled := len(cases) > 0 && m.Prefer == ""
	if m.Prefer == nominative || m.Prefer != "" && wordBefore(m.Before) != "" {
		cases = append(cases, m.Prefer)
	}
	all := slices.Clone(readings)
	slices.SortStableFunc(all, func(a, b reading) int {
		return cmp.Compare(g.rank(a, cases), g.rank(b, cases))
	})
	for _, r := range all {
		if r.Gender != "" && (!settled || slices.Contains(cases, r.c)) {
			return r.agreement(), true
		}
	}
	return agreement{}, false
}

// rank returns how well a reading fits; lower is better. Readings in the given cases come first, in
// their order, then all others. Singulars come before plurals, because one number seldom orders
// several things.
func (g *Grammar) rank(r reading, cases []string) int {
	rank, all := slices.Index(cases, r.c), len(cases)
	if rank < 0 {
		rank, all = 2*all+slices.Index(g.cases, r.c), len(g.cases)
	}
	if r.plural {
		return rank + all
	}
	return rank
}
