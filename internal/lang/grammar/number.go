package grammar

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// spell spells out a whole number with a ruleset of the pack, or else of CLDR, whose ruleset names
// appear here without their prefix "spellout-". It caches short numbers, because a text repeats
// them.
func (g *Grammar) spell(ruleset, number string) (string, bool) {
	asked := spelling{ruleset, number}
	if kept, ok := g.spellings.Load(asked); ok {
		return kept.(string), true
	}
	words, ok := g.spellAnew(ruleset, number)
	if ok && len(number) <= keptFigures && g.kept.Add(1) <= mostKept {
		g.spellings.Store(spelling{ruleset, strings.Clone(number)}, words) // clone: the key must not keep the whole text in memory
	}
	return words, ok
}

// spelling is the key of a spelled-out number.
type spelling struct{ ruleset, number string }

// Limits of the cache of spelled-out numbers. They bound its memory to a megabyte.
const keptFigures, mostKept = 4, 4096

func (g *Grammar) spellAnew(ruleset, number string) (string, bool) {
	if g.Spell != nil {
		if words, ok := g.Spell(ruleset, number); ok {
			return words, true
		}
	}
	if g.own == nil {
		words, ok := cldr.Spell(g.Tag, "spellout-"+ruleset, number)
		return g.respelled.apply(words), ok
	}
	words, ok := g.own.Spell(ruleset, number)
	if !ok {
		words, ok = g.own.Spell("spellout-"+ruleset, number)
	}
	return g.respelled.apply(words), ok
}

// numbering spells out a number as in counting.
func (g *Grammar) numbering(number string) (string, bool) { return g.spell("numbering", number) }

// cardinal spells out a cardinal of a gender ("": none) and case. Where every number is spelled
// out, it reads digits that are not an amount one by one.
func (g *Grammar) cardinal(number, gender, c string) (string, bool) {
	switch {
	case !g.Pack.Numbers.Every:
	case number == "":
		return "", true // .5
	case len(number) > mostDigits || number[0] == '0' && len(number) > 1:
		return g.digits(number, false)
	}
	for _, ruleset := range g.cardinals(gender, c) {
		if words, ok := g.spell(ruleset, number); ok {
			return words, true
		}
	}
	return "", false
}

// cardinals returns the rulesets that may spell out a number of a gender and case, the best first.
// An inflected number has only its own ruleset, except that the accusative may equal the
// nominative.
func (g *Grammar) cardinals(gender, c string) []string {
	sets := g.Pack.Numbers.Cardinals
	switch {
	case gender == "" && (c == nominative || len(g.cases) == 1):
		return []string{"numbering"}
	case c == nominative || len(g.cases) == 1:
		return []string{cmp.Or(sets[gender], "cardinal-"+gender), "cardinal-" + gender, "cardinal", "numbering"}
	}
	declined := []string{cmp.Or(sets[gender+"-"+c], "cardinal-"+gender+"-"+c), "cardinal-" + c}
	if c == accusative {
		declined = append(declined, "cardinal-"+gender)
	}
	return declined
}

// withZeros spells out digits, including each leading zero.
func (g *Grammar) withZeros(figures, gender, c string) (string, bool) {
	if len(figures) < 2 || figures[0] != '0' {
		return g.cardinal(figures, gender, c)
	}
	zero, ok := g.cardinal("0", gender, c)
	rest, known := g.withZeros(figures[1:], gender, c)
	return zero + " " + rest, ok && known
}

// number spells out a before a noun. The accusative of living beings equals the genitive, except
// after "many" numbers.
func (g *Grammar) number(a amount, n pack.Class, c string) (string, bool) {
	if a.decimals != "" {
		return g.decimal(a, n, c)
	}
	category := a.category(g.Tag)
	few := category == cldr.Few && g.Pack.Numbers.Few != ""
	animate := c == accusative && n.Animate && (few || category == cldr.One && n.Gender == "masculine")
	switch personal := n.Personal && category != cldr.One; {
	case animate && g.Pack.Numbers.Living:
		return g.animated(a, n.Gender)
	case animate && !personal:
		c = genitive
	case personal && (c == nominative || c == accusative):
		c = "accusative-personal" // CLDR's name for it: dwóch, tysiąc pięciuset
	}
	said, ok := g.cardinal(a.whole, n.Gender, c)
	return a.signed(said), ok
}

// animated spells out the accusative of living beings, in which only the last word is a genitive:
// сто двох поранених, сто одного пораненого.
func (g *Grammar) animated(a amount, gender string) (string, bool) {
	front := len(a.whole) - 1
	said, ok := g.cardinal(a.whole[front:], gender, genitive)
	if front > 0 {
		tens, known := g.cardinal(a.whole[:front]+"0", gender, accusative)
		said, ok = tens+" "+said, ok && known
	}
	return a.signed(said), ok
}

// isHalf reports whether a is 1.5 and the language has a word for it.
func (g *Grammar) isHalf(a amount) bool {
	return len(g.Pack.Numbers.Decimals.Half) > 0 && a.whole == "1" && a.decimals == "5"
}

// declinesHalf reports whether the word for 1.5 governs like an inflected number: полтора
// километра, до полутора километров; but до півтора кілометра.
func (g *Grammar) declinesHalf() bool {
	half := g.Pack.Numbers.Decimals.Half
	return half["oblique"] != half["masculine"]
}

func (g *Grammar) decimal(a amount, n pack.Class, c string) (string, bool) {
	d := g.Pack.Numbers.Decimals
	switch {
	case g.Pack.Numbers.Thousands && len(a.decimals) == 3 && a.whole != "0":
		return "", false
	case d.Point == "" && d.Join == "":
		said, ok := g.cardinal(a.number(), n.Gender, c)
		return a.signed(said), ok
	case g.isHalf(a) && c != nominative && c != accusative:
		return a.signed(d.Half["oblique"]), true
	case g.isHalf(a):
		return a.signed(d.Half[n.Gender]), true
	case a.whole == "0" && d.Nought != "":
		fraction, ok := g.fractionPart(a.decimals, nominative)
		return a.signed(d.Nought + " " + fraction), ok
	}
	whole, ok := g.wholePart(a, n, c)
	fraction, known := g.fractionPart(a.decimals, c)
	return a.signed(whole + " " + fraction), ok && known
}

// wholePart spells out the part before the decimals, with the decimal point.
func (g *Grammar) wholePart(a amount, n pack.Class, c string) (string, bool) {
	d := g.Pack.Numbers.Decimals
	gender, behind := cmp.Or(d.Gender, n.Gender), d.Point
	switch point, isNoun := g.nouns[d.Point]; {
	case d.Digits != "":
		gender, c = "", nominative
	case a.whole == "0" && d.Zero != "":
		gender, behind = n.Gender, d.Zero
	case isNoun:
		behind = g.form(noun{Noun: point}, amount{whole: a.whole}, c)
	case d.Join != "":
		behind = strings.TrimSpace(behind + " " + d.Join)
	}
	said, ok := g.cardinal(a.whole, gender, c)
	return strings.TrimSpace(said + " " + behind), ok
}

func (g *Grammar) fractionPart(figures, c string) (string, bool) {
	d, longest := g.Pack.Numbers.Decimals, 3
	if !d.Declined || c == accusative && len(d.Fractions) == 0 {
		c = nominative
	}
	switch {
	case d.Digits != "":
		return g.digits(figures, d.Digits == "number")
	case len(figures) > longest:
		return "", false
	case len(d.Fractions) == 0:
		return g.withZeros(figures, cmp.Or(d.Gender, "masculine"), c)
	}
	n := g.nouns[d.Fractions[len(figures)-1]]
	said, ok := g.count(quantity{last: amount{whole: trimZeros(figures)}}, noun{Noun: n}, c)
	return said, ok
}

// trimZeros removes leading zeros.
func trimZeros(figures string) string { return cmp.Or(strings.TrimLeft(figures, "0"), "0") }

// digits spells out digits as one number after its leading zeros, or one by one. It always reads
// long runs one by one.
func (g *Grammar) digits(figures string, asNumber bool) (string, bool) {
	const longest = 3
	oneByOne := !asNumber || len(figures) > longest
	var words []string
	for figures != "" {
		next := figures
		if oneByOne || figures[0] == '0' {
			next = figures[:1]
		}
		said, ok := g.numbering(next)
		if !ok {
			return "", false
		}
		words, figures = append(words, said), figures[len(next):]
	}
	return strings.Join(words, " "), true
}

// isOfHundreds reports whether digits are a year from 1100 to 1999 in a language that counts such
// years in hundreds.
func (g *Grammar) isOfHundreds(figures string) bool {
	const hundreds, thousands = 1100, 2000
	ruleset, n := g.Pack.Numbers.Year, Atoi(figures)
	return ruleset != "" && ruleset != "-" && len(figures) == 4 && n >= hundreds && n < thousands
}

// year spells out a year of four digits, or of two: "05" with its zero.
func (g *Grammar) year(figures string) (string, bool) {
	switch {
	case len(figures) == 2:
		return g.digits(figures, true)
	case g.isOfHundreds(figures):
		return g.spell(g.Pack.Numbers.Year, figures)
	}
	return g.numbering(figures)
}

// ordinal spells out an ordinal of a gender, or in the plural. The pack's number rules may give
// stems with marks, which its table of endings replaces.
func (g *Grammar) ordinal(figures, gender, c string) (string, bool) {
	figures = strings.TrimLeft(figures, "0")
	if len(g.Pack.Numbers.Ordinals) == 0 {
		return g.spell(strings.TrimSuffix("ordinal-"+gender+"-"+c, "-"+nominative), figures)
	}
	stem, ok := g.spell("ordinal-stem", figures)
	for mark := range g.Pack.Numbers.Ordinals {
		stem = strings.ReplaceAll(stem, mark, g.ending(mark, gender, c))
	}
	return stem, ok
}

// ending returns the ending of an ordinal whose stem has the mark.
func (g *Grammar) ending(mark, gender, c string) string {
	endings := strings.Fields(g.Pack.Numbers.Ordinals[mark][gender])
	if i := slices.Index(g.cases, c); i >= 0 && i < len(endings) {
		return strings.TrimPrefix(endings[i], "-")
	}
	return ""
}

// replacements are number words that the language spells differently from CLDR.
type replacements struct {
	words  *strings.Replacer
	starts map[string]string
}

func newReplacements(words map[string]string) replacements {
	r := replacements{starts: map[string]string{}}
	var pairs []string
	for word, right := range words {
		if start, ok := strings.CutPrefix(word, "^"); ok {
			r.starts[start] = right
			continue
		}
		pairs = append(pairs, " "+word+" ", " "+right+" ")
	}
	if pairs != nil {
		r.words = strings.NewReplacer(pairs...)
	}
	return r
}

func (r replacements) apply(said string) string {
	for start, right := range r.starts {
		if rest, ok := strings.CutPrefix(said, start); ok && (rest == "" || rest[0] == ' ') {
			said = right + rest
		}
	}
	if r.words == nil {
		return said
	}
	spaced := strings.ReplaceAll(" "+said+" ", " ", "  ")
	return strings.TrimSpace(strings.ReplaceAll(r.words.Replace(spaced), "  ", " "))
}

// Spelt spells out a number with a ruleset of the pack. It does not call Spell.
func (g *Grammar) Spelt(ruleset, number string) (string, bool) { return g.own.Spell(ruleset, number) }
