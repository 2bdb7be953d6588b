package grammar

import (
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// partPatterns are the patterns of the parts that a phrase may have. A digit at the end of a part's
// name distinguishes several parts of one kind.
var partPatterns = map[string]string{
	"day":    `\d{1,2}`,
	"mm":     `\d{1,2}`,
	"year":   `[12]\d{3}`,
	"yy":     `\d{2}`,
	"next":   `\d{4}|\d{2}`,
	"decade": `\d{2}0|\d0|[12]\d{2}0`,
	"hour":   `\d{1,2}`,
	"minute": `\d{2}`,
	"late":   `1[3-9]|2[0-4]`,
	"clock":  `\d{1,2}:\d{2}`,
	"unit":   `[1-9]`,
	"point":  `\d{1,3}`,
	"goal":   `\d{1,2}`,
	"ones":   `\d{1,3}`,
	"n":      `\d{1,4}`,
	"amount": wholePattern(`.,`),
	"roman":  romanPart,
	"digits": `\d+`,
	"super":  `[¹²³⁰⁴-⁹]+`,
	"two":    `\d{2}`,
	"three":  `\d{3}`,
	"four":   `\d{4}`,
	"name":   `\p{Lu}[\p{L}’'-]*`,
	"small":  `\p{Ll}+`,
	"word":   `\p{L}+`,
}

// uncaptured returns a pattern with non-capturing groups.
func uncaptured(pattern string) string {
	return groupStart().ReplaceAllStringFunc(pattern, func(token string) string {
		if token == "(" {
			return "(?:"
		}
		return token
	})
}

var groupStart = lazyregexp.New(`\\.|\[[^\]]*\]|\(\??`)

// kindOf returns a part's name without its digit: "day" for "day2".
func kindOf(part string) string { return strings.TrimRight(part, "0123456789") }

// partPattern returns the pattern of a part: one of those above, a month, or one of the pack's
// words, nouns or suffixes. It is "" if there is no such part.
func (g *Grammar) partPattern(part string) string {
	kind := kindOf(part)
	switch {
	case partPatterns[kind] != "":
		return partPatterns[kind]
	case kind == "month":
		return g.months.pattern
	case kind == "weekday":
		return strings.Join(cldr.Weekdays(g.Tag), "|")
	case kind == "suffix":
		return newTable(g.suffixes).pattern
	case g.Pack.Words[kind] != nil:
		return newTable(g.Pack.Words[kind]).pattern
	case kind == "number":
		return uncaptured(g.figures)
	case kind == "quantity":
		return uncaptured(g.quantityPattern())
	case kind == "measure":
		return bounded(g.tables().units.pattern)
	}
	var forms []string
	for name := range strings.FieldsSeq(g.Pack.Lists[kind]) {
		n := g.nouns[name]
		forms = append(append(forms, n.Singular...), n.Plural...)
		if n.Dative != "" {
			forms = append(forms, n.Dative)
		}
	}
	return alternatives(forms)
}

// read reads and checks the parts of a match. It returns false if a part is out of range: a 32nd
// day, a 25th hour.
func (g *Grammar) read(p *phrase, m rewrite.Match) (values, bool) {
	read := make(values, 0, len(p.written.parts))
	for i, part := range p.written.parts {
		text := m.Groups[i+1]
		if text == "" {
			continue
		}
		kind := kindOf(part)
		if !p.written.own[i] && !g.isPart(kind, text, m) {
			return nil, false
		}
		if kind == "super" {
			text = lowered(text)
		}
		read = append(read, value{part, text})
	}
	number, noun, ok := strings.Cut(p.Uncounted, " ")
	return read, inOrder(read) && p.holds(read) && (!ok || !g.isCounted(read.of(number), read.of(noun)))
}

// isCounted reports whether a number can count a noun in its written form: "5 каналів", but not "5
// канал".
func (g *Grammar) isCounted(figures, noun string) bool {
	_, _, ok := g.match(amount{whole: figures}, "", nil, g.readings[noun])
	return ok
}

func (g *Grammar) isPart(kind, text string, m rewrite.Match) bool {
	n := Atoi(text)
	switch kind {
	case "day":
		return n >= 1 && n <= 31
	case "mm":
		return n >= 1 && n <= 12
	case "hour":
		return n <= 24
	case "minute":
		return n <= 59
	case "clock":
		hour, minute, _ := strings.Cut(text, ":")
		return Atoi(hour) <= 24 && Atoi(minute) <= 59
	case "decade":
		return n > 0
	case "point", "goal":
		return (len(text) == 1 || text[0] != '0') && !g.isCode(quantity{}, m)
	case "roman":
		return RomanNumber(text) > 0
	case "ones":
		return text[0] != '0'
	case "n", "amount":
		_, ok := parseAmount(text, "")
		return ok
	}
	return true
}

// inOrder reports whether the years of a range ascend. It also checks seasons: 2022/23.
func inOrder(v values) bool {
	year := Atoi(v.of("year"))
	if later, ok := v.find("year2"); ok && Atoi(later) <= year {
		return false
	}
	if later, ok := v.find("yy"); ok && v.of("year") != "" && Atoi(later) <= year%100 {
		return false
	}
	next, ok := v.find("next")
	return !ok || Atoi(next)%100 == (year+1)%100 && (len(next) == 2 || Atoi(next) == year+1)
}

// Atoi converts a few digits to a number, and anything else to 0. Callers pass only what their
// patterns matched.
func Atoi(figures string) int {
	if !StartsDigit(figures) {
		return 0
	}
	n, _ := strconv.Atoi(figures)
	return n
}
