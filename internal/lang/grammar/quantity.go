package grammar

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// tables are the vocabularies of what may follow a number.
type tables struct{ magnitudes, currencies, percents, units table[noun] }

func (g *Grammar) newTables() tables {
	p := g.Pack
	return tables{g.vocabulary(p.Magnitudes), g.vocabulary(p.Currencies), g.vocabulary(percents, p.Percents), g.vocabulary(g.symbols(), p.Units)}
}

// Quantities returns the rules for numbers with a known unit, currency or the like, the most
// specific first. If names are given, it returns only those.
func (g *Grammar) Quantities(names ...string) []rewrite.Rule {
	t, spans := g.tables(), g.vocabulary(g.Pack.Spans)
	if !g.inflects {
		spans = g.vocabulary(g.Pack.Units, g.Pack.Spans, g.symbols())
	}
	spelt := spelt(t.magnitudes) // M€ are millions, MW are none
	signs, scales := g.sumTables()
	rules := slices.Concat(
		nounRule{g, "money", signs, scales, spans}.behindSigns(),
		nounRule{g, "money", t.currencies, t.magnitudes, spans}.counts(),
		nounRule{g, "percent", t.percents, spelt, spans}.counts(),
		nounRule{g, "unit", t.units, spelt, spans}.counts())
	return slices.DeleteFunc(rules, func(r rewrite.Rule) bool { return names != nil && !slices.Contains(names, r.Name) })
}

// symbols returns the unit symbols that all languages share. Where every number is spelled out, the
// pack lists the symbols.
func (g *Grammar) symbols() map[string][]string {
	if g.Pack.Numbers.Every {
		return nil
	}
	return units
}

// measurePattern matches a measure after a number that no rule could expand. The number is then
// left as written too.
func (g *Grammar) measurePattern() string {
	t := g.tables()
	all := []string{`[%‰€$£¥₴₽°]`}
	for _, words := range []table[noun]{t.magnitudes, t.currencies, t.percents, t.units} {
		if words.pattern != "" {
			all = append(all, words.pattern)
		}
	}
	return strings.Join(all, "|")
}

// isMeasured reports whether a sign, a unit or the like follows.
func (g *Grammar) isMeasured(after string) bool {
	rest := strings.TrimLeft(after, " \u00A0\u202F")
	if !g.measured.In(rest) {
		return false
	}
	found := g.measures().FindString(rest)
	return found != "" && (!StartsLetter(found) || !continuesWord(rest[len(found):]))
}

// spelt returns the words that have more than one letter.
func spelt(words table[noun]) table[noun] {
	long := maps.Clone(words.values)
	maps.DeleteFunc(long, func(word string, _ noun) bool { return len(word) == 1 })
	return newTable(long)
}

// sumTables returns the currencies that may precede a number, and the magnitudes that may follow
// it.
func (g *Grammar) sumTables() (currencies, magnitudes table[noun]) {
	signs, scales := map[string]noun{}, map[string]noun{}
	for name, written := range g.Pack.Currencies {
		for _, sign := range written {
			if !StartsLetter(sign) || strings.ToUpper(sign) == sign || !g.inflects {
				signs[sign], _ = g.noun(name)
			}
		}
	}
	for name, written := range g.Pack.Magnitudes {
		n, _ := g.noun(name)
		g.addForms(scales, n)
		for _, short := range written {
			scales[short] = n
		}
	}
	return newTable(signs), newTable(scales)
}

// optional returns a group for one of the words, which may be missing. The table may be empty.
func optional(before string, words table[noun]) string {
	if words.pattern == "" {
		return `()`
	}
	return `(?:` + before + `(` + words.pattern + `))?`
}

// counted is the text that follows a quantity.
type counted struct {
	scale, space, noun string
	end                []string // a sign, a share, a divisor, words after hyphens
}

func newCounted(groups []string) counted {
	return counted{scale: groups[0], space: groups[1], noun: groups[2], end: groups[3:]}
}

// isOfCode reports whether letters right after digits belong to a name: F-16V.
func (c counted) isOfCode(m rewrite.Match) bool {
	front := strings.TrimRight(m.Before, "-–‑−")
	last, _ := utf8.DecodeLastRuneInString(front)
	return front != m.Before && InWord(last) && StartsLetter(c.noun) && (c.space == "" || c.isHyphened())
}

func (c counted) isHyphened() bool { return c.space == "-" || c.space == "‑" }

// endPattern returns a pattern of what may follow the counted noun.
func (g *Grammar) endPattern(rule string, shares table[noun]) string {
	sign, compound, per := `()`, `()`, shares.pattern
	if len(g.Pack.Numbers.Behind) > 0 {
		sign = `([` + strings.Join(slices.Sorted(maps.Keys(g.Pack.Numbers.Behind)), "") + `])?`
	}
	if g.Pack.Numbers.Every && rule == "money" { // $70/barrel, $2,500-a-month
		per, compound = strings.Trim(per+`|[A-Za-z]+`, "|"), `((?:-[a-z]+)+)?`
	}
	if per == "" {
		return sign + `()()` + compound
	}
	return sign + `(?: ?/(\d{1,4})?` + gap + `(` + bounded(per) + `))?` + compound
}

// bounded returns a pattern whose words end at word boundaries if they end in a letter.
func bounded(words string) string { return wordEnd().ReplaceAllString(words, `$1\b$2`) }

var wordEnd = lazyregexp.New(`([A-Za-z])(\||$)`)

// adjoin reports whether a magnitude runs into letters. "300 mil" is not 300 million ("mi") litres
// ("l").
func adjoin(written, magnitude, noun string) bool {
	return magnitude != "" && StartsLetter(noun) && strings.Contains(written, magnitude+noun)
}

// linkPattern returns a pattern of what may link a magnitude and a noun.
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

// Magnitudes returns the rule for a magnitude with a noun that no table has: "5 Mio. Menschen".
func (g *Grammar) Magnitudes() []rewrite.Rule {
	magnitudes := g.tables().magnitudes
	if magnitudes.pattern == "" {
		return nil
	}
	pattern := g.numberPattern() + gap + `(` + bounded(magnitudes.pattern) + `)`
	return []rewrite.Rule{{Name: "number", Pattern: pattern, Whole: true, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		written := m.Groups[quantityGroups+1]
		named := len(written) == 1 && q.last.decimals == "" && !strings.Contains(m.Groups[0], " ") && !g.Pack.Numbers.Every // 8M is the name of a day
		if !ok || !g.stands(m) || named || g.inflects && g.isMeasured(m.After) {
			return "", false
		}
		n := magnitudes.of(written)
		said, ok := g.count(q, n, g.caseOf("", q, n, m))
		return g.withStop(said, m), ok && g.isSettled(q, n, m)
	}}}
}
