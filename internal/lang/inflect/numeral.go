package inflect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// spell says a number by the folder's own rule sets, or by CLDR's.
func (l *language) spell(ruleset, figures string) (string, bool) {
	said, ok := l.own.Spell(ruleset, figures)
	if !ok {
		return "", false
	}
	return l.replacements.apply(said), true
}

// cardinal says whole figures. A language may have a rule set for a gender and case, or for a case;
// the accusative is the nominative where it has none.
func (l *language) cardinal(figures, gender string, c string) (string, bool) {
	if leading := len(figures) - len(strings.TrimLeft(figures, "0")); leading > 0 && len(figures) > 1 {
		rest := figures[leading:]
		zero, ok := l.cardinal("0", gender, c)
		said := strings.TrimSuffix(strings.Repeat(zero+" ", leading), " ")
		if rest == "" {
			return said, ok
		}
		last, known := l.cardinal(rest, gender, c)
		return said + " " + last, ok && known
	}
	var names []string
	for _, name := range []string{"spellout-cardinal-" + gender, "spellout-cardinal"} {
		if c != nominative {
			name += "-" + string(c)
		}
		names = append(names, name)
	}
	if c == accusative {
		names = append(names, "spellout-cardinal-"+gender)
	}
	if c == nominative {
		names = append(names[:1], "spellout-numbering")
	}
	for _, name := range names {
		if said, ok := l.spell(name, figures); ok {
			return said, true
		}
	}
	return "", false
}

// number says figures that count a noun. The accusative of living beings is the genitive, but for
// the many.
func (l *language) number(a amount, n pack.NounClass, c string) (string, bool) {
	category := a.category(l.tag)
	if a.decimals != "" {
		return l.decimal(a, n, c)
	}
	masculine := n.Gender == "masculine"
	animate := c == accusative && n.Animate && (category != cldr.Few || l.data.Few != "") && (category == cldr.Few || category == cldr.One && masculine)
	switch personal := n.Personal && category != cldr.One; {
	case animate && category == cldr.Few && l.data.Few == "plural":
		return l.animated(a, n.Gender)
	case animate && !personal:
		c = genitive
	case personal && (c == nominative || c == accusative):
		c = "accusative-personal" // as CLDR has it: dwóch, tysiąc pięciuset
	}
	said, ok := l.cardinal(a.figures, n.Gender, c)
	return a.signed(said), ok
}

// animated is the accusative of a few living beings, where only the last word is a genitive: сто
// двох поранених.
func (l *language) animated(a amount, gender string) (string, bool) {
	front := len(a.figures) - 1
	said, ok := l.cardinal(a.figures[front:], gender, genitive)
	if front > 0 {
		tens, known := l.cardinal(a.figures[:front]+"0", gender, accusative)
		said, ok = tens+" "+said, ok && known
	}
	return a.signed(said), ok
}

func (a amount) signed(said string) string {
	if a.sign == "" {
		return said
	}
	return a.sign + " " + said
}

// isHalf tells whether a is one and a half and has a word of its own.
func (l *language) isHalf(a amount) bool {
	return len(l.data.Decimals.Half) > 0 && a.figures == "1" && a.decimals == "5"
}

func (l *language) decimal(a amount, n pack.NounClass, c string) (string, bool) {
	d := l.data.Decimals
	if l.isHalf(a) {
		if c != nominative && c != accusative {
			return a.signed(d.Half["oblique"]), true
		}
		return a.signed(d.Half[n.Gender]), true
	}
	if a.figures == "0" && d.Nought != "" {
		fraction, ok := l.fractionPart(a.decimals, nominative)
		return a.signed(d.Nought + " " + fraction), ok
	}
	whole, ok := l.wholePart(a, n, c)
	fraction, known := l.fractionPart(a.decimals, c)
	return a.signed(whole + " " + fraction), ok && known
}

func (l *language) wholePart(a amount, n pack.NounClass, c string) (string, bool) {
	d := l.data.Decimals
	if a.figures == "0" && d.Zero != "" {
		said, ok := l.cardinal("0", n.Gender, c)
		return said + " " + d.Zero, ok
	}
	gender := d.Gender
	if gender == "" {
		gender = n.Gender
	}
	said, ok := l.cardinal(a.figures, gender, c)
	if point, isNoun := l.nouns[d.Point]; isNoun {
		form, known := l.counted(point, amount{figures: a.figures}, c)
		said, ok = said+" "+form, ok && known
	} else if d.Point != "" {
		said += " " + d.Point
	}
	if d.Join != "" {
		said += " " + d.Join
	}
	return said, ok
}

func (l *language) fractionPart(figures string, c string) (string, bool) {
	d := l.data.Decimals
	if !d.Declined || c == accusative && len(d.Fractions) == 0 {
		c = nominative
	}
	if len(d.Fractions) == 0 {
		return l.cardinal(figures, cmp.Or(d.Gender, "masculine"), c)
	}
	if len(figures) > len(d.Fractions) {
		return "", false
	}
	fraction := amount{figures: strings.TrimLeft(figures, "0")}
	if fraction.figures == "" {
		fraction.figures = "0"
	}
	n := l.nouns[d.Fractions[len(figures)-1]]
	said, ok := l.number(fraction, n.NounClass, c)
	form, known := l.counted(n, fraction, c)
	return said + " " + form, ok && known
}

// ordinal says figures as an ordinal number of a gender, or in the plural. The folder's rules give
// stems with marks, which the table of endings replaces.
func (l *language) ordinal(figures, gender string, c string) (string, bool) {
	figures = strings.TrimLeft(figures, "0")
	if len(l.data.Ordinals) == 0 {
		name := "spellout-ordinal-" + gender
		if c != nominative {
			name += "-" + string(c)
		}
		return l.spell(name, figures)
	}
	stem, ok := l.spell("ordinal-stem", figures)
	for mark := range l.data.Ordinals {
		if strings.Contains(stem, mark) {
			stem = strings.ReplaceAll(stem, mark, l.ending(mark, gender, c))
		}
	}
	return stem, ok
}

// ending is the ending of an ordinal behind a stem with a mark.
func (l *language) ending(mark, gender, c string) string {
	endings := strings.Fields(l.data.Ordinals[mark][gender])
	if i := slices.Index(l.cases, c); i >= 0 && i < len(endings) {
		return strings.TrimPrefix(endings[i], "-")
	}
	return ""
}

// fraction is the second part of n/of: третя, третіх.
func (l *language) fraction(n, of, c string) (string, bool) {
	gender := "plural"
	switch category := cldr.Plural(l.tag, n); {
	case category == cldr.One:
		gender = "feminine"
	case c == nominative || c == accusative:
		c = genitive
	}
	said, ok := l.ordinal(of, gender, c)
	return said, ok && grammar.Atoi(n) < grammar.Atoi(of)
}

// replacements are number words that are spelled otherwise than CLDR does.
type replacements struct {
	replacer *strings.Replacer
	starts   map[string]string
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
	r.replacer = strings.NewReplacer(pairs...)
	return r
}

func (r replacements) apply(said string) string {
	for start, right := range r.starts {
		if rest, ok := strings.CutPrefix(said, start); ok && (rest == "" || rest[0] == ' ') {
			said = right + rest
		}
	}
	spaced := strings.ReplaceAll(" "+said+" ", " ", "  ")
	return strings.TrimSpace(strings.ReplaceAll(r.replacer.Replace(spaced), "  ", " "))
}
