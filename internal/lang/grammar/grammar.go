// Package grammar spells out numbers, dates, abbreviations and addresses. It applies the rules of a
// language pack and the data of CLDR, which has the number words and the unit names. A language
// without cases is treated as one with a single case.
//
// Two principles hold for all rules. Words agree: the preceding word governs the case, and the
// number and the noun determine each other's form. And nothing is expanded in part: if one part of
// a number, date or sum cannot be determined from the context, the whole of it stays as written.
//
// Package lang makes a Grammar for each language. The Go code in a language's folder, if there is
// any, adds its own rules. This package contains no words of any language.
package grammar

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Grammar applies the pack of one language.
type Grammar struct {
	Tag  string
	Pack *pack.Pack

	// A language's Go code sets these to replace the defaults.
	Whole func(m rewrite.Match) bool                              // reports whether m is not part of a longer word or number
	Ends  func(after string) bool                                 // reports whether the full stop of an abbreviation also ends the sentence
	Spell func(ruleset, number string) (words string, known bool) // tried before the number rules

	cases       []string
	own         *cldr.Rules // number rules of the pack; nil: only those of CLDR
	nouns       map[string]pack.Noun
	inflects    bool // numbers and nouns determine each other's form
	readings    map[string][]reading
	endings     map[string][]reading
	governs     map[string]government
	suffixes    map[string][]agreement
	respelled   replacements
	vowels      func() *regexp.Regexp // matches the start of a word that takes of_vowel
	months      table[int]
	weekdays    map[string]bool          // in lower case
	words       map[string]table[string] // word lists of the pack, by part name
	nameEndings map[string]string
	phrases     []phrase
	atEnd       map[string]*rewrite.Edge // edges after and before phrases, by pattern
	atStart     map[string]*rewrite.Edge
	describing  describing
	tables      func() tables
	shouts      func() map[string]string // words by their spelling in capitals
	initialisms func() map[string]bool   // words that stay in capitals
	around

	spellings sync.Map     // cache of spelled numbers: spelling → words
	kept      atomic.Int64 // entries in spellings
}

// around holds the patterns that match the context of numbers.
type around struct {
	figures    string                // groups of a number: its whole part and its decimals
	whole      func() *regexp.Regexp // a quantity, from its start to its end
	between    func() *regexp.Regexp // a number and a joiner of ranges, at the end of a text
	earlier    func() *regexp.Regexp // a number and a conjunction at the end of a text
	later      func() *regexp.Regexp // a conjunction and a number at the start of a text
	hasEarlier *rewrite.Edge         // a cheap test whether earlier can match
	measures   func() *regexp.Regexp // a unit, a currency or a magnitude
	measured   *rewrite.Edge         // a cheap test whether measures can match
	places     []func() *regexp.Regexp
}

// New returns the grammar of the language of a pack. An error names what is wrong in the pack.
func New(tag string, p *pack.Pack) (g *Grammar, err error) {
	g = &Grammar{Tag: tag, Pack: p, cases: p.Cases, inflects: len(p.Declensions) > 0, suffixes: parseSuffixes(p.Suffixes)}
	if g.cases == nil {
		g.cases = []string{nominative}
	}
	if p.NumberRules != "" {
		if g.own, err = cldr.ParseRules(tag, p.NumberRules); err != nil {
			return nil, err
		}
	}
	if g.nouns, err = p.AllNouns(); err != nil {
		return nil, err
	}
	g.readNouns()
	g.readWords()
	g.tables, g.shouts = sync.OnceValue(g.newTables), sync.OnceValue(g.newShouts)
	g.initialisms = sync.OnceValue(g.newInitialisms)
	g.compileAround()
	if err := g.compilePhrases(); err != nil {
		return nil, err
	}
	return g, g.checkTables()
}

// readWords builds the vocabularies from the pack and from CLDR.
func (g *Grammar) readWords() {
	p := g.Pack
	g.governs, g.respelled = parseGovernment(p.Governs), newReplacements(p.Numbers.Respell)
	g.describing = newDescribing(p.Describing)
	g.nameEndings = byWord(p.Abbreviations.NameEndings)
	g.months = newTable(g.monthNames())
	g.words = map[string]table[string]{}
	for kind, words := range p.Words {
		g.words[kind] = newTable(words)
	}
	g.weekdays = map[string]bool{}
	for _, name := range cldr.Weekdays(g.Tag) {
		g.weekdays[strings.ToLower(name)] = true
	}
}

func (g *Grammar) compilePhrases() error {
	g.atEnd, g.atStart = map[string]*rewrite.Edge{}, map[string]*rewrite.Edge{}
	for _, written := range g.Pack.Phrases {
		compiled, err := g.newPhrase(written)
		if err != nil {
			return fmt.Errorf("phrase %q: %w", written.Written, err)
		}
		g.phrases = append(g.phrases, compiled)
	}
	return nil
}

// Rules returns the language's rules in order of precedence. The rules in own come between the
// phrases and the quantities.
func (g *Grammar) Rules(own ...rewrite.Rule) []rewrite.Rule {
	return g.Capitalising(slices.Concat(g.Web(), g.Phrases(false), own, g.Quantities(), g.Magnitudes(), g.Phrases(true), g.Alone(), g.Abbreviations(), g.Powers()))
}

// Capitalising wraps rules so that they keep the capital at the start of a sentence, if the pack
// asks for it.
func (g *Grammar) Capitalising(rules []rewrite.Rule) []rewrite.Rule {
	if !g.Pack.Numbers.Opens {
		return rules
	}
	for i, r := range rules {
		rules[i].Say = func(m rewrite.Match) (string, bool) {
			said, ok := r.Say(m)
			return g.capitalised(m, said), ok
		}
	}
	return rules
}

// sentenceStart matches text that ends just before a new sentence. The last word must be too long
// for an abbreviation.
var sentenceStart = rewrite.AtEnd(`(?:[\p{L}\d]{4}\.|[!?…]|[)»”"]\.)["»”)]*[ \x{A0}\x{2009}\x{202F}]+["«„(]*`)

// capitalised capitalizes said if the match begins a sentence.
func (g *Grammar) capitalised(m rewrite.Match, said string) string {
	r, _ := utf8.DecodeRuneInString(m.Groups[0])
	opens := unicode.IsDigit(r) || unicode.IsUpper(r)
	if m.Before == "" || said == "" || !opens {
		return said
	}
	tail := rewrite.Tail(m.Before)
	if strings.ContainsAny(tail, ".!?…") && sentenceStart.In(tail) && !g.isShort(wordBefore(tail)) {
		return Capitalised(said)
	}
	return said
}

// isShort reports whether a word (in lower case, with its full stop) is an abbreviation that
// precedes a number.
func (g *Grammar) isShort(word string) bool {
	a := g.Pack.Abbreviations
	return a.BeforeNumber[word] != "" || a.BeforeBoth[word] != ""
}

// checkTables reports a name in the tables that is neither a noun of the pack nor a unit of CLDR.
func (g *Grammar) checkTables() error {
	p := g.Pack
	for _, names := range []map[string][]string{p.Units, p.Percents, p.Currencies, p.Magnitudes, p.Spans} {
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if _, ok := g.noun(name); !ok {
				return fmt.Errorf("%q is neither a noun of the pack nor a unit of CLDR", name)
			}
		}
	}
	return nil
}

func (g *Grammar) compileAround() {
	g.vowels = lazyregexp.New(`^(?:` + g.Pack.Numbers.Vowels + `)`)
	g.measures = lazyregexp.Build(func() string { return `^(?:` + g.measurePattern() + `)` })
	g.measured = rewrite.AtStartOf(g.measurePattern)
	conjunctions, joiners := g.joinersThat(true), g.joinersThat(false)
	g.figures = g.figurePattern()
	g.whole = lazyregexp.New(`^(?:` + g.quantityPattern() + `)$`)
	g.between = lazyregexp.New(`\d (?:` + joiners + `) $`)
	earlier := `\d[\d.,:–-]*(?:` + gap + `%)?,? (?:` + conjunctions + `) `
	g.earlier, g.hasEarlier = lazyregexp.New(earlier+`$`), rewrite.AtEnd(earlier)
	g.later = lazyregexp.New(`^(?:,|,? (?:` + conjunctions + `)) ` + g.figures)
	for _, place := range g.Pack.Places {
		g.places = append(g.places, lazyregexp.New(`^(?:`+g.compile(place.Before).pattern+`)`))
	}
}

// byWord inverts a map of word lists: it maps each word to the key of its list.
func byWord(lists map[string]string) map[string]string {
	keys := map[string]string{}
	for key, words := range lists {
		for word := range strings.FieldsSeq(words) {
			keys[word] = key
		}
	}
	return keys
}

// caseIndex returns the index of a case in the forms of a noun.
func (g *Grammar) caseIndex(name string) int { return max(0, slices.Index(g.cases, name)) }

// withStop appends a full stop to said if the full stop of the written abbreviation also ends the
// sentence.
func (g *Grammar) withStop(said string, m rewrite.Match) string {
	if strings.HasSuffix(m.Groups[0], ".") && !strings.HasSuffix(said, ".") && g.ends(m) {
		return said + "."
	}
	return said
}

// ends guesses whether the full stop of an abbreviation also ends the sentence.
func (g *Grammar) ends(m rewrite.Match) bool {
	switch {
	case g.Ends != nil:
		return g.Ends(m.After)
	case g.Pack.Numbers.Capitals:
		return blankAfter(m)
	}
	return endsSentence(m, g.Pack.Numbers.Opening)
}

func (g *Grammar) monthNames() map[string]int {
	names := map[string]int{}
	for i, name := range cldr.Months(g.Tag) {
		names[name] = i + 1
	}
	for number, written := range g.Pack.Months {
		for _, name := range written {
			names[name] = Atoi(number)
		}
	}
	return names
}

// monthName returns the name of a month (1 to 12) in the form that dates use.
func (g *Grammar) monthName(month int) string {
	if len(g.Pack.MonthNames) == 12 {
		return g.Pack.MonthNames[month-1]
	}
	return cldr.Months(g.Tag)[month-1]
}
