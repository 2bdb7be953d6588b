package inflect

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// part says a part of a phrase; false if it cannot be told how.
type part func(m rewrite.Match) (string, bool)

// optional matches a segment of a template that is said only if its pieces are written.
var optional = regexp.MustCompile(`\[[^\]]*\]`)

// parseTemplate reads what a phrase says.
func (l *language) parseTemplate(p pack.InflectedPhrase) ([]part, error) {
	var parts []part
	from := 0
	for _, at := range optional.FindAllStringIndex(p.Said, -1) {
		before, err := l.parseSegment(p, p.Said[from:at[0]])
		inside, wrong := l.parseSegment(p, p.Said[at[0]+1:at[1]-1])
		if err = errors.Join(err, wrong); err != nil {
			return nil, err
		}
		parts = append(append(parts, before...), ifWritten(p.Said[at[0]:at[1]], inside))
		from = at[1]
	}
	rest, err := l.parseSegment(p, p.Said[from:])
	return append(parts, rest...), err
}

// ifWritten says parts if the pieces in text are not empty.
func ifWritten(text string, parts []part) part {
	pieces := inBraces.FindAllStringSubmatch(text, -1)
	return func(m rewrite.Match) (string, bool) {
		for _, piece := range pieces {
			if m.Has(piece[1]) && m.Named(piece[1]) == "" {
				return "", true
			}
		}
		return sayAll(parts, m)
	}
}

// sayAll says parts one behind the other.
func sayAll(parts []part, m rewrite.Match) (string, bool) {
	var words strings.Builder
	for _, part := range parts {
		word, ok := part(m)
		if !ok {
			return "", false
		}
		words.WriteString(word)
	}
	return words.String(), true
}

func (l *language) parseSegment(p pack.InflectedPhrase, text string) ([]part, error) {
	var parts []part
	from := 0
	for _, at := range inBraces.FindAllStringSubmatchIndex(text, -1) {
		parts = append(parts, literal(text[from:at[0]]))
		from = at[1]
		name, how := text[at[2]:at[3]], ""
		if at[4] >= 0 {
			how = text[at[4]:at[5]]
		}
		said, err := l.parsePart(p, name, strings.Fields(how))
		if err != nil {
			return nil, err
		}
		parts = append(parts, said)
	}
	return append(parts, literal(text[from:])), nil
}

func literal(text string) part { return func(rewrite.Match) (string, bool) { return text, true } }

func (l *language) parsePart(p pack.InflectedPhrase, name string, how []string) (part, error) {
	if len(how) == 0 {
		return l.word(name), nil
	}
	if n, ok := l.nouns[name]; ok && len(how) == 2 {
		return func(m rewrite.Match) (string, bool) {
			g, ok := l.agreement(p, how[1:], m)
			return n.form(how[0] == "plural", g.c), ok
		}, nil
	}
	switch kind := how[0]; {
	case kind == "cardinal" && len(how) > 1:
		return l.numeralPart(p, name, how[1:], l.cardinal), nil
	case kind == "ordinal" && len(how) > 1:
		return l.numeralPart(p, name, how[1:], l.ordinal), nil
	case kind == "Ordinal" && len(how) > 1:
		return capitals(l.numeralPart(p, name, how[1:], l.ordinal)), nil
	case kind == "ending" && len(how) == 2:
		return func(m rewrite.Match) (string, bool) {
			g, ok := l.agreement(p, how[1:], m)
			return l.ending("~", g.gender, g.c), ok
		}, nil
	case kind == "fraction" && len(how) == 3:
		return func(m rewrite.Match) (string, bool) {
			g, ok := l.agreement(p, how[2:], m)
			said, known := l.fraction(m.Named(how[1]), m.Named(name), g.c)
			return said, ok && known
		}, nil
	case kind == "set" && len(how) == 2:
		return func(m rewrite.Match) (string, bool) { return l.spell(how[1], m.Named(name)) }, nil
	case kind == "count" && len(how) == 3:
		n, ok := l.nouns[how[1]]
		return func(m rewrite.Match) (string, bool) {
			g, agreed := l.agreement(p, how[2:], m)
			said, known := l.count(quantity{last: amount{figures: trimZeros(m.Named(name))}}, n, g.c)
			return said, agreed && known
		}, isKnown(ok, how[1])
	}
	return nil, fmt.Errorf("{%s: %s} says nothing", name, strings.Join(how, " "))
}

func isKnown(ok bool, name string) error {
	if ok {
		return nil
	}
	return fmt.Errorf("no noun %q", name)
}

func trimZeros(figures string) string {
	if trimmed := strings.TrimLeft(figures, "0"); trimmed != "" {
		return trimmed
	}
	return "0"
}

// numeralPart says a piece in words, Roman figures too.
func (l *language) numeralPart(p pack.InflectedPhrase, name string, how []string, say func(figures, gender string, c string) (string, bool)) part {
	return func(m rewrite.Match) (string, bool) {
		figures := m.Named(name)
		switch kindOf(name) {
		case "roman":
			figures = strconv.Itoa(grammar.RomanNumber(figures))
		case "yy":
			figures = "20" + figures
		}
		g, ok := l.agreement(p, how, m)
		if !ok {
			return "", false
		}
		return say(figures, g.gender, g.c)
	}
}

func capitals(say part) part {
	return func(m rewrite.Match) (string, bool) {
		said, ok := say(m)
		var words []string
		for word := range strings.FieldsSeq(said) {
			words = append(words, grammar.Capitalised(word))
		}
		return strings.Join(words, " "), ok
	}
}

// word is a piece as it is written, and a month by its name.
func (l *language) word(name string) part {
	months := cldr.Months(l.tag, cldr.InDate, cldr.Wide)
	abbreviations := strings.Fields(l.data.Lists["monthAbbreviations"])
	return func(m rewrite.Match) (string, bool) {
		written := m.Named(name)
		switch kindOf(name) {
		case "monthno", "mm":
			return months[grammar.Atoi(written)-1], true
		case "month":
			if i := slices.Index(abbreviations, written); i >= 0 {
				return months[i%len(months)], true
			}
		}
		return cmp.Or(l.words[kindOf(name)][written], written), true
	}
}

// agreement is the gender, or "plural", and case of an ordinal or of what is counted.
type agreement struct {
	gender string
	c      string
}

// agreement reads "masculine genitive", "masculine @table", "@next" or "@piece"; one word alone may
// be the case.
func (l *language) agreement(p pack.InflectedPhrase, how []string, m rewrite.Match) (agreement, bool) {
	last := how[len(how)-1]
	table, isReference := strings.CutPrefix(last, "@")
	g := agreement{gender: how[0], c: last}
	if !isReference {
		return g, true
	}
	if _, isTable := l.government[table]; isTable {
		g.c = l.governs(l.sharing(m.Before), table)
		return g, true
	}
	var readings []reading
	switch table {
	case "next":
		readings, _ = l.readingsAfter(m.After)
	case "suffix":
		return l.fitting(l.suffixes[m.Named(table)], m), true
	default:
		readings = l.readings[m.Named(table)]
	}
	of, ok := l.agreeing(p, readings, m)
	if len(how) > 1 {
		of.gender = how[0]
	}
	return of, ok
}

// fitting chooses what an ending is: what agrees with the noun that follows, or with one of several
// that it is, each with a number of its own ("у 21-й і 22-й бригадах"), or what the words in front
// govern.
func (l *language) fitting(endings []agreement, m rewrite.Match) agreement {
	readings, _ := l.readingsAfter(m.After)
	for _, fits := range []func(agreement, reading) bool{
		func(e agreement, r reading) bool { g := r.agreement(); return g == e || g.gender == "" && g.c == e.c },
		func(e agreement, r reading) bool { return r.plural && r.c == e.c && e.gender != "plural" },
	} {
		for _, e := range endings {
			if slices.ContainsFunc(readings, func(r reading) bool { return fits(e, r) }) {
				return e
			}
		}
	}
	for _, c := range l.governed(l.sharing(m.Before), "place") {
		if i := slices.IndexFunc(endings, func(e agreement) bool { return e.c == c }); i >= 0 {
			return endings[i]
		}
	}
	return endings[0]
}

func parseSuffixes(table map[string]string) map[string][]agreement {
	suffixes := map[string][]agreement{}
	for words, readings := range table {
		for word := range strings.FieldsSeq(words) {
			for reading := range strings.SplitSeq(readings, ", ") {
				gender, c, _ := strings.Cut(reading, " ")
				suffixes[word] = append(suffixes[word], agreement{gender, c})
			}
		}
	}
	return suffixes
}

// agreeing chooses the reading that fits the words in front, or the one that the phrase prefers: a
// nominative anywhere, another case behind a word. Where neither tells, the singular comes before
// the plural.
func (l *language) agreeing(p pack.InflectedPhrase, readings []reading, m rewrite.Match) (agreement, bool) {
	cases := slices.Clone(l.governed(l.sharing(m.Before), "count"))
	settled := len(cases) > 0 && p.Prefer == ""
	if p.Prefer == nominative || p.Prefer != "" && wordBefore(m.Before) != "" {
		cases = append(cases, p.Prefer)
	}
	all := slices.Clone(readings)
	slices.SortStableFunc(all, func(a, b reading) int {
		return cmp.Compare(l.rank(a, cases), l.rank(b, cases))
	})
	for _, r := range all {
		if r.Gender != "" && (!settled || slices.Contains(cases, r.c)) {
			return r.agreement(), true
		}
	}
	return agreement{}, false
}

// rank is how well a reading fits: those in the cases come first, in their order, then all
// singulars, then all plurals.
func (l *language) rank(r reading, cases []string) int {
	rank := slices.Index(cases, r.c)
	if rank < 0 {
		rank = len(cases) + slices.Index(l.cases, r.c)
		if r.plural {
			rank += len(l.cases)
		}
		return 2 * rank
	}
	if r.plural {
		return 2*rank + 1
	}
	return 2 * rank
}

// agreement is how an adjective agrees with a noun. The accusative of living beings is the
// genitive.
func (r reading) agreement() agreement {
	g := agreement{gender: r.Gender, c: r.c}
	if r.plural {
		g.gender = "plural"
	}
	if r.Animate && r.c == accusative && (r.plural || r.Gender == "masculine") {
		g.c = genitive
	}
	return g
}
