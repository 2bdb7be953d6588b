// Package grammar spells out numbers, dates, abbreviations and addresses, with the rules of a
// language pack and the data of CLDR, which has the number words and the names of
// units. A language without cases is to it one with a single case.
//
// Two things hold for all rules. What agrees is said as it agrees: the word in front governs the
// case, and the noun's gender and the number govern each other's form. And no rule says half of a
// number, date or sum: where one part can't be told from the words around it, all of it is left as
// it is written.
//
// Package lang makes a Grammar for each language; the Go of a language's folder, if there is any,
// adds rules to its own. The package knows no word of any language.
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

	// Set by the Go of a language that tells these otherwise.
	Whole func(m rewrite.Match) bool                              // is it no part of a longer word or number?
	Ends  func(after string) bool                                 // is the full stop of an abbreviation that of the sentence too?
	Spell func(ruleset, number string) (words string, known bool) // is asked before the rules for the words of a number

	cases       []string
	own         *cldr.Rules // nil: CLDR's alone
	nouns       map[string]pack.Noun
	inflects    bool // numbers and nouns are declined by each other
	readings    map[string][]reading
	endings     map[string][]reading
	governs     map[string]government
	suffixes    map[string][]agreement
	respelled   replacements
	vowels      func() *regexp.Regexp // what a word begins with that of_vowel stands before
	months      table[int]
	weekdays    map[string]bool          // in small letters
	words       map[string]table[string] // of the pack, by the part that they are
	nameEndings map[string]string
	phrases     []phrase
	atEnd       map[string]*rewrite.Edge // what stands behind and before phrases, by its pattern
	atStart     map[string]*rewrite.Edge
	describing  describing
	tables      func() tables
	shouts      func() map[string]string // words by how they are in capitals
	initialisms func() map[string]bool   // words that stay in capitals
	around

	spellings sync.Map     // spelling → its words
	kept      atomic.Int64 // how many those are
}

// around are the patterns that are looked for around numbers.
type around struct {
	figures    string                // of a number: its whole part and its decimals
	whole      func() *regexp.Regexp // a quantity, from its start to its end
	between    func() *regexp.Regexp // a number and what stands between those of a range, at the end of a text
	earlier    func() *regexp.Regexp // a number and a conjunction at the end of a text
	later      func() *regexp.Regexp // and at its start
	hasEarlier *rewrite.Edge         // earlier: it refuses at less cost
	measures   func() *regexp.Regexp // a unit, a currency, a magnitude
	measured   *rewrite.Edge         // the same: it refuses at less cost
	places     []func() *regexp.Regexp
}

// New returns the grammar of a language by its pack. An error names what is wrong in the pack.
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

// readWords makes the vocabularies of the pack and of CLDR.
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

// Rules are the language's rules in their order of precedence. Those of own come between its
// phrases and its quantities.
func (g *Grammar) Rules(own ...rewrite.Rule) []rewrite.Rule {
	return g.Capitalising(slices.Concat(g.Web(), g.Phrases(false), own, g.Quantities(), g.Magnitudes(), g.Phrases(true), g.Alone(), g.Abbreviations(), g.Powers()))
}

// Capitalising are rules that keep the capital at the start of a sentence, if the pack wants it.
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

// sentenceStart matches text that ends directly before a new sentence: its last word is no short
// abbreviation.
var sentenceStart = rewrite.AtEnd(`(?:[\p{L}\d]{4}\.|[!?…]|[)»”"]\.)["»”)]*[ \x{A0}\x{2009}\x{202F}]+["«„(]*`)

// capitalised begins what a rule says with a capital if the match begins a sentence.
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

// isShort reports whether a word in small letters, with its full stop, is an abbreviation in front
// of a number.
func (g *Grammar) isShort(word string) bool {
	a := g.Pack.Abbreviations
	return a.BeforeNumber[word] != "" || a.BeforeBoth[word] != ""
}

// checkTables reports names in the tables that are neither nouns nor units of CLDR.
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
	earlier := `\d[\d.,:]*(?:` + gap + `%)?,? (?:` + conjunctions + `) `
	g.earlier, g.hasEarlier = lazyregexp.New(earlier+`$`), rewrite.AtEnd(earlier)
	g.later = lazyregexp.New(`^(?:,|,? (?:` + conjunctions + `)) ` + g.figures)
	for _, place := range g.Pack.Places {
		g.places = append(g.places, lazyregexp.New(`^(?:`+g.compile(place.Before).pattern+`)`))
	}
}

// byWord turns lists of words by what they tell round.
func byWord(lists map[string]string) map[string]string {
	told := map[string]string{}
	for what, words := range lists {
		for word := range strings.FieldsSeq(words) {
			told[word] = what
		}
	}
	return told
}

// caseIndex is the place of a case in the forms of a noun.
func (g *Grammar) caseIndex(name string) int { return max(0, slices.Index(g.cases, name)) }

// withStop is said with the full stop of the sentence, if the one of the abbreviation that was
// written does for both.
func (g *Grammar) withStop(said string, m rewrite.Match) string {
	if strings.HasSuffix(m.Groups[0], ".") && !strings.HasSuffix(said, ".") && g.ends(m) {
		return said + "."
	}
	return said
}

// ends guesses whether the full stop of an abbreviation is that of the sentence too.
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

// monthName is a month from 1 as it is said in a date.
func (g *Grammar) monthName(month int) string {
	if len(g.Pack.MonthNames) == 12 {
		return g.Pack.MonthNames[month-1]
	}
	return cldr.Months(g.Tag)[month-1]
}
