package grammar

import (
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// The parts that a phrase may have: what they match. A figure at the end of a part's name tells
// several apart.
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
	"roman":  `[IVX]+`,
	"digits": `\d+`,
	"two":    `\d{2}`,
	"three":  `\d{3}`,
	"four":   `\d{4}`,
	"name":   `\p{Lu}[\p{L}’'-]*`,
	"small":  `\p{Ll}+`,
	"word":   `\p{L}+`,
}

// kindOf is a part's name without its figure: "day" of "day2".
func kindOf(part string) string { return strings.TrimRight(part, "0123456789") }

// partPattern is what a part matches: one of those above, a number, a month, or one of the pack's
// words.
func (g *Grammar) partPattern(part string) string {
	kind := kindOf(part)
	switch {
	case kind == "month":
		return g.months.pattern
	case kind == "n":
		return wholePattern(`.,`)
	case kind == "weekday":
		return g.weekdayPattern()
	case partPatterns[kind] != "":
		return partPatterns[kind]
	}
	words, ok := g.list(kind)
	if !ok {
		panic("grammar: a phrase of " + g.Tag + " has an unknown part {" + part + "}")
	}
	return newTable(words).pattern
}

// list is the list of words that a part is one of.
func (g *Grammar) list(kind string) (pack.Words, bool) {
	words, ok := g.Pack.Words[kind]
	if !ok {
		words, ok = g.Words[kind]
	}
	return words, ok
}

// read checks the parts of a match. It is false if one can't be what it is called: a 32nd day, a
// 25th hour.
func (g *Grammar) read(parts []string, m rewrite.Match) (map[string]string, bool) {
	values := map[string]string{}
	for i, part := range parts {
		text := m.Groups[i+1]
		if text == "" {
			continue
		}
		if !g.isPart(kindOf(part), text, m) {
			return nil, false
		}
		values[part] = text
	}
	return values, inOrder(values)
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
		return (len(text) == 1 || text[0] != '0') && !isCode(quantity{}, m)
	case "roman":
		return RomanNumber(text) > 0
	case "ones":
		return text[0] != '0'
	case "n":
		_, ok := parseAmount(text, "")
		return ok
	}
	return true
}

// inOrder reports whether the years of a range follow each other, and so for seasons: 2022/23.
func inOrder(values map[string]string) bool {
	year := Atoi(values["year"])
	if later, ok := values["year2"]; ok && Atoi(later) <= year {
		return false
	}
	if later, ok := values["yy"]; ok && values["year"] != "" && Atoi(later) <= year%100 {
		return false
	}
	next, ok := values["next"]
	return !ok || Atoi(next)%100 == (year+1)%100 && (len(next) == 2 || Atoi(next) == year+1)
}

// sayPart says a part of a phrase, or a noun of the pack, in a form.
func (g *Grammar) sayPart(part, form string, values map[string]string) (string, bool) {
	text, written := values[part]
	kind := kindOf(part)
	if noun, ok := g.Pack.Nouns[part]; ok && !written {
		return noun.Form(false, g.caseIndex(form)), true
	}
	if !written || kind == "minute" && text == "00" && (form == "" || strings.HasPrefix(form, "cardinal")) {
		return "", true
	}
	capital := strings.HasPrefix(form, "^")
	said, ok := g.sayKind(kind, text, strings.TrimPrefix(form, "^"))
	if capital {
		said = Capitalised(said)
	}
	return said, ok
}

func (g *Grammar) sayKind(kind, text, form string) (string, bool) {
	switch kind {
	case "month":
		return g.monthName(g.months.of(text)), true
	case "mm":
		return g.monthName(Atoi(text)), true
	case "year", "yy", "next", "decade":
		if form == "" {
			return g.year(text)
		}
	case "roman":
		text = strconv.Itoa(RomanNumber(text))
	case "minute":
		if form == "digits" {
			return g.digits(text, true)
		}
	case "name", "small", "word", "weekday":
		return text, true
	case "digits", "two", "three", "four":
		if form != "" {
			return g.spell(form, text)
		}
		return g.digits(text, false)
	case "clock":
		text = strings.Replace(text, ":", "", 1)
	}
	if words, ok := g.list(kind); ok {
		return newTable(words).of(text), true
	}
	if kind == "day" && form == "" && Atoi(text) == 1 && g.Pack.Numbers.First != "" {
		return g.Pack.Numbers.First, true
	}
	a, ok := parseAmount(strings.TrimLeft(text[:len(text)-1], "0")+text[len(text)-1:], "")
	if !ok {
		return "", false
	}
	if counted, ok := strings.CutPrefix(form, "of "); ok {
		n, known := g.noun(counted)
		said, ok := g.count(quantity{last: a}, n, "")
		return said, ok && known
	}
	if form == "" {
		form = "numbering"
	}
	return g.spell(form, a.whole)
}

// Atoi is the number of a few figures, 0 if there are none: patterns let nothing else through.
func Atoi(figures string) int {
	n, _ := strconv.Atoi(figures)
	return n
}
