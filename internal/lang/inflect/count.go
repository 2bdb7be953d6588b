package inflect

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// quantityRules are those for a number that something known comes with, from the most specific.
func (l *language) quantityRules() []rewrite.Rule {
	rules := []rewrite.Rule{l.signedSum()}
	for _, known := range []struct {
		name  string
		words vocabulary
	}{{"money", l.currencies}, {"percent", l.percents}, {"unit", l.units}} {
		rules = append(rules, l.counting(known.name, known.words))
	}
	return append(rules, l.scaling())
}

// signedSum is for the currency in front: "$40 млн".
func (l *language) signedSum() rewrite.Rule {
	var signs []string
	for sign := range l.data.Currencies {
		if r, _ := utf8.DecodeRuneInString(sign); !isLetter(r) || strings.ToUpper(sign) == sign {
			signs = append(signs, strings.ReplaceAll(sign, "$", `\$`))
		}
	}
	pattern := `(` + alternatives(signs) + `)` + gap + l.quantityPattern() + `(?:` + gap + `(` + l.scales.pattern + `))?`
	return rewrite.Rule{Name: "money", Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := l.quantity(m.Groups[2:])
		if !ok || !grammar.Opens(m.Before) || !grammar.Closes(m.After) {
			return "", false
		}
		written := m.Groups[2+quantityGroups]
		said, ok := l.sum(q, l.scales.of(written), l.currencies.of(m.Groups[1]), "money", m)
		return said + l.stop(written, m), ok
	}}
}

func isLetter(r rune) bool { return strings.ToLower(string(r)) != strings.ToUpper(string(r)) }

// counting is for one of the words after the number and its magnitude: "5 млн руб.".
func (l *language) counting(name string, words vocabulary) rewrite.Rule {
	pattern := l.quantityPattern() + `(?:` + gap + `(` + l.magnitudes.pattern + `))?` + gap + `(` + words.pattern + `)`
	if name == "money" && len(l.data.Spans) > 0 {
		pattern += `(?:/(?P<span>` + l.spans.pattern + `)\.?)?`
	}
	return rewrite.Rule{Name: name, Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := l.quantity(m.Groups[1:])
		numbered := strings.HasPrefix(m.After, ". ") && grammar.StartsDigit(m.After[2:]) // "5 m. 3": house 5, flat 3
		if !ok || !grammar.Opens(m.Before) || !grammar.Closes(m.After) || numbered {
			return "", false
		}
		written := m.Groups[quantityGroups+2]
		said, ok := l.sum(q, l.magnitudes.of(m.Groups[quantityGroups+1]), words.of(written), name, m)
		if m.Has("span") && m.Named("span") != "" {
			span, known := l.counted(l.spans.of(m.Named("span")), amount{figures: "1"}, accusative)
			said, written, ok = said+" "+strings.Replace(l.per, "{0}", span, 1), m.Groups[0], ok && known
		}
		return said + l.stop(written, m), ok
	}}
}

// scaling is for a magnitude with something that no table knows: "5 млн человек".
func (l *language) scaling() rewrite.Rule {
	pattern := l.quantityPattern() + gap + `(` + l.magnitudes.pattern + `)`
	return rewrite.Rule{Name: "number", Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := l.quantity(m.Groups[1:])
		if !ok || !grammar.Opens(m.Before) || !grammar.Closes(m.After) || l.isMeasured(m.After) {
			return "", false
		}
		written := m.Groups[quantityGroups+1]
		said, ok := l.count(q, l.magnitudes.of(written), l.caseOf("", m))
		return said + l.stop(written, m), ok && l.isSettled(q, l.magnitudes.of(written), m)
	}}
}

// caseOf is the case of a measure: that of the place it tells, or the one that the words in front
// govern.
func (l *language) caseOf(kind string, m rewrite.Match) string {
	for i, place := range l.data.Places {
		if place.Kind == kind && slices.Contains(strings.Fields(place.Before), wordBefore(m.Before)) &&
			l.places[i]().MatchString(m.After) {
			return place.Case
		}
	}
	return l.governs(l.sharing(m.Before), "count")
}

// sum says q of n, or q millions of n.
func (l *language) sum(q quantity, magnitude, n noun, kind string, m rewrite.Match) (string, bool) {
	c := l.caseOf(kind, m)
	cent, hasCents := l.nouns[l.data.Cents[n.singular[nominative]]]
	switch {
	case magnitude.gender != "":
		said, ok := l.count(q, magnitude, c)
		return said + " " + l.scaled(n), ok && l.isSettled(q, magnitude, m)
	case !l.isSettled(q, n, m):
		return "", false
	case hasCents && q.joiner == "" && len(q.last.decimals) == 2:
		return l.inCents(q.last, n, cent, c)
	}
	return l.count(q, n, c)
}

// isSettled tells whether the words in front tell the case, or the nominative and the accusative
// sound the same. Behind a verb an amount may be its subject or its object.
func (l *language) isSettled(q quantity, n noun, m rewrite.Match) bool {
	if !l.isUnsettled(m.Before) {
		return true
	}
	subject, _ := l.count(q, n, nominative)
	object, _ := l.count(q, n, accusative)
	return subject == object
}

// isUnsettled tells whether a number could be a nominative or an accusative here.
func (l *language) isUnsettled(before string) bool {
	before = l.sharing(before)
	word := wordBefore(before)
	return len(l.governed(before, "count")) == 0 && endsIn(word, l.data.Verbs) && !slices.Contains(strings.Fields(l.data.Nominatives), word)
}

// count says q of n in case c.
func (l *language) count(q quantity, n noun, c string) (string, bool) {
	class := n.NounClass
	class.Gender = n.gender
	last, ok := l.number(q.last, class, q.of(c))
	form, known := l.counted(n, q.last, q.of(c))
	last += " " + form
	if q.joiner == "" {
		return last, ok && known
	}
	first, said := l.number(q.first, class, c)
	return q.joined(first, last), ok && known && said
}

// inCents says 3,50 zł as three and fifty, 0,50 zł as fifty.
func (l *language) inCents(a amount, n, cent noun, c string) (string, bool) {
	cents := amount{figures: strings.TrimLeft(a.decimals, "0")}
	if a.figures == "0" && cents.figures != "" {
		cents.sign = a.sign
		return l.count(quantity{last: cents}, cent, c)
	}
	a.decimals = ""
	said, ok := l.count(quantity{last: a}, n, c)
	if !ok || cents.figures == "" {
		return said, ok
	}
	rest, ok := l.count(quantity{last: cents}, cent, c)
	return said + " " + rest, ok
}

// stop is the full stop of the sentence if the one of the abbreviation that was written does for
// both.
func (l *language) stop(written string, m rewrite.Match) string {
	if strings.HasSuffix(written, ".") && grammar.EndsSentence(m, l.opening) {
		return "."
	}
	return ""
}

// aloneRule is for numbers and ranges whose noun is a written word, or that have none.
func (l *language) aloneRule() rewrite.Rule {
	return rewrite.Rule{Name: "number", Pattern: l.quantityPattern(), Say: func(m rewrite.Match) (string, bool) {
		q, ok := l.quantity(m.Groups[1:])
		if !ok || !grammar.Opens(m.Before) || !grammar.Closes(m.After) || l.isCode(q, m) || l.isMeasured(m.After) ||
			!isRange(q, m) || l.isOrdinal(m.After) || isItem(m) || l.isYear(q, m.After) || l.isLeft(m.Before) {
			return "", false
		}
		return l.agreed(q, m)
	}}
}

// isOrdinal tells whether the full stop behind a number may make it an ordinal that no phrase could
// say: "5. kole", "5. 6.".
func (l *language) isOrdinal(after string) bool {
	rest, stop := strings.CutPrefix(after, ".")
	words := nextWords(rest, 1)
	figures := grammar.StartsDigit(strings.TrimLeft(rest, " \u00A0"))
	return stop && l.stopIsOrdinal && (figures || len(words) > 0 && !grammar.StartsUpper(words[0]))
}

// The text before and after the number of an item in a list.
var (
	itemStart = rewrite.Lazy(`(?:^|[.!?…:;]\s+|\n)$`)
	itemEnd   = rewrite.Lazy(`^[.)] (?:[\p{Lu}«]|$)`)
)

func isItem(m rewrite.Match) bool {
	return itemStart().MatchString(rewrite.Tail(m.Before)) && itemEnd().MatchString(m.After)
}

// isYear tells whether a number that counts nothing may be a year: the voice knows as much.
func (l *language) isYear(q quantity, after string) bool {
	n := grammar.Atoi(q.last.figures)
	if q.joiner != "" || q.last.grouped || q.last.decimals != "" || n < 1800 || n >= 2100 {
		return false
	}
	readings, _ := l.readingsAfter(after)
	return readings == nil
}

// isLeft tells whether the first number of a range was left as it is written: so is the second.
func (l *language) isLeft(before string) bool { return l.between().MatchString(rewrite.Tail(before)) }

// isCode tells whether a number is part of one that is said figure by figure: a telephone number, a
// postcode.
func (l *language) isCode(q quantity, m rewrite.Match) bool {
	const longest = 4
	if slices.Contains(strings.Fields(l.data.Codes), wordBefore(m.Before)) {
		return true
	}
	ungrouped := !q.last.grouped && len(q.last.figures) > longest || !q.first.grouped && len(q.first.figures) > longest
	before := strings.TrimRight(m.Before, " \u00A0\u202F/-")
	return ungrouped && l.readings[grammar.WordAfter(m.After)] == nil || grammar.StartsDigit(strings.TrimLeft(m.After, " \u00A0\u202F/-")) ||
		before != "" && before != m.Before && grammar.StartsDigit(before[len(before)-1:])
}

// isMeasured tells whether a sign, a unit or the like comes now that no rule could say here: the
// number stays with it.
func (l *language) isMeasured(after string) bool {
	rest := strings.TrimLeft(after, " \u00A0\u202F")
	r, _ := utf8.DecodeRuneInString(rest)
	if strings.ContainsRune("%‰€$£¥₴₽°", r) {
		return true
	}
	found := l.measures().FindString(rest)
	next, _ := utf8.DecodeRuneInString(rest[len(found):])
	return found != "" && !isLetter(next)
}

// isRange tells 10-15 from a designation such as Boeing 737-800.
func isRange(q quantity, m rewrite.Match) bool {
	const small = 100
	if grouped := m.Groups[joinerGroup]; grouped != "-" && grouped != "–" {
		return true
	}
	if q.first.sign != "" || q.last.sign != "" {
		return true
	}
	from, to := grammar.Atoi(q.first.figures), grammar.Atoi(q.last.figures)
	named := m.Groups[joinerGroup] == "-" && to >= small && grammar.StartsUpper(grammar.LastWords(m.Before, 1)[0])
	return from < to && !named
}
