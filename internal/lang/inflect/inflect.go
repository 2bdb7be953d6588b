// Package inflect says figures in languages whose numbers and nouns take cases: Czech, Polish,
// Russian, Ukrainian. It is driven by the inflection of a pack: nouns, the cases that words govern,
// units, and phrases (dates, times, years, ordinals) as patterns, with number rules for the words
// that CLDR lacks. Package lang calls it for the packs that have one.
//
// It knows no word of any language. What cannot be told from the words around a number, such as the
// gender of a noun that no list has, is left as it is written.
package inflect

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// language is the data of one language, ready for use.
type language struct {
	tag           string
	cases         []string
	data          *pack.Inflection
	own           *cldr.Rules
	words         map[string]pack.Words
	suffixes      map[string][]agreement
	nouns         map[string]noun // by the nominative
	readings      map[string][]reading
	government    map[string]government
	units         vocabulary
	percents      vocabulary
	currencies    vocabulary
	magnitudes    vocabulary
	scales        vocabulary // magnitudes, in full too
	spans         vocabulary
	per           string
	replacements  replacements
	measures      func() *regexp.Regexp // a unit, a currency, a magnitude
	stopIsOrdinal bool
	opening       int                     // see pack.Numbers
	between       func() *regexp.Regexp   // a number and what stands between those of a range, at the end of a text
	earlier       func() *regexp.Regexp   // a number and a conjunction at the end of a text
	later         func() *regexp.Regexp   // and at its start
	places        []func() *regexp.Regexp // what follows them
}

// Rules returns the rules of a language in their order of precedence. It panics if its data is
// broken, which a test would have found. Rules of the language's own come between its phrases and
// its quantities.
func Rules(g *grammar.Grammar, own ...rewrite.Rule) []rewrite.Rule {
	l, err := newLanguage(g.Tag, g.Pack)
	if err != nil {
		panic(fmt.Sprintf("inflect: %s: %v", g.Tag, err))
	}
	phrases, err := l.phraseRules()
	if err != nil {
		panic(fmt.Sprintf("inflect: %s: %v", g.Tag, err))
	}
	return slices.Concat(phrases, own, l.quantityRules(), []rewrite.Rule{l.aloneRule()}, g.Abbreviations())
}

func newLanguage(tag string, p *pack.Pack) (l *language, err error) {
	l = &language{tag: tag, cases: p.Cases, data: p.Inflection, stopIsOrdinal: p.Numbers.Stop, opening: p.Numbers.Opening}
	if l.own, err = cldr.ParseRules(tag, p.NumberRules); err != nil {
		return nil, err
	}
	if l.nouns, err = l.parseNouns(); err != nil {
		return nil, err
	}
	l.readings = readingsOf(l.nouns, l.cases)
	l.government = parseGovernment(l.data.Government)
	l.per, l.words, l.suffixes = p.Numbers.Per, p.Words, parseSuffixes(l.data.Suffixes)
	l.replacements = newReplacements(l.data.Respell)
	l.compile()
	for _, table := range []struct {
		words map[string]string
		to    *vocabulary
	}{{l.data.Units, &l.units}, {l.data.Percents, &l.percents}, {l.data.Currencies, &l.currencies}, {l.data.Magnitudes, &l.magnitudes}, {l.data.Spans, &l.spans}, {l.inFull(l.data.Magnitudes), &l.scales}} {
		if *table.to, err = l.nounTable(table.words); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// compile prepares the patterns that are looked for around numbers.
func (l *language) compile() {
	and := l.conjunctions()
	l.between = rewrite.Lazy(`\d (?:` + l.joiners() + `) $`)
	l.earlier = rewrite.Lazy(`\d[\d.,:]*(?:` + gap + `%)?,? (?:` + and + `) $`)
	l.later = rewrite.Lazy(`^(?:,|,? (?:` + and + `)) ` + figures)
	l.measures = sync.OnceValue(func() *regexp.Regexp {
		all := []string{l.magnitudes.pattern, l.currencies.pattern, l.percents.pattern, l.units.pattern}
		return regexp.MustCompile(`^(?:` + strings.Join(all, "|") + `)`)
	})
	for _, place := range l.data.Places {
		l.places = append(l.places, rewrite.Lazy(`^(?:`+place.After+`)`))
	}
}

// nounTable finds the nouns of written forms: those of the folder by their nominative, or CLDR's
// units by their id.
func (l *language) nounTable(words map[string]string) (vocabulary, error) {
	nouns := map[string]noun{}
	for _, written := range slices.Sorted(maps.Keys(words)) {
		name := words[written]
		n, known := l.nouns[name]
		if !known {
			_, known = cldr.Unit(l.tag, name, cldr.Other, "")
			n = noun{unit: name, gender: unitGender(cldr.Gender(l.tag, name))}
		}
		if !known {
			return vocabulary{}, fmt.Errorf("%s: %q is neither a noun of the inflection nor a unit of CLDR", written, name)
		}
		nouns[written] = n
	}
	return newVocabulary(nouns), nil
}

// inFull adds to written forms all that their nouns have.
func (l *language) inFull(words map[string]string) map[string]string {
	all := maps.Clone(words)
	for _, name := range words {
		for _, c := range l.cases {
			all[l.nouns[name].singular[c]], all[l.nouns[name].plural[c]] = name, name
		}
	}
	return all
}
