package grammar

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// phrase is a compiled pack.Phrase: a pattern of what is written, "{day}. {month} {year}", and how
// to say it.
type phrase struct {
	pack.Phrase
	written                           template
	behind, notBehind, before, unless *rewrite.Edge // nil: anything. The engine checks behind and before
	said                              []saidPiece
	where                             []condition
}

// match is a candidate match of a phrase, with the written values of its parts.
type match struct {
	rewrite.Match
	*phrase
	values values
}

// values are the written values of a phrase's parts. There are few, so a list is faster than a map.
type values []value

type value struct{ part, written string }

// find returns the written value of a part. It returns false if the part was not written.
func (v values) find(part string) (written string, ok bool) {
	for i := len(v) - 1; i >= 0; i-- { // the last, where a part has several places
		if v[i].part == part {
			return v[i].written, true
		}
	}
	return "", false
}

func (v values) of(part string) string {
	written, _ := v.find(part)
	return written
}

func (g *Grammar) newPhrase(p pack.Phrase) (phrase, error) {
	var unknown error
	side := func(known map[string]*rewrite.Edge, at func(pattern string) *rewrite.Edge, written string) *rewrite.Edge {
		if written == "" {
			return nil
		}
		t := g.compile(written)
		unknown = errors.Join(unknown, t.unknown)
		if known[t.pattern] == nil {
			known[t.pattern] = at(t.pattern)
		}
		return known[t.pattern]
	}
	compiled := phrase{
		Phrase: p, written: g.compile(p.Written),
		behind: side(g.atEnd, rewrite.AtEnd, p.Behind), notBehind: side(g.atEnd, rewrite.AtEnd, p.NotBehind),
		before: side(g.atStart, rewrite.AtStart, p.Before), unless: side(g.atStart, rewrite.AtStart, p.Unless),
	}
	var err error
	compiled.said, err = g.parseSaid(compiled.written.parts, p.Said)
	where, whereErr := parseWhere(p.Where)
	compiled.where = where
	return compiled, errors.Join(compiled.written.unknown, unknown, err, whereErr)
}

// Phrases returns the rules of the pack's phrases: those that are late or not, with one of the
// names if any are given. Late phrases come after the quantities.
func (g *Grammar) Phrases(late bool, names ...string) []rewrite.Rule {
	var rules []rewrite.Rule
	for i := range g.phrases {
		if p := &g.phrases[i]; p.Late == late && (!p.Regional || slices.Contains(g.Pack.Regions, g.Tag)) && (names == nil || slices.Contains(names, p.Rule)) {
			rules = append(rules, rewrite.Rule{
				Name: p.Rule, Pattern: p.written.pattern, Whole: g.Whole == nil, Behind: p.behind, Before: p.before,
				Say: func(m rewrite.Match) (string, bool) { return g.sayPhrase(p, m) },
			})
		}
	}
	return rules
}

// PhrasesOf returns the phrases with the names, for languages whose Go code puts rules between
// them.
func (g *Grammar) PhrasesOf(names ...string) []rewrite.Rule {
	return slices.Concat(g.Phrases(false, names...), g.Phrases(true, names...))
}

func (g *Grammar) sayPhrase(p *phrase, m rewrite.Match) (string, bool) {
	if !p.fits(m) || !g.fits(p, m) {
		return "", false
	}
	values, ok := g.read(p, m)
	if !ok {
		return "", false
	}
	text, ok := say(p.said, match{m, p, values})
	if strings.HasPrefix(p.Before, " ") { // a name or the like follows, so the sentence continues
		return text, ok
	}
	return g.withStop(text, m), ok
}

// fits reports whether the context that the phrase excludes is absent.
func (p *phrase) fits(m rewrite.Match) bool {
	return (p.unless == nil || !p.unless.In(m.After)) && (p.notBehind == nil || !p.notBehind.In(m.Before))
}

// fits reports whether a phrase is not part of a longer word, number or measure, and follows the
// word that it requires. The required text after it may touch it, as in "24-Stunden-Dienst".
func (g *Grammar) fits(p *phrase, m rewrite.Match) bool {
	touches := p.before != nil && (strings.HasPrefix(m.After, "-") || StartsDigit(m.After) || touchesName(m))
	whole := Opens(m.Before) && (touches || Closes(m.After))
	if g.Whole != nil {
		whole = g.Whole(m)
	}
	return whole && !g.isWithin(p, m) && g.isFollowing(p.Front, m.Before)
}

// isWithin reports whether a phrase is part of a longer number or of a measure.
func (g *Grammar) isWithin(p *phrase, m rewrite.Match) bool {
	figures := StartsDigit(m.Groups[0][len(m.Groups[0])-1:])
	return p.Rule == "number" && !g.Pack.Numbers.Every && StartsDigit(m.Groups[0]) && wholeBefore.In(m.Before) || (figures || p.Alone) && sign.In(m.After) || p.Alone && g.isMeasured(m.After)
}

var (
	wholeBefore = rewrite.AtEnd(`\d[ \x{00A0}\x{202F}]`) // 2 1/2
	sign        = rewrite.AtStart(`[ \x{00A0}\x{202F}]?[%‰€$£¥₴₽°]`)
)

// isFollowing reports whether the preceding word is the one that a phrase requires.
func (g *Grammar) isFollowing(wanted, before string) bool {
	switch wanted {
	case "":
		return true
	case "-":
		return wordBefore(before) == ""
	}
	if unwanted, ok := strings.CutPrefix(wanted, "! "); ok {
		return !g.isFollowing(unwanted, before)
	}
	if _, isTable := g.governs[wanted]; isTable {
		return len(g.governed(g.sharing(before), wanted)) > 0
	}
	return isIn(wordBefore(before), wanted)
}

// withoutWeekday returns before without a weekday at its end: in "am Dienstag, 1. Juni", "am"
// governs.
func (g *Grammar) withoutWeekday(before string) string {
	front := strings.TrimRight(before, ", \u00A0")
	word := LastWords(front, 1)[0]
	if g.weekdays[strings.ToLower(word)] {
		return strings.TrimSuffix(front, word)
	}
	return before
}

// template is a compiled pattern of written text.
type template struct {
	pattern string
	parts   []string // by group: "day", "day2"
	own     []bool   // by group: whether the phrase gives the part its own pattern
	unknown error    // set if the template names an unknown part
}

// token matches what compile translates: an escaped character, a character class, a group, a part.
var token = lazyregexp.New(`\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?|\{([a-z]\w*)(?:=((?:[^{}]|\{[\d,]+\}|\{L[lu]?\})*))?\}|[(. ]`)

// compile translates a pattern to a regexp. A full stop stands for itself, a space for any kind of
// space, parentheses group without capturing, and a name in braces is a part, whose own pattern may
// follow "=". Everything else is regexp syntax.
func (g *Grammar) compile(written string) template {
	var t template
	last := 0
	for _, at := range token().FindAllStringSubmatchIndex(written, -1) {
		t.pattern += written[last:at[0]]
		last = at[1]
		switch text := written[at[0]:at[1]]; {
		case text == ".":
			t.pattern += `\.`
		case text == "(":
			t.pattern += "(?:"
		case text == " ":
			t.pattern += `[ \x{00A0}\x{202F}]`
		case at[2] >= 0:
			t.addPart(g, written[at[2]:at[3]], group(written, at[4:6]))
		default:
			t.pattern += text
		}
	}
	t.pattern += written[last:]
	return t
}

func (t *template) addPart(g *Grammar, name, own string) {
	pattern := g.compile(own).pattern
	if own == "" {
		pattern = g.partPattern(name)
	}
	if pattern == "" {
		t.unknown = fmt.Errorf("unknown part {%s}", name)
	}
	t.parts, t.own = append(t.parts, name), append(t.own, own != "")
	t.pattern += `(` + pattern + `)`
}

func group(text string, at []int) string {
	if at[0] < 0 {
		return ""
	}
	return text[at[0]:at[1]]
}
